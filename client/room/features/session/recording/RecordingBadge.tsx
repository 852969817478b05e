// That the meeting is being recorded, in words and not by colour alone. Whose recording it is: see ADR 0027.
import { Badge, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerRecord, IconPlayerRecordFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../../live/session/store.ts'
import styles from './recording-badge.module.css'

const looks = {
  announced: { icon: IconPlayerRecord, color: 'gray.8' },
  starting: { icon: IconPlayerRecord, color: 'gray.8' },
  running: { icon: IconPlayerRecordFilled, color: 'red.9' },
  paused: { icon: IconPlayerPauseFilled, color: 'gray.8' },
} as const

export function RecordingBadge() {
  const status = useSession(({ state }) => state?.recording.status ?? 'off')
  const reason = useSession(({ state }) => state?.recording.pausedReason ?? null)
  // The region is there before the words, so that a screen reader says each change.
  return (
    <span role="status" className={styles.recording}>
      {status !== 'off' && <Words status={status} reason={reason} />}
    </span>
  )
}

function Words({ status, reason }: { status: keyof typeof looks; reason: string | null }) {
  const { t } = useTranslation()
  const { icon: Icon, color } = looks[status]
  const words = t(`recordingStatus.${status}`)
  const by = useSession(({ state }) => state?.recording.by ?? 'equipment')
  // Whose it will be is not said before it begins.
  const whole = status === 'announced' ? words : t(`hearing.recording.${by}`, { status: words })
  const why = reason === null ? whole : `${whole}. ${t('hearing.recordingPausedFor', { reason })}`
  return (
    <Tooltip label={why} multiline maw={320}>
      <Badge size="lg" variant="filled" color={color} tt="none" leftSection={<Icon size={16} aria-hidden />}>
        <span aria-hidden>{words}</span>
        <VisuallyHidden>{why}</VisuallyHidden>
      </Badge>
    </Tooltip>
  )
}
