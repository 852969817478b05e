// The film, its time bar and its buttons. Its keys: use-player-keys.ts.
import { Text } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionTime } from '../../../../shared/projections/film-time.ts'
import type { MadeFilm } from '../../../../shared/wire/hearing/film.ts'
import type { Account } from '../../../../shared/wire/identity/account.ts'
import { clockDuration, useFormat } from '../../../base/i18n/format.ts'
import { PlayerButtons } from './PlayerButtons.tsx'
import { PlayerScreen } from './PlayerScreen.tsx'
import classes from './player.module.css'
import { SeekBar } from './SeekBar.tsx'
import type { FilmMedia } from './use-film-media.ts'
import { usePlayerKeys } from './use-player-keys.ts'

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
  const { isFull, toggleFullscreen } = useFullscreen(frame)
  usePlayerKeys(media, toggleFullscreen)
  const clock = sessionTime(film, media.atMs)
  return (
    <section ref={frame} className={classes.player} aria-label={t('film.video', { title })} data-player>
      <PlayerScreen title={title} media={media} account={account} />
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
          <PlayerButtons media={media} isFull={isFull} onFullscreen={toggleFullscreen} />
        </div>
      </div>
    </section>
  )
}

function useFullscreen(frame: RefObject<HTMLElement | null>) {
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
  return { isFull, toggleFullscreen }
}
