// Where in the film a moment of the session is, and which moment a place of the film shows. Pauses are not in the film, so the
// two run apart; why a moment is not in it is said here, in one word, for the player.
import type { Ms } from '../kernel/ids.ts'
import type { FilmTimeline, OmissionReason } from '../wire/film.ts'

/** Of a moment that is not in the film: before it begins, behind its end, or left out. */
export type Absence = OmissionReason | 'before' | 'after'

export type FilmPlace =
  /** `isAside`: some were in a consultation then; the film shows the others. */
  | { readonly isInFilm: true; readonly filmMs: number; readonly isAside: boolean }
  /** `goesOnMs`: where the film goes on behind it. */
  | { readonly isInFilm: false; readonly why: Absence; readonly goesOnMs: number }

/** Of a moment that is left out, where the film goes on. */
export function filmTime({ spans, durationMs }: Pick<FilmTimeline, 'spans' | 'durationMs'>, at: Ms): number {
  const span = spans.find(({ until }) => at < until)
  return span ? Math.min(durationMs, span.startMs + Math.max(0, at - span.from)) : durationMs
}

/** Null: the film is empty. */
export function sessionTime({ spans }: Pick<FilmTimeline, 'spans'>, filmMs: number): Ms | null {
  const span = spans.findLast(({ startMs }) => startMs <= filmMs) ?? spans[0]
  return span ? Math.min(span.until, span.from + Math.max(0, Math.round(filmMs - span.startMs))) : null
}

export function placeInFilm(timeline: FilmTimeline, at: Ms): FilmPlace {
  const { spans, omissions, asides } = timeline
  const isDuring = ({ from, until }: { from: Ms; until: Ms }) => from <= at && at < until
  const filmMs = filmTime(timeline, at)
  if (spans.some(isDuring)) return { isInFilm: true, filmMs, isAside: asides.some(isDuring) }
  const omission = omissions.find(isDuring)
  const isBefore = at < (spans[0]?.from ?? 0)
  return { isInFilm: false, why: omission?.why ?? (isBefore ? 'before' : 'after'), goesOnMs: filmMs }
}

/** Which of these lines of the minutes is the one being heard: the last that had begun; -1: none has. */
export function lineHeardAt(lines: readonly { readonly at: Ms }[], at: Ms | null): number {
  if (at === null) return -1
  return lines.reduce((best, line, index) => {
    const latest = lines[best]?.at ?? Number.NEGATIVE_INFINITY
    return line.at <= at && line.at >= latest ? index : best
  }, -1)
}
