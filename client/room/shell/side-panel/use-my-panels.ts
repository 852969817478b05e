// The panels of this person's role that mean something in this session.
import { useShallow } from 'zustand/react/shallow'
import { meIn } from '../../../live/session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'
import { panels } from '../../features/index.ts'
import type { Panel } from '../../frame/panel.ts'

export const useMyPanels = (): readonly Panel[] => useSession(useShallow(panelsOf))

function panelsOf(session: SessionSnapshot): Panel[] {
  const { state } = session
  const role = meIn(session)?.role
  if (!state || !role) return []
  const isStaff = role === 'chair' || role === 'secretary'
  return panels.filter(
    ({ roles, kind, isFor, isOnlyFor }) =>
      (roles === 'all' || roles.includes(role)) &&
      (!kind || kind === state.session.kind) &&
      (!isOnlyFor || isOnlyFor(state)) &&
      (isStaff || !isFor || isFor(state)),
  )
}
