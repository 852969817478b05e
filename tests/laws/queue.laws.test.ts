// Property tests of the queues of a reception day for random arrivals, calls, missed calls, lost desks and repeated
// commands.
import { describe, expect, it } from 'vitest'
import { intakeGroupName } from '../../shared/intake-group/contract.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { AccountId, CitizenId, DeskId, TicketId } from '../../shared/kernel/ids.ts'
import { expectedOrder, linesOf } from '../../shared/projections/waiting-order.ts'
import { PriorityGround } from '../../shared/reception/appointments/contract.ts'
import { TicketKind } from '../../shared/reception/desks/contract.ts'
import { receptionDayModules } from '../../shared/reception/index.ts'
import { isActive, type Ticket } from '../../shared/reception/queue/contract.ts'
import { fc } from '../harness/properties.ts'

const aggregate = compose(receptionDayModules, { freeze: true })
type State = typeof aggregate.initial

const desks = ['one', 'two', 'three', 'four'] as const
const deskOf = (name: string) => DeskId.parse(`desk-${name}`)
const officerOf = (name: string) => AccountId.parse(`officer-${name}`)

const desk = fc.constantFrom(...desks)
const kind = fc.constantFrom(...TicketKind.options)
const ground = fc.option(fc.constantFrom(...PriorityGround.options), { nil: null })

/** What people do; `twice`: the command comes again, as after a lost answer. */
const happening = fc.record({
  twice: fc.boolean(),
  does: fc.oneof(
    { weight: 8, arbitrary: fc.record({ what: fc.constant('take' as const), kind, ground }) },
    { weight: 8, arbitrary: fc.record({ what: fc.constant('callNext' as const), desk }) },
    {
      weight: 4,
      arbitrary: fc.record({
        what: fc.constantFrom('noShow', 'finish', 'begin', 'sendBack', 'recall', 'close', 'lose', 'resume', 'open'),
        desk,
      }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('handOver' as const), desk, to: desk }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('callThis', 'cancel'), desk, position: fc.nat(20) }) },
  ),
})

class Hall {
  state: State = aggregate.initial
  at = 1000
  #ids = 0
  #tickets = 0
  readonly rejections: string[] = []

  constructor() {
    for (const name of desks) this.open(name)
  }

  send(who: string, type: string, data: object, times = 1): void {
    for (let time = 0; time < times; time++) {
      this.at += 1000
      const actor =
        who === 'system'
          ? ({ kind: 'system' } as const)
          : ({ kind: 'account', accountId: officerOf(who), groups: [intakeGroupName] } as const)
      const context = { actor, at: this.at, newId: () => `id${++this.#ids}`, codeFor: () => 'none' }
      const outcome = aggregate.decide(this.state, { type, data }, context)
      if ('rejection' in outcome) this.rejections.push(outcome.rejection.code)
      else if ('events' in outcome)
        this.state = aggregate.evolve(this.state, { seq: 1, at: this.at, actor, events: [...outcome.events] })
    }
  }

  open(name: string, times = 1): void {
    const labels = { deskId: deskOf(name), label: `Bàn ${name}`, kinds: TicketKind.options, noteTakerId: 'thu' }
    // One of them takes denunciations alone.
    const kinds = name === 'four' ? ['denunciation'] : labels.kinds
    if (this.state.desks.desks[this.deskId(name)]?.status === 'closed')
      this.#opened.set(name, DeskId.parse(`${deskOf(name)}-${++this.#ids}`))
    this.send(name, 'desks.open', { ...labels, kinds, deskId: this.deskId(name) }, times)
  }
  readonly #opened = new Map<string, DeskId>()
  deskId = (name: string) => this.#opened.get(name) ?? deskOf(name)

  servedAt(name: string): Ticket | undefined {
    return this.tickets.find(
      ({ deskId, status }) => deskId === this.deskId(name) && (status === 'called' || status === 'inVisit'),
    )
  }
  ticket(ticketId: TicketId): Ticket {
    const ticket = this.state.queue.tickets[ticketId]
    if (!ticket) throw new Error(`ticket ${ticketId} is lost`)
    return ticket
  }
  get tickets(): Ticket[] {
    return Object.values(this.state.queue.tickets)
  }
  get taken(): number {
    return this.#tickets
  }

  happens({ twice, does }: typeof happening extends fc.Arbitrary<infer T> ? T : never): void {
    const times = twice ? 2 : 1
    switch (does.what) {
      case 'take': {
        const ticketId = TicketId.parse(`ticket${++this.#tickets}`)
        const citizenId = CitizenId.parse(`citizen${this.#tickets}`)
        const data = { ticketId, kind: does.kind, way: 'desk', citizenId, priority: does.ground }
        this.send('system', 'queue.take', data, times)
        break
      }
      case 'callNext':
        this.send(does.desk, 'queue.callNext', { deskId: this.deskId(does.desk) }, times)
        break
      case 'handOver': {
        const toDeskId = this.deskId(does.to)
        const data = { deskId: this.deskId(does.desk), toDeskId, note: 'Đã xem hồ sơ.' }
        this.send(does.desk, 'queue.handOver', data, times)
        break
      }
      case 'callThis':
      case 'cancel': {
        const waiting = this.tickets.filter(({ status }) => status === 'waiting')
        const ticketId = waiting[does.position % Math.max(1, waiting.length)]?.ticketId
        if (!ticketId) return
        const words = 'Có trẻ nhỏ đi cùng.'
        if (does.what === 'cancel') this.send('system', 'queue.cancel', { ticketId, words }, times)
        else this.send(does.desk, 'queue.callThis', { deskId: this.deskId(does.desk), ticketId, words }, times)
        break
      }
      case 'begin':
      case 'finish': {
        const ticketId = this.servedAt(does.desk)?.ticketId
        const command = does.what === 'begin' ? 'queue.beginVisit' : 'queue.finishVisit'
        if (ticketId) this.send('system', command, { ticketId }, times)
        break
      }
      case 'lose':
      case 'resume':
        this.send('system', `desks.${does.what}`, { deskId: this.deskId(does.desk) }, times)
        break
      case 'open':
        this.open(does.desk, times)
        break
      case 'close':
        this.send(does.desk, 'desks.close', { deskId: this.deskId(does.desk) }, times)
        break
      case 'sendBack':
        this.send(does.desk, 'queue.sendBack', { deskId: this.deskId(does.desk), text: 'Bổ sung giấy tờ.' }, times)
        break
      case 'noShow':
      case 'recall':
        // A second noShow would mean the next one: it is a wish of its own, with an id of its own.
        this.send(does.desk, `queue.${does.what}`, { deskId: this.deskId(does.desk) })
    }
  }
}

const days = fc.array(happening, { maxLength: 120, size: 'max' })

describe('for random events, the queues of a reception day', () => {
  it('keep each ticket in exactly one place: waiting in one queue, at one desk, or ended', () => {
    fc.assert(
      fc.property(days, (happenings) => {
        const hall = new Hall()
        for (const one of happenings) {
          hall.happens(one)
          const { lines } = hall.state.queue
          const inLines = TicketKind.options.flatMap((name) => lines[name])
          expect(new Set(inLines).size).toBe(inLines.length)
          expect(hall.tickets.length).toBe(hall.taken)
          const atDesks = hall.tickets.filter(({ status }) => status === 'called' || status === 'inVisit')
          expect(new Set(atDesks.map(({ deskId }) => deskId)).size).toBe(atDesks.length)
          for (const { deskId } of atDesks) expect(deskId && hall.state.desks.desks[deskId]?.status).toBe('open')
          for (const ticket of hall.tickets) {
            expect(lines[ticket.kind].includes(ticket.ticketId)).toBe(ticket.status === 'waiting')
            if (ticket.status === 'waiting') expect(ticket.visit).toBeNull()
          }
          const openVisits = hall.state.queue.calls.filter(({ endedAt }) => endedAt === null)
          expect(openVisits.map(({ ticketId }) => ticketId).sort()).toEqual(
            atDesks.map(({ ticketId }) => ticketId).sort(),
          )
        }
      }),
    )
  })

  it('number tickets by arrival, without duplicates, in a separate series for each kind', () => {
    fc.assert(
      fc.property(days, (happenings) => {
        const hall = new Hall()
        for (const one of happenings) hall.happens(one)
        for (const [index, name] of TicketKind.options.entries()) {
          const numbers = hall.tickets.filter((ticket) => ticket.kind === name).map(({ number }) => number)
          expect(numbers).toEqual(
            numbers.map((_number, place) => `${'ABC'[index]}${String(place + 1).padStart(3, '0')}`),
          )
        }
      }),
    )
  })

  it('call nobody before a ticket that was passed over the maximum number of times, and give a reason for each call out of order', () => {
    fc.assert(
      fc.property(days, (happenings) => {
        const hall = new Hall()
        const { mostOvertaken, mostInARow } = hall.state.queue.settings.rules
        for (const one of happenings) {
          const before = hall.state.queue
          hall.happens(one)
          for (const call of hall.state.queue.calls.slice(before.calls.length)) {
            const line = before.lines[call.kind]
            const overtook = line.slice(0, Math.max(0, line.indexOf(call.ticketId)))
            const passed = overtook.flatMap((ticketId) => before.tickets[ticketId] ?? [])
            if (call.reason === 'chosen' || call.reason === 'handedOver') continue
            const free = passed.filter(({ heldFor }) => heldFor === null)
            for (const ticket of free) expect(ticket.passedBy.length).toBeLessThan(mostOvertaken)
            expect(call.reason === 'order' && before.inARow[call.kind] < mostInARow ? free.length : 0).toBe(0)
            for (const { ticketId } of free)
              expect(hall.state.queue.tickets[ticketId]?.passedBy.at(-1)).toMatchObject({ reason: call.reason })
          }
        }
      }),
    )
  })

  it('become empty when desks keep calling, although priority tickets keep arriving', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3 }), (happenings, newcomers) => {
        const hall = new Hall()
        for (const one of happenings) hall.happens(one)
        for (const name of desks) {
          hall.open(name)
          hall.send('system', 'desks.resume', { deskId: hall.deskId(name) })
        }
        const patient = hall.tickets.filter(isActive).map(({ ticketId }) => ticketId)
        // Whoever comes now is of priority, and they never stop coming.
        const { mostOvertaken } = hall.state.queue.settings.rules
        for (let round = 0; round < (mostOvertaken + 2) * (patient.length + 1); round++) {
          for (const name of desks) {
            const ticketId = hall.servedAt(name)?.ticketId
            if (ticketId) hall.send('system', 'queue.finishVisit', { ticketId })
            hall.send(name, 'queue.callNext', { deskId: hall.deskId(name) })
          }
          if (!patient.some((id) => isActive(hall.ticket(id)))) return
          for (let comer = 0; comer < newcomers; comer++)
            hall.happens({ twice: false, does: { what: 'take', kind: 'reception', ground: 'disabled' } })
        }
        expect(patient.filter((id) => isActive(hall.ticket(id)))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('call in the order that was shown to the citizens, if nobody else arrives', () => {
    fc.assert(
      fc.property(days, kind, (happenings, of) => {
        const hall = new Hall()
        for (const one of happenings) hall.happens(one)
        for (const name of desks) {
          const ticketId = hall.servedAt(name)?.ticketId
          if (ticketId) hall.send('system', 'queue.finishVisit', { ticketId })
        }
        hall.open('one')
        hall.send('system', 'desks.resume', { deskId: hall.deskId('one') })
        // Nobody is kept for another desk.
        for (const name of ['two', 'three', 'four']) hall.send('system', 'desks.lose', { deskId: hall.deskId(name) })
        const order = expectedOrder(hall.state.queue, of, hall.at).map(({ ticketId }) => ticketId)
        const told = linesOf(hall.state, hall.at).standings
        expect(order.map((ticketId) => told.get(ticketId)?.peopleBefore)).toEqual([...order.keys()])
        const called = order.map(() => {
          hall.send('one', 'queue.callNext', { deskId: hall.deskId('one'), kind: of })
          const ticketId = hall.servedAt('one')?.ticketId
          if (ticketId) hall.send('system', 'queue.finishVisit', { ticketId })
          return ticketId
        })
        // Who was handed over to this very desk comes before the order.
        const isHeld = hall.state.queue.calls.some(({ reason }) => reason === 'handedOver')
        if (!isHeld) expect(called).toEqual(order)
        else expect([...called].sort()).toEqual([...order].sort())
      }),
    )
  })
})
