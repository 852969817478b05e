// To whoever may share their screen: the button to begin, and while all are watching the one to stop.
import { Button } from '@mantine/core'
import { IconScreenShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './sharing.module.css'
import { useOwnScreen } from './use-own-screen.ts'

export function SharingBanner() {
  const { t } = useTranslation()
  const screen = useOwnScreen()
  // The region is there before the words, so that a screen reader says that it is one's turn.
  return (
    <div aria-live="polite">
      {screen.mayShare && (
        <section className={styles.banner} aria-label={t('hearing.sharing')}>
          <IconScreenShare aria-hidden className={styles.icon} />
          <strong className={styles.words}>
            {screen.isSharing
              ? t('hearing.sharingYours')
              : t(screen.isPossible ? 'hearing.sharingInvited' : 'panels.sharing.impossible')}
          </strong>
          {!screen.isSharing && screen.isPossible && (
            <Button color="dark" variant="white" loading={screen.isPending} onClick={() => void screen.begin()}>
              {t('hearing.sharingBegin')}
            </Button>
          )}
          <Button color="dark" variant="white" loading={screen.isPending} onClick={() => void screen.end()}>
            {t(screen.isSharing ? 'hearing.sharingStop' : 'hearing.sharingDecline')}
          </Button>
        </section>
      )}
    </div>
  )
}
