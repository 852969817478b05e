// Plays everybody who may be heard: an interpreter in full, and the floor then as loud as the listener wants it. Apart from the tiles, so that a tile off screen or a change of layout cuts no word.
import { Button, Overlay, Stack, Text } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalDevices } from '../media/local-devices.ts'
import { mediaStore, type RemoteTrack, useMedia } from '../media/media-store.ts'
import { interpreterFor } from '../session/interpreter.ts'
import { languageOf, useListening } from '../session/listening.ts'
import { useLiveSession } from '../session/live-session-context.ts'
import { useSession } from '../session/store.ts'
import { setVolume } from './volume.ts'

export function RemoteAudio() {
  const remote = useMedia((media) => media.remote)
  const language = useListening(languageOf)
  const originalPercent = useListening((listening) => listening.originalPercent)
  const interpreter = useSession((session) => interpreterFor(session, language))
  const voice = (interpreter && remote[interpreter]?.microphone) ?? null
  const tracks = Object.values(remote).flatMap(({ microphone, screenSound }) =>
    [microphone, screenSound].filter((track) => track !== undefined),
  )
  return tracks.map((track) => (
    <PlayedTrack
      key={track.consumerId}
      remoteTrack={track}
      volume={voice === null || track === voice ? 1 : originalPercent / 100}
    />
  ))
}

function PlayedTrack({
  remoteTrack: { consumerId, participantId, track },
  volume,
}: {
  remoteTrack: RemoteTrack
  /** 0 … 1 */
  volume: number
}) {
  const audio = useRef<HTMLAudioElement>(null)
  const { media, devices } = useLiveSession()
  const isBlocked = useMedia((snapshot) => snapshot.isPlaybackBlocked)
  const speakerId = useLocalDevices(devices, ({ preferences }) => preferences.speakerId)

  useEffect(() => {
    const element = audio.current
    if (!element) return
    element.srcObject = new MediaStream([track])
    media.attached(consumerId)
  }, [track, consumerId, media])

  useEffect(() => {
    if (!isBlocked) void play(audio.current)
  }, [isBlocked])

  useEffect(() => {
    if (audio.current) setVolume(audio.current, volume)
  }, [volume])

  useEffect(() => {
    // A speaker that is no longer there is the system's choice again.
    if (audio.current && 'setSinkId' in audio.current) audio.current.setSinkId(speakerId ?? '').catch(() => undefined)
  }, [speakerId])

  // biome-ignore lint/a11y/useMediaCaption: live speech of the hearing; captions are a module of their own
  return <audio ref={audio} data-participant={participantId} autoPlay />
}

async function play(element: HTMLAudioElement | null) {
  try {
    await element?.play()
  } catch (error) {
    // Any other failure is a track that has ended meanwhile.
    if (error instanceof DOMException && error.name === 'NotAllowedError')
      mediaStore.setState({ isPlaybackBlocked: true })
  }
}

/** Browsers play no sound before a touch; after a reload there has been none. */
export function PlaybackGate() {
  const { t } = useTranslation()
  const isBlocked = useMedia((media) => media.isPlaybackBlocked)
  if (!isBlocked) return null
  return (
    <Overlay fixed center backgroundOpacity={0.75} zIndex={400}>
      <Stack align="center" gap="md">
        <Button
          size="xl"
          data-autofocus
          leftSection={<IconVolume aria-hidden />}
          onClick={() => mediaStore.setState({ isPlaybackBlocked: false })}
        >
          {t('stage.tapToHear')}
        </Button>
        <Text c="white">{t('stage.tapToHearWhy')}</Text>
      </Stack>
    </Overlay>
  )
}
