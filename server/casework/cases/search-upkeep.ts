// Keeps the search of cases up with what is not a commit of a case: how its people are called, and an index that has to be
// filled from all journals, beside the work of the server.

import type { CaseState } from '../../../shared/cases/index.ts'
import type { CitizenId } from '../../../shared/kernel/ids.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Mailbox } from '../../platform/mailbox.ts'
import type { CaseLists } from './case-lists.ts'
import type { CaseSearch } from './case-search.ts'
import { severalAtOnce } from './several-at-once.ts'

interface Dependencies {
  readonly cases: Aggregates<CaseState>
  readonly lists: CaseLists
  readonly search: CaseSearch
  readonly people: Pick<Citizens, 'renamed' | 'followed' | 'fill'>
  /** What is kept beside the journals is written one after the other. */
  readonly listing: Mailbox
  readonly log: { error(details: object, message: string): void }
}

export interface SearchUpkeep {
  /** Somebody is called something else, or is erased: the index of their cases follows. Never throws. */
  followName(citizenId: CitizenId): Promise<void>
  /** After a start: names that were not followed; an index that is not whole is filled beside the work. Throws Unavailable. */
  recover(): Promise<void>
  close(): Promise<void>
}

export function createSearchUpkeep({ cases, lists, search, people, listing, log }: Dependencies): SearchUpkeep {
  let isClosing = false
  let filling: Promise<void> = Promise.resolve()

  async function putAnew(caseId: string): Promise<void> {
    const commits = await cases.journal(caseId)
    const last = commits.at(-1)
    if (last) await search.put(await cases.state(caseId), last, async () => commits)
  }

  const followName = (citizenId: CitizenId): Promise<void> =>
    listing
      .post(async () => {
        for (const caseId of await lists.ofCitizens([citizenId])) await unlessBroken(putAnew(caseId))
        await people.followed(citizenId)
      })
      .catch((error: unknown) =>
        log.error({ err: error, citizenId }, 'a name is not in the search as it is now; the next start mends it'),
      )

  /** A server that ends in the middle goes on at its next start. */
  async function fill(ids: readonly string[]): Promise<void> {
    // By their blind indexes people are put into it.
    await people.fill()
    await severalAtOnce(ids.toReversed(), async (caseId) => {
      if (isClosing) return
      await putAnew(caseId)
      for (const row of await lists.rows([caseId])) await lists.keep(row)
      await lists.forgetFormerIndexes(caseId)
    })
    if (!isClosing) await search.filled()
  }

  return {
    followName,
    async recover() {
      for (const citizenId of await people.renamed()) await followName(citizenId)
      if (await search.isWhole()) return
      filling = fill(await cases.ids()).catch((error: unknown) =>
        log.error({ err: error }, 'the search of cases is not whole; the next start goes on with it'),
      )
    },
    async close() {
      isClosing = true
      await filling
    },
  }
}
