// One participant on the stage: picture or initials, name plate, and in words what the picture cannot say.
import {
  IconHandStop,
  IconMessages,
  IconMicrophoneOff,
  IconPin,
  IconPlugConnectedX,
  IconVolume,
} from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { useLocalDevices } from '../media/local-devices.ts'
import { useMedia } from '../media/media-store.ts'
import { useLiveSession } from '../session/live-session-context.ts'
import { isAside, useName, useParticipant, useSiteName } from '../session/selectors.ts'
import { useSession } from '../session/store.ts'
import { initials, isSpeaking } from './on-stage.ts'
import styles from './stage.module.css'
import { TileReaction } from './TileReaction.tsx'
import { TrackVideo } from './TrackVideo.tsx'

interface TileProps {
  participantId: ParticipantId
  isLarge?: boolean
  /** Without it the tile cannot be chosen. */
  onChoose?: (participantId: ParticipantId) => void
  isPinned?: boolean
  /** What this person does here, told in place of their role; their plate then lies below the picture and covers no hands. */
  duty?: string
}

export const Tile = memo(function Tile(props: TileProps) {
  const { participantId, isLarge = false, onChoose, isPinned = false, duty } = props
  const { t } = useTranslation()
  const facts = useTileFacts(participantId)
  const frame = useRef<HTMLElement>(null)
  const { visible } = useLiveSession()
  useEffect(() => {
    if (frame.current && !facts.isMe) return visible.watch(frame.current, participantId)
  }, [visible, participantId, facts.isMe])

  const says = [
    facts.name,
    duty ?? (facts.role && t(`role.${facts.role}`)),
    facts.siteName,
    facts.isSpeaking && t('stage.speaking'),
    facts.hasFloor && t('stage.hasFloor'),
    facts.isMuted && t('stage.muted'),
    facts.isAside && t('stage.aside'),
    facts.isLost && t('stage.lost'),
  ]
  return (
    <figure
      ref={frame}
      className={styles.tile}
      aria-label={says.filter(Boolean).join(', ')}
      data-participant={participantId}
      data-large={isLarge || undefined}
      data-duty={duty !== undefined || undefined}
      data-speaking={facts.isSpeaking || undefined}
      data-floor={facts.hasFloor || undefined}
      data-lost={facts.isLost || facts.isAside || undefined}
    >
      <Picture participantId={participantId} isMe={facts.isMe} name={facts.name} isLarge={isLarge} />
      {facts.isAside && !facts.isLost && (
        <p className={styles.lost}>
          <IconMessages size="1.2em" aria-hidden /> {t('stage.aside')}
        </p>
      )}
      {facts.isLost && (
        <p className={styles.lost}>
          <IconPlugConnectedX size="1.2em" aria-hidden /> {t('stage.lost')}
        </p>
      )}
      <TileReaction key={participantId} participantId={participantId} />
      <NamePlate {...facts} isLarge={isLarge} isPinned={isPinned} duty={duty} />
      {onChoose && (
        <button
          type="button"
          className={styles.choose}
          aria-pressed={isPinned}
          aria-label={t('stage.showLarge', { name: facts.name })}
          title={t('stage.showLarge', { name: facts.name })}
          onClick={() => onChoose(participantId)}
        />
      )}
    </figure>
  )
})

type TileFacts = ReturnType<typeof useTileFacts>

function useTileFacts(participantId: ParticipantId) {
  const participant = useParticipant(participantId)
  return {
    isMe: useSession(({ me }) => me?.participantId === participantId),
    name: useName(participantId),
    role: participant?.role ?? null,
    siteName: useSiteName(participant?.siteId),
    isLost: participant?.status === 'lost',
    isAside: useSession((session) => isAside(session, participantId)),
    isMuted: useSession(({ live }) => live.sources[participantId]?.audio === 'muted'),
    isSpeaking: useSession(({ live }) => isSpeaking(live.levels[participantId])),
    hasFloor: useSession(({ state }) => state?.floor.holder?.participantId === participantId),
  }
}

function Picture(props: { participantId: ParticipantId; isMe: boolean; name: string; isLarge: boolean }) {
  const { participantId, isMe, name, isLarge } = props
  const { devices, media } = useLiveSession()
  const own = useLocalDevices(devices, ({ camera }) => camera.track)
  const received = useMedia(({ remote, isAudioOnly }) => (isAudioOnly ? undefined : remote[participantId]?.camera))
  if (isMe && own) return <TrackVideo track={own} isMirrored isWhole={isLarge} />
  if (!isMe && received)
    return (
      <TrackVideo
        key={received.consumerId}
        track={received.track}
        isWhole={isLarge}
        onAttached={() => media.attached(received.consumerId)}
      />
    )
  return (
    <span className={styles.avatar} aria-hidden>
      {initials(name)}
    </span>
  )
}

function NamePlate({
  name,
  role,
  siteName,
  isMe,
  isMuted,
  isSpeaking: speaks,
  hasFloor,
  isLarge,
  isPinned,
  duty,
}: TileFacts & { isLarge: boolean; isPinned: boolean; duty: string | undefined }) {
  const { t } = useTranslation()
  const office = duty ?? (role && t(`role.${role}`))
  // A small tile has room for one of the two: the site says more than the role.
  const below = isLarge ? [office, siteName].filter(Boolean).join(' · ') : (siteName ?? office)
  return (
    <div className={styles.plate} aria-hidden>
      <span className={styles.signs}>
        {speaks && <IconVolume size="1.1em" />}
        {isMuted && <IconMicrophoneOff size="1.1em" />}
        {hasFloor && <IconHandStop size="1.1em" />}
        {isPinned && isLarge && <IconPin size="1.1em" />}
      </span>
      <span className={styles.name}>{isMe ? t('stage.self', { name }) : name}</span>
      {below && <span className={styles.office}>{below}</span>}
    </div>
  )
}
