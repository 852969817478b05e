// The register of receptions on this node: adds a row for each visit that begins (visit-rows.ts) and each further matter
// of it (case-rows.ts), fills in what the visit and the case say (filled-rows.ts), keeps the lists (row-writes.ts). Each
// step can be repeated after a crash without creating anything twice (ADR 0039). Called by HTTP and reception/open.ts.

import type { Redis } from 'ioredis'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { type AccountId, type CitizenId, RegisterRowId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { type ColumnChange, register } from '../../../shared/reception/register/contract.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Officers } from '../../identity/officers/officers.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Log } from '../../platform/log.ts'
import { createCaseRows } from './case-rows.ts'
import { createFillRow } from './filled-rows.ts'
import { namedRows, rowsCalled } from './open-rows.ts'
import { createRegisterLists, type RegisterLists } from './register-lists.ts'
import { createRowWrites } from './row-writes.ts'
import { createRowsByHand } from './rows-by-hand.ts'
import { createVisitRows } from './visit-rows.ts'

export interface RegisterDependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly sessions: Pick<Sessions, 'state'>
  readonly cases: Pick<Cases, 'state' | 'listen' | 'lists'>
  readonly citizens: Pick<Citizens, 'namesOf'>
  readonly officers: Pick<Officers, 'list'>
  readonly numbers: Numbers
  readonly redis: Redis
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Register {
  readonly lists: RegisterLists
  /** null: there is no such row on this day. */
  row(day: string, rowId: string): Promise<RegisterRow | null>
  /** Rows of these people that name them openly. */
  visitsOf(citizenIds: readonly CitizenId[]): Promise<RegisterRow[]>
  /** The same row id again is the same row. Throws Refused. */
  openByHand(accountId: AccountId, day: string, row: { rowId: RegisterRowId; columns: ColumnChange }): Promise<void>
  /** What is known by now is filled in before it. */
  dispatch(day: string, by: OutsideActor, rowId: RegisterRowId, wish: Wish): Promise<CommandReply>
}

export interface RunningRegister extends Register {
  /** What follows by itself, now. */
  look(): Promise<void>
  /** After a start: what a server that was killed had begun is brought to its end. */
  recover(): Promise<void>
  start(): void
  close(): Promise<void>
}

const lookEveryMs = 2000
const dayMs = 24 * 60 * 60 * 1000
/** A reception that went on when the server was killed, at the latest over a long holiday. */
const daysLookedBack = 14

export function createRegister(dependencies: RegisterDependencies): RunningRegister {
  const { days, cases, citizens, redis, now, log } = dependencies
  const lists = createRegisterLists(redis, (rows, name) => rowsCalled({ cases, citizens }, rows, name))
  const writes = createRowWrites({ ...dependencies, lists })
  const fill = createFillRow({ ...dependencies, writes })
  const visitRows = createVisitRows({ ...dependencies, writes, fill })
  const caseRows = createCaseRows({ ...dependencies, writes, fill, visitRows })
  const rowsByHand = createRowsByHand({ ...dependencies, writes })
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const complain = (error: unknown) => log.warn({ err: error }, 'the register could not be kept up; it is tried again')

  const stopListening = [
    days.listen((day, { events }, { register: { rows } }) => {
      const rowIds = events.flatMap(({ type, data }) =>
        type.startsWith(`${register.name}.`) ? [(data as { rowId: RegisterRowId }).rowId] : [],
      )
      for (const rowId of new Set(rowIds)) writes.enlist(day, rows[rowId])
      const isOfVisit = events.some(({ type }) => type.startsWith('queue.visit'))
      if (isOfVisit) void visitRows.lookAtDay(day).catch(complain)
    }),
    cases.listen((caseId, { intake: { receipt } }) => {
      if (!receipt?.reception) return
      caseRows.add(caseId)
      void caseRows.look().catch(complain)
    }),
  ]

  async function look(): Promise<void> {
    // A visit that began before midnight ends on its own day.
    await unlessBroken(visitRows.lookAtDay(calendarDayOf(now() - dayMs)))
    await unlessBroken(visitRows.lookAtDay(calendarDayOf(now())))
    await caseRows.look()
  }

  async function lookAgain(): Promise<void> {
    await look().catch(complain)
    if (isClosed) return
    timer = setTimeout(() => void lookAgain(), lookEveryMs)
    timer.unref()
  }

  return {
    lists,
    async row(day, rowId) {
      const found = (await days.state(day)).register.rows[RegisterRowId.parse(rowId)]
      return found ? { ...found, day } : null
    },
    visitsOf: async (citizenIds) => namedRows(cases, await lists.ofCitizens(citizenIds)),
    openByHand: rowsByHand.open,
    async dispatch(day, by, rowId, wish) {
      const state = await days.state(day)
      const before = state.register.rows[rowId]
      if (before && !before.closed) await fill(day, state, before)
      return writes.send(day, by, wish)
    },

    look,
    async recover() {
      const today = calendarDayOf(now())
      await rowsByHand.finish()
      const all = (await days.ids()).filter((day) => day <= today).sort()
      for (const day of all.slice(-daysLookedBack)) await unlessBroken(visitRows.lookAtDay(day))
      const [from = today] = all.slice(-daysLookedBack)
      await caseRows.addSince(from)
      await caseRows.look()
      await writes.enlistMissing(all)
      await lists.fillCitizens()
      await lists.fillReported()
    },
    start: () => void lookAgain(),
    async close() {
      isClosed = true
      clearTimeout(timer)
      for (const stop of stopListening) stop()
      await writes.enlisted()
    },
  }
}
