// One document: what it is, what is asked of its readers, and what this person may do with it.
import { Badge, Button, Group, Text } from '@mantine/core'
import { IconEye, IconPresentation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { itemOf } from '../../../../shared/modules/agenda/contract.ts'
import type { SessionDocument } from '../../../../shared/modules/documents/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { SecrecyBadge } from '../../../base/secrecy/SecrecyBadge.tsx'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { SaveDocument } from '../../reading/SaveDocument.tsx'
import { DocumentMenu } from './DocumentMenu.tsx'
import styles from './documents.module.css'
import { OwnStudy } from './OwnStudy.tsx'
import { Readers } from './Readers.tsx'
import { useDocuments, useMayPresent } from './use-documents.ts'

interface DocumentRowProps {
  document: SessionDocument
  mayArrange: boolean
  isSessionOver: boolean
  onOpen: () => void
}

export function DocumentRow({ document, mayArrange, isSessionOver, onOpen }: DocumentRowProps) {
  const { t } = useTranslation()
  const isStaff = usePermission('documents.change')
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? null)
  const { title, shown, isMarked } = document
  return (
    <>
      <div className={classes.row}>
        <div className={classes.grow}>
          <Text fw={600}>{title}</Text>
          <Facts document={document} isStaff={isStaff} />
        </div>
        {mayArrange && <DocumentMenu document={document} />}
      </div>
      <div className={styles.acts}>
        {shown && (
          <Button
            variant="default"
            leftSection={<IconEye size={18} aria-hidden />}
            aria-label={t('panels.documents.readName', { title })}
            onClick={onOpen}
          >
            {t('panels.documents.read')}
          </Button>
        )}
        {shown && !isSessionOver && <Present document={document} />}
        {(!isMarked || isStaff) && <SaveDocument sessionId={sessionId} document={document} />}
      </div>
      {document.needsAcknowledgement && <OwnStudy document={document} />}
      {isStaff && <Readers document={document} />}
    </>
  )
}

function Facts({ document, isStaff }: { document: SessionDocument; isStaff: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useSession(({ me }) => me?.participantId)
  const openedAt = useDocuments().readings[document.documentId]?.openedAt[me ?? ('' as never)]
  const item = useSession(({ state }) => itemOf(state?.agenda.items ?? [], document.itemId))
  const isPresented = useIsPresented(document.documentId)
  const { file, shown, readBefore, isMarked, scan, secrecy } = document
  const facts = [
    file.format.toUpperCase(),
    shown && t('panels.documents.pages', { count: shown.pages }),
    format.fileSize(file.bytes),
    openedAt !== undefined && t('panels.documents.openedAt', { time: format.moment(openedAt) }),
  ]
  return (
    <>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {item && <Text size="sm">{t('panels.documents.forItem', { title: item.title })}</Text>}
      <Group gap={6}>
        <SecrecyBadge level={secrecy} />
        {isPresented && <Sign words={t('panels.documents.presented')} isStrong />}
        {readBefore && <Sign words={t('panels.documents.readBefore')} />}
        {isMarked && <Sign words={t('panels.documents.marked')} />}
        {!shown && <Sign words={t('panels.documents.saveOnly')} />}
        {isStaff && scan === 'notScanned' && <Sign words={t('panels.documents.notScanned')} color="gray" />}
      </Group>
    </>
  )
}

const Sign = ({ words, color = 'blue', isStrong = false }: { words: string; color?: string; isStrong?: boolean }) => (
  <Badge variant={isStrong ? 'filled' : 'light'} color={color} tt="none">
    {words}
  </Badge>
)

const useIsPresented = (documentId: SessionDocument['documentId']): boolean =>
  useDocuments().presentation?.documentId === documentId

function Present({ document: { documentId, title } }: { document: SessionDocument }) {
  const { t } = useTranslation()
  const mayPresent = useMayPresent()
  const isPresented = useIsPresented(documentId)
  const present = useCommand('documents.present')
  if (!mayPresent || isPresented) return null
  return (
    <Button
      leftSection={<IconPresentation size={18} aria-hidden />}
      aria-label={t('panels.documents.presentName', { title })}
      loading={present.isPending}
      onClick={() => void present({ documentId, page: 1 })}
    >
      {t('panels.documents.present')}
    </Button>
  )
}
