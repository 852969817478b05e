// Of a closed session: whether its minutes are owed and until when, who said that there will be none, and when it is sealed by itself.
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionSealing } from '../../../../../shared/wire/custody/sealing.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { WaiveDialog } from '../../sealing/WaiveDialog.tsx'

export function MinutesOwed({ sessionId, sealing }: { sessionId: string; sealing: SessionSealing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isWaiving, setWaiving] = useState(false)
  const { unsealed, waiver } = sealing
  if (!unsealed) return null
  const { minutesDueAt, sealsAt } = unsealed
  return (
    <>
      {sealsAt === null ? (
        <Alert
          color={minutesDueAt < Date.now() ? 'red' : 'yellow'}
          icon={<IconFileAlert aria-hidden />}
          title={t('sealing.owed')}
        >
          <Text>{t('sealing.dueOn', { time: format.dateTime(minutesDueAt) })}</Text>
          <Text mb="sm">{t('sealing.owed.session')}</Text>
          <Group>
            <Button variant="default" onClick={() => setWaiving(true)}>
              {t('minutes.waive')}
            </Button>
          </Group>
        </Alert>
      ) : (
        <Text>{t('sealing.sealsAt', { time: format.dateTime(sealsAt) })}</Text>
      )}
      {waiver && (
        <Text>
          {t('sealing.waivedBy', {
            name: waiver.by ?? t('register.somebody'),
            time: format.dateTime(waiver.at),
            reason: waiver.reason,
          })}
        </Text>
      )}
      {isWaiving && <WaiveDialog sessionIds={[sessionId]} onClose={() => setWaiving(false)} />}
    </>
  )
}
