// Converts between recording time and session time. Files are stamped by the system clock; session time is steady and
// is only adjusted to it gradually (ADR 0086). A film plays in recording time; times are stated in session time.
import type { Ms } from '../kernel/ids.ts'

export interface Stamped {
  /** By the clock of the machine. */
  readonly from: Ms
  readonly until: Ms
  /** By how much that clock was ahead of the session's time then. Without it they agreed. */
  readonly ahead?: { readonly from: number; readonly until: number } | undefined
}

export interface RecordedTime {
  /** When it is in the recording, which runs evenly. The same, while a clock that was set is not being made good. */
  inRecording(session: Ms): Ms
  inSession(recording: Ms): Ms
}

/** The session's time runs a twentieth faster or slower at most: otherwise the clock was set within the file. */
const slowest = 0.9
const fastest = 1.1

interface Knot {
  readonly session: Ms
  readonly recording: Ms
}

export function recordedTime(files: readonly Stamped[]): RecordedTime {
  const knots = knotsOf(files)
  return {
    inRecording: (at) => Math.round(between(knots, 'session', 'recording', at)),
    inSession: (at) => Math.round(between(knots, 'recording', 'session', at)),
  }
}

export const sessionFrom = ({ from, ahead }: Stamped): Ms => from - (ahead?.from ?? 0)
const sessionUntil = ({ until, ahead }: Stamped): Ms => until - (ahead?.until ?? 0)

/** Its packets from then on, of a second at most until its track was broken off (ADR 0051), bear other times than those before them. */
export function wasSetWithin(file: Stamped): boolean {
  const rate = rateOf(file)
  return rate < slowest || rate > fastest
}

/** How long it was recorded for, whatever the clock said. */
export const recordedLength = (file: Stamped): number =>
  wasSetWithin(file) ? Math.max(0, sessionUntil(file) - sessionFrom(file)) : file.until - file.from

/** How fast the recording runs when the session's time is 1. */
const rateOf = (file: Stamped): number => (file.until - file.from) / (sessionUntil(file) - sessionFrom(file))

/** None where every file ran as its session did. */
function knotsOf(files: readonly Stamped[]): Knot[] {
  const turns: { at: Ms; rate: number; begins: 1 | -1 }[] = []
  let isEven = true
  for (const file of files) {
    const [begin, end] = [sessionFrom(file), sessionUntil(file)]
    if (end <= begin) continue
    const rate = recordedLength(file) / (end - begin)
    isEven &&= rate === 1
    turns.push({ at: begin, rate, begins: 1 }, { at: end, rate, begins: -1 })
  }
  if (isEven) return []
  turns.sort((one, other) => one.at - other.at)
  const knots: Knot[] = []
  let [running, sum] = [0, 0]
  for (const { at, rate, begins } of turns) {
    const last = knots.at(-1)
    if (!last || at > last.session) {
      // Files of the same moment say the same, but for some milliseconds.
      const then = running > 0 ? sum / running : 1
      knots.push({ session: at, recording: last ? last.recording + (at - last.session) * then : at })
    }
    running += begins
    sum += begins * rate
  }
  return knots
}

/** Before the first knot and behind the last one both run alike. */
function between(knots: readonly Knot[], one: keyof Knot, other: keyof Knot, at: Ms): Ms {
  let [low, high] = [0, knots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((knots[middle]?.[one] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const [before, after] = [knots[low - 1], knots[low]]
  if (before && after)
    return before[other] + ((at - before[one]) * (after[other] - before[other])) / (after[one] - before[one])
  const end = before ?? after
  return end ? end[other] + (at - end[one]) : at
}
