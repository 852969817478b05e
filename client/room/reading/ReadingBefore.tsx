// The documents to be read before the session: read, and acknowledged, from the own link, days before if one likes.
import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCircleCheck, IconEye, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DelegateId, DocumentId } from '../../../shared/kernel/ids.ts'
import type { ToRead } from '../../../shared/wire/papers/documents.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { SecrecyBadge } from '../../base/secrecy/SecrecyBadge.tsx'
import { Acknowledgement } from './Acknowledgement.tsx'
import { ReadingDialog } from './ReadingDialog.tsx'
import styles from './reading-before.module.css'
import { refusalText } from './refusal.ts'
import { SaveDocument } from './SaveDocument.tsx'
import type { useToRead } from './use-to-read.ts'

const headingId = 'reading'

type DocumentToRead = ToRead['documents'][number]

interface ReadingBeforeProps {
  reading: ReturnType<typeof useToRead>
}

/** Nothing at all where there is nothing to read. */
export function ReadingBefore({ reading: { toRead, hasFailed, refresh, acknowledge } }: ReadingBeforeProps) {
  const { t } = useTranslation()
  const [openId, setOpenId] = useState<DocumentId | null>(null)
  if (!toRead && hasFailed)
    return (
      <Alert color="yellow" role="alert" title={t('reading.failed')}>
        <Button variant="default" onClick={refresh}>
          {t('join.tryAgain')}
        </Button>
      </Alert>
    )
  if (!toRead || toRead.documents.length === 0) return null
  const { sessionId, documents } = toRead
  const open = documents.find(({ documentId }) => documentId === openId)
  const remaining = documents.filter(isAsked).length
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={headingId}>
      <Title order={2} fz="h4" id={headingId} tabIndex={-1}>
        {t('reading.title')}
      </Title>
      <Text size="sm" role="status">
        {t(remaining > 0 ? 'reading.remaining' : 'reading.done', { count: remaining })}
      </Text>
      <ul className={styles.documents}>
        {documents.map((document) => (
          <li key={document.documentId}>
            <Facts document={document} />
            <Group gap="sm" mt="xs">
              {document.shown ? (
                <Button
                  variant={document.openedAt === null ? 'filled' : 'default'}
                  leftSection={<IconEye size={18} aria-hidden />}
                  aria-label={t('panels.documents.readName', { title: document.title })}
                  onClick={() => setOpenId(document.documentId)}
                >
                  {t('panels.documents.read')}
                </Button>
              ) : (
                <SaveDocument sessionId={sessionId} document={document} onSaved={refresh} />
              )}
            </Group>
            {document.needsAcknowledgement && <OwnStudy document={document} acknowledge={acknowledge} />}
          </li>
        ))}
      </ul>
      {open && (
        <ReadingDialog
          document={open}
          sessionId={sessionId}
          onClose={() => {
            setOpenId(null)
            refresh()
          }}
        >
          {open.needsAcknowledgement && <OwnStudy document={open} acknowledge={acknowledge} />}
        </ReadingDialog>
      )}
    </Paper>
  )
}

/** The list stands below the picture: whoever has something left to read is shown the way there. */
export function ReadingButton({ reading: { toRead } }: ReadingBeforeProps) {
  const { t } = useTranslation()
  const remaining = toRead?.documents.filter(isAsked).length ?? 0
  if (remaining === 0) return null
  return (
    <Button
      variant="light"
      size="md"
      leftSection={<IconFileText aria-hidden />}
      // No link: the fragment of the address holds the token.
      onClick={() => document.getElementById(headingId)?.focus()}
    >
      {t('reading.goThere', { count: remaining })}
    </Button>
  )
}

const isAsked = ({ openedAt, needsAcknowledgement, acknowledgedAt }: DocumentToRead): boolean =>
  openedAt === null || (needsAcknowledgement && acknowledgedAt === null)

function Facts({ document: { title, itemTitle, file, shown, openedAt, secrecy } }: { document: DocumentToRead }) {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = [
    file.format.toUpperCase(),
    shown && t('panels.documents.pages', { count: shown.pages }),
    format.fileSize(file.bytes),
  ]
  return (
    <>
      <Group gap={6}>
        <Text fw={600}>{title}</Text>
        <SecrecyBadge level={secrecy} />
      </Group>
      {itemTitle !== null && <Text size="sm">{t('panels.documents.forItem', { title: itemTitle })}</Text>}
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {openedAt !== null && (
        <Group gap={6} mt={4}>
          <IconCircleCheck size={18} aria-hidden color="var(--mantine-color-teal-6)" />
          <Text size="sm">{t('reading.openedAt', { time: format.moment(openedAt) })}</Text>
        </Group>
      )}
    </>
  )
}

interface OwnStudyProps {
  document: DocumentToRead
  acknowledge: ReturnType<typeof useToRead>['acknowledge']
}

function OwnStudy({ document: { documentId, title, acknowledgedAt, delegates }, acknowledge }: OwnStudyProps) {
  const { t } = useTranslation()
  const [isPending, setPending] = useState(false)
  async function say(delegateIds: DelegateId[]): Promise<boolean> {
    setPending(true)
    try {
      await acknowledge(documentId, delegateIds)
      return true
    } catch (error) {
      notifications.show({ id: 'reading', color: 'red', message: refusalText(t, error), autoClose: 8000 })
      return false
    } finally {
      setPending(false)
    }
  }
  return (
    <Acknowledgement
      title={title}
      at={acknowledgedAt}
      delegates={delegates.map(({ delegateId, person, acknowledgedAt: studiedAt }) => ({
        delegateId,
        person,
        hasStudied: studiedAt !== null,
        isPresent: false,
      }))}
      isSessionOver={false}
      isPending={isPending}
      onAcknowledge={say}
    />
  )
}
