// The register of receptions on this node: adds a row, under the next number of the year, for each visit that begins
// and each further matter of it; fills in what the visit and the case say; keeps the lists. Each step can be repeated
// after a crash without creating anything twice (ADR 0039). Called by HTTP and reception/open.ts.

import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { CaseState } from '../../../shared/cases/index.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { AccountId, type CitizenId, RegisterRowId, SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { bookedColumns, caseColumns, type RegisterRow, visitColumns } from '../../../shared/projections/register.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { isActive, type Ticket } from '../../../shared/reception/queue/contract.ts'
import { ColumnChange, type Row, register } from '../../../shared/reception/register/contract.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { NumberedKind } from '../../../shared/wire/papers/numbering.ts'
import { type Cases, Refused } from '../../casework/cases/cases.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Officers } from '../../identity/officers/officers.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { namedRows, rowsCalled } from './open-rows.ts'
import { createRegisterLists, type RegisterLists } from './register-lists.ts'

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
const system: OutsideActor = { kind: 'system' }
const numberKind: NumberedKind = 'register'

/** Writes, by their day, that are perhaps not yet in the lists. */
const touchedKey = '{register}:touched'
/** Rows by hand that have a number, perhaps, and are perhaps not written. */
const begunKey = '{register}:by-hand'
const Begun = z.object({ day: z.iso.date(), accountId: AccountId, columns: ColumnChange })

export function createRegister(dependencies: RegisterDependencies): RunningRegister {
  const { days, sessions, cases, citizens, officers, numbers, redis, now, newId, log } = dependencies
  const lists = createRegisterLists(redis, (rows, name) => rowsCalled({ cases, citizens }, rows, name))
  const listing = createMailbox()
  /** Made of a visit, and not yet in the register. */
  const unlinked = new Set<string>()
  const unlisted = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const complain = (error: unknown) => log.warn({ err: error }, 'the register could not be kept up; it is tried again')

  const stopListening = [
    days.listen((day, { events }, { register: { rows } }) => {
      const rowIds = events.flatMap(({ type, data }) =>
        type.startsWith(`${register.name}.`) ? [(data as { rowId: RegisterRowId }).rowId] : [],
      )
      for (const rowId of new Set(rowIds)) enlist(day, rows[rowId])
      const isOfVisit = events.some(({ type }) => type.startsWith('queue.visit'))
      if (isOfVisit) void lookAtDay(day).catch(complain)
    }),
    cases.listen((caseId, { intake: { receipt } }) => {
      if (!receipt?.reception) return
      unlinked.add(caseId)
      void lookAtCases().catch(complain)
    }),
  ]

  function enlist(day: string, row: Row | undefined): void {
    if (!row) return
    listing
      .post(() => lists.keep({ ...row, day }))
      .catch((error: unknown) => {
        unlisted.add(day)
        log.error({ err: error, day }, 'a row is not in the lists; the next start mends it')
      })
  }

  async function send(day: string, by: OutsideActor, wish: Wish): Promise<CommandReply> {
    // A mark of its own for each: one that is done does not take away that of another still going on.
    const mark = `${day} ${newId()}`
    await reachingRedis(() => redis.sadd(touchedKey, mark))
    const reply = await days.dispatch(day, by, wish)
    // Whoever has written finds it in the lists at once.
    await listing.post(async () => undefined)
    if (!unlisted.has(day)) await reachingRedis(() => redis.srem(touchedKey, mark))
    return reply
  }

  /** Under the next number of the year, or the one this row was given before. Throws Refused. */
  function numbered(
    day: string,
    rowId: string,
    use: (number: { year: number; number: number }) => Promise<CommandReply>,
  ) {
    const year = Number(day.slice(0, 4))
    return numbers.allot({ year, kind: numberKind }, rowId, async (number) => {
      const reply = await use({ year, number })
      return reply.ok ? { used: true, value: undefined } : { used: false, why: new Refused(reply) }
    })
  }

  async function positions() {
    const roster = new Map((await officers.list()).map(({ officerId, position }) => [String(officerId), position]))
    return (officerId: string) => roster.get(officerId) ?? null
  }

  async function openForVisit(day: string, state: ReceptionDayState, ticket: Ticket, ofCase: CaseState | null) {
    const { ticketId, citizenId } = ticket
    const caseId = ofCase?.intake.receipt?.caseId ?? null
    const rowId = RegisterRowId.parse(caseId ?? ticketId)
    const begunAt = state.queue.calls.find((call) => call.ticketId === ticketId)?.begunAt ?? now()
    const booked = bookedColumns(state, ticket, await positions(), begunAt)
    const columns = {
      ...booked,
      ...(citizenId && { citizenId }),
      ...(ofCase && caseColumns(ofCase)),
      ...(ofCase && (await repeated(ofCase))),
    }
    await numbered(day, rowId, (number) =>
      send(day, system, wish(register, 'openForVisit', { rowId, ...number, ticketId, caseId, columns })),
    )
  }

  /** Received about the same before: staff have linked an earlier case that came at a reception. */
  async function repeated({ intake: { earlierIds } }: CaseState): Promise<Pick<ColumnChange, 'isRepeat'>> {
    for (const caseId of earlierIds)
      if ((await cases.state(caseId))?.intake.receipt?.reception) return { isRepeat: true }
    return {}
  }

  async function fill(day: string, { queue }: ReceptionDayState, row: Row): Promise<void> {
    const { rowId, ticketId, sessionId, caseId } = row
    const ticket = ticketId && queue.tickets[ticketId]
    const visit = sessionId && (await sessions.state(SessionId.parse(sessionId)))
    const made = caseId && (await cases.state(caseId))
    const ofVisit = visit ? visitColumns(visit, row) : {}
    // Of a further matter the visit tells who came, and no more.
    const { citizenId } = ofVisit
    const told = rowId === String(ticketId) ? ofVisit : citizenId ? { citizenId } : {}
    const columns = {
      ...(ticket?.citizenId && { citizenId: ticket.citizenId }),
      ...told,
      ...(made && caseColumns(made)),
      ...(made && (await repeated(made))),
    }
    const isVisitOver = !ticket || !isActive(ticket)
    if (!wouldChange(row, columns, isVisitOver)) return
    const sent = (told: ColumnChange) =>
      send(day, system, wish(register, 'fill', { rowId, columns: told, isVisitOver }))
    const reply = await sent(columns)
    if (reply.ok) return
    log.error({ day, rowId, code: reply.rejection.code }, 'what is known of a visit does not fit its row')
    // An officer writes it; the row has to come to its end all the same.
    if (isVisitOver) await sent({})
  }

  /** Nothing is asked of the journal for what stands there already. */
  const wouldChange = (row: Row, columns: ColumnChange, isVisitOver: boolean): boolean =>
    (isVisitOver && !row.isVisitOver) ||
    (!row.closed &&
      Object.entries(columns).some(
        ([name, value]) =>
          !row.written.includes(name as Row['written'][number]) &&
          JSON.stringify(row[name as keyof Row]) !== JSON.stringify(value),
      ))

  async function lookAtDay(day: string): Promise<void> {
    const state = await days.state(day)
    const { tickets, calls } = state.queue
    const known = new Set(Object.values(state.register.rows).map(({ ticketId }) => ticketId))
    for (const call of calls) {
      const ticket = tickets[call.ticketId]
      if (!ticket || call.begunAt === null || known.has(call.ticketId)) continue
      known.add(call.ticketId)
      await openForVisit(day, state, ticket, null).catch(unlessRefused)
    }
    const after = await days.state(day)
    for (const row of Object.values(after.register.rows))
      if (row.ticketId && !row.isVisitOver) await fill(day, after, row)
  }

  /** Another look has done it meanwhile, or the register of the day is full. */
  function unlessRefused(error: unknown): void {
    if (!(error instanceof Refused)) throw error
    const { code } = error.reply.rejection
    if (code !== 'register.has-row') log.error({ code }, 'a row could not be opened')
  }

  async function lookAtCases(): Promise<void> {
    for (const caseId of [...unlinked]) {
      const isSettled = async () => {
        const state = await cases.state(caseId)
        return !state || link(state)
      }
      if (await unlessBroken(isSettled())) unlinked.delete(caseId)
    }
  }

  /** True: it is in the register, or never will be. */
  async function link(made: CaseState): Promise<boolean> {
    const { receipt } = made.intake
    if (!receipt?.reception) return true
    const { caseId, splitFrom, reception } = receipt
    const { day } = reception
    const state = await days.state(day)
    const { tickets, calls } = state.queue
    const called = calls.find(({ visit }) => visit.sessionId === reception.sessionId)
    const ticket = called
      ? tickets[called.ticketId]
      : Object.values(tickets).find(({ number }) => number === reception.ticket)
    if (!ticket) return true
    const rows = Object.values(state.register.rows).filter(({ ticketId }) => ticketId === ticket.ticketId)
    const own = rows.find((row) => row.caseId === caseId)
    if (own) {
      await fill(day, state, own)
      return true
    }
    // A visit that has not begun may still begin, today.
    if (rows.length === 0) return day !== calendarDayOf(now()) || !isActive(ticket)
    // What was split stands in the register by its parts.
    if (made.intake.parts.length > 0) return true
    const free = rows.find((row) => row.caseId === null || row.caseId === splitFrom)
    if (!free) await openForVisit(day, state, ticket, made)
    else {
      const data = { rowId: free.rowId, caseId, insteadOf: free.caseId }
      const reply = await send(day, system, wish(register, 'linkCase', data))
      // Another matter of the visit was faster.
      if (!reply.ok) return false
      const after = await days.state(day)
      const row = after.register.rows[free.rowId]
      if (row) await fill(day, after, row)
    }
    return true
  }

  async function look(): Promise<void> {
    // A visit that began before midnight ends on its own day.
    await unlessBroken(lookAtDay(calendarDayOf(now() - dayMs)))
    await unlessBroken(lookAtDay(calendarDayOf(now())))
    await lookAtCases()
  }

  async function lookAgain(): Promise<void> {
    await look().catch(complain)
    if (isClosed) return
    timer = setTimeout(() => void lookAgain(), lookEveryMs)
    timer.unref()
  }

  async function openByHand(
    accountId: AccountId,
    day: string,
    { rowId, columns }: { rowId: RegisterRowId; columns: ColumnChange },
  ): Promise<void> {
    const begun: z.infer<typeof Begun> = { day, accountId, columns }
    await reachingRedis(() => redis.hset(begunKey, rowId, JSON.stringify(begun)))
    const done = () => reachingRedis(() => redis.hdel(begunKey, rowId))
    try {
      await numbered(day, rowId, (number) =>
        send(day, { kind: 'account', accountId }, wish(register, 'openByHand', { rowId, ...number, columns })),
      )
    } catch (error) {
      if (error instanceof Refused) await done()
      throw error
    }
    await done()
  }

  async function row(day: string, rowId: string): Promise<RegisterRow | null> {
    const found = (await days.state(day)).register.rows[RegisterRowId.parse(rowId)]
    return found ? { ...found, day } : null
  }

  async function finishByHand(): Promise<void> {
    for (const [rowId, stored] of Object.entries(await reachingRedis(() => redis.hgetall(begunKey)))) {
      const { day, accountId, columns } = Begun.parse(JSON.parse(stored))
      await openByHand(accountId, day, { rowId: RegisterRowId.parse(rowId), columns }).catch(unlessRefused)
    }
  }

  return {
    lists,
    row,
    visitsOf: async (citizenIds) => namedRows(cases, await lists.ofCitizens(citizenIds)),
    openByHand,
    async dispatch(day, by, rowId, wish) {
      const state = await days.state(day)
      const before = state.register.rows[rowId]
      if (before && !before.closed) await fill(day, state, before)
      return send(day, by, wish)
    },

    look,
    async recover() {
      const today = calendarDayOf(now())
      await finishByHand()
      const all = (await days.ids()).filter((day) => day <= today).sort()
      for (const day of all.slice(-daysLookedBack)) await unlessBroken(lookAtDay(day))
      const [from = today] = all.slice(-daysLookedBack)
      for (let after: string | undefined, page = await cases.lists.list({ from, limit: 200 }); ; ) {
        for (const { caseId, petition } of page.rows) if (petition.reception) unlinked.add(caseId)
        if (page.next === null) break
        after = page.next
        page = await cases.lists.list({ from, after, limit: 200 })
      }
      await lookAtCases()
      const touched = await reachingRedis(() => redis.smembers(touchedKey))
      // Rows are missing altogether: the lists are made anew.
      const isLost = (await lists.size()) === 0
      for (const day of isLost ? all : new Set(touched.map((mark) => mark.slice(0, 10))))
        for (const one of Object.values((await unlessBroken(days.state(day)))?.register.rows ?? {}))
          await lists.keep({ ...one, day })
      if (touched.length > 0) await reachingRedis(() => redis.srem(touchedKey, ...touched))
      await lists.fillCitizens()
      await lists.fillReported()
    },
    start: () => void lookAgain(),
    async close() {
      isClosed = true
      clearTimeout(timer)
      for (const stop of stopListening) stop()
      await listing.post(async () => undefined)
    },
  }
}
