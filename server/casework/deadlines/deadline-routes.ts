// /api/deadlines: what is near or over, of all open cases; and the clocks of one case.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { calendarDayOf, type WorkingCalendar, workingDaysFrom } from '../../../shared/law/working-days.ts'
import { caseFacts } from '../../../shared/projections/case-facts.ts'
import { statusOf } from '../../../shared/projections/cases.ts'
import { deadlineApi } from '../../../shared/wire/casework/deadline-api.ts'
import type { DeadlineQuery, DeadlineRow } from '../../../shared/wire/casework/law.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import type { Units } from '../../identity/units/units.ts'
import { unitField } from '../../identity/units/units.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { serve } from '../../platform/http/serve.ts'
import { caseAt } from '../cases/case-views.ts'
import type { Cases } from '../cases/cases.ts'
import { shownClocks } from './clock-views.ts'
import type { DeadlineDigest } from './deadline-digest.ts'
import type { LawData } from './law-data.ts'
import type { UrgentDeadline, UrgentDeadlines } from './urgent-deadlines.ts'

interface Dependencies {
  readonly deadlineDigest: DeadlineDigest
  readonly urgentDeadlines: UrgentDeadlines
  readonly units: Units
  readonly law: LawData
  readonly secrecyGate: SecrecyGate
  readonly deadlinesXlsx: (rows: readonly DeadlineRow[], printedAt: number) => Promise<Uint8Array>
  readonly cases: Cases
  readonly now: () => number
}
const pageLength = 200

const isWanted =
  ({ unit, clock, colour, unassigned }: DeadlineQuery) =>
  (one: UrgentDeadline): boolean =>
    (unit === undefined || (one.unit !== null && unitField(one.unit) === unitField(unit))) &&
    (unassigned === undefined || (one.unit === null && one.caseId !== null)) &&
    (clock === undefined || one.clock === clock) &&
    (colour === undefined || one.colour === colour)

function counted<Key>(urgent: readonly UrgentDeadline[], keyOf: (one: UrgentDeadline) => Key) {
  const counts = new Map<Key, { amber: number; red: number }>()
  for (const one of urgent) {
    const count = counts.get(keyOf(one)) ?? { amber: 0, red: 0 }
    count[one.colour]++
    counts.set(keyOf(one), count)
  }
  return [...counts]
}

export const deadlineRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { cases, urgentDeadlines, law, units, deadlineDigest, deadlinesXlsx, now } = dependencies

    /** Of those whose title is withheld the lists say why. */
    async function rowsOf(urgent: readonly UrgentDeadline[], calendar: WorkingCalendar): Promise<DeadlineRow[]> {
      const withheld = urgent.flatMap(({ title, caseId }) => (title === '' && caseId !== null ? [caseId] : []))
      const levels = new Map((await cases.lists.rows(withheld)).map(({ caseId, secrecy }) => [caseId, secrecy]))
      return urgent.map(({ isProtected: _, ...one }) => ({
        ...one,
        secrecy: (one.caseId === null ? undefined : levels.get(one.caseId)) ?? 'open',
        left: workingDaysFrom(calendarDayOf(now()), one.dueOn, calendar),
      }))
    }

    serve(api, deadlineApi.list, async ({ query }) => {
      const [urgent, calendar, missingYears, addressOf, isCurrent, letterOf] = await Promise.all([
        urgentDeadlines(),
        law.calendar(),
        law.missingYears(),
        units.addresses(),
        cases.due.isCurrent(),
        deadlineDigest.today(),
      ])
      const wanted = urgent.filter(isWanted(query))
      const red = wanted.filter(({ colour }) => colour === 'red').length
      return {
        today: calendarDayOf(now()),
        deadlines: await rowsOf(wanted.slice(0, pageLength), calendar),
        total: { red, amber: wanted.length - red },
        byUnit: counted(
          urgent.filter(({ caseId, unit }) => caseId !== null || unit !== null),
          ({ unit }) => unit,
        ).map(([unit, counts]) => ({
          unit,
          ...counts,
          hasAddress: unit !== null && addressOf(unit) !== null,
          letter: unit === null ? null : letterOf(unit),
        })),
        byClock: counted(urgent, ({ clock }) => clock).map(([clock, counts]) => ({ clock, ...counts })),
        missingYears,
        isMailOn: deadlineDigest.isOn,
        isRecounting: !isCurrent,
      }
    })

    serve(api, deadlineApi.workbook, { audit: 'export' }, async ({ query }, reply) => {
      const [urgent, calendar] = await Promise.all([urgentDeadlines(), law.calendar()])
      const rows = await rowsOf(urgent.filter(isWanted(query)), calendar)
      return reply
        .type(mediaTypes.xlsx)
        .header('content-disposition', contentDisposition(`Thời hạn giải quyết - ${calendarDayOf(now())}.xlsx`))
        .send(await deadlinesXlsx(rows, now()))
    })

    serve(api, deadlineApi.clocksOfCase, async ({ params: { caseId } }) => {
      const state = await caseAt(dependencies, caseId)
      // The parts of a petition that was split have their own.
      if (statusOf(state) === 'split') return { clocks: [] }
      return { clocks: shownClocks(caseFacts(state), await law.inForce(), now()) }
    })
  }
