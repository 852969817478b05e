// That a session is left to the agency’s own equipment: which, why, and who records. In the room and at the office.
import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Ms } from '../../../shared/kernel/ids.ts'
import { useFormat } from '../i18n/format.ts'

interface EquipmentAlertProps {
  /** null: not said, as in old journals, or not for whoever looks. */
  device: string | null
  reason: string | null
  recorder: string | null
  since: Ms | null
}

export function EquipmentAlert({ device, reason, recorder, since }: EquipmentAlertProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('health.equipment.title')}>
      {device !== null && since !== null && (
        <Text size="sm">
          {t('health.equipment.which', {
            device,
            reason: reason ?? '…',
            recorder: recorder ?? '…',
            time: format.time(since),
          })}
        </Text>
      )}
    </Alert>
  )
}
