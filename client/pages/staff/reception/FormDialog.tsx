// A dialog with a few fields and one button that sends them.
import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../Problem.tsx'

interface FormDialogProps {
  title: string
  submitLabel: string
  isComplete: boolean
  isPending: boolean
  error: unknown
  children: ReactNode
  onClose: () => void
  onSubmit: () => void
}

export function FormDialog(props: FormDialogProps) {
  const { title, submitLabel, isComplete, isPending, error, children, onClose, onSubmit } = props
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Stack>
          {children}
          {error !== null && <Problem error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={!isComplete} loading={isPending}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
