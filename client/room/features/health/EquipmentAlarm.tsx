// As long as a session that must be recorded is left to the agency’s own equipment.
import { isLeftToEquipment } from '../../../../shared/modules/recording/contract.ts'
import { EquipmentAlert } from '../../../base/health/EquipmentAlert.tsx'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'

export const isUnrecordedHere = ({ state }: SessionSnapshot): boolean =>
  state !== null && isLeftToEquipment(state.recording, state.session)

export function EquipmentAlarm() {
  const isShown = useSession(isUnrecordedHere)
  const equipment = useSession(({ state }) => state?.recording.equipment ?? null)
  const recorder = useSession(({ people }) => (equipment ? people[equipment.recorderId]?.name : undefined))
  if (!isShown) return null
  return (
    <EquipmentAlert
      device={equipment?.device ?? null}
      reason={equipment?.reason ?? null}
      recorder={recorder ?? null}
      since={equipment?.since ?? null}
    />
  )
}
