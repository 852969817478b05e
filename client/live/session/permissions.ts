// What the contracts let this person send. Apart from the other questions: it brings the rules of all modules with it, which a
// page before the door does without.
import { permits } from '../../../shared/kernel/actor.ts'
import { standingOf } from '../../../shared/modules/admission/contract.ts'
import { type CommandType, permissionOf } from './aggregate.ts'
import { meIn } from './selectors.ts'
import { type SessionSnapshot, useSession } from './store.ts'

export function mayCommand(session: SessionSnapshot, type: CommandType): boolean {
  const me = meIn(session)
  if (!me) return false
  const { participantId, role, siteId } = me
  return permits(permissionOf(type), { kind: 'participant', participantId, role, siteId, standing: standingOf(me) })
}

/** Whether the contract lets me send this command now: by role and standing, not by what the rules will say of the state. */
export const usePermission = (type: CommandType): boolean => useSession((session) => mayCommand(session, type))
