// /api/overview: the figures a head of agency looks at, and what is behind each. Figures name nobody; looking at rows of the register is a
// look at citizens that is written down.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { overviewReport } from '../../../shared/reports/overview.ts'
import type { OverviewRows } from '../../../shared/wire/figures/overview.ts'
import { overviewApi } from '../../../shared/wire/figures/overview-api.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { unitField } from '../../identity/units/units.ts'
import type { InstalledAgency } from '../../papers/agency/agency.ts'
import { notFound } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { shownPetitions, shownRows } from '../../reception/register/register-views.ts'
import type { Reports } from '../reports/reports.ts'
import type { OverviewFigures } from './figures.ts'
import { isOfUnit } from './figures.ts'
import type { OverviewFacts } from './overview-facts.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly reports: Reports
  readonly overview: OverviewFigures
  readonly overviewFacts: OverviewFacts
  readonly citizens: Citizens
  readonly intakeGroup: IntakeGroup
  readonly agency: InstalledAgency
  readonly cases: Cases
}
const pageLength = 50
const nothing: OverviewRows = { receptions: [], petitions: [], conclusions: [], sessions: [], waits: [], next: null }

/** One page of what is all there. */
function pageOf<One>(all: readonly One[], after: number): { some: One[]; next: number | null } {
  const next = after + pageLength
  return { some: all.slice(after, next), next: next < all.length ? next : null }
}

export const overviewRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { overview, overviewFacts, reports, cases, agency } = dependencies

    serve(api, overviewApi.read, async ({ query: { from, to, unit = '' } }) => ({
      organisation: await agency.organisation(),
      ...(await overview.read({ from, to }, unit === '' ? null : unit)),
    }))

    serve(api, overviewApi.rows, async (request): Promise<OverviewRows> => {
      const { of, key, from, to, after, unit: asked = '' } = request.query
      const period = { from, to }
      const unit = asked === '' ? null : asked
      const { accountId } = accountOf(request)
      const reader = { accountId, purpose: `Tổng quan ${from} – ${to}` }
      await overviewFacts.settled()
      switch (of) {
        case 'reception': {
          const question = { definition: overviewReport, period, unit }
          const found = await reports.rows(question, key ?? 'visits', { after, limit: pageLength })
          if (!found) throw notFound('figure')
          return {
            ...nothing,
            receptions: await shownRows(dependencies, found.receptions, reader),
            next: found.next,
          }
        }
        case 'overdue': {
          const wanted = isOfUnit(unit)
          const ids = [...(await overviewFacts.overdueNow())]
            .filter(
              ([one]) => wanted(one) && (key === undefined || (one === null ? '' : unitField(one)) === unitField(key)),
            )
            .flatMap(([, caseIds]) => caseIds)
          const { some, next } = pageOf(ids, after)
          return {
            ...nothing,
            petitions: await shownPetitions(dependencies, await cases.lists.rows(some), reader),
            next,
          }
        }
        case 'conclusions': {
          const all = await overview.conclusions(period, unit)
          const { some, next } = pageOf(
            all.filter(({ state }) => key === undefined || state === key),
            after,
          )
          return { ...nothing, conclusions: some, next }
        }
        case 'sessions': {
          const held = (await overviewFacts.sessions.between(period)).toReversed().flatMap((one) => {
            const sites = one.sites.filter(({ name }) => key === undefined || name === key)
            if (sites.length === 0) return []
            const spoken = one.speaking.filter(({ site }) => key === undefined || site === key)
            const { sessionId, title, openedAt } = one
            return [
              {
                ...{ sessionId, title, openedAt },
                losses: sites.reduce((sum, { losses }) => sum + losses, 0),
                lostMs: sites.reduce((sum, { lostMs }) => sum + lostMs, 0),
                spokenMs: spoken.reduce((sum, { ms }) => sum + ms, 0),
              },
            ]
          })
          const { some, next } = pageOf(held, after)
          return { ...nothing, sessions: some, next }
        }
        case 'waits': {
          const days = await overviewFacts.days.between(period)
          const waits = days.flatMap(({ day, waits: some }) => some.map((one) => ({ day, ...one })))
          const { some, next } = pageOf(
            waits.sort((one, other) => other.ms - one.ms),
            after,
          )
          return { ...nothing, waits: some, next }
        }
      }
    })
  }
