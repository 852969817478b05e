import { useTranslation } from 'react-i18next'
import styles from '../../live/devices/devices.module.css'
import stage from '../../live/stage/stage.module.css'
import { TrackVideo } from '../../live/stage/TrackVideo.tsx'
import { DeviceStep } from './DeviceStep.tsx'
import { Answers, type StepProps } from './StepFrame.tsx'

export function CameraStep({ place, onDone }: StepProps) {
  const { t } = useTranslation()
  return (
    <DeviceStep
      device="camera"
      place={place}
      onDone={onDone}
      preview={(track) => (
        <div className={styles.preview}>
          <div className={stage.tile} data-large>
            <TrackVideo track={track} isMirrored />
          </div>
        </div>
      )}
      answers={() => <Answers yes={t('check.camera.yes')} no={t('check.camera.no')} onAnswer={onDone} />}
    />
  )
}
