import { describe, expect, it } from 'vitest'
import { atReception, by, inFullSession, later, minutes, type Step, start } from '../../tests/harness/given.ts'
import { clockRows } from '../law/clock-rows.ts'
import { type ClockRow, usualWarning } from '../law/legal-clocks.ts'
import { calendarDayOf, calendarOf, dayAfter, startOf } from '../law/working-days.ts'
import { noticeClock, owedNotices, urgentNotices } from './refusal-notices.ts'

const refuses = (participantId: string, groundId = 'decree-4-1-h'): Step =>
  by('chair', 'visit.explainRefusal', { participantId, groundId, words: 'Đã trả lời năm 2025.' })
const issues: Step = by('system', 'notice.issue', {
  noticeId: '019b0000-0000-7000-8000-000000000001',
  participantId: 'citizen1',
  explainedAt: start,
  matter: 'Khiếu nại việc thu hồi đất',
  reason: 'Không có tình tiết mới.',
  citation: 'điểm h khoản 1 Điều 4',
  signatoryId: 'head',
  dueOn: '2026-11-27',
  number: 3,
  year: 2026,
  byParticipantId: null,
})
const law = { rows: clockRows, calendar: calendarOf([]), lastDay: 'stays', warning: usualWarning } as const

describe('the notices owed for refusals', () => {
  it('are those of refusals on a ground that requires one, until they are issued', () => {
    const owed = (...steps: Step[]) => owedNotices(atReception(inFullSession, ...steps).state)
    expect(owed(refuses('citizen1', 'decree-4-1-a'))).toEqual([])
    const [one, ...others] = owed(refuses('citizen1'), later(minutes(1)), refuses('citizen2'))
    expect([one?.explainedAt, others.map(({ explainedAt }) => explainedAt)]).toEqual([start, [start + minutes(1)]])
    expect(owed(refuses('citizen1'), issues)).toEqual([])
  })

  it('are due by the row in force on the day of the refusal, including rows of the agency', () => {
    const on = calendarDayOf(start)
    const own: ClockRow = {
      clock: 'refusalNotice',
      unit: 'days',
      variants: [{ when: [], amount: 1, extension: null }],
      source: 'Nghị định mới',
      mark: 'read',
      readIn: null,
      validFrom: on,
      validTo: null,
    }
    expect(noticeClock(start, law, start)?.row).toMatchObject({
      unit: 'workingDays',
      source: expect.stringContaining('154'),
    })
    expect(noticeClock(start, { ...law, rows: [...clockRows, own] }, start)?.dueOn).toBe(dayAfter(on))
    expect(noticeClock(startOf('2026-06-30'), law, start)).toBeNull()
  })

  it('are amber when little time is left, and red after the last day', () => {
    const owed = owedNotices(atReception(inFullSession, refuses('citizen1')).state)
    const dueOn = noticeClock(start, law, start)?.dueOn ?? ''
    const colourOn = (day: string) => urgentNotices(owed, law, startOf(day))[0]?.colour
    expect([colourOn(dueOn), colourOn(dayAfter(dueOn))]).toEqual(['amber', 'red'])
  })
})
