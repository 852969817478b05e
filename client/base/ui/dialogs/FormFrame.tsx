// A dialog that is a form: what was typed before, its fields, why it could not be sent, and back or on. Rendered only while it is open;
// closed, it keeps what was typed.
import { Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../forms/DraftNotice.tsx'
import type { Kept } from '../forms/use-form-draft.ts'
import { DialogButtons } from './DialogButtons.tsx'

export interface FormFrameProps {
  /** Of what is typed into it. */
  kept: Kept
  title: string
  submitLabel: string
  submitColor?: string | undefined
  /** Something is missing still; without it every field says by itself what it lacks. */
  isComplete?: boolean
  isPending: boolean
  /** Why it could not be sent, where no field says so. */
  problem?: ReactNode
  size?: 'lg'
  children: ReactNode
  onClose: () => void
  onSubmit: () => void
}

export function FormFrame(props: FormFrameProps) {
  const { kept, title, submitLabel, submitColor, isComplete = true, isPending, problem, size, children } = props
  const { onClose, onSubmit } = props
  const { t } = useTranslation()

  function submit(event: FormEvent) {
    event.preventDefault()
    // React hands it on to a form that has this dialog inside.
    event.stopPropagation()
    if (isComplete && !isPending) onSubmit()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      {...(size ? { size } : { centered: true })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <DraftNotice kept={kept} />
          {children}
          {problem}
          <DialogButtons
            onCancel={onClose}
            submitLabel={submitLabel}
            submitColor={submitColor}
            isPending={isPending}
            isDisabled={!isComplete}
          />
        </Stack>
      </form>
    </Modal>
  )
}
