// Creates the cases for casework/open.ts and the tests: journals, lists and codes in one Redis.
import type { Redis } from 'ioredis'
import type { CaseState } from '../../../shared/cases/index.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import type { LawData } from '../deadlines/law-data.ts'
import { createCaseLists } from './case-lists.ts'
import { createCaseSearch } from './case-search.ts'
import { type Cases, createCases } from './cases.ts'
import { type Conditions, createConditions } from './conditions.ts'
import { createDueDays } from './due-days.ts'
import { createFollowCodes, type FollowCodes } from './follow-codes.ts'

interface Dependencies {
  readonly aggregates: Aggregates<CaseState>
  readonly citizens: Citizens
  readonly numbers: Numbers
  readonly redis: Redis
  readonly law: LawData
  readonly now: () => number
  /** The codes of citizens are marked, and words of denunciations veiled, with keys derived from it. */
  readonly key: Uint8Array
  readonly newId: () => string
  readonly log: { error(details: object, message: string): void }
}

export interface CaseServices {
  readonly cases: Cases
  readonly followCodes: FollowCodes
  readonly caseConditions: Conditions
}

export function openCases({ aggregates, citizens, redis, law, now, key, ...others }: Dependencies): CaseServices {
  const followCodes = createFollowCodes(redis, key)
  const lists = createCaseLists(redis)
  const search = createCaseSearch({ redis, people: citizens, key, newId: others.newId })
  const due = createDueDays({ redis, law, now })
  law.listen(
    () =>
      void due
        .recount()
        .catch((error: unknown) => others.log.error({ err: error }, 'cases are not counted anew; it is tried again')),
  )
  return {
    cases: createCases({
      cases: aggregates,
      people: citizens,
      lists,
      due,
      search,
      codes: followCodes,
      redis,
      ...others,
    }),
    followCodes,
    caseConditions: createConditions(redis),
  }
}
