// Working days and legal clocks over REST: what an agency enters, the table of deadlines, the clocks of cases.
import { z } from 'zod'
import { AccountId, line, Ms, SessionId, text } from '../../kernel/ids.ts'
import { circumstances, eventKinds } from '../../law/case-facts.ts'
import { clockNames, clockUnits, lastDayRules, olderTexts, sourceMarks } from '../../law/legal-clocks.ts'
import { agencyLevels } from '../../law/reception-duties.ts'
import { clockColours, clockStates } from '../../projections/case-clocks.ts'
import { SecrecyLevel } from '../../secrecy/levels.ts'

const firstYear = 2000
const lastYear = 2200
export const Year = z.int().min(firstYear).max(lastYear)
const Day = z.iso.date()

const NamedDay = z.object({ on: Day, name: line(200) })

export const CalendarYearBody = z
  .object({
    daysOff: z.array(NamedDay).max(100).describe('besides Saturdays and Sundays'),
    workedDays: z.array(NamedDay).max(50).describe('Saturdays and Sundays on which one works'),
    revision: z.int().min(0).describe('of the year as it was looked at; 0: nobody has entered it'),
  })
  .meta({ id: 'CalendarYearBody' })
export type CalendarYearBody = z.infer<typeof CalendarYearBody>

/** As it is kept; `by` null: taken from HOLIDAYS, or an account that is gone. */
const EnteredYear = CalendarYearBody.extend({ year: Year, changedAt: Ms.nullable() })
export const KeptYear = EnteredYear.extend({ byAccountId: AccountId.nullable() })
export type KeptYear = z.infer<typeof KeptYear>

const Variant = z.object({
  when: z.array(z.enum(circumstances)).describe('where all of these were found'),
  amount: z.int().min(1).max(1000),
  extension: z
    .object({ amount: z.int().min(1).max(1000), times: z.int().min(1).max(10) })
    .nullable()
    .describe('how often, and by how much at most each time'),
})
const ClockName = z.enum(clockNames)
const row = {
  clock: ClockName,
  unit: z.enum(clockUnits),
  variants: z.tuple([Variant], Variant).describe('the last one that fits counts'),
  source: line(300).describe('as papers cite it'),
  validFrom: Day,
}
const ClockRow = z.object({
  ...row,
  mark: z.enum(sourceMarks).describe('read in the text, in a summary, taken from software, or from memory'),
  readIn: z.enum(olderTexts).nullable().describe('an older text that was read; null: the one in force'),
  validTo: Day.nullable(),
})

export const NewClockRow = z
  .object({
    ...row,
    mark: z.enum(['read', 'memory']).describe('read: compared with the text in force'),
    note: text(1000).nullable(),
  })
  .meta({ id: 'NewClockRow' })
export type NewClockRow = z.infer<typeof NewClockRow>

export const AddedRow = NewClockRow.extend({ addedAt: Ms, byAccountId: AccountId.nullable() })
export type AddedRow = z.infer<typeof AddedRow>

export const Counting = z.object({
  lastDay: z.enum(lastDayRules).describe('whether a last day that is a day off stays or moves to the next working day'),
  warning: z.object({ share: z.number().min(0).max(1), workingDays: z.int().min(0).max(30) }),
})
export type Counting = z.infer<typeof Counting>

export const LawChange = z.object({
  at: Ms,
  byAccountId: AccountId.nullable(),
  what: z.enum(['year', 'row', 'counting']),
  of: z.string().describe('the year, or the clock'),
})
export type LawChange = z.infer<typeof LawChange>

const by = z.string().nullable().describe('the name of the account')
const ShownRow = ClockRow.extend({
  isToBeChecked: z.boolean().describe('not read in the text in force: check before use'),
  added: z.object({ at: Ms, by, note: z.string().nullable() }).nullable().describe('null: shipped'),
  state: z.enum(['inForce', 'over', 'toCome']),
})
export type ShownRow = z.infer<typeof ShownRow>

/** Deadlines of other things than cases; they are changed with the program alone. */
const OtherRow = z.object({
  what: z.enum(['notice', 'connectionTest', 'allConnected', 'posting', 'headDuty']),
  level: z.enum(agencyLevels).nullable().describe('of which agencies; null: of all'),
  amount: z.int(),
  unit: z.enum(clockUnits),
  per: z.enum(['week', 'month']).nullable().describe('so often at least; null: so long before'),
  source: z.string(),
  validFrom: z.string(),
  readIn: z.enum(olderTexts).nullable().describe('an older text that was read; null: the one in force'),
  isToBeChecked: z.boolean(),
})

export const LawPage = z
  .object({
    today: z.string(),
    years: z.array(EnteredYear.extend({ by })),
    missingYears: z
      .array(Year)
      .describe('this one, and the next once deadlines run into it, when nobody has entered their days off'),
    counting: Counting,
    rows: z.array(ShownRow),
    others: z.array(OtherRow),
    changes: z.array(LawChange.omit({ byAccountId: true }).extend({ by })).describe('the newest first'),
  })
  .meta({ id: 'LawPage' })
export type LawPage = z.infer<typeof LawPage>

// Clocks of cases

const CalendarDay = z.string().describe('2026-12-03')
export const ShownClock = z
  .object({
    clock: ClockName,
    state: z.enum(clockStates),
    colour: z.enum(clockColours).nullable().describe('null: it has ended, or stands still'),
    from: z.object({ kind: z.enum(eventKinds), on: CalendarDay }),
    dueOn: CalendarDay.nullable().describe('null: it stands still'),
    endedOn: CalendarDay.nullable(),
    unit: z.enum(clockUnits),
    left: z.int().nullable().describe('in its unit; negative: over by so much; null: it has ended'),
    why: z.object({
      amount: z.int(),
      circumstances: z.array(z.enum(circumstances)),
      extensions: z.array(
        z.object({
          on: CalendarDay,
          amount: z.int(),
          fault: z.enum(['notAllowed', 'tooLate', 'shortened']).nullable(),
        }),
      ),
      rests: z.array(z.object({ from: CalendarDay, until: CalendarDay.nullable() })),
      daysOff: z.array(CalendarDay),
      workedDays: z.array(CalendarDay),
      source: z.string(),
      isToBeChecked: z.boolean(),
      readIn: z.enum(olderTexts).nullable(),
    }),
    unknownYears: z.array(Year).describe('counted into, though nobody has entered their days off'),
  })
  .meta({ id: 'CaseClock' })
export type ShownClock = z.infer<typeof ShownClock>

export const CaseClockList = z.object({ clocks: z.array(ShownClock) }).meta({ id: 'CaseClocks' })
export type CaseClockList = z.infer<typeof CaseClockList>

const DeadlineRow = z.object({
  caseId: z.string().nullable().describe('null: it is of a visit'),
  sessionId: SessionId.nullable().describe('of the visit at which reception was refused; null: it is of a case'),
  number: z.string().nullable().describe('of the case'),
  title: z.string().describe('empty: withheld, for it is protected or has a level of secrecy'),
  secrecy: SecrecyLevel,
  unit: z.string().nullable().describe('null: not assigned yet'),
  clock: ClockName,
  dueOn: CalendarDay,
  colour: z.enum(['amber', 'red']),
  left: z.int().describe('working days until it is due; negative: since then'),
  source: z.string(),
  isToBeChecked: z.boolean(),
  unknownYears: z.array(Year),
})
export type DeadlineRow = z.infer<typeof DeadlineRow>

export const DeadlineQuery = z.object({
  unit: line(300).optional(),
  clock: ClockName.optional(),
  colour: z.enum(['amber', 'red']).optional(),
  unassigned: z.literal('true').optional().describe('those alone that no unit has yet'),
})
export type DeadlineQuery = z.infer<typeof DeadlineQuery>

export const DigestState = z.enum(['queued', 'retrying', 'sent', 'failed', 'dropped'])
export type DigestState = z.infer<typeof DigestState>

const Count = { amber: z.int(), red: z.int() }
export const DeadlineList = z
  .object({
    today: z.string(),
    deadlines: z.array(DeadlineRow).describe('the most urgent first, as many as one page shows'),
    total: z.object(Count).describe('of what was asked for'),
    byUnit: z.array(
      z.object({
        unit: z.string().nullable(),
        ...Count,
        hasAddress: z.boolean(),
        letter: DigestState.nullable().describe('of today; null: none was due yet'),
      }),
    ),
    byClock: z.array(z.object({ clock: ClockName, ...Count })),
    missingYears: z.array(Year),
    isMailOn: z.boolean(),
    isRecounting: z.boolean().describe('the law data has changed a moment ago: some days may still be the old ones'),
  })
  .meta({ id: 'DeadlineList' })
export type DeadlineList = z.infer<typeof DeadlineList>
