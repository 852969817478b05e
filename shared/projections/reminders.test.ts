import { describe, expect, it } from 'vitest'
import type { FollowUpState } from '../conclusions/index.ts'
import { calendarOf } from '../law/working-days.ts'
import { type ReminderPlan, usualReminderPlan } from '../wire/casework/conclusions.ts'
import { isTimeToRemind, nextReminder } from './reminders.ts'

const vietnam = (time: string) => Date.parse(`${time}+07:00`)
/** A Thursday. */
const dueOn = '2026-12-31'
const heldAt = vietnam('2026-11-24T08:00:00')
type Given = FollowUpState['reminders'][number]
const given = (occasion: Given['occasion'], day: string, of = dueOn): Given => ({
  occasion,
  dueOn: of,
  at: vietnam(`${day}T08:00:00`),
  byAccountId: null,
})

interface Circumstances {
  dueOn?: string | null
  heldAt?: number
  status?: FollowUpState['status']
  reminders?: readonly Given[]
  plan?: Partial<ReminderPlan>
  holidays?: string[]
}
function next(today: string, circumstances: Circumstances = {}): string | null {
  const { status = 'open', reminders = [], plan = {}, holidays = [], ...assignment } = circumstances
  const found = nextReminder(
    { dueOn, heldAt, ...assignment },
    { status, steps: [], reminders: [...reminders] },
    { plan: { ...usualReminderPlan, ...plan }, calendar: calendarOf(holidays), today },
  )
  return found && `${found.occasion} ${found.on}`
}

describe('the next reminder to the unit in charge', () => {
  it('is three working days before, on the due day, the working day after, then every five working days', () => {
    expect(next('2026-12-01')).toBe('before 2026-12-28')
    const before = given('before', '2026-12-28')
    expect(next('2026-12-28', { reminders: [before] })).toBe('due 2026-12-31')
    const due = given('due', '2026-12-31')
    expect(next('2026-12-31', { reminders: [before, due] })).toBe('overdue 2027-01-01')
    const overdue = given('overdue', '2027-01-01')
    expect(next('2027-01-01', { reminders: [before, due, overdue] })).toBe('overdue 2027-01-08')
    const again = given('overdue', '2027-01-08')
    expect(next('2027-01-08', { reminders: [before, due, overdue, again] })).toBe('overdue 2027-01-15')
  })

  it('is on the last working day before a due day that is a day off', () => {
    const circumstances = { dueOn: '2027-01-03', holidays: ['2027-01-01'], reminders: [] }
    expect(next('2026-12-20', circumstances)).toBe('before 2026-12-29')
    const before = given('before', '2026-12-29', '2027-01-03')
    expect(next('2026-12-30', { ...circumstances, reminders: [before] })).toBe('due 2026-12-31')
    expect(next('2027-01-03', { ...circumstances, plan: { onDueDay: false } })).toBe('before 2026-12-29')
    expect(next('2027-01-04', circumstances)).toBe('overdue 2027-01-04')
  })

  it('when late, is only the current one: missed ones are not sent later', () => {
    expect(next('2026-12-30')).toBe('before 2026-12-28')
    expect(next('2026-12-31')).toBe('due 2026-12-31')
    expect(next('2027-02-15')).toBe('overdue 2027-01-01')
    const late = given('overdue', '2027-02-15')
    expect(next('2027-02-15', { reminders: [late] })).toBe('overdue 2027-02-22')
  })

  it('is not due right after a manual reminder, when overdue', () => {
    expect(next('2027-01-05', { reminders: [given('byHand', '2027-01-05')] })).toBe('overdue 2027-01-12')
    expect(next('2026-12-20', { reminders: [given('byHand', '2026-12-20')] })).toBe('before 2026-12-28')
  })

  it('starts again when the due day has changed', () => {
    const earlier = [given('before', '2026-12-10', '2026-12-15'), given('due', '2026-12-15', '2026-12-15')]
    expect(next('2026-12-16', { reminders: earlier })).toBe('before 2026-12-28')
  })

  it('skips the early one for an assignment made shortly before the due day', () => {
    const later = vietnam('2026-12-29T08:00:00')
    expect(next('2026-12-29', { heldAt: later })).toBe('due 2026-12-31')
    expect(next('2026-12-31', { heldAt: vietnam('2026-12-31T08:00:00') })).toBe('overdue 2027-01-01')
  })

  it('follows the plan set by the agency', () => {
    expect(next('2026-12-01', { plan: { daysBefore: 10 } })).toBe('before 2026-12-17')
    expect(next('2026-12-01', { plan: { daysBefore: 0 } })).toBe('due 2026-12-31')
    expect(next('2026-12-01', { plan: { daysBefore: 0, onDueDay: false } })).toBe('overdue 2027-01-01')
    expect(next('2027-01-05', { plan: { overdueEvery: 0 } })).toBeNull()
  })

  it('is none once reported or accepted, nor without a due day', () => {
    expect(next('2027-01-05', { status: 'reported' })).toBeNull()
    expect(next('2027-01-05', { status: 'accepted' })).toBeNull()
    expect(next('2027-01-05', { dueOn: null })).toBeNull()
  })
})

describe('reminder letters are sent', () => {
  it('on working days in Vietnam, from the hour set by the agency', () => {
    const isTime = (time: string, holidays: string[] = []) =>
      isTimeToRemind(vietnam(time), usualReminderPlan, calendarOf(holidays))
    expect(isTime('2026-12-31T07:59:59')).toBe(false)
    expect(isTime('2026-12-31T08:00:00')).toBe(true)
    expect(isTime('2026-12-31T08:00:00', ['2026-12-31'])).toBe(false)
    expect(isTime('2027-01-02T10:00:00')).toBe(false)
    expect(isTime('2026-12-31T23:30:00')).toBe(true)
  })
})
