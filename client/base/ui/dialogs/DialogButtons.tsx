// The last line of a dialog that is a form: back, or on.
import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './dialogs.module.css'

interface DialogButtonsProps {
  onCancel: () => void
  submitLabel: string
  submitColor?: string | undefined
  isPending: boolean
  /** Something is missing still. */
  isDisabled?: boolean
}

export function DialogButtons(props: DialogButtonsProps) {
  const { onCancel, submitLabel, submitColor, isPending, isDisabled = false } = props
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" className={classes.buttons}>
      <Button variant="default" onClick={onCancel}>
        {t('dialog.cancel')}
      </Button>
      <Button type="submit" {...(submitColor && { color: submitColor })} loading={isPending} disabled={isDisabled}>
        {submitLabel}
      </Button>
    </Group>
  )
}
