// An ordered list of when something is next due in each open case, kept as a view so that no journal is read. Updated
// when a case changes, and for all cases when the law data changes; it contains what happened to each case for that
// purpose.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { z } from 'zod'
import type { CaseFact, MatterUnderClocks } from '../../../shared/law/case-facts.ts'
import { clockNames, isToBeChecked } from '../../../shared/law/legal-clocks.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { clocksOf, colourOf, isOpenClock, type LawInForce } from '../../../shared/projections/case-clocks.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { LawData } from '../deadlines/law-data.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    keepDue(
      rows: string,
      matters: string,
      clocks: string,
      due: string,
      caseId: string,
      seq: number,
      version: number,
      matter: string,
      clock: string,
      score: string,
    ): Result<0 | 1, Context>
  }
}

/** A clock that is running or missed, as lists need it. */
const DueClock = z.object({
  clock: z.enum(clockNames),
  dueOn: z.string(),
  amberFrom: z.string(),
  lapsesAfter: z.string().nullable(),
  source: z.string(),
  isToBeChecked: z.boolean(),
  unknownYears: z.array(z.int()),
})
export type DueClock = z.infer<typeof DueClock>

export interface UrgentClock extends DueClock {
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly unit: string | null
  readonly isProtected: boolean
  readonly colour: 'amber' | 'red'
}

export interface OpenMatter extends MatterUnderClocks {
  readonly isProtected: boolean
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface DueDays {
  /** null: nothing is due in it any more. `seq` is the commit it was seen at. */
  keep(caseId: string, seq: number, matter: OpenMatter | null): Promise<void>
  /** What is amber or red today, the most urgent first. */
  urgent(): Promise<UrgentClock[]>
  /** After a change of the law data: whether all cases are counted by it. */
  isCurrent(): Promise<boolean>
  /** Counts all cases anew by the law data of now, where that was not done yet. Any number of nodes may do it at once. */
  recount(): Promise<void>
  /** Whether these sets have ever been made: a server that is new to them makes them from the journals. */
  isMade(): Promise<boolean>
  made(): Promise<void>
}

interface Dependencies {
  readonly redis: Redis
  readonly law: Pick<LawData, 'inForce' | 'version'>
  readonly now: () => number
}

const keys = {
  rows: '{cases}:rows',
  matters: '{cases}:matters',
  clocks: '{cases}:clocks',
  due: '{cases}:due',
  version: '{cases}:due-version',
} as const
const chunk = 500
/** So few at once are counted that sessions on this node do not notice. */
const countedAtOnce = 50
/** After every day. */
const never = 99_999_999

const Shown = z.object({
  seq: z.int(),
  number: z.string(),
  title: z.string(),
  unit: z.string().nullable(),
  isProtected: z.boolean(),
  clocks: z.array(DueClock),
})
const Kept = z.object({ seq: z.int(), matter: z.custom<OpenMatter>() })

/** 2026-12-03 → 20261203 */
const scoreOf = (day: string): number => Number(day.replaceAll('-', ''))

function dueClocks(facts: readonly CaseFact[], law: LawInForce, now: number): DueClock[] {
  const today = calendarDayOf(now)
  return clocksOf(facts, law, now).flatMap((one) => {
    const { clock, dueOn, amberFrom, lapsesAfter, row, unknownYears } = one
    if (!isOpenClock(one, today) || dueOn === null || amberFrom === null) return []
    const { source } = row
    return [
      {
        clock,
        dueOn,
        amberFrom,
        lapsesAfter,
        source,
        isToBeChecked: isToBeChecked(row),
        unknownYears: [...unknownYears],
      },
    ]
  })
}

export function createDueDays({ redis, law, now }: Dependencies): DueDays {
  redis.defineCommand('keepDue', {
    numberOfKeys: 4,
    lua: readFileSync(new URL('./keep-due.lua', import.meta.url), 'utf8'),
  })
  const recounting = createMailbox()

  async function write(caseId: string, seq: number, matter: OpenMatter | null, by: LawInForce, version: number) {
    const clocks = matter ? dueClocks(matter.facts, by, now()) : []
    const first = Math.min(never, ...clocks.map(({ amberFrom }) => scoreOf(amberFrom)))
    const { number = '', title = '', unit = null, isProtected = false } = matter ?? {}
    const shown = { seq, version, number, title, unit, isProtected, clocks }
    await reachingRedis(() =>
      redis.keepDue(
        keys.rows,
        keys.matters,
        keys.clocks,
        keys.due,
        caseId,
        seq,
        version,
        matter ? JSON.stringify({ seq, matter }) : '',
        JSON.stringify(shown),
        String(first),
      ),
    )
  }

  async function keep(caseId: string, seq: number, matter: OpenMatter | null): Promise<void> {
    // The version first: a change between the two is counted again.
    const version = await law.version()
    await write(caseId, seq, matter, await law.inForce(), version)
  }

  const isCurrent = async (): Promise<boolean> =>
    Number((await reachingRedis(() => redis.get(keys.version))) ?? -1) >= (await law.version())

  async function recountNow(): Promise<void> {
    if (await isCurrent()) return
    const version = await law.version()
    const by = await law.inForce()
    let cursor = '0'
    do {
      const from = cursor
      const [next, fields] = await reachingRedis(() => redis.hscan(keys.matters, from, 'COUNT', countedAtOnce))
      cursor = next
      const writes: Promise<void>[] = []
      for (let at = 0; at < fields.length; at += 2) {
        const { seq, matter } = Kept.parse(JSON.parse(fields[at + 1] ?? ''))
        writes.push(write(fields[at] ?? '', seq, matter, by, version))
      }
      await Promise.all(writes)
    } while (cursor !== '0')
    await reachingRedis(() => redis.set(keys.version, version))
  }

  return {
    keep,
    isCurrent,
    recount: () => recounting.post(recountNow),
    isMade: async () => (await reachingRedis(() => redis.exists(keys.version))) === 1,
    made: async () => {
      const version = await law.version()
      await reachingRedis(() => redis.set(keys.version, version))
    },
    urgent: () => urgentOn(redis, calendarDayOf(now())),
  }
}

/** What is amber or red on this day, the most urgent first. */
async function urgentOn(redis: Redis, today: string): Promise<UrgentClock[]> {
  const ids = await reachingRedis(() => redis.zrangebyscore(keys.due, '-inf', scoreOf(today)))
  const found: UrgentClock[] = []
  for (let at = 0; at < ids.length; at += chunk) {
    const some = ids.slice(at, at + chunk)
    const kept = await reachingRedis(() => redis.hmget(keys.clocks, ...some))
    for (const [index, one] of kept.entries()) {
      if (one === null) continue
      const { number, title, unit, isProtected, clocks } = Shown.parse(JSON.parse(one))
      for (const clock of clocks) {
        const colour = colourOf({ ...clock, ended: null }, today)
        if (colour === 'amber' || colour === 'red')
          found.push({ ...clock, caseId: some[index] ?? '', number, title, unit, isProtected, colour })
      }
    }
  }
  return found.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
}
