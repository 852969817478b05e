// The last line of a dialog that is a form: back, or on.
import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface DialogButtonsProps {
  onCancel: () => void
  submitLabel: string
  isPending: boolean
  /** Something is missing still. */
  isDisabled?: boolean
}

export function DialogButtons({ onCancel, submitLabel, isPending, isDisabled = false }: DialogButtonsProps) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {t('dialog.cancel')}
      </Button>
      <Button type="submit" loading={isPending} disabled={isDisabled}>
        {submitLabel}
      </Button>
    </Group>
  )
}
