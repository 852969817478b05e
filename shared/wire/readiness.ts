// The three gates before a session opens, as staff see them.
import { z } from 'zod'
import { Ms, SiteId } from '../kernel/ids.ts'
import { Gate, readiness } from '../modules/readiness/contract.ts'

export const NewConnectionTest = readiness.commands.recordConnectionTest.data.meta({ id: 'NewConnectionTest' })

export const SessionReadiness = z
  .object({
    isLaw: z.boolean().describe('true: a reception, for which the decree sets these times; false: guidance'),
    gates: z.array(
      z.object({
        gate: Gate,
        source: z.string().describe('where the law sets the time'),
        amount: z.int(),
        unit: z.enum(['workingDays', 'hours']),
        dueAt: Ms,
        passedAt: Ms.nullable(),
        isPassed: z.boolean().describe('in time'),
      }),
    ),
    tests: z.array(
      z.object({
        siteId: SiteId,
        hasPassed: z.boolean(),
        note: z.string().nullable(),
        at: Ms,
        by: z.string().nullable().describe('name of who noted it'),
      }),
    ),
    override: z.object({ reason: z.string(), gates: z.array(Gate) }).nullable(),
  })
  .meta({ id: 'SessionReadiness' })
export type SessionReadiness = z.infer<typeof SessionReadiness>
