// As long as a session that must be recorded is left to the agency’s own equipment: which, why, and who records.
import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isLeftToEquipment } from '../../../shared/modules/recording/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { type SessionSnapshot, useSession } from '../../session/store.ts'

export const isUnrecordedHere = ({ state }: SessionSnapshot): boolean =>
  state !== null && isLeftToEquipment(state.recording, state.session)

export function EquipmentAlarm() {
  const { t } = useTranslation()
  const format = useFormat()
  const isShown = useSession(isUnrecordedHere)
  const equipment = useSession(({ state }) => state?.recording.equipment ?? null)
  const recorder = useSession(({ people }) => (equipment ? people[equipment.recorderId]?.name : undefined))
  if (!isShown) return null
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('health.equipment.title')}>
      {equipment && (
        <Text size="sm">
          {t('health.equipment.which', {
            device: equipment.device,
            recorder: recorder ?? '…',
            reason: equipment.reason,
            time: format.time(equipment.since),
          })}
        </Text>
      )}
    </Alert>
  )
}
