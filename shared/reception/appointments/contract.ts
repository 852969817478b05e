// The sittings (buổi tiếp) of one day and their appointments. A sitting has an officer, places, times and slots.
// Citizens and officers are ids; identities and texts of citizens are stored elsewhere, where they can be erased.
import { z } from 'zod'
import { accountOnly, orSystem, systemOnly } from '../../kernel/actor.ts'
import { AppointmentId, CitizenId, Language, line, Ms, OfficerId, SiteId, SittingId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const SittingKind = z
  .enum(['regular', 'leader', 'extraordinary'])
  .describe('tiếp thường xuyên, lãnh đạo tiếp định kỳ, tiếp đột xuất')
export type SittingKind = z.infer<typeof SittingKind>

export const MatterKind = z
  .enum(['complaint', 'denunciation', 'proposal', 'reflection', 'unsure'])
  .describe('khiếu nại, tố cáo, kiến nghị, phản ánh, chưa rõ')
export type MatterKind = z.infer<typeof MatterKind>

export const PriorityGround = z
  .enum(['elderly', 'disabled', 'pregnant', 'policyFamily', 'remoteArea'])
  .describe('người cao tuổi, người khuyết tật, phụ nữ mang thai, gia đình chính sách, vùng sâu vùng xa')
export type PriorityGround = z.infer<typeof PriorityGround>

export const Interpreter = z
  .union([Language.exclude(['vi']), z.literal('signLanguage')])
  .describe('whom the citizen needs: an interpreter of this language, or of sign language')
export type Interpreter = z.infer<typeof Interpreter>

/** Hours and minutes on the clock of Việt Nam: 08:30. */
export const ClockTime = z.iso.time({ precision: -1 })

export const maximumSlots = 60
export const maximumCapacity = 50
const maximumSites = 50
export const maximumSittings = 30

export const Slot = z.object({ time: ClockTime, capacity: z.int().min(1).max(maximumCapacity) })
export type Slot = z.infer<typeof Slot>

const OwnBrowser = z
  .object({
    ground: text(500).describe(
      'why citizens need not come to a site, as khoản 2 Điều 19 Nghị định 154/2026 wants it named',
    ),
    decisionNumber: line(60).describe('of the decision that allows it'),
  })
  .describe('citizens may join from where they are')

export const Sitting = z.object({
  sittingId: SittingId,
  kind: SittingKind,
  officerId: OfficerId.describe('who receives'),
  substituteId: OfficerId.nullable().describe('who steps in when they cannot'),
  place: line(300),
  sites: z
    .array(z.object({ siteId: SiteId, name: line(200) }))
    .min(1)
    .max(maximumSites)
    .describe('where a citizen may come to: the centre first'),
  ownBrowser: OwnBrowser.nullable(),
  slotMinutes: z.int().min(5).max(240),
  slots: z.array(Slot).min(1).max(maximumSlots),
})
export type Sitting = z.infer<typeof Sitting>

export const Party = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({
    kind: z.literal('representative'),
    hasPaper: z.boolean().describe('brings the request or the authorisation in writing'),
  }),
  z.object({
    kind: z.literal('group'),
    people: z.int().min(2).max(10_000),
    representatives: z.int().min(1).max(100),
    hasPaper: z.boolean().describe('brings the paper by which all have named them, signed by all'),
  }),
])
export type Party = z.infer<typeof Party>

const Where = z.object({
  sittingId: SittingId,
  time: ClockTime,
  siteId: SiteId.nullable().describe('null: from their own browser'),
})
const Booking = Where.extend({
  appointmentId: AppointmentId,
  citizenId: CitizenId,
  matter: MatterKind,
  asksSecrecy: z.boolean().describe('of a denouncer: wants name, address and handwriting kept secret'),
  interpreter: Interpreter.nullable(),
  priority: PriorityGround.nullable(),
  party: Party,
})
/** Or may: who is not sure is judged when they are received. Their names are for the intake group (ADR 0071). */
export const mayDenounce = ({
  matter,
  asksSecrecy,
}: Pick<z.infer<typeof Booking>, 'matter' | 'asksSecrecy'>): boolean =>
  matter === 'denunciation' || matter === 'unsure' || asksSecrecy

/** Whether a ticket with this appointment is of one of them. */
export const isOfWhoMayDenounce = (
  all: readonly Pick<Appointment, 'appointmentId' | 'matter' | 'asksSecrecy'>[],
  appointmentId: AppointmentId | null,
): boolean => all.some((one) => one.appointmentId === appointmentId && mayDenounce(one))

const AtAppointment = z.object({ appointmentId: AppointmentId })
const AtSitting = z.object({ sittingId: SittingId })

const CancelledBy = z.enum(['citizen', 'agency'])

export const Appointment = Booking.extend({
  bookedAt: Ms,
  remindedAt: Ms.nullable(),
  cancelled: z.object({ by: CancelledBy, reason: z.string().nullable(), at: Ms }).nullable(),
})
export type Appointment = z.infer<typeof Appointment>

export const PlannedSitting = Sitting.extend({
  plannedAt: Ms,
  substitution: z.object({ officerId: OfficerId, reason: z.string() }).nullable(),
  heldBy: OfficerId.nullable().describe('who received in fact; null: it has not been noted'),
  cancelled: z.object({ reason: z.string(), at: Ms }).nullable(),
})
export type PlannedSitting = z.infer<typeof PlannedSitting>

const placeRejections = [
  'appointments.unknown-sitting',
  'appointments.sitting-cancelled',
  'appointments.unknown-slot',
  'appointments.slot-full',
  'appointments.too-late',
  'appointments.way-closed',
  'appointments.secrecy-at-site',
] as const
const planRejections = [
  'appointments.slots-overlap',
  'appointments.officer-busy',
  'appointments.own-substitute',
] as const
const Day = z.object({ date: z.iso.date() })
const Planned = Sitting.extend(Day.shape)

export const appointments = defineModule('appointments', {
  commands: {
    plan: command('Opens a sitting on this day.', orSystem(accountOnly), Planned, [
      'appointments.other-day',
      'appointments.sitting-exists',
      'appointments.too-many-sittings',
      ...planRejections,
    ]),
    replan: command('Changes a sitting; what is booked stays possible.', accountOnly, Sitting, [
      'appointments.unknown-sitting',
      'appointments.sitting-cancelled',
      'appointments.slot-taken',
      'appointments.way-taken',
      ...planRejections,
    ]),
    substitute: command(
      'Somebody else receives.',
      accountOnly,
      AtSitting.extend({ officerId: OfficerId, reason: text(500) }),
      ['appointments.unknown-sitting', 'appointments.sitting-cancelled', 'appointments.officer-busy'],
    ),
    noteHeld: command(
      'Notes that the sitting took place, and who received.',
      accountOnly,
      AtSitting.extend({ officerId: OfficerId }),
      ['appointments.unknown-sitting', 'appointments.sitting-cancelled', 'appointments.not-begun'],
    ),
    cancelSitting: command(
      'Calls a sitting off, with all that is booked in it.',
      accountOnly,
      AtSitting.extend({ reason: text(500) }),
      ['appointments.unknown-sitting', 'appointments.sitting-cancelled'],
    ),
    book: command('Books a place for a citizen.', orSystem(accountOnly), Booking, [
      ...placeRejections,
      'appointments.exists',
      'appointments.no-authorisation',
      'appointments.group-too-small',
      'appointments.too-many-representatives',
      'appointments.no-group-paper',
    ]),
    move: command(
      'Gives an appointment another place on the same day.',
      orSystem(accountOnly),
      AtAppointment.extend(Where.shape),
      [...placeRejections, 'appointments.unknown', 'appointments.not-open'],
    ),
    cancel: command(
      'Gives the place back.',
      orSystem(accountOnly),
      AtAppointment.extend({ by: CancelledBy, reason: text(500).nullable() }),
      ['appointments.unknown', 'appointments.not-open'],
    ),
    remind: command('Reminds the citizen, once.', systemOnly, AtAppointment, [
      'appointments.unknown',
      'appointments.not-open',
      'appointments.reminded',
    ]),
  },
  events: {
    planned: event('nobody', Planned),
    replanned: event('nobody', Sitting),
    substituted: event('nobody', AtSitting.extend({ officerId: OfficerId, reason: z.string() })),
    held: event('nobody', AtSitting.extend({ officerId: OfficerId })),
    sittingCancelled: event('nobody', AtSitting.extend({ reason: z.string() })),
    booked: event('nobody', Booking),
    moved: event('nobody', AtAppointment.extend(Where.shape)),
    cancelled: event('nobody', AtAppointment.extend({ by: CancelledBy, reason: z.string().nullable() })),
    reminded: event('nobody', AtAppointment),
  },
  state: z.object({
    date: z.iso.date().nullable(),
    sittings: z.array(PlannedSitting),
    appointments: z.array(Appointment),
  }),
  initial: { date: null, sittings: [], appointments: [] },
})

export const sittingOf = <S extends Pick<Sitting, 'sittingId'>>(sittings: readonly S[], id: string): S | undefined =>
  sittings.find(({ sittingId }) => sittingId === id)

export const isOpen = ({ cancelled }: Pick<Appointment, 'cancelled'>): boolean => cancelled === null

/** Who receives, as it stands now. */
export const receivingOfficer = ({
  officerId,
  substitution,
}: Pick<PlannedSitting, 'officerId' | 'substitution'>): OfficerId => substitution?.officerId ?? officerId

/** How many places of a slot are given away. */
export const takenOf = (all: readonly Appointment[], sittingId: SittingId, time: string): number =>
  all.filter((one) => isOpen(one) && one.sittingId === sittingId && one.time === time).length

/** 08:30 → 510 */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
