// Reports over REST: which there are, the figures of a period beside those of the one before, the rows behind a figure, closing a period.
import { z } from 'zod'
import { AccountId, line, Ms, text } from '../../kernel/ids.ts'
import { ReportDefinition, ReportDefinitionDetail, ReportName } from '../../reports/definition.ts'
import { PetitionRow, RegisterRow } from '../reception/register.ts'

const Day = z.iso.date()
const Mark = z.enum(['verified', 'check', 'own'])
const longestDays = 1100
const dayMs = 24 * 60 * 60 * 1000

export const AtReport = z.object({ name: ReportName })
const Unit = line(300).optional().describe('rows that this unit handles; none: all')
const Asked = z.object({ from: Day, to: Day.describe('both included'), unit: Unit })
const inOrder = ({ from, to }: { from: string; to: string }) =>
  from <= to && Date.parse(to) - Date.parse(from) <= longestDays * dayMs
const order = { path: ['to'], message: 'the last day is not before the first, and within three years of it' }
export const ReportQuery = Asked.refine(inOrder, order)
export const ReportRowsQuery = Asked.extend({
  after: z.coerce.number().int().nonnegative().default(0).describe('how many rows were shown before'),
}).refine(inOrder, order)
export const ReportClosing = Asked.refine(inOrder, order).meta({ id: 'ReportClosing' })

export const ReportList = z
  .object({
    reports: z.array(z.object({ name: ReportName, title: z.string(), mark: Mark })),
    units: z.array(z.string()).describe('those that petitions were assigned to, and those the agency has entered'),
    mayClose: z.boolean().describe('whether who asks may close periods'),
  })
  .meta({ id: 'ReportList' })
export type ReportList = z.infer<typeof ReportList>

const Shown = z.object({
  key: z.string(),
  number: z.string(),
  title: z.string(),
  under: z.array(z.string()),
  sum: z.array(z.string()).describe('keys of the columns it is the sum of; none: it is counted'),
  value: z.int(),
  before: z.int().describe('in the period before'),
  closed: z.int().nullable().describe('as it was closed; null: not closed, or not counted then'),
  hasOtherRows: z.boolean().describe('the figure stands as it was closed, but is made of other rows'),
})
export type ShownFigure = z.infer<typeof Shown>

const Failed = z.object({
  left: z.string(),
  is: z.enum(['equal', 'atMost']),
  right: z.array(z.string()),
  leftValue: z.int(),
  rightValue: z.int(),
})

const Period = z.object({ from: Day, to: Day })
export const Report = z
  .object({
    name: ReportName,
    title: z.string(),
    source: z.string(),
    mark: Mark,
    validFrom: Day,
    period: Period,
    before: Period,
    unit: z.string().nullable(),
    figures: z.array(Shown),
    failedChecks: z.array(Failed),
    remarks: z.array(z.object({ key: z.string(), title: z.string(), value: z.int() })).describe('none is 0'),
    isBeforeClosed: z.boolean().describe('the figures of the period before are those it was closed with'),
    isOver: z.boolean().describe('a period that goes on cannot be closed'),
    closed: z
      .object({
        at: Ms,
        by: z.string().nullable(),
        sha256: z.string().describe('of the definition and the figures as they were closed, as canonical JSON'),
      })
      .nullable(),
  })
  .meta({ id: 'Report' })
export type Report = z.infer<typeof Report>

export const ReportRows = z
  .object({
    title: z.string(),
    receptions: z.array(RegisterRow),
    petitions: z.array(PetitionRow),
    of: z.array(z.enum(['register', 'cases'])).describe('what there is a file of'),
    next: z.int().nullable().describe('given as `after` it brings the following page; null: this was the last'),
  })
  .meta({ id: 'ReportRows' })
export type ReportRows = z.infer<typeof ReportRows>

export const reportFormats = ['xlsx', 'docx', 'pdf', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

// Definitions

/** What may be wrong with the file of a definition. */
const definitionFaults = [
  'syntax',
  'nameTwice',
  'unknownName',
  'missing',
  'kind',
  'value',
  'tooFew',
  'tooMany',
  'tooLong',
  'form',
  'noColumn',
  'keyTwice',
  'circle',
] as const

const DefinitionFault = z.object({
  line: z.int().min(1).describe('of the file'),
  path: z.string().describe('as in columns → 3 → take → where, columns counted from 1; empty: the whole file'),
  code: z.enum(definitionFaults),
  what: z.string().describe('the name, the value or the column that is wrong; empty: nothing to be told'),
  allowed: z.array(z.string()).describe('what may stand there instead; empty: it cannot be listed'),
  limit: z.int().nullable(),
})
export type DefinitionFault = z.infer<typeof DefinitionFault>

export const DefinitionFile = z
  .object({ text: z.string().max(500_000).describe('what stands in the file: JSON') })
  .meta({ id: 'DefinitionFile' })

const Marked = z.object({ title: z.string(), validFrom: Day, origin: z.enum(['supplied', 'agency']) })
export const CheckedDefinition = z
  .object({
    definition: ReportDefinitionDetail.nullable().describe('null: there are faults'),
    faults: z.array(DefinitionFault).describe('the first fifty, in the order of the file'),
    replaces: Marked.nullable().describe('what counts until then under this name; null: the report is a new one'),
  })
  .meta({ id: 'CheckedDefinition' })
export type CheckedDefinition = z.infer<typeof CheckedDefinition>

export const DefinitionTrial = z
  .object({ definition: ReportDefinition, from: Day, to: Day })
  .refine(inOrder, order)
  .meta({ id: 'DefinitionTrial' })

const Act = z.object({ at: Ms, by: z.string().nullable() })
export const DefinitionRow = z.object({
  definitionId: z.string(),
  definition: ReportDefinitionDetail,
  origin: z.enum(['supplied', 'agency']),
  state: z
    .enum(['inForce', 'later', 'earlier', 'replaced', 'withdrawn'])
    .describe('replaced: another of the same day stands in its place'),
  validTo: Day.nullable().describe('the last day; null: none is known'),
  entered: Act.nullable().describe('null: it came with the software, or was entered by an earlier build'),
  withdrawn: Act.extend({ reason: z.string() }).nullable(),
})
export type DefinitionRow = z.infer<typeof DefinitionRow>
export const DefinitionList = z.object({ definitions: z.array(DefinitionRow) }).meta({ id: 'DefinitionList' })
export type DefinitionList = z.infer<typeof DefinitionList>

export const AtDefinition = z.object({ definitionId: z.string().regex(/^(supplied|agency)-\d{1,4}$/) })
export const DefinitionWithdrawal = z.object({ reason: text(500) }).meta({ id: 'DefinitionWithdrawal' })

// Closing

export const ClosedPeriods = z
  .object({
    periods: z
      .array(
        z
          .object({ name: ReportName, title: z.string(), period: Period, unit: z.string().nullable() })
          .extend(Act.shape),
      )
      .describe('the last closed first'),
  })
  .meta({ id: 'ClosedPeriods' })
export type ClosedPeriods = z.infer<typeof ClosedPeriods>

export const AtCloser = z.object({ accountId: AccountId })
export const Closers = z
  .object({
    closers: z.array(z.object({ accountId: AccountId, name: z.string().nullable() }).extend(Act.shape)),
  })
  .meta({ id: 'Closers' })
export type Closers = z.infer<typeof Closers>
