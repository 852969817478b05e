// The panels of this person's role.
import { useMemo } from 'react'
import { panels } from '../../panels/index.ts'
import type { Panel } from '../../panels/panel.ts'
import { useRole } from '../../session/selectors.ts'

export function useMyPanels(): readonly Panel[] {
  const role = useRole()
  return useMemo(() => panels.filter(({ roles }) => role !== null && (roles === 'all' || roles.includes(role))), [role])
}
