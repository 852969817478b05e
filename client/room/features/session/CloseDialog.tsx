// Ends the session for everybody, after saying what that means.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { useCommand } from '../../../live/session/use-command.ts'

export function CloseDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const close = useCommand('session.close')

  async function confirm() {
    await close({})
    onClose()
  }

  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('panels.session.close.title')}
      confirmLabel={t('panels.session.close')}
      isPending={close.isPending}
      onConfirm={() => void confirm()}
    >
      <Text>{t('panels.session.close.media')}</Text>
      <Text>{t('panels.session.close.minutes')}</Text>
      <Text fw={600}>{t('panels.session.close.final')}</Text>
    </ConfirmDialog>
  )
}
