// Erases what was decided, item by item, and issues the certificate of each list. What a certificate says was erased and is
// there again, after a restore, is erased again (ADR 0060). Used by retention.ts only.

import type { Redis } from 'ioredis'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf, yearOf } from '../../../shared/law/working-days.ts'
import {
  retention as contract,
  type ErasureList,
  erasableKey,
  holdOn,
  type Item,
} from '../../../shared/retention/contract.ts'
import type { RetentionState } from '../../../shared/retention/index.ts'
import type { Aggregates, OutsideActor, OutsideWish } from '../../engine/aggregates/aggregates.ts'
import type { InstalledAgency } from '../../papers/agency/agency.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Log } from '../../platform/log.ts'
import type { SigningKey } from '../archive/signature.ts'
import { rewriteAppendOnlyFile } from './append-only-file.ts'
import { certificateText, type FileState } from './certificate.ts'
import type { Holdings } from './holdings.ts'
import type { Ledger } from './ledger.ts'

export interface ErasuresDependencies {
  readonly aggregates: Aggregates<{ readonly retention: RetentionState }>
  readonly holdings: Holdings
  readonly ledger: Ledger
  readonly signingKey: SigningKey
  readonly agency: Pick<InstalledAgency, 'organisation' | 'demand'>
  readonly redis: Redis
  readonly now: () => number
  readonly log: Log
}

export interface DecidedErasures {
  /** Erases what is decided and not yet gone. It is called again until all of it is. */
  erase(): Promise<void>
  /** What is certified and not known here was erased after the backup that this Redis was restored from: it goes again. */
  recall(): Promise<void>
  /** Stops after what is being erased now. */
  stop(): void
}

/** One journal: a hold and a step of an erasure never pass each other. */
export const journalId = 'agency'
const isToGo = ({ state }: Item) => state === 'waiting' || state === 'begun'
const system: OutsideActor = { kind: 'system' }

export function createDecidedErasures(dependencies: ErasuresDependencies): DecidedErasures {
  const { aggregates, holdings, ledger, redis, log } = dependencies
  let isStopped = false

  const state = async () => (await aggregates.state(journalId)).retention
  const report = (command: OutsideWish) => noted(aggregates, command)

  async function eraseItem(listId: string, item: Item): Promise<void> {
    const key = erasableKey(item)
    const what = item.state === 'waiting' ? await holdings.inventory(item) : item.what
    if (!(await report(wish(contract, 'begin', { listId, item: key, what })))) {
      await report(wish(contract, 'end', { listId, item: key, outcome: item.state === 'waiting' ? 'held' : 'stopped' }))
      return
    }
    const mayGoOn = async () => !isStopped && holdOn(await state(), item) === null
    const isGone = await holdings.erase(item, mayGoOn)
    // The next start goes on with it.
    if (!isGone && isStopped) return
    await report(wish(contract, 'end', { listId, item: key, outcome: isGone ? 'erased' : 'stopped' }))
    log.info({ listId, item: key, isGone }, 'an item of an erasure has ended')
  }

  async function keepCertificates(): Promise<void> {
    for (const { certificate } of (await state()).lists) if (certificate) await ledger.keep(certificate)
  }

  async function eraseNow(): Promise<void> {
    const { lists } = await state()
    for (const { listId, items } of lists.filter((list) => list.state === 'approved')) {
      // Where a journal does not hold, nobody knows what there is: it waits, and the list with it.
      for (const item of items) if (!isStopped && isToGo(item)) await unlessBroken(eraseItem(listId, item))
      const list = (await state()).lists.find((one) => one.listId === listId)
      if (isStopped || !list || list.items.some(isToGo)) continue
      const hasGone = list.items.some(({ state: at }) => at === 'erased' || at === 'stopped')
      const databaseFiles = hasGone ? await rewriteAppendOnlyFile(redis, { isClosed: () => isStopped, log }) : null
      // One that was recalled has its certificate. What the server did not live to see is done at its next start.
      if (!isStopped && !list.certificate) await certify(dependencies, list, databaseFiles)
    }
  }

  return {
    erase: eraseNow,
    async recall() {
      await recalled(dependencies)
      await keepCertificates()
    },
    stop() {
      isStopped = true
    },
  }
}

/** False: a hold forbids it, or it is listed already. */
async function noted(aggregates: ErasuresDependencies['aggregates'], command: OutsideWish): Promise<boolean> {
  const reply = await aggregates.dispatch(journalId, system, command)
  // Another server may have taken up the same certificate.
  if (!reply.ok && reply.rejection.code !== 'retention.on-hold' && reply.rejection.code !== 'retention.listed')
    throw new Error(`an erasure could not be noted: ${reply.rejection.code}`)
  return reply.ok
}

/** What is certified and not known here was erased after the backup that this Redis was restored from: it goes again. */
async function recalled({ aggregates, ledger, log }: ErasuresDependencies): Promise<void> {
  const state = (await aggregates.state(journalId)).retention
  const known = new Set(state.lists.map(({ listId }) => listId))
  for (const { text, jws, certificate } of await ledger.all()) {
    const { listId, ground, reason, proposedBy, decidedBy, number, year, items } = certificate
    const erased = items.filter(({ outcome }) => outcome === 'erased')
    if (known.has(listId) || erased.length === 0) continue
    known.add(listId)
    const [proposedAt, decidedAt] = [Date.parse(certificate.proposedAt), Date.parse(certificate.decidedAt)]
    const ends = erased.flatMap(({ endedAt }) => (endedAt === null ? [] : [Date.parse(endedAt)]))
    await noted(
      aggregates,
      wish(contract, 'recall', {
        ...{ listId, ground, reason, proposedAt, proposedBy, decidedAt, decidedBy },
        items: erased.map(({ class: name, subject, related }) => ({ class: name, subject, related })),
        certificate: { number, year, at: Math.max(decidedAt, ...ends), text, jws },
      }),
    )
    log.warn({ listId, number, year }, 'what this certificate says was erased is there again: it is erased again')
  }
}

async function certify(
  { aggregates, agency, signingKey, ledger, now, log }: ErasuresDependencies,
  list: ErasureList,
  databaseFiles: FileState | null,
): Promise<void> {
  await agency.demand()
  const year = yearOf(calendarDayOf(now()))
  const given = (await aggregates.state(journalId)).retention.lists.flatMap(({ certificate }) =>
    certificate?.year === year ? [certificate.number] : [],
  )
  // Not their count: after a restore some numbers may be unknown here.
  const number = Math.max(0, ...given) + 1
  const organisation = await agency.organisation()
  const text = certificateText(list, { number, year, organisation, databaseFiles })
  const jws = await signingKey.sign(Buffer.from(text))
  // First: what is done has its file.
  await ledger.keep({ text, jws })
  await noted(aggregates, wish(contract, 'certify', { listId: list.listId, number, year, text, jws }))
  log.info({ listId: list.listId, number, year, databaseFiles }, 'an erasure has its certificate')
}
