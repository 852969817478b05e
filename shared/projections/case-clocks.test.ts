import { describe, expect, it } from 'vitest'
import type { CaseFact, Circumstance, EventKind, MatterSubject } from '../law/case-facts.ts'
import { clockRows } from '../law/clock-rows.ts'
import { type ClockName, usualWarning } from '../law/legal-clocks.ts'
import { calendarOf, startOf } from '../law/working-days.ts'
import { type CaseClock, clocksOf, colourOf, type LawInForce } from './case-clocks.ts'

/** New Year on a Friday; Tết from Thursday to Wednesday; both holidays of September. */
const daysOff = ['2026-09-01', '2026-09-02', '2027-01-01']
const tet = ['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10']
const law: LawInForce = {
  rows: clockRows,
  calendar: calendarOf([...daysOff, ...tet]),
  lastDay: 'stays',
  warning: usualWarning,
}

const at = (kind: EventKind, on: string): CaseFact => ({ kind, on })
const is = (subject: MatterSubject, on: string): CaseFact => ({ kind: 'classified', on, subject })
const found = (circumstance: Circumstance, on: string): CaseFact => ({ kind: 'found', on, circumstance })
const rested = (from: string, until: string): CaseFact[] => [
  { kind: 'suspended', on: from },
  { kind: 'resumed', on: until },
]
const extended = (clock: ClockName, on: string, until?: string): CaseFact => ({
  kind: 'extended',
  on,
  clock,
  ...(until !== undefined && { until }),
})
const received = (on: string, subject: MatterSubject = 'complaint') => [at('received', on), is(subject, on)]

/** At nine in the morning of the day. */
const clock = (name: ClockName, facts: readonly CaseFact[], today: string, by: LawInForce = law) =>
  clocksOf(facts, by, startOf(today) + 9 * 60 * 60 * 1000).find((one) => one.clock === name) as CaseClock
const due = (name: ClockName, facts: readonly CaseFact[], by: LawInForce = law) =>
  clock(name, facts, '2026-06-01', by).dueOn

describe('deadlines compared with hand-counted days', () => {
  it.each<[what: string, name: ClockName, facts: CaseFact[], dueOn: string]>([
    [
      'ten days, for a complaint that came on the last days of the old law',
      'complaintAcceptance',
      received('2026-06-29'),
      '2026-07-09',
    ],
    [
      'seven working days, for one that came on the first of the new',
      'complaintAcceptance',
      received('2026-07-01'),
      '2026-07-10',
    ],
    ['seven working days over one weekend', 'complaintAcceptance', received('2026-11-24'), '2026-12-03'],
    ['over the 2nd of September', 'complaintAcceptance', received('2026-08-28'), '2026-09-10'],
    ['over the end of a year', 'complaintAcceptance', received('2026-12-28'), '2027-01-07'],
    ['over Tết', 'complaintAcceptance', received('2027-02-01'), '2027-02-17'],
    ['come on a day of Tết itself', 'complaintAcceptance', received('2027-02-05'), '2027-02-19'],
    ['ten working days', 'citizenAnswer', received('2026-11-24', 'proposal'), '2026-12-08'],
    ['thirty days over the end of a year', 'complaintResolution', accepted('2026-12-15'), '2027-01-14'],
    [
      'forty-five days of a complex one',
      'complaintResolution',
      accepted('2026-11-30', found('complex', '2026-12-08')),
      '2027-01-14',
    ],
    [
      'sixty days of a complex one far away',
      'complaintResolution',
      accepted('2026-11-30', found('complex', '2026-12-08'), found('remote', '2026-12-01')),
      '2027-01-29',
    ],
    [
      'forty-five days of a second complaint',
      'secondComplaintResolution',
      accepted('2026-11-30', found('secondStage', '2026-11-30')),
      '2027-01-14',
    ],
    ['of a denunciation', 'denunciationCheck', received('2026-11-24', 'denunciation'), '2026-12-03'],
    [
      'of one that has to be asked about in several places',
      'denunciationCheck',
      [...received('2026-11-24', 'denunciation'), found('severalPlaces', '2026-11-25')],
      '2026-12-08',
    ],
    [
      'five days before the dialogue',
      'dialogueNotice',
      accepted('2026-11-20', at('dialogueSet', '2026-12-10')),
      '2026-12-05',
    ],
    ['forty-five days', 'petitionHandled', received('2026-11-24', 'reflection'), '2027-01-08'],
    ['three working days', 'refusalNotice', [at('receptionRefused', '2027-02-03')], '2027-02-15'],
  ])('%s', (_what, name, facts, dueOn) => {
    expect(due(name, facts)).toBe(dueOn)
  })

  it('end a day earlier when a Saturday is worked for a day of Tết', () => {
    const swapped = { ...law, calendar: { ...law.calendar, workedDays: ['2027-02-13'] } }
    const {
      dueOn,
      workedDays,
      daysOff: off,
    } = clock('complaintAcceptance', received('2027-02-01'), '2027-02-02', swapped)
    expect([dueOn, workedDays, off]).toEqual(['2027-02-16', ['2027-02-13'], tet])
  })

  it('end on a day off, or on the next working day, by setting of the agency', () => {
    expect(due('complaintResolution', accepted('2026-11-20'))).toBe('2026-12-20')
    expect(due('complaintResolution', accepted('2026-11-20'), { ...law, lastDay: 'moves' })).toBe('2026-12-21')
  })

  it('report a year without an entered calendar', () => {
    const of = (on: string) =>
      clock('complaintAcceptance', received(on), on, { ...law, calendar: calendarOf(daysOff.slice(0, 2)) })
    expect(of('2026-12-01').unknownYears).toEqual([])
    expect(of('2026-12-28').unknownYears).toEqual([2027])
  })
})

function accepted(on: string, ...more: CaseFact[]): CaseFact[] {
  return [...received('2026-11-16', 'complaint'), at('accepted', on), ...more]
}
const denounced = (...more: CaseFact[]) => [
  ...received('2026-11-24', 'denunciation'),
  at('accepted', '2026-12-01'),
  ...more,
]

describe('an extension', () => {
  it('gives a complex denunciation thirty days once, and a very complex one twice', () => {
    const longer = extended('denunciationResolution', '2026-12-20')
    const again = extended('denunciationResolution', '2027-01-20')
    expect(due('denunciationResolution', denounced(longer))).toBe('2026-12-31')
    const complex = found('complex', '2026-12-02')
    expect(due('denunciationResolution', denounced(complex, longer))).toBe('2027-01-30')
    expect(due('denunciationResolution', denounced(complex, longer, again))).toBe('2027-01-30')
    expect(due('denunciationResolution', denounced(found('veryComplex', '2026-12-02'), longer, again))).toBe(
      '2027-03-01',
    )
  })

  it('is as long as requested, up to the maximum of the law', () => {
    const of = (until: string) =>
      clock(
        'complaintResolution',
        accepted('2026-11-30', extended('complaintResolution', '2026-12-20', until)),
        '2026-12-21',
      )
    expect(of('2027-01-05')).toMatchObject({ dueOn: '2027-01-05', extensions: [{ amount: 6, fault: null }] })
    expect(of('2027-03-31')).toMatchObject({ dueOn: '2027-01-14', extensions: [{ amount: 15, fault: 'shortened' }] })
  })

  it('is rejected after the deadline, with the fault recorded', () => {
    const facts = accepted('2026-11-30', extended('complaintResolution', '2026-12-31', '2027-01-10'))
    expect(clock('complaintResolution', facts, '2027-01-02')).toMatchObject({
      dueOn: '2026-12-30',
      state: 'missed',
      left: -3,
      extensions: [{ on: '2026-12-31', amount: 0, fault: 'tooLate' }],
    })
  })
})

describe('a legal clock', () => {
  const complaint = received('2026-11-24')

  it('is running, with the remaining amount in its own unit', () => {
    expect(clock('complaintAcceptance', complaint, '2026-11-26')).toMatchObject({ state: 'running', left: 5 })
    expect(clock('complaintAcceptance', complaint, '2026-12-03')).toMatchObject({ state: 'running', left: 0 })
    expect(clock('complaintAcceptance', complaint, '2026-12-07')).toMatchObject({ state: 'missed', left: -2 })
  })

  it('is met until its last day, and late after it', () => {
    const done = (on: string) => clock('complaintAcceptance', [...complaint, at('accepted', on)], '2026-12-31').state
    expect([done('2026-11-24'), done('2026-12-03'), done('2026-12-04')]).toEqual(['met', 'met', 'late'])
  })

  it('is replaced when the petition is forwarded, withdrawn or reclassified', () => {
    const state = (fact: CaseFact) => clock('complaintAcceptance', [...complaint, fact], '2026-12-31').state
    expect(state(at('forwarded', '2026-11-30'))).toBe('replaced')
    expect(state(at('withdrawn', '2026-11-30'))).toBe('replaced')
    expect(state(is('denunciation', '2026-11-30'))).toBe('replaced')
    expect(state(at('withdrawn', '2026-12-15'))).toBe('missed')
  })

  it('for transferring a denunciation starts only when it is found to be another body’s', () => {
    const facts = received('2026-11-24', 'denunciation')
    expect(clock('denunciationTransfer', facts, '2026-11-26')).toBeUndefined()
    const another = [...facts, at('foundNotCompetent', '2026-11-26')]
    expect(clock('denunciationTransfer', another, '2026-11-26')).toMatchObject({
      dueOn: '2026-12-01',
      state: 'running',
    })
  })

  it('stops while the case is suspended, and continues with the rest', () => {
    const resting = accepted('2026-11-30', { kind: 'suspended', on: '2026-12-10' })
    expect(clock('complaintResolution', resting, '2026-12-14')).toMatchObject({
      state: 'suspended',
      dueOn: null,
      left: 21,
    })
    const again = accepted('2026-11-30', ...rested('2026-12-10', '2026-12-15'))
    expect(clock('complaintResolution', again, '2026-12-15')).toMatchObject({ dueOn: '2027-01-04', left: 20 })
  })

  it('that was missed before a suspension stays missed', () => {
    const facts = accepted('2026-11-30', { kind: 'suspended', on: '2027-01-05' })
    expect(clock('complaintResolution', facts, '2027-01-06')).toMatchObject({ state: 'missed', dueOn: '2026-12-30' })
  })

  it('for a dialogue notice is met by the notice of that dialogue, and ends on the day of the dialogue', () => {
    const set = accepted('2026-11-20', at('dialogueSet', '2026-12-10'), at('dialogueSet', '2026-12-20'))
    const of = (facts: CaseFact[], today: string) =>
      clocksOf(facts, law, startOf(today)).flatMap((one) =>
        one.clock === 'dialogueNotice' ? [[one.state, one.left]] : [],
      )
    expect(of(set, '2026-12-01')).toEqual([
      ['running', 4],
      ['running', 14],
    ])
    const told: CaseFact = { kind: 'dialogueNotified', on: '2026-12-02', dialogueOn: '2026-12-10' }
    expect(of([...set, told], '2026-12-08')).toEqual([
      ['met', null],
      ['running', 7],
    ])
    expect(of(set, '2026-12-11')).toEqual([
      ['missed', null],
      ['running', 4],
    ])
  })
})

describe('the colour of a clock', () => {
  it.each<[name: ClockName, facts: CaseFact[], amber: string, red: string]>([
    // 3 of 7 working days: from Monday, 30 November.
    ['complaintAcceptance', received('2026-11-24'), '2026-11-30', '2026-12-04'],
    // 7 of 30 days are more than three working days.
    ['complaintResolution', accepted('2026-11-30'), '2026-12-23', '2026-12-31'],
    // Shorter than the warning: amber from its first day.
    ['refusalNotice', [at('receptionRefused', '2026-11-24')], '2026-11-24', '2026-11-28'],
  ])('of %s changes to amber near the end, and to red after it', (name, facts, amber, red) => {
    const before = clock(name, facts, amber)
    expect(before.amberFrom).toBe(amber)
    expect(colourOf(before, '2026-11-23')).toBe('green')
    expect([colourOf(before, amber), colourOf(before, red)]).toEqual(['amber', 'red'])
    expect(colourOf(clock(name, [...facts, at('closed', amber)], amber), amber)).toBeNull()
  })
})
