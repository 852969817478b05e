// Property tests of the register for random events and repeated commands: every visit has a row, numbers are unique, a
// closed row is complete and is never overwritten.
import { describe, expect, it } from 'vitest'
import { compose } from '../../shared/kernel/aggregate.ts'
import { AccountId, DeskId, RegisterRowId, type TicketId } from '../../shared/kernel/ids.ts'
import { receptionDayModules } from '../../shared/reception/index.ts'
import { isAtDesk } from '../../shared/reception/queue/contract.ts'
import { type ColumnChange, missingOf, type Row } from '../../shared/reception/register/contract.ts'
import { fc } from '../harness/properties.ts'

const aggregate = compose(receptionDayModules, { freeze: true })
const desks = ['one', 'two'] as const
const body = { body: 'Sở Tài chính', paperNumber: null }

/** Mostly something: a row that is never complete is never closed. */
const mostly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 6, nil: null })
const columns: fc.Arbitrary<ColumnChange> = fc.record(
  {
    content: mostly(fc.constantFrom('Đất đai', 'Đường ngập')),
    kind: mostly(fc.constantFrom('complaint', 'denunciation')),
    people: mostly(fc.constantFrom(1, 7)),
    isOwn: fc.boolean(),
    guidedTo: mostly(fc.constant(body)),
    handledBy: mostly(fc.constant(body)),
    note: mostly(fc.constant('Có mặt luật sư')),
  },
  { requiredKeys: ['content', 'kind', 'people'] },
)
const desk = fc.constantFrom(...desks)
const place = fc.nat(3)

/** What people and the server do; `twice`: the command comes again, as after a lost answer. */
const happening = fc.record({
  twice: fc.boolean(),
  does: fc.oneof(
    { weight: 3, arbitrary: fc.record({ what: fc.constant('come' as const) }) },
    {
      weight: 5,
      arbitrary: fc.record({ what: fc.constantFrom('call', 'begin', 'finish', 'handOver', 'sendBack'), desk }),
    },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('look' as const) }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('byHand' as const), columns }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('makeCase' as const), place }) },
    { weight: 5, arbitrary: fc.record({ what: fc.constantFrom('write', 'fill', 'correct'), place, columns }) },
    { weight: 4, arbitrary: fc.record({ what: fc.constant('close' as const), place }) },
  ),
})
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

class Office {
  state = aggregate.initial
  #at = 1000
  #ids = 0
  #numbers = new Map<string, number>()
  readonly begun = new Set<string>()

  constructor() {
    for (const name of desks)
      this.send(name, 'desks.open', { deskId: name, label: `Bàn ${name}`, kinds: ['reception'], noteTakerId: null })
  }

  get rows(): Row[] {
    return Object.values(this.state.register.rows)
  }

  /** Whether it was done. */
  send(who: string, type: string, data: object, times = 1): boolean {
    let isDone = false
    for (let time = 0; time < times; time++) {
      const actor =
        who === 'system' ? ({ kind: 'system' } as const) : { kind: 'account' as const, accountId: AccountId.parse(who) }
      const context = { actor, at: ++this.#at, newId: () => `id${++this.#ids}`, codeFor: () => '' }
      const outcome = aggregate.decide(this.state, { type, data }, context)
      if (!('events' in outcome)) continue
      isDone = true
      this.state = aggregate.evolve(this.state, { seq: 1, at: this.#at, actor, events: [...outcome.events] })
    }
    return isDone
  }

  /** As the server allots them: the same row the same number, one that was refused to the next who asks. */
  #numbered(who: string, type: string, data: { rowId: string }, times: number): void {
    const known = this.#numbers.get(data.rowId)
    const number = known ?? this.#numbers.size + 1
    if (this.send(who, type, { ...data, year: 2026, number }, times)) this.#numbers.set(data.rowId, number)
  }

  look(times = 1): void {
    const { calls } = this.state.queue
    for (const { ticketId, begunAt } of calls)
      if (begunAt !== null)
        this.#numbered(
          'system',
          'register.openForVisit',
          { rowId: ticketId, ticketId, caseId: null, columns: {} } as never,
          times,
        )
  }

  happens({ twice, does }: Happening): void {
    const times = twice ? 2 : 1
    const row = 'place' in does ? this.rows[does.place % Math.max(1, this.rows.length)] : undefined
    switch (does.what) {
      case 'come': {
        const ticketId = `ticket${++this.#ids}`
        this.send('system', 'queue.take', { ticketId, kind: 'reception', way: 'desk', citizenId: null, priority: null })
        return
      }
      case 'call':
        this.send(does.desk, 'queue.callNext', { deskId: does.desk })
        return
      case 'begin':
      case 'finish': {
        const ticket = this.#servedAt(does.desk)
        if (!ticket) return
        if (does.what === 'begin') this.begun.add(ticket)
        this.send(
          'system',
          does.what === 'begin' ? 'queue.beginVisit' : 'queue.finishVisit',
          { ticketId: ticket },
          times,
        )
        return
      }
      case 'handOver':
        this.send(does.desk, 'queue.handOver', {
          deskId: does.desk,
          toDeskId: does.desk === 'one' ? 'two' : 'one',
          note: 'Hồ sơ',
        })
        return
      case 'sendBack':
        this.send(does.desk, 'queue.sendBack', { deskId: does.desk, text: 'Chờ giấy tờ' })
        return
      case 'look':
        this.look(times)
        return
      case 'byHand':
        this.#numbered(
          'lan',
          'register.openByHand',
          { rowId: `hand${++this.#ids}`, columns: does.columns } as never,
          times,
        )
        return
      case 'makeCase': {
        if (!row?.ticketId) return
        const caseId = `case${++this.#ids}`
        const isFirst = this.send('system', 'register.linkCase', { rowId: row.rowId, caseId, insteadOf: null }, times)
        if (!isFirst)
          this.#numbered(
            'system',
            'register.openForVisit',
            { rowId: caseId, ticketId: row.ticketId, caseId, columns: {} } as never,
            times,
          )
        return
      }
      case 'fill':
        if (row)
          this.send('system', 'register.fill', { rowId: row.rowId, columns: does.columns, isVisitOver: false }, times)
        return
      case 'write':
        if (row) this.send('lan', 'register.write', { rowId: row.rowId, columns: does.columns }, times)
        return
      case 'correct':
        if (row)
          this.send('minh', 'register.correct', { rowId: row.rowId, columns: does.columns, reason: 'Ghi nhầm' }, times)
        return
      case 'close':
        if (row) this.send('lan', 'register.close', { rowId: row.rowId }, times)
    }
  }

  #servedAt(name: string): TicketId | undefined {
    const deskId = DeskId.parse(name)
    return Object.values(this.state.queue.tickets).find((one) => one.deskId === deskId && isAtDesk(one))?.ticketId
  }
}

const day = fc.array(happening, { minLength: 20, maxLength: 80 })

describe('for random events, the register', () => {
  it('has a row for each visit that has begun, with numbers without gaps or duplicates', () => {
    fc.assert(
      fc.property(day, (happenings) => {
        const office = new Office()
        for (const one of happenings) office.happens(one)
        office.look()
        for (const ticketId of office.begun)
          expect(office.rows.filter((row) => row.rowId === RegisterRowId.parse(ticketId))).toHaveLength(1)
        const numbers = office.rows.map(({ number }) => number).sort((one, other) => one - other)
        expect(numbers).toEqual(numbers.map((_number, index) => index + 1))
      }),
    )
  })

  it('loses no row and changes no number', () => {
    fc.assert(
      fc.property(day, (happenings) => {
        const office = new Office()
        let before = new Map<string, number>()
        for (const one of happenings) {
          office.happens(one)
          const now = new Map(office.rows.map(({ rowId, number }) => [String(rowId), number]))
          for (const [rowId, number] of before) expect(now.get(rowId)).toBe(number)
          before = now
        }
      }),
    )
  })

  it('has no incomplete closed row, and its corrections contain the values at closing', () => {
    fc.assert(
      fc.property(day, (happenings) => {
        const office = new Office()
        const asClosed = new Map<string, Row>()
        for (const one of happenings) {
          office.happens(one)
          for (const row of office.rows) {
            if (!row.closed) continue
            expect(missingOf(row)).toEqual([])
            const first = asClosed.get(row.rowId)
            if (!first) asClosed.set(row.rowId, row)
            else {
              const since = row.corrections.slice(first.corrections.length).reverse()
              const undone: Row = Object.assign({}, row, ...since.map(({ before }) => before))
              for (const name of ['content', 'kind', 'people', 'isOwn', 'guidedTo', 'handledBy', 'note'] as const)
                expect(undone[name]).toEqual(first[name])
            }
          }
        }
      }),
    )
  })
})
