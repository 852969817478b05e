// The definition of a report as dated data: columns over rows of the register and of petitions, sums of columns,
// checks. A form whose text in force was not read is marked, and never printed as law.
import { z } from 'zod'
import { caseKinds } from '../cases/intake/contract.ts'
import { line, text } from '../kernel/ids.ts'
import { caseStatuses } from '../projections/cases.ts'
import { SittingKind } from '../reception/appointments/contract.ts'
import { ReceivedBy, RegisterKind } from '../reception/register/contract.ts'

export const ReportName = z.string().regex(/^[a-z][a-z-]{0,39}$/, 'a short name in small letters, as in receptions')
const Key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'a short name without spaces, as in c12')

const oneOf = <const Value extends string>(values: readonly Value[]) => z.array(z.enum(values)).min(1).optional()

const namesIn = (schema: z.ZodObject): string[] => Object.keys(schema.shape)

/** What rows of the register are chosen by; of several values any, of several fields all. */
const RegisterWhere = z.strictObject({
  receivedBy: oneOf(ReceivedBy.options),
  receptionKind: oneOf(SittingKind.options),
  kind: oneOf([...RegisterKind.options, 'unsaid']),
  turn: oneOf(['first', 'repeat', 'unsaid']).describe('received about this for the first time, or again'),
  party: oneOf(['group', 'single']).describe('đoàn đông người, or not'),
  competence: oneOf(['own', 'guided', 'handled', 'unsaid']),
  people: oneOf(['said', 'unsaid']).describe('column 7'),
  state: oneOf(['open', 'closed']),
})
const CaseWhere = z.strictObject({
  kind: oneOf(caseKinds),
  way: oneOf(['reception', 'post', 'web', 'hand']),
  competence: oneOf(['own', 'guide', 'transfer', 'return', 'unsaid']),
  state: oneOf(caseStatuses),
  due: oneOf(['overdue', 'inTime']).describe('whether a deadline was missed, as of now'),
})

const OfRegister = z.strictObject({
  of: z.literal('register'),
  counts: z
    .enum(['rows', 'visits', 'people', 'days'])
    .describe('matters; visits; the people of each visit; days on which somebody was received'),
  where: RegisterWhere,
})
const OfCases = z.strictObject({ of: z.literal('cases'), counts: z.enum(['rows', 'people']), where: CaseWhere })
const OfColumns = z.strictObject({ of: z.literal('columns'), sum: z.array(Key).min(1).max(60) })
const Counted = z.discriminatedUnion('of', [OfRegister, OfCases])
export type Counted = z.infer<typeof Counted>

const Column = z.strictObject({
  key: Key,
  number: line(10).describe('as the form numbers it'),
  title: line(200),
  under: z.array(line(200)).max(3).default([]).describe('the headings above it'),
  take: z.discriminatedUnion('of', [OfRegister, OfCases, OfColumns]),
})
export type ReportColumn = z.infer<typeof Column>

const Check = z.strictObject({
  left: Key,
  is: z.enum(['equal', 'atMost']),
  right: z.array(Key).min(1).max(60).describe('their sum'),
})
export type ReportCheck = z.infer<typeof Check>

const Remark = z.strictObject({
  key: Key,
  title: line(200).describe('what is still missing in the rows it counts'),
  take: Counted,
})

const Definition = z.strictObject({
  name: ReportName,
  title: line(200),
  source: text(1000).describe('where the form was read, and how its figures are counted'),
  mark: z
    .enum(['verified', 'check', 'own'])
    .describe('read in the text in force; to be checked before use; made by the agency'),
  validFrom: z.iso.date(),
  columns: z.array(Column).min(1).max(100),
  checks: z.array(Check).max(100).default([]),
  remarks: z.array(Remark).max(20).default([]),
})
type Whole = z.output<typeof Definition>

const sumOf = ({ take }: ReportColumn): readonly string[] => (take.of === 'columns' ? take.sum : [])

/** The columns by which a column is the sum of itself, in order; null: it is not. */
function circleFrom(start: string, columns: ReadonlyMap<string, ReportColumn>): string[] | null {
  const seen = new Set<string>()
  function walk(key: string, path: readonly string[]): string[] | null {
    const column = columns.get(key)
    for (const next of column ? sumOf(column) : []) {
      if (next === start) return [...path, start]
      if (seen.has(next)) continue
      seen.add(next)
      const found = walk(next, [...path, next])
      if (found) return found
    }
    return null
  }
  return walk(start, [start])
}

/** What no schema of a part can see: which columns there are. */
interface Fault {
  readonly path: (string | number)[]
  readonly message: string
  readonly fault: 'noColumn' | 'keyTwice' | 'circle'
  /** The key that is unknown or there twice; the columns of the circle. */
  readonly what: string
}

function faultsOf({ columns, checks, remarks }: Whole): Fault[] {
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const keys = [...columns, ...remarks].map(({ key }) => key)
  const unknown = (asked: readonly string[], path: (string | number)[]): Fault[] =>
    asked.flatMap((key, index) =>
      byKey.has(key)
        ? []
        : [{ path: [...path, index], message: `there is no column ${key}`, fault: 'noColumn', what: key }],
    )
  return [
    ...columns.flatMap((column, index): Fault[] => {
      const circle = circleFrom(column.key, byKey)
      return [
        ...unknown(sumOf(column), ['columns', index, 'take', 'sum']),
        ...(circle
          ? [
              {
                path: ['columns', index, 'take', 'sum'],
                message: `${column.key} is the sum of itself: ${circle.join(' → ')}`,
                fault: 'circle' as const,
                what: circle.join(' → '),
              },
            ]
          : []),
      ]
    }),
    ...keys.flatMap((key, index): Fault[] => {
      if (keys.indexOf(key) === index) return []
      const path = index < columns.length ? ['columns', index, 'key'] : ['remarks', index - columns.length, 'key']
      return [{ path, message: `${key} is there twice`, fault: 'keyTwice', what: key }]
    }),
    ...columns.flatMap((column, index) =>
      sumOf(column).flatMap((key, place, sum): Fault[] =>
        sum.indexOf(key) === place
          ? []
          : [
              {
                path: ['columns', index, 'take', 'sum', place],
                message: `${key} is there twice`,
                fault: 'keyTwice',
                what: key,
              },
            ],
      ),
    ),
    ...checks.flatMap(({ left, right }, index) => [
      ...unknown([left], ['checks', index, 'left']),
      ...unknown(right, ['checks', index, 'right']),
    ]),
  ]
}

/** Of the part that a path leads to, as in columns, 3, take, where; []: none is known. `of` is that of the column. */
export function namesAt(path: readonly (string | number)[], of: unknown): string[] {
  const [part, , ...deeper] = path
  const last = path.at(-1)
  if (last === 'where') return namesIn(of === 'cases' ? CaseWhere : RegisterWhere)
  if (last === 'take') return namesIn(of === 'cases' ? OfCases : of === 'columns' ? OfColumns : OfRegister)
  if (deeper.length > 0) return []
  if (part === 'columns') return namesIn(Column)
  if (part === 'checks') return namesIn(Check)
  return namesIn(part === 'remarks' ? Remark : Definition)
}

export const ReportDefinition = Definition.superRefine((definition, context) => {
  for (const { path, message, fault, what } of faultsOf(definition))
    context.addIssue({ code: 'custom', path, message, params: { fault, what } })
}).meta({ id: 'ReportDefinition' })
export type ReportDefinition = z.output<typeof ReportDefinition>
/** As it is handed out: nothing is left to a default. */
export const ReportDefinitionDetail = Definition.meta({ id: 'ReportDefinitionDetail' })
export type ReportDefinitionBody = z.input<typeof ReportDefinition>

/** That of the name in force on a day; of two of one day the later in the list. undefined: there is none yet. */
export const definitionOn = (
  definitions: readonly ReportDefinition[],
  name: string,
  day: string,
): ReportDefinition | undefined =>
  definitions
    .filter((one) => one.name === name && one.validFrom <= day)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : one.validFrom > other.validFrom ? 1 : 0))
    .at(-1)
