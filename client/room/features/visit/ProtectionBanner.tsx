// In a visit of somebody who denounces, as long as it lasts: what that means for whoever sits there, and what the denouncer is called by.
import { IconShieldLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe, useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import styles from '../../frame/banner.module.css'

export function ProtectionBanner() {
  const { t } = useTranslation()
  const isProtected = useSession(({ state }) => state?.session.isProtected ?? false)
  const me = useMe()
  const name = useName(me?.participantId)
  if (!isProtected || !me) return null
  return (
    <p role="status" className={styles.line}>
      <IconShieldLock aria-hidden className={styles.icon} size={20} />
      {me.role === 'citizen' ? t('hearing.protection.own', { name }) : t('hearing.protection')}
    </p>
  )
}
