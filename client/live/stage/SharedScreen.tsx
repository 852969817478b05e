// The screen somebody shares, whole and as large as there is room. Its sound is played by RemoteAudio.
import { ActionIcon } from '@mantine/core'
import { IconArrowsMaximize, IconScreenShare } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { useMedia } from '../media/media-store.ts'
import { useLiveSession } from '../session/live-session-context.ts'
import { useName } from '../session/selectors.ts'
import styles from './stage.module.css'
import { TrackVideo } from './TrackVideo.tsx'

export function SharedScreen({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const { visible, media } = useLiveSession()
  const name = useName(participantId)
  const frame = useRef<HTMLElement>(null)
  const received = useMedia(({ remote }) => remote[participantId]?.screen)
  useEffect(() => {
    if (frame.current) return visible.watch(frame.current, participantId, 'screen')
  }, [visible, participantId])
  const words = t('stage.screenOf', { name })
  return (
    <figure ref={frame} className={styles.tile} aria-label={words} data-screen={participantId} data-large>
      {received ? (
        <TrackVideo
          key={received.consumerId}
          track={received.track}
          isWhole
          onAttached={() => media.attached(received.consumerId)}
        />
      ) : (
        <p className={styles.lost}>{t('stage.screenComing', { name })}</p>
      )}
      <div className={styles.plate} aria-hidden>
        <span className={styles.signs}>
          <IconScreenShare size="1.1em" />
        </span>
        <span className={styles.name}>{words}</span>
      </div>
      {/* Phones of Apple have no full screen for anything but a film. */}
      {document.fullscreenEnabled && (
        <ActionIcon
          className={styles.fullScreen}
          size={44}
          color="dark"
          aria-label={t('stage.fullScreen')}
          onClick={() => void toggleFullScreen(frame.current)}
        >
          <IconArrowsMaximize size={22} aria-hidden />
        </ActionIcon>
      )}
    </figure>
  )
}

async function toggleFullScreen(element: HTMLElement | null) {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await element?.requestFullscreen()
}
