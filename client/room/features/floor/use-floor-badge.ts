import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'

/** Requests that wait for an answer of this person. */
export function useFloorBadge(): number {
  const mayGrant = usePermission('floor.grant')
  const count = useSession(({ state }) => state?.floor.requests.length ?? 0)
  return mayGrant ? count : 0
}
