// What waiting pages, desks and kiosks of a reception day send and are told.
import { z } from 'zod'
import { AccountId, DeskId, Ms, SessionId, TicketId } from '../../kernel/ids.ts'
import { PriorityGround } from '../../reception/appointments/contract.ts'
import { Desk, desks, TicketKind } from '../../reception/desks/contract.ts'
import {
  CallReason,
  queue,
  ReturnReason,
  Settings,
  Ticket,
  TicketStatus,
  WayIn,
} from '../../reception/queue/contract.ts'
import { Citizen, Phone } from '../identity/citizens.ts'

/** Of socket.io: beside the sockets of the sessions, which use the one without a name. */
export const receptionNamespace = '/reception'

const Message = z.object({ text: z.string(), at: Ms })

export const TicketView = z
  .object({
    serverTime: Ms,
    number: z.string().describe('A001'),
    kind: TicketKind,
    isProtected: z.boolean().describe('a denouncer: called by the number alone'),
    way: WayIn,
    status: TicketStatus,
    takenAt: Ms,
    since: Ms,
    peopleBefore: z.int().nullable().describe('null: not told today, or nobody waits any more'),
    isNext: z.boolean(),
    expectedMinutes: z.int().nullable().describe('null: not enough has been measured today'),
    passedBy: z
      .array(z.object({ number: z.string(), reason: CallReason }))
      .describe('who was called before one from behind, and by which rule'),
    deskLabel: z.string().nullable().describe('where one is called to'),
    recalledAt: Ms.nullable(),
    returned: z.object({ reason: ReturnReason, words: z.string().nullable() }).nullable(),
    isLastCall: z.boolean().describe('one call was missed already'),
    mustAccept: z.boolean().describe('the rules and the declaration are not read and agreed to yet'),
    hasAskedForCall: z.boolean(),
    isNamed: z.boolean().describe('false: nobody has written down who holds it'),
    messages: z.array(Message),
    joinLink: z.url().nullable().describe('opens the visit; null: one is not called'),
    isOpenElsewhere: z.boolean().describe('another page has the same ticket open: both show the same'),
  })
  .meta({ id: 'TicketView' })
/** Made anew by every page that is opened, the same when its socket comes back. */
export const PageId = z.string().min(1).max(64)
export const AskingPage = z.object({ pageId: PageId.optional().describe('of who asks: it is not elsewhere') })
export type TicketView = z.infer<typeof TicketView>

export const HouseRules = z
  .object({
    houseRules: z.string(),
    declaration: z.string(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('of both: sent back by who agrees'),
  })
  .meta({ id: 'HouseRules' })
export type HouseRules = z.infer<typeof HouseRules>
export const Acceptance = HouseRules.pick({ sha256: true }).meta({ id: 'Acceptance' })
export const CallWish = z
  .object({ phone: Phone, name: Citizen.shape.name.optional().describe('of who has none on their ticket yet') })
  .meta({ id: 'CallWish' })

export const NewTicket = z
  .object({
    kind: TicketKind,
    priority: PriorityGround.nullable().default(null),
    way: WayIn.default('desk'),
    waivesSecrecy: z
      .boolean()
      .default(false)
      .describe('of who denounces: said that they do not ask for their name to be kept secret'),
    citizen: Citizen.pick({ name: true })
      .extend({ phone: Phone.nullable().default(null) })
      .nullable()
      .default(null)
      .describe('null: the name is not written down now'),
  })
  .meta({ id: 'NewTicket' })

export const TakenTicket = z
  .object({
    ticketId: TicketId,
    number: z.string(),
    kind: TicketKind,
    link: z.url().describe('the waiting page of this ticket; whoever has it sees the number and is called'),
  })
  .meta({ id: 'TakenTicket' })
export type TakenTicket = z.infer<typeof TakenTicket>

export const NameOfCitizen = Citizen.pick({ name: true }).meta({ id: 'NameOfCitizen' })

export const NewDesk = desks.commands.open.data.omit({ deskId: true }).meta({ id: 'NewDesk' })
export const OpenedDesk = z.object({ deskId: DeskId }).meta({ id: 'OpenedDesk' })

const { commands } = queue
export const CallNext = commands.callNext.data.omit({ deskId: true }).meta({ id: 'CallNext' })
export const CallThis = commands.callThis.data.omit({ deskId: true }).meta({ id: 'CallThis' })
export const SendBack = commands.sendBack.data.omit({ deskId: true }).meta({ id: 'SendBack' })
export const HandOver = commands.handOver.data.omit({ deskId: true }).meta({ id: 'HandOver' })
export const MessageToWaiting = commands.message.data.meta({ id: 'MessageToWaiting' })
export const EndOfTicket = commands.cancel.data.pick({ words: true }).meta({ id: 'EndOfTicket' })
export const ReceptionSettings = Settings.meta({ id: 'ReceptionSettings' })

export const CalledTicket = z
  .object({ ticketId: TicketId, number: z.string(), reason: CallReason, sessionId: SessionId })
  .meta({ id: 'CalledTicket' })

export const VisitLink = z.object({ link: z.url().describe('one’s own way into the visit') }).meta({ id: 'VisitLink' })

/** As officers see it. The name is not in the ticket: it comes beside it, and of a denunciation to the desks that take those alone. */
export const TicketRow = Ticket.omit({ visit: true, citizenId: true, appointmentId: true }).extend({
  name: z.string().nullable().describe('null: not written down, or not for this officer'),
  isNamed: z.boolean(),
  phone: z.string().nullable().describe('of who asked to be telephoned; else null'),
})
export type TicketRow = z.infer<typeof TicketRow>

export const StaffMemberList = z
  .object({ staff: z.array(z.object({ accountId: AccountId, displayName: z.string() })) })
  .meta({ id: 'StaffMemberList' })
export type StaffMemberList = z.infer<typeof StaffMemberList>

/** `tickets`: all when isWhole, else those that have changed since the last one. */
export const DayView = z
  .object({
    isWhole: z.boolean(),
    day: z.iso.date(),
    serverTime: Ms,
    settings: Settings,
    desks: z.array(Desk),
    lines: z.record(TicketKind, z.array(TicketId)).describe('in the order in which they would be called now'),
    expectedMinutes: z.record(TicketKind, z.int().nullable()).describe('of one who took a ticket now'),
    tickets: z.array(TicketRow),
    online: z.array(TicketId).describe('whose waiting page is open'),
    messages: z.array(Message).describe('to all'),
  })
  .meta({ id: 'DayView' })
export type DayView = z.infer<typeof DayView>

export const Kiosk = z.object({ kioskId: z.string(), label: z.string(), createdAt: Ms }).meta({ id: 'Kiosk' })
export type Kiosk = z.infer<typeof Kiosk>
export const NewKiosk = z.object({ label: desks.commands.open.data.shape.label }).meta({ id: 'NewKiosk' })
export const KioskLink = Kiosk.extend({ link: z.url() }).meta({ id: 'KioskLink' })
export const KioskList = z.object({ kiosks: z.array(Kiosk) }).meta({ id: 'KioskList' })

export const KioskView = z
  .object({
    label: z.string(),
    takesTickets: z.boolean(),
    waiting: z.record(TicketKind, z.int()).describe('how many wait'),
  })
  .meta({ id: 'KioskView' })
export type KioskView = z.infer<typeof KioskView>

/** Pushed by the server; such sockets send nothing. */
export interface ReceptionToPage {
  ticket: (view: TicketView) => void
  day: (view: DayView) => void
  /** The link or the login is no good; the socket is closed. */
  refused: () => void
}
