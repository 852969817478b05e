// Mails each unit its legal deadlines that are near or over: at most one letter per unit and working day, however many
// nodes run. The node that claims unit and day in Redis queues the letter; it is written when it is sent.
import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { isTimeToRemind } from '../../../shared/projections/reminders.ts'
import { DigestState } from '../../../shared/wire/casework/law.ts'
import { type Units, unitField } from '../../identity/units/units.ts'
import { type Attempt, attempted, createDeliveryQueue } from '../../mail/delivery-queue.ts'
import { DeliveryError, type Sending } from '../../mail/transport.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { DueDays } from '../cases/due-days.ts'
import type { KeptReminderPlan } from '../conclusions/reminder-plan.ts'
import { deadlineLetter } from './deadline-letter.ts'
import type { LawData } from './law-data.ts'
import type { UrgentDeadlines } from './urgent-deadlines.ts'

export interface DeadlineDigestDependencies {
  readonly due: Pick<DueDays, 'recount'>
  readonly urgentDeadlines: UrgentDeadlines
  readonly law: Pick<LawData, 'calendar'>
  readonly units: Units
  /** Its hour is that of the digest, too. */
  readonly plan: KeptReminderPlan
  readonly redis: Redis
  /** null: this server sends no mail. */
  readonly sending: Sending | null
  /** The name of the agency, as it is now. */
  readonly organisation: () => Promise<string>
  readonly publicUrl: () => string
  readonly now: () => number
  readonly log: Log
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface DeadlineDigest {
  readonly isOn: boolean
  /** What became of today’s letter to each unit, by its name; null: none was due yet. */
  today(): Promise<(unit: string) => DigestState | null>
}

export interface RunningDeadlineDigest extends DeadlineDigest {
  /** Queues what is due now and what an ended process has left unsent; counts cases anew that nobody else has. */
  sweep(): Promise<void>
  /** Sweeps now, then every minute. */
  start(): void
  close(): Promise<void>
}

const DigestJob = z.object({ day: z.string(), unit: z.string() })
type DigestJob = z.infer<typeof DigestJob>

const checkEveryMs = 60_000
const keptSeconds = 30 * 24 * 60 * 60
const keyOf = (day: string) => `{deadlines}:digest:${day}`
const isUnsettled = (state: DigestState) => state === 'queued' || state === 'retrying'
const idOf = ({ day, unit }: DigestJob) =>
  `${day}.${createHash('sha256').update(unitField(unit)).digest('hex').slice(0, 32)}`

/** What became of the letter of a day to each unit. */
function createDigestStates(redis: Redis) {
  return {
    async of(day: string, unit: string): Promise<DigestState | null> {
      const kept = await reachingRedis(() => redis.hget(keyOf(day), unitField(unit)))
      return kept === null ? null : DigestState.parse(kept)
    },
    settle: (day: string, unit: string, state: DigestState) =>
      reachingRedis(() => redis.hset(keyOf(day), unitField(unit), state)),
    /** By the first node that comes. */
    claim: (day: string, unit: string) =>
      reachingRedis(() =>
        redis.multi().hsetnx(keyOf(day), unitField(unit), 'queued').expire(keyOf(day), keptSeconds).exec(),
      ),
    async on(day: string): Promise<(unit: string) => DigestState | null> {
      const kept = await reachingRedis(() => redis.hgetall(keyOf(day)))
      return (unit) => {
        const state = kept[unitField(unit)]
        return state === undefined ? null : DigestState.parse(state)
      }
    },
  }
}

export function createDeadlineDigest(dependencies: DeadlineDigestDependencies): RunningDeadlineDigest {
  const { due, urgentDeadlines, law, units, plan, redis, sending, organisation, publicUrl, now, log } = dependencies
  const queue =
    sending &&
    createDeliveryQueue({
      name: 'deadlines',
      job: DigestJob,
      idOf,
      connection: sending.connection,
      retries: sending.retries,
      log,
      deliver,
    })
  const states = createDigestStates(redis)
  const sweeping = createMailbox()
  let timer: NodeJS.Timeout | null = null

  async function deliver({ day, unit }: DigestJob, attempt: Attempt): Promise<void> {
    const state = await states.of(day, unit)
    // It went out just before the process ended.
    if (state !== null && !isUnsettled(state)) return
    const urgent = (await urgentDeadlines()).filter(
      (one) => one.unit !== null && unitField(one.unit) === unitField(unit),
    )
    // Done meanwhile, or tomorrow’s letter says what is so now.
    if (urgent.length === 0 || day !== calendarDayOf(now())) {
      await states.settle(day, unit, 'dropped')
      return
    }
    const to = (await units.addresses())(unit)
    await attempted(
      attempt,
      async () => {
        if (!sending || to === null) throw new DeliveryError({ code: 'no-address', detail: '' }, false)
        const { transport, from } = sending
        const link = `${publicUrl()}/staff/deadlines?${new URLSearchParams({ unit })}`
        const letter = { unit, urgent, day, to, from, link, id: idOf({ day, unit }) }
        await transport.send(deadlineLetter({ ...letter, organisation: await organisation() }))
      },
      async (outcome) => void (await states.settle(day, unit, outcome)),
      { log, day, unit },
    )
  }

  async function sweepNow(): Promise<void> {
    await due.recount()
    if (!queue) return
    const [kept, calendar] = await Promise.all([plan.read(), law.calendar()])
    if (!isTimeToRemind(now(), kept, calendar)) return
    const day = calendarDayOf(now())
    const [urgent, addressOf] = await Promise.all([urgentDeadlines(), units.addresses()])
    const names = new Map(urgent.flatMap(({ unit }) => (unit === null ? [] : [[unitField(unit), unit] as const])))
    for (const unit of names.values()) {
      if (addressOf(unit) === null) continue
      await states.claim(day, unit)
      const state = await states.of(day, unit)
      if (state !== null && isUnsettled(state)) await queue.add({ day, unit })
    }
  }

  const sweep = () => sweeping.post(sweepNow)
  const tell = (error: unknown) => log.warn({ err: error }, 'deadlines were not told: tried again in a minute')

  return {
    isOn: sending !== null,
    sweep,
    today: () => states.on(calendarDayOf(now())),
    start() {
      void sweep().catch(tell)
      timer = setInterval(() => void sweep().catch(tell), checkEveryMs)
      timer.unref()
    },
    async close() {
      if (timer) clearInterval(timer)
      await sweeping.post(async () => undefined)
      await queue?.close()
    },
  }
}
