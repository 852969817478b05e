import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'

/** For staff: how many ask to share their screen. */
export function useSharingBadge(): number {
  const isStaff = usePermission('sharing.grant')
  return useSession(({ state }) => (isStaff ? (state?.sharing.requests.length ?? 0) : 0))
}
