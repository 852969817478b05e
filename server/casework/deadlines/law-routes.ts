// /api/law: the calendar of working days and the table of deadlines. What was in force is never changed: a change is a dated row.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { faultsOf } from '../../../shared/law/calendar-year.ts'
import { clockRows } from '../../../shared/law/clock-rows.ts'
import { type ClockRow, clockNames, isToBeChecked, repeatedVariant, rowOn } from '../../../shared/law/legal-clocks.ts'
import { clockOn, readinessGates } from '../../../shared/law/readiness-clocks.ts'
import { agencyLevels, headDutyOn, postingDutyOn } from '../../../shared/law/reception-duties.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { LawPage, ShownRow } from '../../../shared/wire/casework/law.ts'
import { lawApi } from '../../../shared/wire/casework/law-api.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { LawData } from './law-data.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly law: LawData
  readonly now: () => number
}

const faultTexts = {
  otherYear: 'This day is not of the year.',
  twice: 'This day is in the list already.',
  notWeekend: 'One works on this day anyhow: enter a Saturday or a Sunday.',
  off: 'This day is among the days off, too.',
}

export const lawRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { law } = dependencies

    serve(api, lawApi.read, () => pageOf(dependencies))

    serve(api, lawApi.changeYear, async (request, reply) => {
      const { revision, ...days } = request.body
      const year = { ...days, year: request.params.year }
      const [first] = faultsOf(year)
      if (first)
        throw new HttpError(400, `law.day-${first.fault}`, faultTexts[first.fault], {
          field: `${first.list}.${first.index}.on`,
        })
      if ((await law.keepYear(year, revision, accountOf(request).accountId)) === 'changed')
        throw new HttpError(
          409,
          'law.year-changed',
          'Somebody else has changed this year meanwhile. Look at it again, then repeat what is still wanted.',
        )
      return reply.code(204).send()
    })

    serve(api, lawApi.addRow, async (request, reply) => {
      if (request.body.variants[0].when.length > 0)
        throw new HttpError(400, 'law.no-usual-amount', 'The first amount is that of the usual case.', {
          field: 'variants.0.when',
        })
      const repeated = repeatedVariant(request.body.variants)
      if (repeated !== null)
        throw new HttpError(400, 'law.same-circumstances', 'Two amounts are for the same circumstances.', {
          field: `variants.${repeated}.when`,
        })
      if ((await law.add(request.body, accountOf(request).accountId)) === 'history')
        throw new HttpError(
          409,
          'law.row-history',
          'There is a row of this deadline from a later day: what was in force before it is not changed.',
          { field: 'validFrom' },
        )
      return reply.code(204).send()
    })

    serve(api, lawApi.changeCounting, async (request, reply) => {
      await law.count(request.body, accountOf(request).accountId)
      return reply.code(204).send()
    })
  }

async function pageOf(dependencies: Dependencies): Promise<LawPage> {
  const { law, now } = dependencies
  const [years, missingYears, counting, added, changes, nameOf] = await Promise.all([
    law.years(),
    law.missingYears(),
    law.counting(),
    law.added(),
    law.changes(),
    namesOfStaff(dependencies),
  ])
  const today = calendarDayOf(now())
  const own = added.map(({ addedAt, byAccountId, note, ...row }) => ({
    row: { ...row, readIn: null, validTo: null } satisfies ClockRow,
    added: { at: addedAt, by: nameOf(byAccountId), note },
  }))
  const all = [...clockRows.map((row) => ({ row, added: null })), ...own]
  const rows = all.map(({ row }) => row)
  const stateOf = (row: ClockRow): ShownRow['state'] => {
    if (rowOn(rows, row.clock, today) === row) return 'inForce'
    return row.validFrom > today ? 'toCome' : 'over'
  }
  return {
    today,
    years: years.map(({ byAccountId, ...year }) => ({ ...year, by: nameOf(byAccountId) })),
    missingYears,
    counting,
    rows: clockNames.flatMap((clock) =>
      all
        .filter(({ row }) => row.clock === clock)
        .map(({ row, added: by }) => ({
          ...row,
          variants: row.variants.map((one) => ({ ...one, when: [...one.when] })) as ShownRow['variants'],
          isToBeChecked: isToBeChecked(row),
          added: by,
          state: stateOf(row),
        })),
    ),
    others: otherRows(today),
    changes: changes.map(({ byAccountId, ...change }) => ({ ...change, by: nameOf(byAccountId) })),
  }
}

/** In force today; of duties of the text of 2013 what has changed since is not known. */
function otherRows(today: string): LawPage['others'] {
  const ofAll = { level: null, per: null } as const
  const old = { readIn: '2013', isToBeChecked: true } as const
  const posting = postingDutyOn(today)
  return [
    ...readinessGates.map((gate) => {
      const { amount, unit, source, validFrom } = clockOn(gate, today)
      return { what: gate, ...ofAll, amount, unit, source, validFrom, readIn: null, isToBeChecked: false }
    }),
    {
      what: 'posting',
      ...ofAll,
      amount: posting.workingDays,
      unit: 'workingDays',
      source: posting.source,
      validFrom: posting.validFrom,
      ...old,
    },
    ...agencyLevels.map((level) => {
      const { days, per, source, validFrom } = headDutyOn(level, today)
      return { what: 'headDuty' as const, level, amount: days, unit: 'days' as const, per, source, validFrom, ...old }
    }),
  ]
}
