// The cases of this agency: entered with a number, split, acted upon, listed. HTTP and the legal clocks use cases
// through this file; the aggregate itself knows no number, list or code. Called by HTTP and casework/open.ts.

import type { Redis } from 'ioredis'
import type { CaseState } from '../../../shared/cases/index.ts'
import type { CaseKind, Part, RegisterNumber } from '../../../shared/cases/intake/contract.ts'
import { intake } from '../../../shared/cases/intake/contract.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import type { CitizenId } from '../../../shared/kernel/ids.ts'
import { CaseId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { CaseFacts } from '../../../shared/law/case-facts.ts'
import { labelOf, matterOf, rowOf } from '../../../shared/projections/cases.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Aggregates, OutsideActor, OutsideWish } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { CaseLists } from './case-lists.ts'
import type { CaseSearch } from './case-search.ts'
import type { DueDays } from './due-days.ts'
import type { Contacts, FollowCodes } from './follow-codes.ts'

type Receipt = NonNullable<CaseState['intake']['receipt']>
/** A petition before it has its number. */
export type Petition = Omit<Receipt, 'register' | 'at' | 'byAccountId' | 'splitFrom' | 'isProtected'>
export type NewPart = Omit<Part, 'caseId'>

export interface Cases extends CaseFacts {
  readonly lists: CaseLists
  readonly search: CaseSearch
  readonly due: DueDays
  /** null: there is no such case. */
  state(caseId: string): Promise<CaseState | null>
  journal(caseId: string): Promise<Commit[]>
  /** Called after each commit of this node. Ends with the function returned. */
  listen(listener: (caseId: string, state: CaseState) => void): () => void
  /** Gives it the next number of its year and kind, and the citizen a code; says which earlier cases it is about. Throws Refused. */
  receive(
    by: OutsideActor,
    petition: Petition,
    contacts: Contacts,
    earlierIds?: readonly CaseId[],
  ): Promise<{ number: string; code: string }>
  dispatch(caseId: string, by: OutsideActor, wish: OutsideWish): Promise<CommandReply>
  /** Says what it is; of another kind it has another number, too. Throws Refused. */
  classify(
    caseId: string,
    by: OutsideActor,
    as: { kind: CaseKind; signers: number; expectedSeq: number },
  ): Promise<void>
  /** Into a case each, which point back to it. Throws Refused. */
  split(caseId: string, by: OutsideActor, parts: readonly NewPart[], expectedSeq: number): Promise<void>
  /** After a start: what a server that was killed had begun is brought to its end. The search is filled beside it. */
  recover(): Promise<void>
  close(): Promise<void>
}

interface Dependencies {
  readonly cases: Aggregates<CaseState>
  readonly lists: CaseLists
  readonly search: CaseSearch
  readonly due: DueDays
  readonly codes: FollowCodes
  readonly people: Pick<Citizens, 'listen' | 'renamed' | 'followed' | 'fill'>
  readonly numbers: Numbers
  readonly redis: Redis
  readonly newId: () => string
  readonly log: { error(details: object, message: string): void }
}

/** A lawful “no”, as the rules gave it. */
export class Refused extends Error {
  override name = 'Refused'
  readonly reply: Extract<CommandReply, { ok: false }>

  constructor(reply: Extract<CommandReply, { ok: false }>) {
    super(reply.rejection.code)
    this.reply = reply
  }
}

/** So many wait for one durable write together; a hearing that writes waits behind no more of them. */
const atOnce = 8

/** What does not hold is passed over. */
async function severalAtOnce<T>(items: readonly T[], use: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) await unlessBroken(use(item))
    }),
  )
}

/** Cases that were written to and are perhaps not yet in the lists as they are now. */
const touchedKey = '{cases}:touched'

export function createCases(dependencies: Dependencies): Cases {
  const { cases, lists, due, search, codes, people, numbers, redis, newId, log } = dependencies
  const listing = createMailbox()
  let isClosing = false
  let filling: Promise<void> = Promise.resolve()
  const enlist = (caseId: string, commit: Commit, state: CaseState) =>
    listing
      .post(async () => {
        await search.put(state, commit, () => cases.journal(caseId))
        const row = rowOf(state, commit)
        // The row last: by it one sees that all is kept.
        await due.keep(caseId, commit.seq, matterOf(state))
        if (row) await lists.keep(row)
      })
      .catch((error: unknown) =>
        log.error({ err: error, caseId }, 'a case is not in the lists; the next start mends it'),
      )
  const stopListening = [
    cases.listen((caseId, commit, state) => void enlist(caseId, commit, state)),
    people.listen((citizenId) => void followName(citizenId)),
  ]

  /** Somebody is called something else, or is erased: the index of their cases follows. */
  const followName = (citizenId: CitizenId): Promise<void> =>
    listing
      .post(async () => {
        for (const caseId of await lists.ofCitizens([citizenId])) await unlessBroken(putAnew(caseId))
        await people.followed(citizenId)
      })
      .catch((error: unknown) =>
        log.error({ err: error, citizenId }, 'a name is not in the search as it is now; the next start mends it'),
      )

  async function putAnew(caseId: string): Promise<void> {
    const commits = await cases.journal(caseId)
    const last = commits.at(-1)
    if (last) await search.put(await cases.state(caseId), last, async () => commits)
  }

  async function dispatch(caseId: string, by: OutsideActor, wish: OutsideWish): Promise<CommandReply> {
    await reachingRedis(() => redis.sadd(touchedKey, caseId))
    const reply = await cases.dispatch(caseId, by, wish)
    // Whoever has written finds it in the lists at once.
    await listing.post(async () => undefined)
    const isListed = !reply.ok || (await lists.rows([caseId]))[0]?.seq === reply.seq
    if (isListed) await reachingRedis(() => redis.srem(touchedKey, caseId))
    return reply
  }

  const numbered = <T>(
    { kind, year }: Pick<RegisterNumber, 'kind' | 'year'>,
    caseId: string,
    use: (register: RegisterNumber) => Promise<CommandReply>,
    value: (register: RegisterNumber) => T,
  ): Promise<T> =>
    numbers.allot({ year, kind: `case-${kind}` }, caseId, async (number) => {
      const register = { year, kind, number }
      const reply = await use(register)
      return reply.ok ? { used: true, value: value(register) } : { used: false, why: new Refused(reply) }
    })

  const yearOf = (day: string) => Number(day.slice(0, 4))

  function enter(by: OutsideActor, receipt: Omit<Receipt, 'register' | 'at' | 'byAccountId'>): Promise<void> {
    const { caseId, kind, receivedOn } = receipt
    return numbered(
      { kind, year: yearOf(receivedOn) },
      caseId,
      (register) => dispatch(caseId, by, wish(intake, 'receive', { ...receipt, register })),
      () => undefined,
    )
  }

  /** Each part that is not there yet. What the parts have in common is what the whole had. */
  async function enterParts(whole: CaseState, by: OutsideActor): Promise<void> {
    const { receipt, parts } = whole.intake
    if (!receipt || parts.length === 0) return
    const { at: _at, byAccountId: _by, ...shared } = receipt
    for (const part of parts) {
      if (await existing(part.caseId)) continue
      await enter(by, { ...shared, ...part, splitFrom: receipt.caseId })
    }
  }

  async function existing(caseId: string): Promise<CaseState | null> {
    const state = await cases.state(caseId)
    return state.intake.receipt ? state : null
  }

  async function enlistAnew(caseId: string): Promise<void> {
    const commits = await cases.journal(caseId)
    const last = commits.at(-1)
    if (!last) return
    const state = await cases.state(caseId)
    await enterParts(state, { kind: 'system' })
    await search.put(state, last, async () => commits)
    const row = rowOf(state, last)
    await due.keep(caseId, last.seq, matterOf(state))
    if (row) await lists.keep(row)
  }

  /** The index from all journals, beside the work; a server that ends in the middle goes on at its next start. */
  async function fillSearch(ids: readonly string[]): Promise<void> {
    // By their marks people are put into it.
    await people.fill()
    await severalAtOnce(ids.toReversed(), async (caseId) => {
      if (isClosing) return
      await putAnew(caseId)
      for (const row of await lists.rows([caseId])) await lists.keep(row)
      await lists.forgetMarks(caseId)
    })
    if (!isClosing) await search.filled()
  }

  return {
    lists,
    search,
    due,
    state: existing,
    journal: (caseId) => cases.journal(caseId),
    listen: (listener) => cases.listen((caseId, _commit, state) => listener(caseId, state)),
    dispatch,

    async receive(by, petition, contacts, earlierIds = []) {
      await enter(by, { ...petition, splitFrom: null, isProtected: false })
      const state = await cases.state(petition.caseId)
      const isAlone = petition.kind === 'denunciation'
      const code = await codes.issue(petition.caseId, isAlone ? { phone: null, email: null } : contacts)
      if (earlierIds.length > 0)
        await dispatch(petition.caseId, by, wish(intake, 'linkEarlier', { earlierIds: [...earlierIds] }))
      return { number: labelOf(state), code }
    },

    async classify(caseId, by, { kind, signers, expectedSeq }) {
      const { receipt } = (await cases.state(caseId)).intake
      if (!receipt) throw new Error(`there is no case ${caseId}`)
      const year = yearOf(receipt.receivedOn)
      await numbered(
        { kind, year },
        caseId,
        (register) => dispatch(caseId, by, { ...wish(intake, 'classify', { kind, signers, register }), expectedSeq }),
        () => undefined,
      )
      if (kind === 'denunciation') await codes.ask(caseId, { phone: null, email: null })
    },

    async split(caseId, by, parts, expectedSeq) {
      const named = parts.map((part) => ({ ...part, caseId: CaseId.parse(newId()) }))
      const reply = await dispatch(caseId, by, { ...wish(intake, 'split', { parts: named }), expectedSeq })
      if (!reply.ok) throw new Refused(reply)
      await reachingRedis(() => redis.sadd(touchedKey, caseId))
      await enterParts(await cases.state(caseId), by)
      await reachingRedis(() => redis.srem(touchedKey, caseId))
    },

    async *all() {
      for (const caseId of await cases.ids()) {
        const state = await unlessBroken(cases.state(caseId))
        const matter = state && matterOf(state)
        if (matter) yield matter
      }
    },

    async recover() {
      const touched = await reachingRedis(() => redis.smembers(touchedKey))
      const ids = await cases.ids()
      // Rows are missing altogether: the lists are made anew.
      const isIncomplete = (await lists.size()) < ids.length || !(await due.isMade())
      await severalAtOnce(isIncomplete ? ids.toReversed() : touched, enlistAnew)
      if (isIncomplete) await due.made()
      else await due.recount()
      if (touched.length > 0) await reachingRedis(() => redis.srem(touchedKey, ...touched))
      for (const citizenId of await people.renamed()) await followName(citizenId)
      if (await search.isWhole()) return
      filling = fillSearch(ids).catch((error: unknown) =>
        log.error({ err: error }, 'the search of cases is not whole; the next start goes on with it'),
      )
    },

    async close() {
      for (const stop of stopListening) stop()
      isClosing = true
      await filling
      await listing.post(async () => undefined)
    },
  }
}
