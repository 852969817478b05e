// To staff, at once: something that must be recorded is not being written, or not yet.
import { IconAlertTriangle, IconPlayerRecord } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { openGaps, type RecordingGap } from '../../../../../shared/modules/recording/contract.ts'
import { useName, useRole } from '../../../../live/session/selectors.ts'
import { useSession } from '../../../../live/session/store.ts'
import { NoticeBanner } from '../../../frame/NoticeBanner.tsx'

export function RecordingAlarm() {
  const gaps = useSession(useShallow(({ state }) => (state ? openGaps(state.recording) : [])))
  const isStarting = useSession(({ state }) => state?.recording.status === 'starting')
  const role = useRole()
  const whole = gaps.find(({ track }) => track === null)
  const [first] = gaps
  if (!first) return isStarting && (role === 'chair' || role === 'secretary') ? <Starting /> : null
  return <Alarm gap={whole ?? first} count={whole ? 1 : gaps.length} />
}

function Starting() {
  const { t } = useTranslation()
  return (
    <NoticeBanner
      icon={IconPlayerRecord}
      label={t('recordingStatus.starting')}
      words={t('hearing.recordingStarting')}
    />
  )
}

function Alarm({ gap: { track, cause }, count }: { gap: RecordingGap; count: number }) {
  const { t } = useTranslation()
  const name = useName(track?.participantId)
  const why = { cause: t(`recordingCause.${cause}`) }
  const one = track
    ? t('hearing.notRecordedTrack', { ...why, name, source: t(`recordingSource.${track.source}`) })
    : t('hearing.notRecordedAll', why)
  return (
    <NoticeBanner
      icon={IconAlertTriangle}
      label={t('hearing.notRecorded')}
      words={count > 1 ? t('hearing.notRecordedTracks', { count }) : one}
    />
  )
}
