// The reception calendar over REST: what citizens see and book, what staff plan and look after. Forms check by the same schemas.
import { z } from 'zod'
import { AppointmentId, line, Ms, OfficerId, SiteId, SittingId, text } from '../../kernel/ids.ts'
import { agencyLevels } from '../../law/reception-duties.ts'
import {
  Appointment,
  ClockTime,
  maximumCapacity,
  maximumSlots,
  minutesOf,
  PlannedSitting,
  Sitting,
  Slot,
} from '../../reception/appointments/contract.ts'
import { Email } from '../hearing/booking.ts'
import { MailFault } from '../hearing/mail.ts'
import { Citizen, Phone } from '../identity/citizens.ts'

const Day = z.iso.date()

// ——— Officers and the rota ———

const maximumCourses = 30

export const Officer = z.object({
  officerId: OfficerId,
  name: line(200),
  title: line(200),
  position: z.enum(['head', 'deputy', 'officer']).describe('người đứng đầu, cấp phó, cán bộ tiếp công dân'),
  courses: z
    .array(z.object({ name: line(200), on: Day.describe('when it ended') }))
    .max(maximumCourses)
    .default([])
    .describe('bồi dưỡng nghiệp vụ'),
  certificates: z
    .array(z.object({ name: line(200), number: line(60).nullable(), on: Day.describe('when it was issued') }))
    .max(maximumCourses)
    .default([])
    .describe('chứng chỉ'),
})
export type Officer = z.infer<typeof Officer>
export const NewOfficer = Officer.omit({ officerId: true })
export type NewOfficerBody = z.input<typeof NewOfficer>
export const OfficerList = z.object({ officers: z.array(Officer) })

const Cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).describe('1: Monday') }),
  z.object({
    kind: z.literal('monthly'),
    day: z.int().min(1).max(28).describe('of the month; when it is no working day, the next one that is'),
  }),
])

interface Hours {
  readonly from: string
  readonly to: string
  readonly slotMinutes: number
}
const isLongEnough = ({ from, to, slotMinutes }: Hours) => minutesOf(to) - minutesOf(from) >= slotMinutes
const isFewEnough = ({ from, to, slotMinutes }: Hours) =>
  (minutesOf(to) - minutesOf(from)) / slotMinutes <= maximumSlots
const tooShort = { path: ['to'], message: 'too short for one appointment' }
const tooMany = { path: ['slotMinutes'], message: 'too many appointments a day' }

/** What is planned again and again. */
export const RotaRule = Sitting.pick({ kind: true, officerId: true, substituteId: true, place: true, ownBrowser: true })
  .extend({
    ruleId: SittingId,
    cadence: Cadence,
    branchSites: z.array(line(200)).max(49),
    from: ClockTime,
    to: ClockTime,
    slotMinutes: Sitting.shape.slotMinutes,
    capacity: z.int().min(1).max(maximumCapacity).describe('citizens at once'),
    validFrom: Day,
    validUntil: Day.nullable(),
  })
  .refine(isLongEnough, tooShort)
  .refine(isFewEnough, tooMany)
export type RotaRule = z.infer<typeof RotaRule>

/** An agency’s own words, to be changed: no law is cited by them. */
const usualHouseRules = [
  'Giữ trật tự, nói lần lượt, không xúc phạm người khác.',
  'Không tự ghi âm, ghi hình, phát trực tiếp khi người chủ trì chưa đồng ý.',
  'Người khác cùng ngồi trước máy phải được cán bộ biết và đồng ý.',
  'Chuẩn bị căn cước và giấy tờ của vụ việc.',
].join('\n')
const usualDeclaration =
  'Tôi đã đọc nội quy. Tôi trình bày trung thực và chịu trách nhiệm về lời nói, giấy tờ của mình.'

export const ReceptionSettings = z.object({
  level: z.enum(agencyLevels),
  centreSite: line(200).describe('the site where officials receive, as citizens know it'),
  weeksAhead: z.int().min(1).max(12).describe('how far ahead days are planned and can be booked'),
  whatToBring: text(2000),
  phone: line(60).nullable().describe('whom citizens call'),
  otherWays: text(2000).describe('what a citizen can do when nothing is free'),
  houseRules: text(4000).default(usualHouseRules).describe('what who waits in their own browser reads first'),
  declaration: text(1000).default(usualDeclaration).describe('and agrees to'),
  rules: z.array(RotaRule).max(50),
})
export type ReceptionSettings = z.infer<typeof ReceptionSettings>

export const usualReceptionSettings: ReceptionSettings = {
  level: 'commune',
  centreSite: 'Trụ sở tiếp công dân',
  weeksAhead: 4,
  whatToBring:
    'Căn cước (hoặc hộ chiếu), đơn và giấy tờ liên quan đến vụ việc, các văn bản trả lời đã nhận. Người đại diện mang theo giấy ủy quyền hoặc văn bản cử người đại diện.',
  phone: null,
  otherWays:
    'Ông/bà có thể đến trực tiếp trong giờ tiếp công dân để lấy số, gửi đơn qua bưu điện, hoặc nộp đơn tại bộ phận tiếp nhận của cơ quan.',
  houseRules: usualHouseRules,
  declaration: usualDeclaration,
  rules: [],
}

// ——— What a citizen sees ———

const Receiver = z.object({ name: z.string(), title: z.string() })

export const OpenSitting = Sitting.pick({
  sittingId: true,
  kind: true,
  place: true,
  sites: true,
  slotMinutes: true,
})
  .extend({
    receiver: Receiver.nullable(),
    isOnline: z.boolean().describe('citizens may join from their own browser'),
    slots: z.array(Slot.pick({ time: true }).extend({ free: z.int().nonnegative().describe('0 when it is over') })),
    cancelledReason: z.string().nullable(),
  })
  .meta({ id: 'OpenSitting' })
export type OpenSitting = z.infer<typeof OpenSitting>

export const CalendarDay = z.object({ date: Day, sittings: z.array(OpenSitting) }).meta({ id: 'CalendarDay' })
export type CalendarDay = z.infer<typeof CalendarDay>

export const Calendar = z
  .object({
    organisation: z.string(),
    whatToBring: z.string(),
    phone: z.string().nullable(),
    otherWays: z.string(),
    days: z.array(CalendarDay),
  })
  .meta({ id: 'ReceptionCalendar' })
export type Calendar = z.infer<typeof Calendar>

/** As altcha-lib makes and solves it; the server alone knows whether it is its own. */
export const Challenge = z.object({
  parameters: z.looseObject({
    algorithm: z.string().max(40),
    nonce: z.string().max(128),
    salt: z.string().max(128),
    cost: z.int().max(1_000_000),
    keyLength: z.int().max(64),
    keyPrefix: z.string().max(128),
    expiresAt: z.number(),
  }),
  signature: z.string().max(128),
})
export type Challenge = z.infer<typeof Challenge>
export const Proof = z.object({
  challenge: Challenge,
  solution: z.object({ counter: z.int().nonnegative(), derivedKey: z.string().max(128) }),
})
export type Proof = z.infer<typeof Proof>

/** `ABCD-2345`: without letters and digits that look alike; capitals, spaces and dashes make no difference. */
export const AppointmentCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replaceAll(/[\s-]/gu, ''))
  .pipe(z.string().regex(/^[A-HJ-NP-Z2-9]{8}$/, 'not the form of a code'))
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** What a citizen left to be reached by: the second proof besides the code. */
export const Contact = z
  .string()
  .trim()
  .transform((typed, context) => {
    const phone = Phone.safeParse(typed)
    if (phone.success) return { kind: 'phone', value: phone.data } as const
    const email = Email.safeParse(typed.toLowerCase())
    if (email.success) return { kind: 'email', value: email.data } as const
    context.addIssue({ code: 'custom', message: 'neither a telephone number nor an e-mail address' })
    return z.NEVER
  })
export type Contact = z.infer<typeof Contact>

export const Place = z.object({ date: Day, sittingId: SittingId, time: ClockTime, siteId: SiteId.nullable() })
export type Place = z.infer<typeof Place>

const Matter = Appointment.pick({ matter: true, asksSecrecy: true, interpreter: true, priority: true, party: true })

/** What the form asks. Of telephone and e-mail one is enough. */
export const BookingForm = Matter.extend({
  name: line(200),
  phone: Phone.nullable(),
  email: z
    .string()
    .trim()
    .transform((typed) => typed.toLowerCase())
    .pipe(Email)
    .nullable(),
  address: Citizen.shape.address,
  subject: text(1000),
}).refine(({ phone, email }) => phone !== null || email !== null, { path: ['phone'], params: { needsContact: true } })
export type BookingForm = z.infer<typeof BookingForm>

export const BookingBody = z
  .object({ place: Place, form: BookingForm, proof: Proof })
  .meta({ id: 'AppointmentBooking' })

export const OwnAppointmentBody = z.object({ code: AppointmentCode, contact: Contact })
export const MoveBody = OwnAppointmentBody.extend({ place: Place })

const AppointmentStatus = z
  .enum(['open', 'over', 'cancelledByCitizen', 'cancelledByAgency'])
  .describe('còn hiệu lực, đã qua, đã hủy, cơ quan đã hủy')

/** What its citizen sees of it: nothing of who they are. */
export const OwnAppointment = z
  .object({
    code: z.string(),
    date: Day,
    time: ClockTime,
    minutes: z.int(),
    sittingId: SittingId,
    siteId: SiteId.nullable(),
    place: z.string(),
    siteName: z.string().nullable().describe('null: from their own browser'),
    receiver: Receiver.nullable(),
    status: AppointmentStatus,
    reason: z.string().nullable(),
    mayArrive: z.boolean().describe('it is the time to come, and there is a queue to wait in'),
    isMailed: z.boolean().describe('a letter with all of this goes to the e-mail address that was given'),
  })
  .meta({ id: 'OwnAppointment' })
export type OwnAppointment = z.infer<typeof OwnAppointment>

export const Arrived = z.object({ link: z.string().describe('the page to wait on') })

// ——— What staff see ———

export const AppointmentLetter = z.object({
  kind: z.enum(['confirmation', 'change', 'cancellation', 'reminder']),
  state: z.enum(['queued', 'retrying', 'sent', 'failed']),
  at: Ms,
  fault: MailFault.nullable(),
})
export type AppointmentLetter = z.infer<typeof AppointmentLetter>

const StaffSitting = PlannedSitting.extend({
  booked: z.int().nonnegative(),
  postedBy: Ms.describe('by when it should have been posted'),
  isPostedInTime: z.boolean().nullable().describe('null: of an extraordinary one the law asks no posting ahead'),
})
export type StaffSitting = z.infer<typeof StaffSitting>

const DutyPeriod = z.object({
  from: Day,
  to: Day,
  required: z.int(),
  held: z.int().describe('days on which the head has received'),
  planned: z.int().describe('days still to come'),
  unnoted: z.int().describe('days that are over, and nobody has noted who received'),
  status: z
    .enum(['kept', 'planned', 'open', 'unnoted', 'missed', 'unknown'])
    .describe('unknown: it was over before the first day was planned here'),
})
export type DutyPeriod = z.infer<typeof DutyPeriod>

export const HeadDutyReport = z.object({
  per: z.enum(['week', 'month']),
  source: z.string(),
  hasHead: z.boolean().describe('false: nobody on the roster is the head'),
  periods: z.array(DutyPeriod),
})
export type HeadDutyReport = z.infer<typeof HeadDutyReport>

export const StaffCalendar = z
  .object({
    today: Day,
    days: z.array(z.object({ date: Day, sittings: z.array(StaffSitting) })),
    duty: HeadDutyReport,
    postingSource: z.string(),
    isMailOn: z.boolean(),
  })
  .meta({ id: 'StaffReceptionCalendar' })
export type StaffCalendar = z.infer<typeof StaffCalendar>

export const BookedCitizen = Appointment.omit({ citizenId: true })
  .extend({
    appointmentId: AppointmentId,
    name: z.string().nullable().describe('null: erased, or withheld'),
    isWithheld: z.boolean().describe('denounces, or asks for secrecy: told to the intake group alone'),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    subject: z.string().nullable(),
    letter: AppointmentLetter.nullable().describe('the last one; null: none goes'),
  })
  .meta({ id: 'BookedCitizen' })
export type BookedCitizen = z.infer<typeof BookedCitizen>
export const BookedCitizens = z.object({ appointments: z.array(BookedCitizen) })

/** A sitting planned by hand. */
const { ruleId: _, cadence: __, validFrom: ___, validUntil: ____, ...ofOneDay } = RotaRule.shape
export const SittingChange = z.object(ofOneDay).refine(isLongEnough, tooShort).refine(isFewEnough, tooMany)
export const SittingBody = z
  .object({ date: Day, ...ofOneDay })
  .refine(isLongEnough, tooShort)
  .refine(isFewEnough, tooMany)
export type SittingBody = z.infer<typeof SittingBody>

export const ReasonBody = z.object({ reason: text(500) })
export const SubstituteBody = ReasonBody.extend({ officerId: OfficerId })
export const HeldBody = z.object({ officerId: OfficerId })
export const Planned = z.object({
  planned: z.int().describe('sittings that are new in the calendar'),
  refused: z.array(z.object({ date: Day, ruleId: SittingId, code: z.string() })).describe('what could not be planned'),
})
export const Called = z.object({
  written: z.int().describe('how many are written to'),
  toCall: z.int().describe('how many left no e-mail address: they are to be called'),
})
