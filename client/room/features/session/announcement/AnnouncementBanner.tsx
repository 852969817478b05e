// What staff have announced stands here until they take it down.
import { IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../../live/session/store.ts'
import styles from './announcement.module.css'

export function AnnouncementBanner() {
  const { t } = useTranslation()
  const text = useSession(({ state }) => state?.announcement.standing?.text ?? null)
  // The region is there before the words, so that a screen reader says them when they come.
  return (
    <div aria-live="polite">
      {text !== null && (
        <section className={styles.announcement} aria-label={t('hearing.announcement')}>
          <IconSpeakerphone aria-hidden className={styles.icon} />
          <div>{text}</div>
        </section>
      )}
    </div>
  )
}
