// Counts each day which petitions are overdue, by the unit that handles them: a past state cannot be computed later.

import { z } from 'zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Log } from '../../platform/log.ts'
import type { DatedRows } from './dated-rows.ts'

export const Overdue = z.object({
  day: z.iso.date(),
  units: z.array(z.object({ unit: z.string().nullable(), count: z.int() })),
})
export type Overdue = z.infer<typeof Overdue>

interface Dependencies {
  readonly cases: { readonly due: Pick<Cases['due'], 'urgent'> }
  readonly rows: Pick<DatedRows<Overdue>, 'keep'>
  readonly now: () => number
  readonly log: Log
}

export interface OverdueCount {
  /** Petitions that are overdue now, by the unit that handles them. */
  overdueNow(): Promise<Map<string | null, string[]>>
  /** Writes down how many are overdue today. */
  countOverdue(): Promise<void>
  /** Now, and every hour. */
  start(): void
  close(): void
}

const countOverdueEveryMs = 60 * 60 * 1000

export function createOverdueCount({ cases, rows, now, log }: Dependencies): OverdueCount {
  let counting: NodeJS.Timeout | undefined
  let isClosed = false

  async function overdueNow(): Promise<Map<string | null, string[]>> {
    const found = new Map<string | null, Set<string>>()
    for (const { caseId, unit, colour } of await cases.due.urgent()) {
      if (colour !== 'red') continue
      const some = found.get(unit) ?? new Set()
      found.set(unit, some.add(caseId))
    }
    return new Map([...found].map(([unit, caseIds]) => [unit, [...caseIds]]))
  }

  async function countOverdue(): Promise<void> {
    const day = calendarDayOf(now())
    const units = [...(await overdueNow())].map(([unit, { length }]) => ({ unit, count: length }))
    await rows.keep(day, { day, row: { day, units } })
  }

  async function countAgain(): Promise<void> {
    await countOverdue().catch((error: unknown) => log.warn({ err: error }, 'what is overdue could not be counted'))
    if (isClosed) return
    counting = setTimeout(() => void countAgain(), countOverdueEveryMs)
    counting.unref()
  }

  return {
    overdueNow,
    countOverdue,
    start: () => void countAgain(),
    close() {
      isClosed = true
      clearTimeout(counting)
    },
  }
}
