// The film, its time bar and its buttons. Its keys: use-player-keys.ts.
import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import {
  IconHeadphones,
  IconMaximize,
  IconMinimize,
  IconPlayerPause,
  IconPlayerPlay,
  IconRewindBackward10,
  IconRewindForward10,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionTime } from '../../../../shared/projections/film-time.ts'
import type { MadeFilm } from '../../../../shared/wire/hearing/film.ts'
import type { Account } from '../../../../shared/wire/identity/account.ts'
import { clockDuration, useFormat } from '../../../base/i18n/format.ts'
import classes from './player.module.css'
import { SeekBar } from './SeekBar.tsx'
import { type FilmMedia, speeds } from './use-film-media.ts'
import { skipMs, usePlayerKeys } from './use-player-keys.ts'
import { Watermark } from './Watermark.tsx'

interface PlayerProps {
  film: MadeFilm
  title: string
  peaks: readonly number[]
  media: FilmMedia
  account: Account
}

export function Player({ film, title, peaks, media, account }: PlayerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const frame = useRef<HTMLElement>(null)
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const listener = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', listener)
    return () => document.removeEventListener('fullscreenchange', listener)
  }, [])
  const toggleFullscreen = () => {
    // A browser that does not let a page fill the screen leaves it as it is.
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    else void frame.current?.requestFullscreen?.().catch(() => undefined)
  }
  usePlayerKeys(media, toggleFullscreen)
  const clock = sessionTime(film, media.atMs)
  return (
    <section ref={frame} className={classes.player} aria-label={t('film.video', { title })} data-player>
      <div className={classes.screen}>
        {/* What is said stands beside it, in the minutes. */}
        {/* biome-ignore lint/a11y/useMediaCaption: the minutes beside it are its text */}
        <video
          ref={media.ref}
          className={classes.video}
          src={media.src}
          preload="metadata"
          playsInline
          disablePictureInPicture
          tabIndex={-1}
          aria-label={t('film.video', { title })}
          onClick={media.toggle}
          onContextMenu={(event) => event.preventDefault()}
        />
        {media.isSoundAlone && (
          <div className={classes.soundAlone}>
            <IconHeadphones size={64} aria-hidden />
            <Text size="lg">{t('film.soundAlone.now')}</Text>
          </div>
        )}
        <Watermark account={account} />
        {media.isBroken && (
          <div className={classes.broken} role="alert">
            <Text>{t('film.broken')}</Text>
            <Button variant="white" onClick={media.reload}>
              {t('film.reload')}
            </Button>
          </div>
        )}
      </div>
      <div className={classes.controls}>
        <SeekBar film={film} peaks={peaks} atMs={media.atMs} onSeek={media.seek} />
        <div className={classes.buttons}>
          <div className={classes.time}>
            <Text span>
              {clockDuration(media.atMs)} / {clockDuration(film.durationMs)}
            </Text>
            {clock !== null && (
              <Text span size="sm" c="gray.4">
                {t('film.clock', { clock: format.clock(clock) })}
              </Text>
            )}
          </div>
          <Control label={t('film.back10')} onClick={() => media.skip(-skipMs)}>
            <IconRewindBackward10 aria-hidden />
          </Control>
          <Control label={t(media.isPlaying ? 'film.pause' : 'film.play')} onClick={media.toggle}>
            {media.isPlaying ? <IconPlayerPause aria-hidden /> : <IconPlayerPlay aria-hidden />}
          </Control>
          <Control label={t('film.forward10')} onClick={() => media.skip(skipMs)}>
            <IconRewindForward10 aria-hidden />
          </Control>
          <select
            className={classes.speed}
            aria-label={t('film.speed')}
            value={media.speed}
            onChange={(event) => media.setSpeed(speeds.find((one) => one === Number(event.currentTarget.value)) ?? 1)}
          >
            {speeds.map((speed) => (
              <option key={speed} value={speed}>
                {speed.toLocaleString('vi-VN')}×
              </option>
            ))}
          </select>
          <Control
            label={t('film.soundAlone')}
            isOn={media.isSoundAlone}
            onClick={() => media.setSoundAlone(!media.isSoundAlone)}
          >
            <IconHeadphones aria-hidden />
          </Control>
          <div className={classes.mute}>
            <Control label={t(media.isMuted ? 'film.unmute' : 'film.mute')} onClick={media.toggleMute}>
              {media.isMuted ? <IconVolumeOff aria-hidden /> : <IconVolume aria-hidden />}
            </Control>
          </div>
          <Control label={t(isFull ? 'film.leaveFullscreen' : 'film.fullscreen')} onClick={toggleFullscreen}>
            {isFull ? <IconMinimize aria-hidden /> : <IconMaximize aria-hidden />}
          </Control>
        </div>
      </div>
    </section>
  )
}

interface ControlProps {
  label: string
  /** Of a switch. */
  isOn?: boolean
  onClick: () => void
  children: ReactNode
}

function Control({ label, isOn, onClick, children }: ControlProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={44}
        variant={isOn ? 'white' : 'transparent'}
        c={isOn ? 'dark' : 'white'}
        aria-label={label}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
