// The documents of the session: each reads, saves and acknowledges; staff hand in, present and see who has read.

import { Button, Switch, Text } from '@mantine/core'
import { IconChevronUp, IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentId } from '../../../../shared/kernel/ids.ts'
import { documentOf, type SessionDocument } from '../../../../shared/modules/documents/contract.ts'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { paperApi } from '../../../../shared/wire/hearing/paper-api.ts'
import { addressOf } from '../../../base/api.ts'
import { LongList } from '../../../base/ui/LongList.tsx'
import { HandIn } from '../../../base/uploads/HandIn.tsx'
import { useUploadsOf } from '../../../base/uploads/use-uploads.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { ReadingDialog } from '../../reading/ReadingDialog.tsx'
import { SaveButton } from '../../reading/SaveButton.tsx'
import { DocumentRow } from './DocumentRow.tsx'
import { OwnStudy } from './OwnStudy.tsx'
import { useDocuments } from './use-documents.ts'

export function DocumentsPanel() {
  const { t } = useTranslation()
  const { documents } = useDocuments()
  const isSessionOver = useSession(({ state }) => isOver(state?.session.status ?? 'unscheduled'))
  const isStaff = usePermission('documents.change')
  const mayArrange = isStaff && !isSessionOver
  const [openId, setOpenId] = useState<DocumentId | null>(null)
  const open = documentOf(documents, openId)
  return (
    <div className={classes.panel}>
      {mayArrange && <Adding isFirst={documents.length === 0} />}
      {documents.length === 0 && <Text>{t('panels.documents.empty')}</Text>}
      <LongList
        items={documents}
        keyOf={({ documentId }) => documentId}
        label={t('panels.documents.title')}
        className={classes.list}
      >
        {(document) => (
          <DocumentRow
            document={document}
            mayArrange={mayArrange}
            isSessionOver={isSessionOver}
            onOpen={() => setOpenId(document.documentId)}
          />
        )}
      </LongList>
      {mayArrange && <HolderSwitch />}
      {isStaff && documents.length > 0 && <ReadingList />}
      {open && <OwnReading document={open} onClose={() => setOpenId(null)} />}
    </div>
  )
}

function OwnReading({ document, onClose }: { document: SessionDocument; onClose: () => void }) {
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? null)
  return (
    <ReadingDialog document={document} sessionId={sessionId} onClose={onClose}>
      {document.needsAcknowledgement && <OwnStudy document={document} />}
    </ReadingDialog>
  )
}

/** Opened at once where there is nothing else to see yet, or something is on its way. */
function Adding({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const items = useSession(({ state }) => state?.agenda.items)
  const secrecy = useSession(({ state }) => state?.session.secrecy ?? 'open')
  const uploads = useUploadsOf(sessionId)
  const [isOpen, setOpen] = useState(isFirst || uploads.length > 0)
  const form = useId()
  if (!sessionId || !items) return null
  return (
    <div>
      <Button
        variant="default"
        fullWidth
        leftSection={isOpen ? <IconChevronUp size={20} aria-hidden /> : <IconPlus size={20} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={form}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'panels.documents.closeAdding' : 'panels.documents.add')}
      </Button>
      <div id={form}>{isOpen && <HandIn sessionId={sessionId} token={token} items={items} secrecy={secrecy} />}</div>
    </div>
  )
}

function ReadingList() {
  const { t } = useTranslation()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? '')
  const path = addressOf(paperApi['reading.xlsx'], { params: { sessionId } })
  return <SaveButton path={path} fileName="reading.xlsx" words={t('panels.documents.readingXlsx')} />
}

function HolderSwitch() {
  const { t } = useTranslation()
  const { holderMayPresent } = useDocuments()
  const isByTurns = useSession(({ state }) => state?.floor.isByTurns ?? true)
  const letHolder = useCommand('documents.letHolderPresent')
  if (!isByTurns) return null
  return (
    <Switch
      label={t('panels.documents.letHolder')}
      description={t('panels.documents.letHolderHint')}
      checked={holderMayPresent}
      disabled={letHolder.isPending}
      onChange={({ currentTarget: { checked } }) => void letHolder({ isLet: checked })}
    />
  )
}
