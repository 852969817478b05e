// The buttons below the film: back and forth, play, speed, sound alone, mute, the whole screen.
import { ActionIcon, Tooltip } from '@mantine/core'
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
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './player.module.css'
import { type FilmMedia, speeds } from './use-film-media.ts'
import { skipMs } from './use-player-keys.ts'

interface PlayerButtonsProps {
  media: FilmMedia
  isFull: boolean
  onFullscreen: () => void
}

export function PlayerButtons({ media, isFull, onFullscreen }: PlayerButtonsProps) {
  const { t } = useTranslation()
  return (
    <>
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
      <Control label={t(isFull ? 'film.leaveFullscreen' : 'film.fullscreen')} onClick={onFullscreen}>
        {isFull ? <IconMinimize aria-hidden /> : <IconMaximize aria-hidden />}
      </Control>
    </>
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
