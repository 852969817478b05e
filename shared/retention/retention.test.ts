import { describe, expect, it } from 'vitest'
import { compose } from '../kernel/aggregate.ts'
import { AccountId } from '../kernel/ids.ts'
import { dueDay, keepingOn, keptClasses, reviewRows } from './classes.ts'
import { type Erasable, erasableKey, goneOf, holdOn, printsGone, type Subject } from './contract.ts'
import { retentionModules } from './index.ts'

const aggregate = compose(retentionModules, { freeze: true })
const at = 1_790_000_000_000
const administrator = (name: string) => ({ kind: 'account', accountId: AccountId.parse(name) }) as const
const [lan, mai] = [administrator('lan'), administrator('mai')]
const system = { kind: 'system' } as const
const today = '2026-11-26'

type Step = readonly [name: string, data: object, by?: typeof lan | typeof system]
/** Each step is accepted, or the code of the first that is not. */
function following(...steps: Step[]) {
  let state = aggregate.initial
  for (const [name, data, by = lan] of steps) {
    const context = { actor: by, at, newId: () => 'id', codeFor: () => 'none' }
    const outcome = aggregate.decide(state, { type: `retention.${name}`, data }, context)
    if ('rejection' in outcome) return outcome.rejection.code
    if ('opens' in outcome) throw new Error('retention has no box')
    if (outcome.events.length > 0)
      state = aggregate.evolve(state, { seq: 1, at, actor: by, events: [...outcome.events] })
  }
  return state.retention
}
const whole = (result: ReturnType<typeof following>) => {
  if (typeof result === 'string') throw new Error(result)
  return result
}

const session: Subject = { kind: 'session', id: 's1' }
const matter: Subject = { kind: 'case', id: 'c1' }
const film: Erasable = { class: 'films', subject: session, related: [] }
const papers: Erasable = { class: 'casePapers', subject: matter, related: [session] }
const row = (changes: object = {}) => ({
  class: 'films',
  amount: 1,
  unit: 'years',
  source: 'Quyết định 12/QĐ-UBND',
  mark: 'read',
  validFrom: '2026-11-01',
  note: null,
  ...changes,
})
const confirmed: Step[] = [
  ['addRow', row()],
  ['addRow', row({ class: 'casePapers' })],
]
const proposes = (...items: object[]): Step => [
  'propose',
  { listId: 'l1', ground: 'due', reason: 'Hết thời hạn', items, today },
]
const approves: Step = ['approve', { listId: 'l1', isSecondNeeded: true }, mai]
const holds = (subject: Subject, ...more: Subject[]): Step => [
  'hold',
  { holdId: 'h1', subject, covers: [subject, ...more], reason: 'Tòa án yêu cầu' },
]
const what = [{ what: 'file', files: 1, bytes: 9, sha256: 'a'.repeat(64) }]
const begins = (item: Erasable): Step => ['begin', { listId: 'l1', item: erasableKey(item), what }, system]
const ends = (item: Erasable, outcome: string): Step => [
  'end',
  { listId: 'l1', item: erasableKey(item), outcome },
  system,
]
const certifies = (number = 1): Step => [
  'certify',
  { listId: 'l1', number, year: 2026, text: '{}', jws: 'a..b' },
  system,
]

describe('retention periods', () => {
  it('exist for every class as unconfirmed rows, which do not permit erasure', () => {
    expect(reviewRows.map((one) => one.class)).toEqual([...keptClasses])
    expect(reviewRows.filter(({ mark }) => mark === 'read')).toEqual([])
    for (const name of keptClasses) expect(keepingOn([], name, today).isConfirmed).toBe(false)
  })

  it('use the newest row of the agency in force, also for existing data', () => {
    const rows = whole(
      following(
        ['addRow', row()],
        ['addRow', row({ amount: 2 })],
        ['addRow', row({ amount: 9, validFrom: '2027-01-01' })],
      ),
    ).rows
    expect(keepingOn(rows, 'films', today)).toMatchObject({ row: { amount: 2 }, isConfirmed: true })
    expect(keepingOn(rows, 'films', '2027-01-01').row.amount).toBe(9)
    expect(keepingOn(rows, 'recordings', today).isConfirmed).toBe(false)
  })

  it('cannot be changed for the past', () => {
    expect(following(['addRow', row()], ['addRow', row({ validFrom: '2026-10-01' })])).toBe('retention.row-history')
  })

  it.each([
    ['2024-02-29', 1, 'years', '2025-02-28'],
    ['2026-08-31', 6, 'months', '2027-02-28'],
    ['2026-11-26', 10, 'days', '2026-12-06'],
    ['2026-12-31', 1, 'months', '2027-01-31'],
  ] as const)('count from %s for %i %s to %s', (from, amount, unit, until) => {
    expect(dueDay(from, { amount, unit })).toBe(until)
  })

  it('without an amount never end', () => {
    expect(dueDay('2026-11-26', { amount: null, unit: 'years' })).toBeNull()
  })
})

describe('an erasure list', () => {
  it('accepts confirmed classes only', () => {
    expect(following(proposes(film))).toBe('retention.unconfirmed')
  })

  it('must be approved by another administrator where there are two', () => {
    const [first] = [proposes(film)]
    expect(following(...confirmed, first, ['approve', { listId: 'l1', isSecondNeeded: true }])).toBe(
      'retention.second-needed',
    )
    expect(whole(following(...confirmed, first, approves)).lists[0]).toMatchObject({
      state: 'approved',
      proposedBy: 'lan',
      decidedBy: 'mai',
    })
    expect(
      whole(following(...confirmed, first, ['approve', { listId: 'l1', isSecondNeeded: false }])).lists[0]?.state,
    ).toBe('approved')
  })

  it('must be approved by one of the second persons fixed when it was proposed', () => {
    const [type, list] = proposes(film)
    const fixed = (...seconds: string[]): Step => [type, { ...list, seconds }]
    const alone: Step = ['approve', { listId: 'l1', isSecondNeeded: false }]
    expect(following(...confirmed, fixed('mai'), alone)).toBe('retention.second-needed')
    expect(following(...confirmed, fixed('other'), approves)).toBe('retention.second-needed')
    expect(whole(following(...confirmed, fixed('mai'), approves)).lists[0]?.state).toBe('approved')
    expect(whole(following(...confirmed, fixed(), alone)).lists[0]?.state).toBe('approved')
  })

  it('has each item once, none of another list, and is decided once', () => {
    expect(following(...confirmed, proposes(film, film))).toBe('retention.twice')
    expect(following(...confirmed, proposes(film), proposes(film))).toBe('retention.listed')
    expect(following(...confirmed, proposes(film), approves, approves)).toBe('retention.no-list')
    expect(
      following(...confirmed, proposes(film), ['decline', { listId: 'l1', reason: 'Còn cần' }, mai], approves),
    ).toBe('retention.no-list')
  })

  it('gets one certificate with a unique number when all its items have ended', () => {
    const begun = [...confirmed, proposes(film, papers), approves, begins(film), ends(film, 'erased')]
    expect(following(...begun, certifies())).toBe('retention.not-finished')
    const done = [...begun, begins(papers), ends(papers, 'erased'), certifies(), certifies(2)]
    expect(whole(following(...done)).lists[0]).toMatchObject({ state: 'done', certificate: { number: 1, year: 2026 } })
    expect(goneOf(whole(following(...done)), session).get('films')?.item.what).toEqual(what)
  })

  it('finds a printed file of a session, erased with a citizen, by its hash', () => {
    const citizen: Erasable = { class: 'citizens', subject: { kind: 'citizen', id: 'p1' }, related: [session] }
    const print = { what: 'file', files: 1, bytes: 9, sha256: 'b'.repeat(64) }
    const steps: Step[] = [
      ['addRow', row({ class: 'citizens' })],
      proposes(citizen),
      approves,
      ['begin', { listId: 'l1', item: erasableKey(citizen), what: [print] }, system],
    ]
    const state = whole(following(...steps))
    expect(printsGone(state, session).get(print.sha256)?.item.subject).toEqual(citizen.subject)
    expect(printsGone(state, matter).size).toBe(0)
  })

  it('records what existed before the erasure began, also after a crash', () => {
    const again: Step = ['begin', { listId: 'l1', item: erasableKey(film), what: [] }, system]
    const state = whole(following(...confirmed, proposes(film), approves, begins(film), again))
    expect(state.lists[0]?.items[0]).toMatchObject({ state: 'begun', what })
  })

  it('cannot be carried out before it is approved', () => {
    expect(following(...confirmed, proposes(film), begins(film))).toBe('retention.no-list')
  })
})

describe('a retention hold', () => {
  it('protects its session or case and what belongs to it, with reason and author, until it is lifted', () => {
    const held = whole(following(holds(session, matter)))
    expect(holdOn(held, film)).toMatchObject({ reason: 'Tòa án yêu cầu', by: 'lan' })
    expect(holdOn(held, { subject: matter, related: [] })).not.toBeNull()
    expect(holdOn(held, { subject: { kind: 'session', id: 's2' }, related: [] })).toBeNull()
    const lifted = whole(following(holds(session), ['lift', { holdId: 'h1', reason: 'Vụ án đã xong' }, mai]))
    expect(holdOn(lifted, film)).toBeNull()
    expect(lifted.holds[0]?.lifted).toMatchObject({ by: 'mai', reason: 'Vụ án đã xong' })
  })

  it('prevents adding to a list, also when placed on a related item', () => {
    expect(following(...confirmed, holds(session), proposes(papers))).toBe('retention.on-hold')
  })

  it('stops an approved list', () => {
    expect(following(...confirmed, proposes(film), approves, holds(session), begins(film))).toBe('retention.on-hold')
  })

  it('is placed once, and lifted once', () => {
    expect(following(holds(session), holds(session))).toBe('retention.held')
    const lifts: Step = ['lift', { holdId: 'h1', reason: 'Xong' }]
    expect(following(holds(session), lifts, lifts)).toBe('retention.no-hold')
  })
})
