// The queues of a reception day, one for each kind: tickets with numbers, calls with desk and reason, and their
// outcome. A ticket refers to its citizen by id only. The next ticket is determined in calling.ts.
import { z } from 'zod'
import { accountOnly, orSystem, systemOnly } from '../../kernel/actor.ts'
import {
  AccountId,
  AppointmentId,
  CitizenId,
  DeskId,
  LinkId,
  Ms,
  ParticipantId,
  SessionId,
  TicketId,
  text,
} from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { PriorityGround } from '../appointments/contract.ts'
import { TicketKind } from '../desks/contract.ts'

export const WayIn = z.enum(['desk', 'browser']).describe('at a desk of the agency; from the citizen’s own browser')
export type WayIn = z.infer<typeof WayIn>

const share = z.int().min(0).max(9)
export const CallingRules = z.object({
  weights: z
    .record(z.enum([...PriorityGround.options, 'appointment']), share)
    .describe('who has more is called first; 0: as everybody. appointment: from the hour it was kept for'),
  mostInARow: z.int().min(0).max(20).describe('so many of priority, then one of the others'),
  mostOvertaken: z.int().min(1).max(50).describe('whoever was passed over so often is next'),
  behind: z.int().min(0).max(20).describe('who missed a call, or is sent back, waits behind so many'),
})
export type CallingRules = z.infer<typeof CallingRules>

export const Settings = z.object({
  showsPeopleBefore: z.boolean().describe('whether waiting pages say how many are before one'),
  takesTickets: z.boolean().describe('false: no more tickets today'),
  rules: CallingRules,
})
export type Settings = z.infer<typeof Settings>

export const CallReason = z
  .enum(['order', 'priority', 'appointment', 'waitedLong', 'handedOver', 'chosen'])
  .describe(
    'by order; on a ground of priority; at the hour kept for them; passed over as often as may be; another desk asked for it; an officer chose them, and wrote why',
  )
export type CallReason = z.infer<typeof CallReason>

export const ReturnReason = z
  .enum(['missed', 'sentBack', 'handedOver', 'deskLost', 'deskClosed'])
  .describe('why somebody who was called waits again')
export type ReturnReason = z.infer<typeof ReturnReason>

const Invited = z.object({ participantId: ParticipantId, linkId: LinkId })
const Visit = z.object({
  sessionId: SessionId,
  chair: Invited,
  secretary: Invited.describe('who takes the notes'),
  citizen: Invited,
})
export type Visit = z.infer<typeof Visit>

const One = z.object({ ticketId: TicketId })
const Words = z.object({ text: text(500) })
const Taken = One.extend({
  kind: TicketKind,
  way: WayIn,
  citizenId: CitizenId.nullable().describe('null: nobody has written the name down yet'),
  appointmentId: AppointmentId.nullable().default(null),
  appointedAt: Ms.nullable().default(null).describe('the hour kept for them'),
  priority: PriorityGround.nullable(),
  waivesSecrecy: z
    .boolean()
    .default(false)
    .describe('of who denounces: said that they do not ask for their name to be kept secret'),
})
const Called = One.extend({
  deskId: DeskId,
  reason: CallReason,
  ground: PriorityGround.nullable(),
  words: z.string().nullable().describe('why an officer chose them'),
  overtook: z.array(TicketId).describe('who has waited longer in the same queue'),
  visit: Visit,
})
const Returned = One.extend({ reason: ReturnReason, words: z.string().nullable(), toDeskId: DeskId.nullable() })

const Accepted = One.extend({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('of the words they were shown'),
})
const Message = Words.extend({ at: Ms })

const PassedBy = z.object({ number: z.string(), reason: CallReason, at: Ms })

export const TicketStatus = z.enum(['waiting', 'called', 'inVisit', 'finished', 'missed', 'cancelled'])
export type TicketStatus = z.infer<typeof TicketStatus>

export const Ticket = Taken.extend({
  number: z.string().describe('A001'),
  isProtected: z.boolean().describe('who denounces: by their queue, or as it turned out'),
  status: TicketStatus,
  takenAt: Ms,
  since: Ms.describe('when the status began'),
  queuedAt: Ms.describe('since when the place in line is counted'),
  passedBy: z.array(PassedBy).describe('who was called first from behind'),
  misses: z.int(),
  deskId: DeskId.nullable().describe('called to, or received at'),
  heldFor: DeskId.nullable().describe('handed over to; others leave them to it'),
  visit: Visit.nullable(),
  recalledAt: Ms.nullable(),
  returned: z.object({ reason: ReturnReason, words: z.string().nullable(), at: Ms }).nullable(),
  note: z.string().nullable().describe('from the desk that handed over; for officers'),
  acceptedRulesAt: Ms.nullable().describe('when they had read the rules and the declaration, and agreed'),
  askedForCallAt: Ms.nullable().describe('their device does not do: they asked to be telephoned'),
  messages: z.array(Message),
})
export type Ticket = z.infer<typeof Ticket>

export const Call = Called.omit({ overtook: true }).extend({
  kind: TicketKind,
  accountId: AccountId,
  at: Ms,
  begunAt: Ms.nullable(),
  endedAt: Ms.nullable(),
  overtook: z.int(),
})
export type Call = z.infer<typeof Call>

export const maximumTickets = 3000
export const maximumMessages = 50

const atDesk = ['desks.unknown', 'desks.of-another', 'queue.nobody-here'] as const
const toDesk = ['desks.unknown', 'desks.of-another', 'desks.lost', 'queue.desk-busy', 'queue.not-served'] as const
const AtDesk = z.object({ deskId: DeskId })

const perKind = <T extends z.ZodType>(value: T) => z.record(TicketKind, value)
const everyKind = <T>(value: T): Record<TicketKind, T> => ({ reception: value, dialogue: value, denunciation: value })

/**
 * Not found in any law: an agency’s own. Offered as a beginning that an officer may change for the day; the bounds keep anybody
 * from waiting for ever.
 */
const firstSettings: Settings = {
  showsPeopleBefore: true,
  takesTickets: true,
  rules: {
    weights: { appointment: 3, disabled: 2, pregnant: 2, elderly: 2, policyFamily: 1, remoteArea: 1 },
    mostInARow: 2,
    mostOvertaken: 5,
    behind: 3,
  },
}

export const queue = defineModule('queue', {
  commands: {
    setUp: command('Changes how the queue runs today.', orSystem(accountOnly), Settings),
    take: command('Takes a ticket: the next number of its kind.', orSystem(accountOnly), Taken, [
      'queue.closed',
      'queue.full',
      'queue.has-ticket',
      'queue.secrecy-online',
    ]),
    nameCitizen: command(
      'Says who holds a ticket that was taken without a name: an officer, or the holder themself (the system speaks for them).',
      orSystem(accountOnly),
      One.extend({ citizenId: CitizenId }),
      ['queue.unknown', 'queue.ended', 'queue.for-intake-group'],
    ),
    callNext: command(
      'Calls whose turn it is to a desk.',
      accountOnly,
      AtDesk.extend({ kind: TicketKind.nullable().default(null).describe('null: any the desk serves') }),
      [...toDesk, 'queue.empty'],
    ),
    callThis: command(
      'Calls one out of turn, with the reason.',
      accountOnly,
      AtDesk.extend({ ticketId: TicketId, words: text(500) }),
      [...toDesk, 'queue.unknown', 'queue.not-waiting', 'queue.for-intake-group'],
    ),
    recall: command('Calls once more who has not come.', accountOnly, AtDesk, [...atDesk, 'queue.begun']),
    noShow: command(
      'Whoever was called has not come: they wait again, once; the second time their ticket ends.',
      accountOnly,
      AtDesk,
      [...atDesk, 'queue.begun'],
    ),
    sendBack: command(
      'Sends who was called back to wait, with the reason.',
      accountOnly,
      AtDesk.extend(Words.shape),
      atDesk,
    ),
    handOver: command(
      'Hands who was called over to another desk, with a note for it.',
      accountOnly,
      AtDesk.extend({ toDeskId: DeskId, note: text(500) }),
      [...atDesk, 'queue.no-such-desk'],
    ),
    protect: command(
      'It has turned out that the holder of a ticket denounces: their name is for those alone who take denunciations.',
      orSystem(accountOnly),
      One,
      ['queue.unknown'],
    ),
    beginVisit: command('Who was called is here.', orSystem(accountOnly), One, ['queue.unknown', 'queue.not-called']),
    finishVisit: command('The visit is over.', orSystem(accountOnly), One, ['queue.unknown', 'queue.not-called']),
    cancel: command(
      'Ends a ticket: its holder does not wait any longer (the system speaks for them), or staff says why.',
      orSystem(accountOnly),
      One.extend({ words: text(500).nullable() }),
      ['queue.unknown', 'queue.begun', 'queue.for-intake-group'],
    ),
    acceptRules: command(
      'The holder of a ticket has read the rules of the reception and the declaration, and agrees.',
      systemOnly,
      Accepted,
      ['queue.unknown', 'queue.ended'],
    ),
    askForCall: command(
      'The device of who waits has neither camera nor microphone: they ask to be telephoned.',
      systemOnly,
      One,
      ['queue.unknown', 'queue.ended'],
    ),
    message: command(
      'Writes to one who waits, or to all.',
      accountOnly,
      Words.extend({ ticketId: TicketId.nullable().describe('null: all') }),
      ['queue.unknown', 'queue.ended', 'queue.too-many-messages', 'queue.for-intake-group'],
    ),
  },
  events: {
    setUp: event('nobody', Settings),
    taken: event('nobody', Taken.extend({ number: z.string() })),
    citizenNamed: event('nobody', One.extend({ citizenId: CitizenId })),
    called: event('nobody', Called),
    recalled: event('nobody', One),
    returned: event('nobody', Returned),
    missed: event('nobody', One),
    protected: event('nobody', One),
    visitBegun: event('nobody', One),
    visitFinished: event('nobody', One),
    cancelled: event('nobody', One.extend({ words: z.string().nullable() })),
    rulesAccepted: event('nobody', Accepted),
    callAskedFor: event('nobody', One),
    messageSent: event('nobody', Words.extend({ ticketId: TicketId.nullable() })),
  },
  state: z.object({
    settings: Settings,
    tickets: z.record(TicketId, Ticket),
    lines: perKind(z.array(TicketId)).describe('who waits, the first first'),
    taken: perKind(z.int()).describe('numbers given'),
    inARow: perKind(z.int()).describe('calls of priority since the last one by order'),
    calls: z.array(Call),
    messages: z.array(Message).describe('to all'),
  }),
  initial: {
    settings: firstSettings,
    tickets: {},
    lines: everyKind([]),
    taken: everyKind(0),
    inARow: everyKind(0),
    calls: [],
    messages: [],
  },
})

/** At a desk: called to it, or received there. */
export const isAtDesk = ({ status }: Pick<Ticket, 'status'>): boolean => status === 'called' || status === 'inVisit'
export const isActive = (ticket: Pick<Ticket, 'status'>): boolean => ticket.status === 'waiting' || isAtDesk(ticket)
