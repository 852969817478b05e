// The documents of a session before and after the meeting: handed in by the office, with the count of who has read them.

import { Anchor, Button, Group, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import type { SessionDetail } from '../../../../shared/wire/hearing/sessions.ts'
import { documentApi } from '../../../../shared/wire/papers/document-api.ts'
import type { ListedDocument } from '../../../../shared/wire/papers/documents.ts'
import { addressOf } from '../../../base/api.ts'
import { SecrecyBadge } from '../../../base/secrecy/SecrecyBadge.tsx'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { HandIn } from '../../../base/uploads/HandIn.tsx'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { useDocuments, useRemoveDocument } from '../queries.ts'
import { documentsAnchor } from './UploadsNotice.tsx'

export function Documents({ session: { sessionId, status, agenda, secrecy } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const documents = useDocuments(sessionId)
  const [removed, setRemoved] = useState<ListedDocument | null>(null)
  const isClosed = isOver(status)
  return (
    <Section title={t('panels.documents.title')} hint={t('staff.documents.hint')} anchor={documentsAnchor}>
      {documents.isPending && <Loader aria-label={t('staff.loading')} />}
      {documents.isError && <Problem error={documents.error} onRetry={() => void documents.refetch()} />}
      {documents.data && (
        <ul className={classes.documents}>
          {documents.data.map((document) => (
            <li key={document.documentId}>
              <DocumentLine sessionId={sessionId} document={document} />
              {!isClosed && (
                <Button
                  variant="subtle"
                  color="red"
                  aria-label={t('staff.documents.removeName', { title: document.title })}
                  onClick={() => setRemoved(document)}
                >
                  {t('panels.documents.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isClosed && (
        <HandIn sessionId={sessionId} items={agenda} secrecy={secrecy} onTaken={() => void documents.refetch()} />
      )}
      {removed && <RemoveDialog sessionId={sessionId} document={removed} onClose={() => setRemoved(null)} />}
    </Section>
  )
}

function DocumentLine({ sessionId, document }: { sessionId: string; document: ListedDocument }) {
  const { t } = useTranslation()
  const { documentId, title, file, shown, openedCount, acknowledgedCount, ...settings } = document
  const facts = [
    file.format.toUpperCase(),
    shown && t('panels.documents.pages', { count: shown.pages }),
    settings.readBefore && t('panels.documents.readBefore'),
    settings.isMarked && t('panels.documents.marked'),
    settings.scan === 'notScanned' && t('panels.documents.notScanned'),
    t('staff.documents.opened', { count: openedCount }),
    settings.needsAcknowledgement && t('staff.documents.acknowledged', { count: acknowledgedCount }),
  ]
  return (
    <div>
      <Group gap="xs">
        <Anchor href={addressOf(documentApi.file, { params: { sessionId, documentId } })} download fw={600}>
          {title}
        </Anchor>
        <SecrecyBadge level={settings.secrecy} />
      </Group>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </div>
  )
}

interface RemoveDialogProps {
  sessionId: string
  document: ListedDocument
  onClose: () => void
}

function RemoveDialog({ sessionId, document: { documentId, title }, onClose }: RemoveDialogProps) {
  const { t } = useTranslation()
  const remove = useRemoveDocument(sessionId)
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('panels.documents.removeTitle')}
      confirmLabel={t('panels.documents.remove')}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate(documentId, { onSuccess: onClose })}
    >
      <Text fw={600}>{title}</Text>
      <Text>{t('panels.documents.removeHint')}</Text>
      {remove.isError && <Problem error={remove.error} />}
    </ConfirmDialog>
  )
}
