import type { Site } from '../../../../shared/modules/sites/contract.ts'
import { meIn } from '../../../live/session/selectors.ts'
import type { SessionSnapshot } from '../../../live/session/store.ts'

/** The sites this person may write to: for staff each one, for others their own, when somebody else sits there. */
export function addressableSites(session: SessionSnapshot): Site[] {
  const me = meIn(session)
  if (!me || !session.state) return []
  const { sites, admission } = session.state
  const isStaff = me.role === 'chair' || me.role === 'secretary'
  const hasOthers = (siteId: Site['siteId']) =>
    Object.values(admission.participants).some((one) => one.siteId === siteId && one.participantId !== me.participantId)
  return sites.sites.filter(({ siteId }) => (isStaff || siteId === me.siteId) && hasOthers(siteId))
}
