// The sound of the film as its time bar: how loud it is, where chapters begin, where something was left out.
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { cutsOf, sessionTime } from '../../../../shared/projections/film-time.ts'
import type { MadeFilm } from '../../../../shared/wire/hearing/film.ts'
import { clockDuration, useFormat } from '../../../base/i18n/format.ts'
import classes from './player.module.css'

const height = 100
const leastHeight = 4

interface SeekBarProps {
  film: MadeFilm
  /** From 0 to 1; empty: they are still on their way. */
  peaks: readonly number[]
  atMs: number
  onSeek: (toMs: number) => void
}

export function SeekBar({ film, peaks, atMs, onSeek }: SeekBarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const { durationMs, chapters } = film
  const path = useMemo(() => wave(peaks), [peaks])
  const width = Math.max(1, peaks.length)
  const share = durationMs === 0 ? 0 : Math.min(1, atMs / durationMs)
  const across = (ms: number) => (ms / Math.max(1, durationMs)) * width
  const clock = sessionTime(film, atMs)
  return (
    <div className={classes.bar}>
      <svg className={classes.wave} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
        <path d={path} className={classes.waveAhead} />
        <clipPath id={id}>
          <rect width={width * share} height={height} />
        </clipPath>
        <path d={path} className={classes.wavePlayed} clipPath={`url(#${id})`} />
        {chapters.slice(1).map(({ startMs }) => (
          <line
            key={startMs}
            className={classes.chapterTick}
            x1={across(startMs)}
            x2={across(startMs)}
            y1={height * 0.8}
            y2={height}
          />
        ))}
        {cutsOf(film).map((startMs) => (
          <line key={startMs} className={classes.cut} x1={across(startMs)} x2={across(startMs)} y1={0} y2={height} />
        ))}
      </svg>
      <input
        type="range"
        className={classes.range}
        min={0}
        max={Math.round(durationMs)}
        step={100}
        value={Math.round(atMs)}
        aria-label={t('film.position')}
        aria-valuetext={t('film.positionText', {
          at: clockDuration(atMs),
          whole: clockDuration(durationMs),
          clock: clock === null ? '' : format.clock(clock),
        })}
        onChange={(event) => onSeek(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}

/** Louder than the loudest it cannot be; a bar for each part, from the middle. */
function wave(peaks: readonly number[]): string {
  const loudest = Math.max(0.05, ...peaks)
  return peaks
    .map((peak, index) => {
      const tall = Math.max(leastHeight, (peak / loudest) * height)
      return `M${index} ${(height - tall) / 2}h0.7v${tall}h-0.7z`
    })
    .join('')
}
