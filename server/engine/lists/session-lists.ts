// Lists the sessions without reading their journals (ADR 0044): one row per session, updated soon after each commit.
// The journals stay authoritative: an update lost in a crash is made at the next start.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { Assignment, assignmentsOf } from '../../../shared/projections/conclusions.ts'
import { mayLeave } from '../../../shared/projections/leaving.ts'
import { OwedNotice, owedNotices } from '../../../shared/projections/refusal-notices.ts'
import { SealingFacts, sealingFacts } from '../../../shared/projections/sealing.ts'
import { listedSummary } from '../../../shared/projections/session-summary.ts'
import { SessionSummary } from '../../../shared/wire/hearing/sessions.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { createRows } from '../../platform/rows.ts'
import type { Journal } from '../journal/journal.ts'

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

/** Of rows: the first had the assignments of visits of who denounces, and titles of their meetings; the second no facts of sealing. */
const form = 3
const Row = z.object({
  seq: z.int(),
  form: z.int().default(1),
  summary: SessionSummary,
  assignments: z.array(Assignment),
  // Rows that an older server has written have none.
  owedNotices: z.array(OwedNotice).default([]),
  unsealed: SealingFacts.nullable().default(null),
})
type Row = z.infer<typeof Row>

const currentKey = '{sessions}:current'
const assigningKey = '{sessions}:assigning'
const owingKey = '{sessions}:owing-notices'
const unsealedKey = '{sessions}:unsealed'
const seriesKey = (seriesId: string) => `{sessions}:series:${seriesId}`
const overKey = (areVisits: boolean) => `{sessions}:over:${areVisits ? 'visits' : 'meetings'}`

const memberOf = ({ scheduledAt, sessionId }: SessionSummary) => `${String(scheduledAt).padStart(15, '0')} ${sessionId}`
const sessionIn = (member: string) => SessionId.parse(member.slice(16))
const isVisit = ({ visitOf }: SessionSummary) => visitOf !== null

const setsOf = ({ summary, assignments, owedNotices: owed, unsealed }: Row): string[] => [
  isOver(summary.status) ? overKey(isVisit(summary)) : currentKey,
  ...(assignments.length > 0 ? [assigningKey] : []),
  ...(owed.length > 0 ? [owingKey] : []),
  ...(unsealed === null ? [] : [unsealedKey]),
  ...(summary.seriesId === null ? [] : [seriesKey(summary.seriesId)]),
]

/** Written by an earlier release, with words in it that perhaps stay inside. */
const isToBeMadeAnew = ({ form: made, summary, assignments, owedNotices: owed }: Row): boolean =>
  (made < form && summary.status === 'closed') ||
  (made < 2 && summary.kind === 'reception' && (!isVisit(summary) || assignments.length > 0 || owed.length > 0))

const chunk = 200
const retryMs = 1000

export function createSessionLists(
  redis: Redis,
  journal: Pick<Journal, 'sessions' | 'lastSeqs'>,
  log: Log,
): SessionLists & { close(): void } {
  const rows = createRows(redis, '{sessions}:rows', Row)
  const waiting = new Map<SessionId, { state: SessionState; seq: number }>()
  let writing: Promise<void> | null = null
  let retry: NodeJS.Timeout | undefined

  const rowOf = (state: SessionState, seq: number): Row => ({
    seq,
    form,
    summary: listedSummary(state),
    // These lie in clear, and letters are written of them.
    assignments: mayLeave(state) ? assignmentsOf(state) : [],
    owedNotices: owedNotices(state),
    unsealed: sealingFacts(state),
  })

  async function write(): Promise<void> {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [sessionId, told] = next.value
      const row = rowOf(told.state, told.seq)
      await rows.keep(sessionId, row, { member: memberOf(row.summary), sets: setsOf(row) })
      // A newer one may have come meanwhile.
      if (waiting.get(sessionId) === told) waiting.delete(sessionId)
    }
  }

  function settled(): Promise<void> {
    clearTimeout(retry)
    writing ??= write().finally(() => {
      writing = null
    })
    return writing
  }

  function writeSoon(): void {
    settled().catch((error: unknown) => {
      log.warn({ err: error, sessions: waiting.size }, 'the lists of sessions are behind; they are written again')
      retry = setTimeout(writeSoon, retryMs)
      retry.unref()
    })
  }

  const membersOf = async (key: string) =>
    (await reachingRedis(() => redis.zrange(key, 0, -1))).map((member) => sessionIn(member))

  const matches =
    ({ text, areVisits }: SessionQuery) =>
    (summary: SessionSummary): boolean =>
      isVisit(summary) === areVisits &&
      (text === undefined || summary.title.toLocaleLowerCase('vi').includes(text.toLocaleLowerCase('vi')))

  return {
    settled,

    changed(state, seq) {
      waiting.set(state.session.sessionId, { state, seq })
      if (writing === null) writeSoon()
    },

    async list(query) {
      await settled()
      const { areVisits, seriesId, after, limit } = query
      if (seriesId !== undefined) {
        const all = await rows.read(await membersOf(seriesKey(seriesId)))
        return { sessions: all.map(({ summary }) => summary).filter(matches(query)), next: null }
      }
      const sessions: SessionSummary[] = []
      if (after === undefined)
        for (const { summary } of await rows.read(await membersOf(currentKey)))
          if (matches(query)(summary)) sessions.push(summary)
      const most = sessions.length + limit
      let upper = after === undefined ? '+' : `(${after}`
      for (;;) {
        const members = await reachingRedis(() =>
          redis.zrevrangebylex(overKey(areVisits), upper, '-', 'LIMIT', 0, chunk),
        )
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

    close: () => clearTimeout(retry),
  }
}
