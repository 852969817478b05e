// Beside whatever the stage shows, the sign language interpreter: always there, always large, in every layout and on the screens of halls.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tile } from '../../../live/stage/Tile.tsx'
import styles from './sign-language.module.css'
import { useSigner } from './use-signer.ts'

export function SignedStage({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const signer = useSigner()
  return (
    <div className={styles.stage}>
      <div className={styles.rest}>{children}</div>
      {signer && (
        <aside className={styles.signer} aria-label={t('hearing.signLanguage')}>
          <Tile participantId={signer} isLarge duty={t('hearing.signLanguage')} />
        </aside>
      )}
    </div>
  )
}
