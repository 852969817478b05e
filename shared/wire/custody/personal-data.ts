// What is kept of a person and what they ask about it, over REST. Whatever is of a denunciation is not in it (ADR 0045).
import { z } from 'zod'
import { CitizenId, line, Ms, text } from '../../kernel/ids.ts'
import { RequestClock, RequestClockRow } from '../../personal-data/clocks.ts'
import { IdentityMeans, RefusalGround, RequestKind, RequestStatus } from '../../personal-data/contract.ts'
import { CitizenAccess } from '../identity/citizens.ts'

const by = z.string().nullable().describe('the name of the account')
const Day = z.iso.date()

export const NewPersonalRequest = z
  .object({
    kind: RequestKind,
    typed: line(100).describe(
      'the number of a paper, a telephone number or an e-mail address, by which they are found',
    ),
    receivedOn: Day,
  })
  .meta({ id: 'NewPersonalRequest' })
export const IdentityCheck = z.object({ means: IdentityMeans }).meta({ id: 'IdentityCheck' })
export const RequestRefusal = z
  .object({ ground: RefusalGround, reason: text(1000) })
  .meta({ id: 'PersonalRequestRefusal' })
export const NewRequestClockRow = RequestClockRow.omit({ mark: true })
  .extend({ mark: z.enum(['read', 'memory']) })
  .meta({ id: 'NewRequestClockRow' })

const PersonalRequest = z.object({
  requestId: z.string(),
  kind: RequestKind,
  status: RequestStatus,
  receivedOn: Day,
  replyBy: Day,
  answerBy: Day,
  isToBeChecked: z.boolean().describe('the periods were not read in the text in force'),
  isLate: z.boolean(),
  identity: z.object({ means: IdentityMeans, at: Ms, by }).nullable(),
  answered: z
    .object({ at: Ms, by, isErased: z.boolean().describe('false: not decided on by the second administrator yet') })
    .nullable(),
  refused: z.object({ at: Ms, by, ground: RefusalGround, reason: z.string() }).nullable(),
})
export type PersonalRequest = z.infer<typeof PersonalRequest>

export const requestClocks = RequestClock.options
const ShownRequestClock = RequestClockRow.extend({
  state: z.enum(['inForce', 'later', 'earlier', 'replaced']).describe('replaced: another of the same day counts'),
  validTo: Day.nullable().describe('the last day; null: none is known'),
  added: z.object({ at: Ms, by }).nullable().describe('null: it came with the software'),
})
export type ShownRequestClock = z.infer<typeof ShownRequestClock>

export const PersonalDataPage = z
  .object({ requests: z.array(PersonalRequest).describe('the newest first'), clocks: z.array(ShownRequestClock) })
  .meta({ id: 'PersonalDataPage' })
export type PersonalDataPage = z.infer<typeof PersonalDataPage>

const categories = ['contact', 'identityPaper', 'visits', 'cases', 'papers', 'looks'] as const
/** One line of the register of what is kept on a person: derived when it is looked at, never kept itself. */
const KeptCategory = z.object({
  category: z
    .enum(categories)
    .describe('họ tên và liên hệ, giấy tờ tùy thân, lượt tiếp, vụ việc, giấy tờ đã nộp, các lượt xem thông tin'),
  count: z.int(),
  since: Day.nullable(),
  keptUntil: Day.nullable().describe('null: for good, or while a matter is open'),
})
const Obstacle = z.object({
  why: RefusalGround.extract(['hold', 'open', 'kept']),
  title: z.string().describe('the case or the day of the visit; of a hold its reason; else empty'),
  until: Day.nullable().describe('null: for good, or as long as the hold or the matter lasts'),
  isConfirmed: z.boolean().describe('false: the agency has not entered how long it is kept, so nobody knows'),
})

export const PersonalRequestDetail = z
  .object({
    request: PersonalRequest,
    entries: z.int().describe('entries in the record of citizens; fewer than at the request: erased since'),
    kept: z.array(KeptCategory),
    obstacles: z.array(Obstacle).describe('why nothing may be erased now; none: it may'),
    looks: z
      .array(CitizenAccess.pick({ at: true, act: true, purpose: true }).extend({ by }))
      .describe('the newest first'),
  })
  .meta({ id: 'PersonalRequestDetail' })
export type PersonalRequestDetail = z.infer<typeof PersonalRequestDetail>

/** What the person is given: all that is kept of them that may be given. */
export const PersonalCopy = z.object({
  format: z.literal('diemcau-personal-data'),
  version: z.literal(1),
  organisation: z.string(),
  madeAt: z.iso.datetime(),
  entries: z.array(
    z.object({
      citizenId: CitizenId,
      name: z.string(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      identity: z.object({ kind: z.string(), number: z.string() }).nullable(),
    }),
  ),
  visits: z.array(z.object({ day: Day, number: z.int(), content: z.string().nullable() })),
  cases: z.array(z.object({ number: z.string(), receivedOn: Day, subject: z.string(), status: z.string() })),
  papers: z.array(z.object({ title: z.string(), bytes: z.int(), sha256: z.string() })),
  looks: z.array(z.object({ at: z.iso.datetime(), act: z.string(), by, purpose: z.string() })),
})
export type PersonalCopy = z.infer<typeof PersonalCopy>
