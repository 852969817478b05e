// Lists the sessions without reading their journals (ADR 0044): one row per session, updated soon after each commit.
// The journals stay authoritative: an update lost in a crash is made at the next start.
import type { Redis } from 'ioredis'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Assignment } from '../../../shared/projections/conclusions.ts'
import type { OwedNotice } from '../../../shared/projections/refusal-notices.ts'
import type { SealingFacts } from '../../../shared/projections/sealing.ts'
import type { SessionSummary } from '../../../shared/wire/hearing/sessions.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { Rows } from '../../platform/rows.ts'
import type { Journal } from '../journal/journal.ts'
import { createRowWriting } from './row-writing.ts'
import {
  assigningKey,
  createSessionRows,
  currentKey,
  isToBeMadeAnew,
  isVisit,
  memberOf,
  overKey,
  owingKey,
  type Row,
  seriesKey,
  sessionIn,
  unsealedKey,
} from './session-rows.ts'

export interface SessionQuery {
  /** Visits of a reception day: most of all sessions, and each found from its day. */
  readonly areVisits: boolean
  /** All of one series, whether over or not, in one page. */
  readonly seriesId?: string | undefined
  /** In the title, whatever its case. */
  readonly text?: string | undefined
  /** What `next` of the page before was. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Each method but `changed` throws Unavailable when Redis cannot be reached. */
export interface SessionLists {
  /** Told after each commit; the newest is written soon, and before this node lists again. */
  changed(state: SessionState, seq: number): void
  /** First those that are not over, then the others, the latest first. `next` null: this was the last page. */
  list(query: SessionQuery): Promise<{ sessions: SessionSummary[]; next: string | null }>
  /** Of all sessions that are over. */
  assignments(): Promise<Assignment[]>
  /** Of all sessions. */
  owedNotices(): Promise<OwedNotice[]>
  /** Those that are not over. */
  current(): Promise<SessionId[]>
  /** All but the visits. */
  meetings(): Promise<SessionId[]>
  /** Closed, and not sealed: the rule of sealing asks these. */
  unsealed(): Promise<{ summary: SessionSummary; facts: SealingFacts }[]>
  /** Those whose journal is sealed, but for these. */
  sealedBut(known: ReadonlySet<string>): Promise<SessionId[]>
  /** Writes the rows that the journals are ahead of, each read by `load`. */
  catchUp(load: (sessionId: SessionId) => Promise<unknown>): Promise<void>
  /** What was told is written. */
  settled(): Promise<void>
}

const chunk = 200

export function createSessionLists(
  redis: Redis,
  journal: Pick<Journal, 'sessions' | 'lastSeqs'>,
  log: Log,
): SessionLists & { close(): void } {
  const rows = createSessionRows(redis)
  const writing = createRowWriting(rows, log)
  const settled = () => writing.settled()

  const membersOf = (key: string) => sessionsOf(redis, key)

  return {
    settled,

    changed: (state, seq) => writing.changed(state, seq),

    async list(query) {
      await settled()
      return listed(redis, rows, query)
    },

    async assignments() {
      await settled()
      return (await rows.read(await membersOf(assigningKey))).flatMap(({ assignments }) => assignments)
    },

    async owedNotices() {
      await settled()
      return (await rows.read(await membersOf(owingKey))).flatMap(({ owedNotices: owed }) => owed)
    },

    async unsealed() {
      await settled()
      return (await rows.read(await membersOf(unsealedKey))).flatMap(({ summary, unsealed }) =>
        unsealed ? [{ summary, facts: unsealed }] : [],
      )
    },

    async current() {
      await settled()
      return membersOf(currentKey)
    },

    async meetings() {
      await settled()
      const [current, over] = await Promise.all([membersOf(currentKey), membersOf(overKey(false))])
      return [...current, ...over]
    },

    async sealedBut(known) {
      await settled()
      const over = await Promise.all([membersOf(overKey(false)), membersOf(overKey(true))])
      const others = over.flat().filter((sessionId) => !known.has(sessionId))
      const sealed: SessionId[] = []
      for (let from = 0; from < others.length; from += chunk)
        for (const { summary } of await rows.read(others.slice(from, from + chunk)))
          if (summary.status === 'sealed') sealed.push(summary.sessionId)
      return sealed
    },

    async catchUp(load) {
      const ids = await journal.sessions()
      for (let from = 0; from < ids.length; from += chunk) {
        const some = ids.slice(from, from + chunk)
        const [kept, written] = await Promise.all([rows.read(some), journal.lastSeqs(some)])
        const known = new Map(kept.map((row) => [row.summary.sessionId, isToBeMadeAnew(row) ? 0 : row.seq]))
        for (const [index, sessionId] of some.entries())
          if ((known.get(sessionId) ?? 0) < (written[index] ?? 0)) await unlessBroken(load(sessionId))
      }
      await settled()
    },

    close: () => writing.close(),
  }
}

async function sessionsOf(redis: Redis, key: string): Promise<SessionId[]> {
  return (await reachingRedis(() => redis.zrange(key, 0, -1))).map((member) => sessionIn(member))
}

async function listed(
  redis: Redis,
  rows: Rows<Row>,
  query: SessionQuery,
): Promise<{ sessions: SessionSummary[]; next: string | null }> {
  const { areVisits, seriesId, after, limit } = query
  if (seriesId !== undefined) {
    const all = await rows.read(await sessionsOf(redis, seriesKey(seriesId)))
    return { sessions: all.map(({ summary }) => summary).filter(matches(query)), next: null }
  }
  const sessions: SessionSummary[] = []
  if (after === undefined)
    for (const { summary } of await rows.read(await sessionsOf(redis, currentKey)))
      if (matches(query)(summary)) sessions.push(summary)
  const most = sessions.length + limit
  let upper = after === undefined ? '+' : `(${after}`
  for (;;) {
    const members = await reachingRedis(() => redis.zrevrangebylex(overKey(areVisits), upper, '-', 'LIMIT', 0, chunk))
    for (const { summary } of await rows.read(members.map(sessionIn))) {
      if (!matches(query)(summary)) continue
      const last = sessions.at(-1)
      if (sessions.length === most && last) return { sessions, next: memberOf(last) }
      sessions.push(summary)
    }
    const last = members.at(-1)
    if (last === undefined || members.length < chunk) return { sessions, next: null }
    upper = `(${last}`
  }
}

const matches =
  ({ text, areVisits }: SessionQuery) =>
  (summary: SessionSummary): boolean =>
    isVisit(summary) === areVisits &&
    (text === undefined || summary.title.toLocaleLowerCase('vi').includes(text.toLocaleLowerCase('vi')))
