// The three gates before a session opens, as staff see them.
import { z } from 'zod'
import { Ms, SiteId, text } from '../../kernel/ids.ts'
import { Gate, readiness } from '../../modules/readiness/contract.ts'
import { recording } from '../../modules/recording/contract.ts'
import { Person } from '../engine/socket-events.ts'
import { LackingSite } from './health.ts'

export const NewConnectionTest = readiness.commands.recordConnectionTest.data.meta({ id: 'NewConnectionTest' })

export const NewSiteConnection = z
  .object({ siteId: SiteId, reason: text(500).describe('why it is confirmed by hand') })
  .meta({ id: 'NewSiteConnection' })
export type NewSiteConnection = z.infer<typeof NewSiteConnection>

const { device, reason } = recording.commands.start.data.shape

/** As it is said in the room and at the office. */
const EquipmentWords = z
  .object({ device, reason, recorder: Person.shape.name.describe('name of who records') })
  .meta({ id: 'EquipmentWords' })
export type EquipmentWords = z.infer<typeof EquipmentWords>

export const SessionOpening = z
  .object({
    reason: text(500)
      .nullable()
      .default(null)
      .describe('why it is opened although gates are missing: written down with the name of who is signed in'),
    equipment: EquipmentWords.nullable()
      .default(null)
      .describe(
        'the agency’s own equipment records in place of this server; of no account where something records already',
      ),
  })
  .meta({ id: 'SessionOpening' })
export type SessionOpening = z.infer<typeof SessionOpening>

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
    connections: z
      .array(
        z.object({
          siteId: SiteId,
          at: Ms,
          isMeasured: z.boolean().describe('false: noted by hand'),
          by: z.string().nullable().describe('name of who noted it; null: measured'),
          reason: z.string().nullable().describe('why it was noted by hand'),
        }),
      )
      .describe('which sites see and hear the centre, and are seen and heard by it; the others lack it'),
    connected: z
      .object({
        at: Ms,
        by: z.string().nullable().describe('name of who noted it'),
        reason: z.string().nullable().describe('why'),
      })
      .nullable()
      .describe('noted by hand of all sites at once'),
    lacking: z.array(LackingSite).describe('of the others, while somebody is in the room: what is not so just now'),
    lacksRecording: z.boolean().describe('it must be recorded, and nothing records it yet: it is not opened before'),
    missing: z.array(Gate).describe('what is neither passed nor overridden: a reception is not opened before'),
    override: z
      .object({
        reason: z.string(),
        gates: z.array(Gate),
        at: Ms,
        by: z.string().nullable().describe('name of who decided'),
      })
      .nullable(),
  })
  .meta({ id: 'SessionReadiness' })
export type SessionReadiness = z.infer<typeof SessionReadiness>
