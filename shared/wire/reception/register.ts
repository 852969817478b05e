// The register of receptions over REST: rows as staff see them, what they write into them, and files that are made of them.
import { z } from 'zod'
import { CaseKind, CompetenceOutcome, IntakeWay } from '../../cases/intake/contract.ts'
import { CaseResult, Satisfaction } from '../../cases/outcome/contract.ts'
import { AccountId, line, Ms, RegisterRowId, text } from '../../kernel/ids.ts'
import { SittingKind } from '../../reception/appointments/contract.ts'
import { Columns, ReceivedBy, RegisterKind, requirements } from '../../reception/register/contract.ts'
import { SecrecyLevel } from '../../secrecy/levels.ts'
import { Citizen } from '../identity/citizens.ts'

/** A year, a month or a day. */
export const Period = z
  .string()
  .regex(
    /^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'a year, a month or a day as in 2026, 2026-11, 2026-11-24',
  )

const Body = z.object({ body: z.string(), paperNumber: z.string().nullable() })
const Paper = z.object({ kind: z.enum(['citizenCard', 'oldIdentityCard', 'passport']), number: z.string() })
const Shown = z.object({ name: z.string(), address: z.string().nullable(), paper: Paper.nullable() })
const Result = z.object({
  result: CaseResult.nullable(),
  paperNumber: z.string().nullable(),
  on: z.string(),
  satisfaction: Satisfaction.nullable(),
})

const Shared = z.object({
  citizen: Shown.nullable().describe('columns 3 and 4; null: not known, erased, or not named'),
  content: z.string().nullable(),
  kind: RegisterKind.nullable(),
  people: z.int().nullable(),
  settledBy: z.string().nullable(),
  isOwn: z.boolean(),
  guidedTo: Body.nullable(),
  handledBy: Body.nullable(),
  note: z.string().nullable(),
  receptionKind: SittingKind,
  receivedBy: ReceivedBy,
  isGroup: z.boolean(),
  isRepeat: z.boolean().nullable(),
})
const CorrectedColumns = Shared.partial()
export type CorrectedColumns = z.infer<typeof CorrectedColumns>

export const RegisterRow = Shared.extend({
  rowId: RegisterRowId,
  day: z.string(),
  number: z.int(),
  ticket: z.string().nullable(),
  sessionId: z.string().nullable(),
  alias: z.string().nullable().describe('in the place of the name of whoever denounces'),
  officer: z.string().nullable().describe('who received; null: the account is gone'),
  isVisitOver: z.boolean(),
  revision: z.int().describe('given back with what is written: nobody overwrites what another wrote meanwhile'),
  missing: z.array(z.enum(requirements)).describe('what it cannot be closed without'),
  case: z.object({ caseId: z.string(), number: z.string() }).nullable(),
  secrecy: SecrecyLevel.describe('of that case: from Mật upwards neither words nor who came are shown'),
  result: Result.nullable().describe('column 12: as the case stands now'),
  closed: z.object({ at: Ms, by: z.string().nullable() }).nullable(),
  corrections: z.array(
    z.object({
      before: CorrectedColumns,
      after: CorrectedColumns,
      reason: z.string(),
      at: Ms,
      by: z.string().nullable(),
    }),
  ),
}).meta({ id: 'RegisterRow' })
export type RegisterRow = z.infer<typeof RegisterRow>

export const RegisterQuery = z.object({
  period: Period,
  state: z.enum(['all', 'open', 'closed']).default('all'),
  kind: RegisterKind.optional(),
  officerId: AccountId.optional(),
  text: line(200).optional().describe('with or without diacritics'),
  name: line(200).optional().describe('words of the name of who was received; it is written down who asked'),
  after: z.coerce.number().int().positive().optional(),
})

export const RegisterList = z
  .object({
    rows: z.array(RegisterRow),
    next: z.int().nullable().describe('given as `after` it brings the following page; null: this was the last'),
    count: z.object({ all: z.int(), open: z.int() }).describe('of the period'),
    officers: z.array(z.object({ accountId: AccountId, name: z.string() })),
    rowsPerPdf: z.int().describe('a longer period is printed in parts of so many rows'),
  })
  .meta({ id: 'RegisterList' })
export type RegisterList = z.infer<typeof RegisterList>

const Typed = Citizen.pick({ name: true, address: true, identity: true })
export const WrittenColumns = Columns.omit({ citizenId: true })
  .partial()
  .extend({ citizen: Typed.optional().describe('kept in the record of citizens') })
  .meta({ id: 'RegisterColumns' })
export type WrittenColumnsBody = z.input<typeof WrittenColumns>

const revision = z.int().nonnegative().describe('of the row as it was looked at')
export const WrittenRow = WrittenColumns.extend({ revision }).meta({ id: 'WrittenRow' })

export const NewRegisterRow = z
  .object({
    rowId: z.uuid().describe('made by the sender; the same again is the same row'),
    day: z.iso.date(),
    columns: WrittenColumns,
  })
  .meta({ id: 'NewRegisterRow' })
export type NewRegisterRowBody = z.input<typeof NewRegisterRow>

export const RegisterCorrection = z
  .object({ columns: WrittenColumns, reason: text(500), revision })
  .meta({ id: 'RegisterCorrection' })

export const CaseOfRow = z
  .object({ number: line(60).describe('of the petition, as in KN-12/2026') })
  .meta({ id: 'CaseOfRow' })

export const ExportProgress = z
  .object({
    state: z.enum(['going-on', 'done', 'failed']),
    done: z.int().describe('rows'),
    total: z.int(),
  })
  .meta({ id: 'ExportProgress' })
export type ExportProgress = z.infer<typeof ExportProgress>

/** The register of petitions: sổ theo dõi đơn. */
export const PetitionRow = z
  .object({
    caseId: z.string(),
    number: z.string(),
    receivedOn: z.string(),
    way: IntakeWay,
    kind: CaseKind,
    petitioners: z.array(Shown).nullable().describe('null: they are read by those named alone'),
    subject: z.string(),
    isProtected: z.boolean(),
    secrecy: SecrecyLevel,
    signers: z.int(),
    competence: CompetenceOutcome.nullable(),
    guidedTo: Body.nullable(),
    handledBy: Body.nullable(),
    officer: z.string().nullable(),
    result: Result.nullable(),
  })
  .meta({ id: 'PetitionRow' })
export type PetitionRow = z.infer<typeof PetitionRow>

export const PetitionQuery = z.object({
  period: Period,
  kind: CaseKind.optional(),
  name: line(200).optional().describe('words of the name of whoever brought it; it is written down who asked'),
  after: z.string().max(100).optional(),
})
export const PetitionList = z
  .object({ rows: z.array(PetitionRow), next: z.string().nullable() })
  .meta({ id: 'PetitionList' })
export type PetitionList = z.infer<typeof PetitionList>
