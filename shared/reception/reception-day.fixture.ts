// A reception day for tests of its modules and projections: two desks, and people who take tickets.
import { intakeGroupName } from '../intake-group/contract.ts'
import { type Actor, ActorReference } from '../kernel/actor.ts'
import { compose } from '../kernel/aggregate.ts'
import { AccountId, DeskId, TicketId } from '../kernel/ids.ts'
import type { Rejection } from '../kernel/rejection.ts'
import type { PriorityGround } from './appointments/contract.ts'
import type { TicketKind } from './desks/contract.ts'
import { receptionDayModules } from './index.ts'
import type { Ticket } from './queue/contract.ts'

const aggregate = compose(receptionDayModules, { freeze: true })

const minute = 60_000
export const deskA = DeskId.parse('deskA')
export const deskB = DeskId.parse('deskB')

/** As it is written into the journal. */
const writtenBy = (actor: Actor): ActorReference => ActorReference.parse(actor)

export class ReceptionDay {
  state = aggregate.initial
  at = 1_790_000_000_000
  #ids = 0
  /** Minh, of desk B, and Nga, who has none. */
  readonly intakeGroup = new Set(['minh', 'nga'])
  /** Whose password was reset. */
  readonly suspended = new Set<string>()

  /** Desk A takes receptions and dialogues, desk B receptions and denunciations. */
  static withDesks(): ReceptionDay {
    const day = new ReceptionDay()
    day.does('lan', 'desks.open', {
      deskId: deskA,
      label: 'Bàn 1',
      kinds: ['reception', 'dialogue'],
      noteTakerId: AccountId.parse('thu'),
    })
    day.does('minh', 'desks.open', {
      deskId: deskB,
      label: 'Bàn 2',
      kinds: ['reception', 'denunciation'],
      noteTakerId: AccountId.parse('thu'),
    })
    return day
  }

  /** The code of a rejection, or null when it was done. */
  tries(who: string, type: string, data: object = {}): string | null {
    return this.rejection(who, type, data)?.code ?? null
  }

  /** null: it was done. */
  rejection(who: string, type: string, data: object = {}): Rejection | null {
    const actor = this.#actorOf(who)
    const context = { actor, at: this.at, newId: () => `id${++this.#ids}`, codeFor: () => 'none' }
    const outcome = aggregate.decide(this.state, { type, data }, context)
    if ('rejection' in outcome) return outcome.rejection
    if ('opens' in outcome) throw new Error('a reception day has no box')
    this.state = aggregate.evolve(this.state, {
      seq: 1,
      at: this.at,
      actor: writtenBy(actor),
      events: [...outcome.events],
    })
    return null
  }

  #actorOf(who: string): Actor {
    if (who === 'system') return { kind: 'system' }
    const groups = this.intakeGroup.has(who) ? [intakeGroupName] : []
    const accountId = AccountId.parse(who)
    return { kind: 'account', accountId, groups, ...(this.suspended.has(who) && { isSuspended: true }) }
  }

  /** Something that is done; a minute passes afterwards. */
  does(who: string, type: string, data: object = {}): void {
    const code = this.tries(who, type, data)
    if (code !== null) throw new Error(`${who} cannot do ${type}: ${code}`)
    this.later(1)
  }

  later(minutes: number): void {
    this.at += minutes * minute
  }

  comes(name: string, ticket: { kind?: TicketKind; priority?: PriorityGround; appointedAt?: number } = {}): void {
    const { kind = 'reception', priority = null, appointedAt = null } = ticket
    const way = kind === 'denunciation' ? 'desk' : 'browser'
    this.does('system', 'queue.take', { ticketId: name, kind, way, citizenId: null, priority, appointedAt })
  }

  ticket(name: string): Ticket {
    const ticket = this.state.queue.tickets[TicketId.parse(name)]
    if (!ticket) throw new Error(`nobody is called ${name}`)
    return ticket
  }

  /** Who is called next to this desk, and why. */
  calls(desk: DeskId = deskA): string {
    this.does(desk === deskA ? 'lan' : 'minh', 'queue.callNext', { deskId: desk })
    const { ticketId, reason } = this.state.queue.calls.at(-1) ?? { ticketId: '', reason: '' }
    return `${ticketId}: ${reason}`
  }

  /** Who is at the desk is received for so long. */
  receives(desk: DeskId = deskA, minutes = 10): void {
    const { ticketId } = this.state.queue.calls.findLast(({ deskId }) => deskId === desk) ?? {}
    this.does('system', 'queue.beginVisit', { ticketId })
    this.later(minutes)
    this.does('system', 'queue.finishVisit', { ticketId })
  }

  line(kind: TicketKind = 'reception'): readonly string[] {
    return this.state.queue.lines[kind]
  }
}
