// Retention: looks daily for what is due, erases what was decided, step by step and again after a crash, and issues the
// certificate. Decisions are in one journal (ADR 0060); the list of what is due is computed. Called by HTTP and custody/open.ts.

import type { Redis } from 'ioredis'
import { type AccountId, CaseId, SessionId } from '../../../shared/kernel/ids.ts'
import type { EventData } from '../../../shared/kernel/module.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf, yearOf } from '../../../shared/law/working-days.ts'
import {
  retention as contract,
  type ErasureList,
  erasableKey,
  holdOn,
  type Item,
  type Subject,
} from '../../../shared/retention/contract.ts'
import type { RetentionState } from '../../../shared/retention/index.ts'
import { DueList } from '../../../shared/wire/custody/retention.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Aggregates, OutsideActor, OutsideWish } from '../../engine/aggregates/aggregates.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { InstalledAgency } from '../../papers/agency/agency.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { SigningKey } from '../archive/signature.ts'
import { rewriteAppendOnlyFile } from './append-only-file.ts'
import { certificateText, type FileState } from './certificate.ts'
import { type DueDependencies, dueNow } from './due.ts'
import type { Holdings } from './holdings.ts'
import type { Ledger } from './ledger.ts'

export interface RetentionDependencies extends Omit<DueDependencies, 'holdings'> {
  readonly aggregates: Aggregates<{ readonly retention: RetentionState }>
  readonly holdings: Holdings
  readonly ledger: Ledger
  readonly accounts: Pick<Accounts, 'list'>
  readonly signingKey: SigningKey
  readonly agency: Pick<InstalledAgency, 'organisation' | 'demand'>
  readonly redis: Redis
  readonly now: () => number
  readonly log: Log
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Retention {
  state(): Promise<RetentionState>
  /** As of the last look; null: nobody has looked yet. */
  due(): Promise<DueList | null>
  /** Looks now. */
  look(): Promise<DueList>
  dispatch(by: OutsideActor, wish: OutsideWish): Promise<CommandReply>
  /** What is held with a session or a case; null: there is no such one. */
  covered(subject: Subject): Promise<Subject[] | null>
  /** Puts up a list. Who may be the second person is fixed with it. Throws AgencyMissing. */
  propose(by: AccountId, list: Omit<EventData<typeof contract, 'proposed'>, 'seconds'>): Promise<CommandReply>
  /** Two administrators: of a list that does not say who the second person may be. */
  isSecondNeeded(): Promise<boolean>
  /** Erases what is decided and not yet gone. It is called again until all of it is. */
  erase(): Promise<void>
}

export interface RunningRetention extends Retention {
  /** Goes on with what a server that ended had begun, then looks once a day. */
  start(): void
  close(): Promise<void>
}

/** One journal: a hold and a step of an erasure never pass each other. */
const journalId = 'agency'
const dueKey = '{retention}:due'
const lookEveryMs = 60 * 60 * 1000
const isToGo = ({ state }: Item) => state === 'waiting' || state === 'begun'
const disabledCountsMs = 30 * 24 * 60 * 60 * 1000
const system: OutsideActor = { kind: 'system' }

export function createRetention(dependencies: RetentionDependencies): RunningRetention {
  const { aggregates, holdings, ledger, accounts, signingKey, agency, redis, sessions, cases, now, log } = dependencies
  const erasing = createMailbox()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const state = async () => (await aggregates.state(journalId)).retention
  const dispatch = (by: OutsideActor, command: OutsideWish) => aggregates.dispatch(journalId, by, command)
  async function report(command: OutsideWish): Promise<boolean> {
    const reply = await dispatch(system, command)
    // Another server may have taken up the same certificate.
    if (!reply.ok && reply.rejection.code !== 'retention.on-hold' && reply.rejection.code !== 'retention.listed')
      throw new Error(`an erasure could not be noted: ${reply.rejection.code}`)
    return reply.ok
  }

  /** Whoever was disabled lately counts, too: nobody becomes the only one in order to decide alone. */
  async function administrators(): Promise<AccountId[]> {
    return (await accounts.list())
      .filter(({ role }) => role === 'administrator')
      .filter(
        ({ isEnabled, disabledAt }) => isEnabled || (disabledAt !== null && now() - disabledAt < disabledCountsMs),
      )
      .map(({ accountId }) => accountId)
  }

  const due = async () => {
    const kept = await reachingRedis(() => redis.get(dueKey))
    return kept === null ? null : DueList.parse(JSON.parse(kept))
  }
  async function look(): Promise<DueList> {
    const found = await dueNow(dependencies, await state(), now())
    await reachingRedis(() => redis.set(dueKey, JSON.stringify(found)))
    return found
  }

  async function eraseItem(listId: string, item: Item): Promise<void> {
    const key = erasableKey(item)
    const what = item.state === 'waiting' ? await holdings.inventory(item) : item.what
    if (!(await report(wish(contract, 'begin', { listId, item: key, what })))) {
      await report(wish(contract, 'end', { listId, item: key, outcome: item.state === 'waiting' ? 'held' : 'stopped' }))
      return
    }
    const mayGoOn = async () => !isClosed && holdOn(await state(), item) === null
    const isGone = await holdings.erase(item, mayGoOn)
    // The next start goes on with it.
    if (!isGone && isClosed) return
    await report(wish(contract, 'end', { listId, item: key, outcome: isGone ? 'erased' : 'stopped' }))
    log.info({ listId, item: key, isGone }, 'an item of an erasure has ended')
  }

  async function keepCertificates(): Promise<void> {
    for (const { certificate } of (await state()).lists) if (certificate) await ledger.keep(certificate)
  }

  /** What is certified and not known here was erased after the backup that this Redis was restored from: it goes again. */
  async function recall(): Promise<void> {
    const known = new Set((await state()).lists.map(({ listId }) => listId))
    for (const { text, jws, certificate } of await ledger.all()) {
      const { listId, ground, reason, proposedBy, decidedBy, number, year, items } = certificate
      const erased = items.filter(({ outcome }) => outcome === 'erased')
      if (known.has(listId) || erased.length === 0) continue
      known.add(listId)
      const [proposedAt, decidedAt] = [Date.parse(certificate.proposedAt), Date.parse(certificate.decidedAt)]
      const ends = erased.flatMap(({ endedAt }) => (endedAt === null ? [] : [Date.parse(endedAt)]))
      await report(
        wish(contract, 'recall', {
          ...{ listId, ground, reason, proposedAt, proposedBy, decidedAt, decidedBy },
          items: erased.map(({ class: name, subject, related }) => ({ class: name, subject, related })),
          certificate: { number, year, at: Math.max(decidedAt, ...ends), text, jws },
        }),
      )
      log.warn({ listId, number, year }, 'what this certificate says was erased is there again: it is erased again')
    }
  }

  async function certify(list: ErasureList, databaseFiles: FileState | null): Promise<void> {
    await agency.demand()
    const year = yearOf(calendarDayOf(now()))
    const given = (await state()).lists.flatMap(({ certificate }) =>
      certificate?.year === year ? [certificate.number] : [],
    )
    // Not their count: after a restore some numbers may be unknown here.
    const number = Math.max(0, ...given) + 1
    const organisation = await agency.organisation()
    const text = certificateText(list, { number, year, organisation, databaseFiles })
    const jws = await signingKey.sign(Buffer.from(text))
    // First: what is done has its file.
    await ledger.keep({ text, jws })
    await report(wish(contract, 'certify', { listId: list.listId, number, year, text, jws }))
    log.info({ listId: list.listId, number, year, databaseFiles }, 'an erasure has its certificate')
  }

  async function eraseNow(): Promise<void> {
    const { lists } = await state()
    for (const { listId, items } of lists.filter((list) => list.state === 'approved')) {
      // Where a journal does not hold, nobody knows what there is: it waits, and the list with it.
      for (const item of items) if (!isClosed && isToGo(item)) await unlessBroken(eraseItem(listId, item))
      const list = (await state()).lists.find((one) => one.listId === listId)
      if (isClosed || !list || list.items.some(isToGo)) continue
      const hasGone = list.items.some(({ state: at }) => at === 'erased' || at === 'stopped')
      const databaseFiles = hasGone ? await rewriteAppendOnlyFile(redis, { isClosed: () => isClosed, log }) : null
      // One that was recalled has its certificate. What the server did not live to see is done at its next start.
      if (!isClosed && !list.certificate) await certify(list, databaseFiles)
    }
  }
  const erase = () => erasing.post(eraseNow)

  async function pass(): Promise<void> {
    await erasing.post(async () => {
      await recall()
      await keepCertificates()
    })
    await erase()
    const last = await due()
    if (last === null || calendarDayOf(last.lookedAt) < calendarDayOf(now())) await look()
  }
  const passSoon = () =>
    void pass().catch((error: unknown) =>
      log.error({ err: error }, 'what is due was not looked for; it is tried again'),
    )

  return {
    state,
    due,
    look,
    erase,
    dispatch,

    async covered(subject) {
      if (subject.kind === 'session') {
        const found = await sessions.state(SessionId.parse(subject.id))
        if (!found) return null
        const ids = [...new Set(Object.values(found.identity.citizenIds))]
        const rows = await cases.lists.rows(await cases.lists.ofCitizens(ids))
        const ofVisit = rows.filter(({ petition }) => petition.reception?.sessionId === subject.id)
        return [
          subject,
          ...ids.map((id): Subject => ({ kind: 'citizen', id })),
          ...ofVisit.map(({ caseId }): Subject => ({ kind: 'case', id: caseId })),
        ]
      }
      const receipt = (await cases.state(CaseId.parse(subject.id)))?.intake.receipt
      if (!receipt) return null
      const sessionId = receipt.reception?.sessionId
      return [
        subject,
        ...(sessionId ? [{ kind: 'session' as const, id: sessionId }] : []),
        ...receipt.petitionerIds.map((id): Subject => ({ kind: 'citizen', id })),
        // Its files lie with the petition it was part of.
        ...(receipt.splitFrom ? [{ kind: 'case' as const, id: receipt.splitFrom }] : []),
      ]
    },

    async propose(by, list) {
      // What it leads to is a certificate under a number.
      await agency.demand()
      const seconds = (await administrators()).filter((accountId) => accountId !== by)
      const data = { ...list, seconds, today: calendarDayOf(now()) }
      return dispatch({ kind: 'account', accountId: by }, wish(contract, 'propose', data))
    },

    isSecondNeeded: async () => (await administrators()).length > 1,

    start() {
      passSoon()
      timer = setInterval(passSoon, lookEveryMs)
      timer.unref()
    },

    async close() {
      isClosed = true
      clearInterval(timer)
      await erasing.post(async () => undefined)
    },
  }
}
