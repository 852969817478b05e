// Over the stage, until the device checklist of every room one answers for is confirmed: the way to it.
import { useTranslation } from 'react-i18next'
import { unconfirmedRooms } from '../../../../shared/modules/devices/contract.ts'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import { meIn } from '../../../live/session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'
import type { PanelOffer } from '../../frame/panel.ts'

/** Of how many rooms this person still has to say it. */
function owed(session: SessionSnapshot): number {
  const { state } = session
  const me = meIn(session)
  if (!state || !me || state.session.status !== 'scheduled' || !isStateSecret(state.session.secrecy)) return 0
  const rooms = unconfirmedRooms(
    state.devices,
    state.sites.sites.map(({ siteId }) => siteId),
  )
  return me.role === 'siteOperator' ? rooms.filter((siteId) => siteId === me.siteId).length : rooms.length
}

export const useDevicesBadge = (): number => useSession(owed)

export function useDevicesOffer(): PanelOffer | null {
  const { t } = useTranslation()
  const count = useSession(owed)
  if (count === 0) return null
  return { words: t('panels.devices.offer', { count }), action: t('panels.devices.look'), isUrgent: true }
}
