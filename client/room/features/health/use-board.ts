import { useMemo } from 'react'
import { siteOf } from '../../../../shared/modules/sites/contract.ts'
import { type BoardRow, boardRows } from '../../../../shared/projections/health-board.ts'
import { nothingTold } from '../../../../shared/wire/hearing/health.ts'
import { participantOf, personIn, unknownName } from '../../../live/session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'
import { isUnrecordedHere } from './EquipmentAlarm.tsx'
import { openAlarms } from './open-alarms.ts'

export function useBoard(): readonly BoardRow[] {
  const admission = useSession(({ state }) => state?.admission)
  const sites = useSession(({ state }) => state?.sites)
  const health = useSession(({ live }) => live.health)
  return useMemo(
    () => (admission && sites ? boardRows({ admission, sites }, health ?? nothingTold) : []),
    [admission, sites, health],
  )
}

/** How many alarms go on that nobody has ticked off. */
export const useHealthBadge = (): number =>
  useSession(
    (session) =>
      openAlarms(session.live.health).filter(({ endedAt }) => endedAt === null).length +
      (isUnrecordedHere(session) ? 1 : 0),
  )

/** A site is called by its name, everybody else by theirs. */
export function titleOf(
  session: SessionSnapshot,
  { siteId, participantId }: Pick<BoardRow, 'siteId' | 'participantId'>,
) {
  const site = siteOf(session.state?.sites.sites ?? [], siteId)?.name
  const role = participantOf(session, participantId)?.role
  const isSiteItself = participantId === null || role === 'siteOperator'
  return (isSiteItself && site) || personIn(session, participantId)?.name || unknownName
}
