// Maps session time to film time and back. Omissions are not in the film; for a time that is missing in the film, the
// reason is returned for the player.
import type { Ms } from '../kernel/ids.ts'
import type { FilmTimeline, OmissionReason } from '../wire/hearing/film.ts'

/** Of a moment that is not in the film: before it begins, behind its end, or left out. */
export type Absence = OmissionReason | 'before' | 'after'

export type FilmPlace =
  /** `isAside`: some were in a consultation then; the film shows the others. */
  | { readonly isInFilm: true; readonly filmMs: number; readonly isAside: boolean }
  /** `goesOnMs`: where the film goes on behind it. */
  | { readonly isInFilm: false; readonly why: Absence; readonly goesOnMs: number }

/** Of a moment that is left out, where the film goes on. */
export function filmTime(timeline: Pick<FilmTimeline, 'spans' | 'durationMs'>, at: Ms): number {
  const index = timeline.spans.findIndex(({ until }) => at < until)
  const span = timeline.spans[index]
  if (!span) return timeline.durationMs
  const endMs = endOf(timeline, index)
  const share = Math.max(0, at - span.from) / (span.until - span.from)
  return span.startMs + share * (endMs - span.startMs)
}

/** Null: the film is empty. */
export function sessionTime(timeline: Pick<FilmTimeline, 'spans' | 'durationMs'>, filmMs: number): Ms | null {
  const { spans } = timeline
  const index = Math.max(
    0,
    spans.findLastIndex(({ startMs }) => startMs <= filmMs),
  )
  const span = spans[index]
  if (!span) return null
  const share = Math.max(0, filmMs - span.startMs) / (endOf(timeline, index) - span.startMs)
  return Math.round(span.from + Math.min(1, share) * (span.until - span.from))
}

/** A span of the film is not always as long as in its session: a clock that was set is made good (ADR 0086). */
const endOf = ({ spans, durationMs }: Pick<FilmTimeline, 'spans' | 'durationMs'>, index: number): number =>
  spans[index + 1]?.startMs ?? durationMs

/** Where something of the session was left out between two pictures. */
export const cutsOf = ({ spans }: Pick<FilmTimeline, 'spans'>): number[] =>
  spans.flatMap(({ from, startMs }, index) => (index > 0 && spans[index - 1]?.until !== from ? [startMs] : []))

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
