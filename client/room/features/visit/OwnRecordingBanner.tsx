// What the chair has said of recording by the citizen stands before everybody as long as the reception lasts.
import { IconVideoOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../live/session/store.ts'
import styles from '../../frame/banner.module.css'

export function OwnRecordingBanner() {
  const { t } = useTranslation()
  const ownRecording = useSession(({ state }) => state?.visit.ownRecording ?? 'unsaid')
  return (
    <div role="status">
      {ownRecording !== 'unsaid' && (
        <p className={styles.line}>
          <IconVideoOff aria-hidden className={styles.icon} size={20} />
          {t(`hearing.ownRecording.${ownRecording}`)}
        </p>
      )}
    </div>
  )
}
