// /api/cases/suggestions, /api/cases/ID/suggestions: which earlier cases and visits may be about the same matter or person,
// of a case or of a draft.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { isProtected, mayRead } from '../../../shared/cases/readers.ts'
import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import { labelOf } from '../../../shared/projections/cases.ts'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import { caseApi } from '../../../shared/wire/casework/case-api.ts'
import type { CaseSuggestions } from '../../../shared/wire/casework/cases.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { sameIndexes, typedIndexes } from '../../identity/citizens/blind-indexes.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { searchedByName } from '../../identity/citizens/name-search-routes.ts'
import type { NameSearches } from '../../identity/citizens/name-searches.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { IntakeGroup } from '../intake-group/intake-group.ts'
import { caseAt, shownRow } from './case-views.ts'
import type { Cases } from './cases.ts'
import { earlierCases } from './earlier-cases.ts'
import type { KnownVisits } from './same-person.ts'
import { casesOf, earlierVisits } from './same-person.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly register: KnownVisits
  readonly citizens: Citizens
  readonly nameSearches: NameSearches
  readonly intakeGroup: IntakeGroup
  readonly secrecyGate: SecrecyGate
  readonly cases: Cases
  readonly now: () => number
}

export const caseSuggestionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { cases, citizens, intakeGroup } = dependencies

    serve(api, caseApi.suggestions, async (request) => {
      const { caseId } = request.params
      const { accountId } = accountOf(request)
      const by = await intakeGroup.readerOf(accountId)
      const state = await caseAt(dependencies, caseId)
      const { subject = '', content = '', petitionerIds = [], splitFrom = null, reception } = state.intake.receipt ?? {}
      // What is like it would tell of words that the account may not read.
      if (!mayRead(state, by)) return { cases: [], visits: null }
      const reader = { accountId, purpose: `Vụ việc trước, ${labelOf(state)}` }
      const compared = isProtected(state) ? null : await citizens.sameAs(petitionerIds, reader)
      const whole = splitFrom === null ? state : await cases.state(splitFrom)
      const except = [
        caseId,
        ...(splitFrom === null ? [] : [splitFrom]),
        ...(whole?.intake.parts ?? []).map((part) => part.caseId),
      ]
      // The visit at which it was brought is none before it.
      const isThis = (row: Pick<RegisterRow, 'caseId' | 'sessionId'>) =>
        row.caseId === caseId || (reception?.sessionId != null && row.sessionId === reception.sessionId)
      return suggested(dependencies, { petition: { subject, content }, except }, compared, by, isThis)
    })

    serve(api, caseApi.suggestionsForDraft, async (request) => {
      const { people, name, address, kind, ...petition } = request.body
      const { accountId } = accountOf(request)
      const by = await intakeGroup.readerOf(accountId)
      if (kind === 'denunciation' || kind === 'mixed')
        return suggested(dependencies, { petition, except: [] }, null, by)
      const typed = people.flatMap((one) => typedIndexes(citizens.blindIndexOf, one))
      const called = sameIndexes(citizens.blindIndexOf, { name, address })
      const propose = async () => {
        const same = await citizens.withBlindIndexes([...typed, ...called])
        const comparedBy = [...typed, ...called].map(({ by }) => by)
        return suggested(dependencies, { petition, except: [] }, { same, comparedBy }, by)
      }
      if (called.length === 0) return propose()
      // What is counted is what is shown: not even the number tells of a denunciation.
      return searchedByName(
        dependencies,
        { name, place: 'suggestions', by: accountId },
        propose,
        ({ cases: ofSame, visits }) =>
          ofSame.filter(({ samePerson }) => samePerson.length > 0).length + (visits?.count ?? 0),
      )
    })
  }

async function suggested(
  dependencies: Dependencies,
  asked: Omit<Parameters<typeof earlierCases>[1], 'ofSame'>,
  compared: Parameters<typeof earlierVisits>[1] | null,
  by: StaffReader,
  isThis: Parameters<typeof earlierVisits>[2] = () => false,
): Promise<z.output<typeof CaseSuggestions>> {
  const { cases } = dependencies
  const ofSame = compared ? await casesOf(dependencies, compared.same, by) : new Map()
  const [earlier, visits, nameOf] = await Promise.all([
    earlierCases(cases, { ...asked, ofSame }, by),
    compared ? earlierVisits(dependencies, compared, isThis) : null,
    namesOfStaff(dependencies),
  ])
  const reasons = new Map(earlier.map(({ caseId, ...reason }) => [caseId, reason]))
  const rows = await cases.lists.rows([...reasons.keys()])
  return {
    cases: rows.flatMap((row) => {
      const reason = reasons.get(row.caseId)
      return reason ? [{ ...shownRow(row, nameOf), ...reason, samePerson: [...reason.samePerson] }] : []
    }),
    visits,
  }
}
