// A commit is the result of one command and one line of the journal. An event is one fact in it.
import { z } from 'zod'
import { ActorReference } from './actor.ts'
import { CommandId, Ms } from './ids.ts'

export const RecordedEvent = z.object({
  type: z.string().describe('module.event'),
  v: z.int().positive().describe('version of the event’s data'),
  data: z.unknown(),
})
export type RecordedEvent = z.infer<typeof RecordedEvent>

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, hex')

export const Commit = z.object({
  seq: z.int().positive().describe('1, 2, 3 … without a gap'),
  at: Ms,
  actor: ActorReference,
  command: z.object({ id: CommandId, type: z.string() }),
  events: z.array(RecordedEvent).min(1),
  previousHash: Hash,
  hash: Hash.describe('SHA-256 over the RFC 8785 form of the commit without this field'),
})
export type Commit = z.infer<typeof Commit>

/** A commit as one viewer may see it: the events outside their audience are gone, the number stays. */
export const VisibleCommit = z.object({
  seq: z.int().positive(),
  at: Ms,
  actor: ActorReference.nullable().describe('null when no event of the commit is visible'),
  events: z.array(RecordedEvent),
})
export type VisibleCommit = z.infer<typeof VisibleCommit>
