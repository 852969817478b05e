// The register of receptions (sổ tiếp công dân, Mẫu 03/TCD): a row for each matter of each visit, filled from the
// visit, from its case and by an officer, and closed when complete. A closed row can only be corrected. Citizens are
// ids; their identity (columns 3 and 4) is in the record of citizens (ADR 0039).
import { z } from 'zod'
import { accountOnly, orSystem, systemOnly } from '../../kernel/actor.ts'
import { AccountId, CaseId, CitizenId, line, Ms, RegisterRowId, SessionId, TicketId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { MatterKind, SittingKind } from '../appointments/contract.ts'

export const RegisterKind = MatterKind.exclude(['unsure']).describe('khiếu nại, tố cáo, kiến nghị, phản ánh')
export type RegisterKind = z.infer<typeof RegisterKind>

export const ReceivedBy = z
  .enum(['head', 'deputy', 'officer'])
  .describe('thủ trưởng, ủy quyền cấp phó, cán bộ tiếp công dân')
export type ReceivedBy = z.infer<typeof ReceivedBy>

const Body = z.object({
  body: line(300),
  paperNumber: line(100).nullable().describe('of the paper by which the citizen is guided, or the petition sent'),
})

/** What can be written into a row, by the number of the column in Mẫu 03/TCD; what has none is asked for by report 01/TCD. */
export const Columns = z.object({
  citizenId: CitizenId.nullable().describe('3 and 4: who; null: not known, or not named'),
  content: text(4000).nullable().describe('5: what it is about; names nobody'),
  kind: RegisterKind.nullable().describe('6'),
  people: z.int().min(1).max(1_000_000).nullable().describe('7: how many have the same matter'),
  settledBy: line(300).nullable().describe('8: the body that settled it before'),
  isOwn: z.boolean().describe('9: this agency is competent'),
  guidedTo: Body.nullable().describe('10'),
  handledBy: Body.nullable().describe('11: who handles it'),
  note: text(2000).nullable().describe('13'),
  receptionKind: SittingKind,
  receivedBy: ReceivedBy,
  isGroup: z.boolean().describe('đoàn đông người'),
  isRepeat: z.boolean().nullable().describe('received about this before; null: not said'),
})
export type Columns = z.infer<typeof Columns>
export type ColumnName = keyof Columns
export const columnNames = Columns.keyof().options
export const ColumnChange = Columns.partial()
export type ColumnChange = z.infer<typeof ColumnChange>

/** A column that a row cannot be closed without, or the group of columns of which one is enough. */
export const requirements = ['content', 'kind', 'people', 'competence'] as const
export type Requirement = (typeof requirements)[number]
/** As people who keep the register call them. */
export const columnNumbers: Readonly<Record<Requirement, string>> = {
  content: '5',
  kind: '6',
  people: '7',
  competence: '9/10/11',
}

const One = z.object({ rowId: RegisterRowId })
const InYear = z.object({
  year: z.int().min(2000).max(9999),
  number: z.int().positive().describe('in the order of the year: STT'),
})
const Opening = One.extend(InYear.shape).extend({ columns: ColumnChange })
const OfVisit = Opening.extend({
  ticketId: TicketId,
  caseId: CaseId.nullable().describe('a further matter of the visit: the case that was made of it'),
})
const Visit = z.object({
  ticket: z.string().describe('the number that was called'),
  sessionId: SessionId,
  accountId: AccountId.describe('who received; of one handed over: who did last'),
  isProtected: z.boolean().describe('came to denounce'),
  mayDenounce: z.boolean().default(false).describe('was not sure of it when they booked, or asked for secrecy'),
})
const Filling = One.extend({
  columns: ColumnChange,
  isVisitOver: z.boolean().describe('nothing more comes from the visit'),
})
const Link = One.extend({
  caseId: CaseId,
  insteadOf: CaseId.nullable().describe('the petition that was split, of which this case is the first part'),
})
const Writing = One.extend({ columns: ColumnChange })
const AsSeen = z.object({
  revision: z
    .int()
    .nonnegative()
    .nullable()
    .default(null)
    .describe('of the row as its writer saw it; null: whatever stands there'),
})
const Correcting = Writing.extend({ reason: text(500) })
const Correction = z.object({
  before: ColumnChange,
  after: ColumnChange,
  reason: z.string(),
  at: Ms,
  accountId: AccountId,
})
export type Correction = z.infer<typeof Correction>

export const Row = Columns.extend(InYear.shape).extend({
  rowId: RegisterRowId,
  ticketId: TicketId.nullable().describe('null: received without the queue'),
  ticket: z.string().nullable().describe('the number that was called'),
  sessionId: SessionId.nullable().describe('the visit'),
  caseId: CaseId.nullable(),
  accountId: AccountId.describe('who received'),
  openedAt: Ms,
  isProtected: z.boolean().describe('a denunciation: nobody is named'),
  isUnsorted: z
    .boolean()
    .default(false)
    .describe('may be one, and its kind is not written yet: nobody is named till then'),
  isVisitOver: z.boolean(),
  written: z.array(z.enum(columnNames)).describe('by an officer: nothing fills these by itself'),
  revision: z.int().nonnegative().describe('raised by each officer who writes or corrects'),
  closed: z.object({ at: Ms, accountId: AccountId }).nullable(),
  corrections: z.array(Correction),
})
export type Row = z.infer<typeof Row>

export const maximumRows = 5000
export const maximumCorrections = 50

export const register = defineModule('register', {
  commands: {
    openForVisit: command(
      'Opens the row of a visit that has begun, or of a further matter of it.',
      systemOnly,
      OfVisit,
      ['register.not-begun', 'register.has-row', 'register.number-taken', 'register.full'],
    ),
    openByHand: command('Opens a row for somebody who was received without the queue.', accountOnly, Opening, [
      'register.number-taken',
      'register.full',
    ]),
    fill: command(
      'What is known of the visit and of the case goes into the columns no officer wrote.',
      systemOnly,
      Filling,
      ['register.unknown'],
    ),
    linkCase: command('Says which case was made of the matter: column 12 follows it.', orSystem(accountOnly), Link, [
      'register.unknown',
      'register.has-case',
      'register.for-intake-group',
    ]),
    write: command('Writes columns of a row that is open.', accountOnly, Writing.extend(AsSeen.shape), [
      'register.unknown',
      'register.closed',
      'register.changed',
      'register.for-intake-group',
    ]),
    close: command('Closes a row that is complete.', accountOnly, One, [
      'register.unknown',
      'register.incomplete',
      'register.visit-going-on',
      'register.for-intake-group',
    ]),
    correct: command(
      'Corrects a closed row: what stood there stays to be seen.',
      accountOnly,
      Correcting.extend(AsSeen.shape),
      [
        'register.unknown',
        'register.open',
        'register.incomplete',
        'register.changed',
        'register.too-many-corrections',
        'register.for-intake-group',
      ],
    ),
  },
  events: {
    openedForVisit: event('nobody', OfVisit.extend({ visit: Visit })),
    openedByHand: event('nobody', Opening),
    filled: event('nobody', Filling.extend({ visit: Visit.nullable().describe('null: as it was') })),
    caseLinked: event('nobody', Link),
    written: event('nobody', Writing),
    closed: event('nobody', One),
    corrected: event('nobody', Correcting.extend({ before: ColumnChange })),
  },
  state: z.object({ rows: z.record(RegisterRowId, Row) }),
  initial: { rows: {} },
})

/** In the order of their columns. */
export function missingOf({ content, kind, people, isOwn, guidedTo, handledBy }: Columns): Requirement[] {
  const isSet: Record<Requirement, boolean> = {
    content: content !== null,
    kind: kind !== null,
    people: people !== null,
    competence: isOwn || guidedTo !== null || handledBy !== null,
  }
  return requirements.filter((one) => !isSet[one])
}
