// How the own line does: always in sight, the words and figures on a touch, and with them the way to receive less.
import { Popover, Stack, Switch, Text, UnstyledButton } from '@mantine/core'
import { IconAntennaBars2, IconAntennaBars3, IconAntennaBars5, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMedia } from '../../../live/media/media-store.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useSession } from '../../../live/session/store.ts'
import styles from './own-line.module.css'

const signs = { good: IconAntennaBars5, weak: IconAntennaBars3, poor: IconAntennaBars2, lost: IconPlugConnectedX }

export function OwnLineSign() {
  const { t } = useTranslation()
  const { media } = useLiveSession()
  const isOnline = useSession(({ connection }) => connection.status === 'online')
  const line = useMedia((snapshot) => snapshot.line)
  const isAudioOnly = useMedia((snapshot) => snapshot.isAudioOnly)
  const state = isOnline ? (line?.grade ?? 'good') : 'lost'
  const Sign = signs[state]
  return (
    <Popover position="bottom-end" shadow="md" withArrow trapFocus width={320}>
      <Popover.Target>
        <UnstyledButton className={styles.line} data-state={state} title={t(`connection.${state}`)}>
          <Sign size={28} aria-hidden />
          <span className={styles.words}>{t(`connection.${state}`)}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('connection.yours')}>
        <Stack gap="sm">
          <Text fw={600}>{t(`connection.${state}`)}</Text>
          <Figures />
          <Switch
            label={t('connection.audioOnly')}
            description={t('connection.audioOnlyWhy')}
            checked={isAudioOnly}
            onChange={({ currentTarget }) => media.setAudioOnly(currentTarget.checked)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function Figures() {
  const { t, i18n } = useTranslation()
  const report = useMedia(({ line }) => line?.report)
  if (!report) return null
  const { sentKbps, receivedKbps, upLossPercent, downLossPercent, roundTripMs, route } = report
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 })
  const figures = [
    t('health.sends', { rate: number.format(sentKbps / 1000) }),
    t('health.receives', { rate: number.format(receivedKbps / 1000) }),
    t('line.loss', { up: number.format(upLossPercent), down: number.format(downLossPercent) }),
    ...(roundTripMs === null ? [] : [t('line.roundTrip', { ms: roundTripMs })]),
    ...(route === null ? [] : [t(`line.route.${route}`)]),
  ]
  return <Text size="sm">{figures.join(' · ')}</Text>
}
