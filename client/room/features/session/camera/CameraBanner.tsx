// To whom the session misses: their camera is off where it must be on, and the way to switch it on.
import { Button } from '@mantine/core'
import { IconVideoOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openGapOf } from '../../../../../shared/modules/camera/contract.ts'
import { useDeviceSwitches } from '../../../../live/devices/use-device-switches.ts'
import { useSession } from '../../../../live/session/store.ts'
import { NoticeBanner } from '../../../frame/NoticeBanner.tsx'

export function CameraBanner() {
  const { t } = useTranslation()
  const isMissed = useSession(
    ({ state, me }) => state !== null && me !== null && openGapOf(state.camera.gaps, me.participantId) !== undefined,
  )
  const { isCameraOn, toggleCamera } = useDeviceSwitches()
  if (!isMissed) return null
  return (
    <NoticeBanner icon={IconVideoOff} label={t('hearing.cameraMissed')} words={t('hearing.cameraMissedWhat')}>
      {!isCameraOn && (
        <Button color="dark" variant="white" onClick={toggleCamera}>
          {t('hearing.cameraSwitchOn')}
        </Button>
      )}
    </NoticeBanner>
  )
}
