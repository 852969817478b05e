// A dialog that is a form: its fields, why it could not be sent, and the buttons. Closed, it keeps what was typed.
import { Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogButtons } from '../../dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../forms/DraftNotice.tsx'
import type { Kept } from '../../forms/use-form-draft.ts'
import { Problem } from './Problem.tsx'

interface FormDialogProps {
  /** Of what is typed into it. */
  kept: Kept
  title: string
  submitLabel: string
  /** Something is missing still; without it every field says by itself what it lacks. */
  isComplete?: boolean
  isPending: boolean
  /** null: nothing went wrong. */
  error: unknown
  size?: 'lg'
  children: ReactNode
  onClose: () => void
  onSubmit: () => void
}

export function FormDialog(props: FormDialogProps) {
  const { kept, title, submitLabel, isComplete = true, isPending, error, size, children, onClose, onSubmit } = props
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      {...(size ? { size } : { centered: true })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Stack>
          <DraftNotice kept={kept} />
          {children}
          {error !== null && <Problem error={error} />}
          <DialogButtons onCancel={onClose} submitLabel={submitLabel} isPending={isPending} isDisabled={!isComplete} />
        </Stack>
      </form>
    </Modal>
  )
}
