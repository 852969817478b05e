// Asks before somebody who denounces is protected: what is hidden from then on, and what was shown before.
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../ui/dialogs/ConfirmDialog.tsx'

interface ProtectDialogProps {
  opened: boolean
  isPending: boolean
  /** What went wrong. */
  children?: ReactNode
  onClose: () => void
  onConfirm: () => void
}

export function ProtectDialog({ children, ...asking }: ProtectDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      {...asking}
      title={t('panels.protection.begin.ask')}
      confirmLabel={t('panels.protection.begin.confirm')}
      confirmColor="grape"
    >
      <Text fw={600}>{t('panels.protection.begin.hidden')}</Text>
      <Text size="sm">{t('panels.protection.begin.hidden.what')}</Text>
      <Text fw={600}>{t('panels.protection.begin.shown')}</Text>
      <Text size="sm">{t('panels.protection.begin.shown.what')}</Text>
      <Text size="sm">{t('panels.protection.begin.online')}</Text>
      {children}
    </ConfirmDialog>
  )
}
