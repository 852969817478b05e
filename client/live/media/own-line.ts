// How this person’s own line does, in three grades, from the reports the page tells the server anyway. Slow to change: a hiccup
// is no warning, and a warning does not flicker.
import type { HealthReport } from '../../../shared/wire/hearing/health.ts'

export type LineGrade = 'good' | 'weak' | 'poor'

export interface OwnLine {
  readonly grade: LineGrade
  readonly report: HealthReport
  /** What the last report said while it still differs from `grade`, and how many have said so in a row. */
  readonly heading: { readonly grade: LineGrade; readonly times: number } | null
}

/** From these on speech has gaps, and a conversation stumbles over the delay. */
const poor = { lossPercent: 8, roundTripMs: 1000 }
const weak = { lossPercent: 2, roundTripMs: 400 }
/** Reports come every five seconds. */
const timesToBelieve = { worse: 2, better: 3 }
const grades: readonly LineGrade[] = ['good', 'weak', 'poor']

/** That the own picture is sent smaller than wished is how a narrow line works, and no trouble by itself. */
function gradeOf({ upLossPercent, downLossPercent, roundTripMs }: HealthReport): LineGrade {
  const isBeyond = (limit: typeof weak) =>
    Math.max(upLossPercent, downLossPercent) >= limit.lossPercent || (roundTripMs ?? 0) >= limit.roundTripMs
  if (isBeyond(poor)) return 'poor'
  return isBeyond(weak) ? 'weak' : 'good'
}

export function withReport(before: OwnLine | null, report: HealthReport): OwnLine {
  const grade = gradeOf(report)
  if (!before) return { grade: 'good', report, heading: grade === 'good' ? null : { grade, times: 1 } }
  if (grade === before.grade) return { grade, report, heading: null }
  const times = before.heading?.grade === grade ? before.heading.times + 1 : 1
  const isWorse = grades.indexOf(grade) > grades.indexOf(before.grade)
  return times >= timesToBelieve[isWorse ? 'worse' : 'better']
    ? { grade, report, heading: null }
    : { grade: before.grade, report, heading: { grade, times } }
}
