// /api/register: pages of the register of receptions and of that of petitions. Each look at a citizen is written down.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { RegisterQuery } from '../../../shared/wire/reception/register.ts'
import { registerApi } from '../../../shared/wire/reception/register-api.ts'
import { findCases } from '../../casework/cases/case-finding.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { AskedName } from '../../identity/citizens/blind-indexes.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { searchedByName } from '../../identity/citizens/name-search-routes.ts'
import type { NameSearches } from '../../identity/citizens/name-searches.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Register } from './register.ts'
import { rowsPerPdf } from './register-file-routes.ts'
import { daysOf, purposeOf } from './register-periods.ts'
import { rowsOpenTo, shownPetitions, shownRows } from './register-views.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly register: Register
  readonly citizens: Citizens
  readonly nameSearches: NameSearches
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
  readonly secrecyGate: SecrecyGate
}
const pageLength = 50

/** By what it was searched, not for what: that may be the words of somebody. Names looked for are listed elsewhere. */
function searched({ period, kind, officerId, text, name }: z.output<typeof RegisterQuery>): string {
  const by = [
    ...(kind === undefined ? [] : ['loại việc']),
    ...(officerId === undefined ? [] : ['người tiếp']),
    ...(text === undefined ? [] : ['nội dung']),
    ...(name === undefined ? [] : ['họ tên']),
  ]
  return by.length === 0 ? purposeOf(period) : `${purposeOf(period)}, lọc theo ${by.join(', ')}`
}

export const registerRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { register, accounts, intakeGroup } = dependencies

    serve(api, registerApi.list, async (request) => {
      const { after, officerId, name, ...query } = request.query
      const { accountId } = accountOf(request)
      const listed = (called?: AskedName) =>
        register.lists.list(
          { ...query, accountId: officerId, name: called },
          { after, isBackwards: query.state !== 'open', limit: pageLength },
        )
      const [{ rows, next }, all, open, officers] = await Promise.all([
        name === undefined
          ? listed()
          : searchedByName(
              dependencies,
              { name, place: 'register', by: accountId },
              listed,
              (page) => page.rows.length,
            ),
        register.lists.count(query.period, 'all'),
        register.lists.count(query.period, 'open'),
        accounts.list(),
      ])
      // What is withheld is not told by being found, either.
      const isSearch = query.text !== undefined || name !== undefined
      const found = isSearch ? await rowsOpenTo(dependencies, rows, accountId) : rows
      return {
        rows: await shownRows(dependencies, found, { accountId, purpose: searched(request.query) }),
        next,
        count: { all, open },
        officers: officers.map((one) => ({ accountId: one.accountId, name: one.displayName })),
        rowsPerPdf,
      }
    })

    serve(api, registerApi.petitions, async (request) => {
      const { period, kind, name, after } = request.query
      const { accountId } = accountOf(request)
      const { rows, next } = await findCases(
        dependencies,
        { ...daysOf(period), kind, name, after, limit: pageLength },
        await intakeGroup.readerOf(accountId),
        'petitions',
      )
      const reader = { accountId, purpose: `Sổ theo dõi đơn ${period}` }
      return { rows: await shownPetitions(dependencies, rows, reader), next }
    })
  }
