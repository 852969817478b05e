import { Button, Paper, Text } from '@mantine/core'
import { IconMicrophone, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LevelMeter } from '../../live/devices/LevelMeter.tsx'
import { useLocalDevices } from '../../live/media/local-devices.ts'
import { recordVoice, voiceSampleSeconds } from '../../live/media/voice-sample.ts'
import { useLiveSession } from '../../live/session/live-session-context.ts'
import { DeviceStep } from './DeviceStep.tsx'
import { Answers, type StepProps } from './StepFrame.tsx'

export function MicrophoneStep({ place, onDone }: StepProps) {
  return (
    <DeviceStep
      device="microphone"
      place={place}
      onDone={onDone}
      preview={(track) => (
        <Paper withBorder p="md">
          <LevelMeter track={track} />
        </Paper>
      )}
      answers={(track) => <Sample key={track.id} track={track} onDone={onDone} />}
    />
  )
}

type Recording = ReturnType<typeof recordVoice>

/** Says something, hears it back, answers. A browser that cannot record still has the bar that moves. */
function Sample({ track, onDone }: { track: MediaStreamTrack; onDone: StepProps['onDone'] }) {
  const { t } = useTranslation()
  const [recording, setRecording] = useState<Recording | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [isUnable, setUnable] = useState(false)
  useEffect(() => () => recording?.stop(), [recording])
  useEffect(() => () => URL.revokeObjectURL(address ?? ''), [address])

  async function record() {
    setAddress(null)
    try {
      const begun = recordVoice(track)
      setRecording(begun)
      setAddress(URL.createObjectURL(await begun.done))
    } catch {
      setUnable(true)
    }
    setRecording(null)
  }

  if (recording)
    return (
      <Button size="xl" color="red" leftSection={<IconPlayerStop aria-hidden />} onClick={recording.stop}>
        {t('check.microphone.recording')}
      </Button>
    )
  if (!address && !isUnable)
    return (
      <>
        <Text fz="lg">{t('check.microphone.how')}</Text>
        <Button size="xl" leftSection={<IconMicrophone aria-hidden />} onClick={() => void record()}>
          {t('check.microphone.record', { count: voiceSampleSeconds })}
        </Button>
      </>
    )
  return (
    <>
      {address && <Playback address={address} onAgain={() => void record()} />}
      <Answers
        yes={t(address ? 'check.microphone.yes' : 'check.microphone.moves')}
        no={t(address ? 'check.microphone.no' : 'check.microphone.still')}
        onAnswer={onDone}
      />
    </>
  )
}

function Playback({ address, onAgain }: { address: string; onAgain: () => void }) {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const speakerId = useLocalDevices(devices, ({ preferences }) => preferences.speakerId)
  const audio = useRef<HTMLAudioElement>(null)
  useEffect(() => {
    const element = audio.current
    if (!element) return
    const play = () => void element.play().catch(() => undefined)
    if (speakerId && 'setSinkId' in element) void element.setSinkId(speakerId).then(play, play)
    else play()
  }, [speakerId])
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the person’s own voice of a moment ago, which is kept nowhere */}
      <audio ref={audio} src={address} />
      <Text fz="lg" role="status">
        {t('check.microphone.question')}
      </Text>
      <Button
        variant="light"
        size="md"
        leftSection={<IconPlayerPlay aria-hidden />}
        onClick={() => void audio.current?.play()}
      >
        {t('check.microphone.playAgain')}
      </Button>
      <Button variant="light" size="md" leftSection={<IconMicrophone aria-hidden />} onClick={onAgain}>
        {t('check.microphone.recordAgain')}
      </Button>
    </>
  )
}
