// The permission to send reactions. The reactions themselves are `live` notices and never journaled
// (projections/live.ts).
import { z } from 'zod'
import { staffPresent } from '../../kernel/actor.ts'
import type { Role } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const ReactionRights = z
  .enum(['nobody', 'officials', 'everybody'])
  .describe('nobody; chair, secretary and sites; citizens too. Observers only watch')
export type ReactionRights = z.infer<typeof ReactionRights>

const initial: { allowedTo: ReactionRights } = { allowedTo: 'officials' }
const Allowed = z.object({ to: ReactionRights })

export const reactions = defineModule('reactions', {
  commands: { allow: command('Says who may react.', staffPresent, Allowed) },
  events: { allowed: event('present', Allowed) },
  state: z.object({ allowedTo: ReactionRights }),
  initial,
})

export function mayReact(allowedTo: ReactionRights, role: Role): boolean {
  if (role === 'observer' || allowedTo === 'nobody') return false
  return allowedTo === 'everybody' || role !== 'citizen'
}
