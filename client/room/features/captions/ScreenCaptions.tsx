// The captions on a second screen that nobody operates: there when chair or secretary have them on, for a whole room to read.
import { useTranslation } from 'react-i18next'
import { useMayBeCaptioned } from '../../../live/session/captions.ts'
import { useSession } from '../../../live/session/store.ts'
import { CaptionLines } from './CaptionLines.tsx'
import styles from './captions.module.css'

export function ScreenCaptions() {
  const { t } = useTranslation()
  const isOnScreens = useSession(({ state }) => state?.captions.isOnScreens ?? false)
  const mayBeCaptioned = useMayBeCaptioned()
  if (!isOnScreens || !mayBeCaptioned) return null
  return (
    <section className={styles.strip} data-size="screen" aria-label={t('captions.title')}>
      <CaptionLines />
    </section>
  )
}
