// /api/name-searches: who has looked for citizens by name. Every such search goes through `searchedByName` before anything is shown.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import type { NameSearch } from '../../../shared/wire/identity/citizens.ts'
import { nameSearchApi } from '../../../shared/wire/identity/name-search-api.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { namesOfStaff } from '../accounts/staff-names.ts'
import { type AskedName, askedName } from './blind-indexes.ts'
import type { Citizens } from './citizens.ts'
import type { NameSearches } from './name-searches.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly citizens: Citizens
  readonly nameSearches: NameSearches
}

/** What it finds, once it is written down who looked. Throws HttpError when it is no name. */
export async function searchedByName<T>(
  { citizens, nameSearches }: Omit<Dependencies, 'accounts'>,
  { name, place, by }: Pick<NameSearch, 'name' | 'place'> & { by: AccountId },
  find: (name: AskedName) => Promise<T>,
  countOf: (found: T) => number,
): Promise<T> {
  const asked = askedName(citizens.blindIndexOf, name)
  if (!asked) throw new HttpError(400, 'invalid', 'name: there is no word in it', { field: 'name' })
  const found = await find(asked)
  await nameSearches.note({ name, place, by, found: countOf(found) })
  return found
}

export const nameSearchRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, nameSearchApi.list, async ({ query }) => {
      const [searches, nameOf] = await Promise.all([
        dependencies.nameSearches.list(query.limit),
        namesOfStaff(dependencies),
      ])
      return { searches: searches.map(({ by, ...one }) => ({ ...one, by: nameOf(by) })) }
    })
  }
