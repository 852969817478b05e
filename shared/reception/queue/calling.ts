// Determines the next ticket: by order, or earlier by a ground of priority, with limits that prevent endless waiting.
// Pure; used by the rules to call and by the projections to count who is before.
import type { DeskId, Ms, TicketId } from '../../kernel/ids.ts'
import type { StateOf } from '../../kernel/module.ts'
import type { TicketKind } from '../desks/contract.ts'
import type { CallingRules, CallReason, queue, Ticket } from './contract.ts'

type State = StateOf<typeof queue>
type InLine = Pick<Ticket, 'ticketId' | 'priority' | 'appointedAt' | 'passedBy' | 'heldFor' | 'queuedAt'>

export interface Choice<T extends InLine = Ticket> {
  readonly ticket: T
  readonly reason: CallReason
  /** Who stands before them in the same line and may be called by the same desk. */
  readonly overtook: readonly T[]
}

function weightOf({ priority, appointedAt }: InLine, { weights }: CallingRules, at: Ms): number {
  const appointed = appointedAt !== null && appointedAt <= at ? weights.appointment : 0
  return Math.max(appointed, priority ? weights[priority] : 0)
}

const mayCall = (ticket: InLine, deskId: DeskId | null) => ticket.heldFor === null || ticket.heldFor === deskId

interface ChoosingFor<T extends InLine> {
  readonly rules: CallingRules
  readonly inARow: number
  readonly deskId: DeskId | null
  readonly at: Ms
  /** Whom the officer of the desk may call at all. */
  readonly isOpen?: ((ticket: T) => boolean) | undefined
}

/** `line` in order; null: nobody of it can be called. */
export function chooseFrom<T extends InLine>(
  line: readonly T[],
  { rules, inARow, deskId, at, isOpen = () => true }: ChoosingFor<T>,
): Choice<T> | null {
  const open = line.filter((ticket) => mayCall(ticket, deskId) && isOpen(ticket))
  const chosen = (ticket: T, reason: CallReason): Choice<T> => ({
    ticket,
    reason,
    overtook: open.slice(0, open.indexOf(ticket)),
  })
  const [first] = open
  if (!first) return null
  // Another desk has asked for them: they were called in their turn already.
  const handedOver = open.find(({ heldFor }) => heldFor !== null)
  if (handedOver) return { ticket: handedOver, reason: 'handedOver', overtook: [] }
  const patient = open.find(({ passedBy }) => passedBy.length >= rules.mostOvertaken)
  if (patient) return chosen(patient, patient === first ? 'order' : 'waitedLong')
  const isOrdinary = (ticket: T) => weightOf(ticket, rules, at) === 0
  const ordinary = open.find(isOrdinary)
  if (ordinary && inARow >= rules.mostInARow) return chosen(ordinary, 'order')
  const preferred = open.reduce((best, one) => (weightOf(one, rules, at) > weightOf(best, rules, at) ? one : best))
  if (preferred === first) return chosen(first, 'order')
  const byGround = preferred.priority ? rules.weights[preferred.priority] : 0
  return chosen(preferred, weightOf(preferred, rules, at) > byGround ? 'appointment' : 'priority')
}

export const lineOf = ({ lines, tickets }: Pick<State, 'lines' | 'tickets'>, kind: TicketKind): Ticket[] =>
  lines[kind].flatMap((ticketId: TicketId) => tickets[ticketId] ?? [])

/** Of the queues a desk serves, the one whose first has waited longest; within it, by its rules. */
export function choose(
  state: State,
  {
    kinds,
    deskId,
    at,
    isOpen,
  }: Pick<ChoosingFor<Ticket>, 'at' | 'isOpen'> & {
    readonly kinds: readonly TicketKind[]
    readonly deskId: DeskId
  },
): Choice | null {
  const choices = kinds.flatMap((kind) => {
    const line = lineOf(state, kind)
    const choice = chooseFrom(line, { rules: state.settings.rules, inARow: state.inARow[kind], deskId, at, isOpen })
    if (!choice) return []
    const first = line.find((ticket) => mayCall(ticket, deskId) && (isOpen?.(ticket) ?? true)) ?? choice.ticket
    return [{ choice, waitsSince: choice.reason === 'handedOver' ? 0 : first.queuedAt }]
  })
  return choices.toSorted((a, b) => a.waitsSince - b.waitsSince)[0]?.choice ?? null
}

/** Whether a call counts against the priority calls that may follow each other. */
export const countsAsPriority = (reason: CallReason): boolean => reason === 'priority' || reason === 'appointment'
/** After it, priority calls are counted anew. */
export const endsPriority = (reason: CallReason): boolean => reason === 'order' || reason === 'waitedLong'
