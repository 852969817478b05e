// What staff may change of a document: its title and settings, or that it is there at all.

import { ActionIcon, Alert, Menu, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconDotsVertical, IconSettings, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDocument } from '../../../../shared/modules/documents/contract.ts'
import { documentApi } from '../../../../shared/wire/papers/document-api.ts'
import { maximumTitleLength } from '../../../../shared/wire/papers/documents.ts'
import { call } from '../../../base/api.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { SettingsFields } from '../../../base/uploads/SettingsFields.tsx'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useSession } from '../../../live/session/store.ts'
import { refusalText } from '../../reading/refusal.ts'

export function DocumentMenu({ document }: { document: SessionDocument }) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState<'change' | 'remove' | null>(null)
  const close = () => setAsks(null)
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('panels.documents.actions', { title: document.title })}
          >
            <IconDotsVertical size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconSettings size={18} aria-hidden />} onClick={() => setAsks('change')}>
            {t('panels.documents.change')}
          </Menu.Item>
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => setAsks('remove')}
          >
            {t('panels.documents.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asks === 'change' && <ChangeDialog document={document} onClose={close} />}
      {asks === 'remove' && <RemoveDialog document={document} onClose={close} />}
    </>
  )
}

/** Through REST, so that it is tried whether a mark can be set before anybody is promised one. */
function ChangeDialog({ document, onClose }: { document: SessionDocument; onClose: () => void }) {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? '')
  const items = useSession(({ state }) => state?.agenda.items)
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { documentId, title, itemId, isMarked, readBefore, needsAcknowledgement, secrecy } = document
  const highest = useSession(({ state }) => state?.session.secrecy ?? 'open')
  const [form, kept] = useKeptForm(`document.${documentId}`, {
    blank: { title, itemId, isMarked, readBefore, needsAcknowledgement, secrecy },
  })

  const submit = form.onSubmit(async (settings) => {
    setPending(true)
    try {
      await call(documentApi.change, { params: { sessionId, documentId }, body: settings }, { token })
      kept.sent(onClose)()
    } catch (error) {
      setProblem(refusalText(t, error))
    } finally {
      setPending(false)
    }
  })

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('panels.documents.change')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <DraftNotice kept={kept} />
          <TextInput
            label={t('panels.documents.name')}
            required
            maxLength={maximumTitleLength}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <SettingsFields
            settings={form.values}
            items={items ?? []}
            canBeMarked={document.shown !== null}
            highest={highest}
            onChange={form.setValues}
          />
          {problem !== null && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <DialogButtons onCancel={onClose} submitLabel={t('panels.documents.keep')} isPending={isPending} />
        </Stack>
      </form>
    </Modal>
  )
}

/** Through REST, so that the bytes go too. */
function RemoveDialog({ document, onClose }: { document: SessionDocument; onClose: () => void }) {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? '')
  const [state, setState] = useState<'asking' | 'pending' | 'failed'>('asking')

  async function remove() {
    setState('pending')
    try {
      await call(documentApi.remove, { params: { sessionId, documentId: document.documentId } }, { token })
      onClose()
    } catch {
      // Whatever went wrong, the person can only try again.
      setState('failed')
    }
  }

  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('panels.documents.removeTitle')}
      confirmLabel={t('panels.documents.remove')}
      isPending={state === 'pending'}
      onConfirm={() => void remove()}
    >
      <Text fw={600}>{document.title}</Text>
      <Text>{t('panels.documents.removeHint')}</Text>
      {state === 'failed' && (
        <Alert color="red" role="alert">
          {t('panels.documents.removeFailed')}
        </Alert>
      )}
    </ConfirmDialog>
  )
}
