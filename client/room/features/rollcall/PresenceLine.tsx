// “7/7 điểm cầu, 112/120 đại biểu” for staff; for everybody, that too few are there.
import { Text } from '@mantine/core'
import { IconAlertTriangle, IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { NoticeBanner } from '../../frame/NoticeBanner.tsx'
import styles from './presence.module.css'
import { usePresence, useQuorum } from './use-quorum.ts'

export function PresenceCount() {
  const { t } = useTranslation()
  const role = useRole()
  const counted = usePresence()
  if (!counted || counted.sites === 0 || (role !== 'chair' && role !== 'secretary')) return null
  const { sitesPresent, sites, delegatesPresent, delegates } = counted
  return (
    <Text className={styles.presence}>
      <IconUsersGroup size={20} aria-hidden />
      <span>
        {t('hearing.sitesPresent', { present: sitesPresent, count: sites })}
        {delegates > 0 && ` · ${t('hearing.delegatesPresent', { present: delegatesPresent, count: delegates })}`}
      </span>
    </Text>
  )
}

export function QuorumBanner() {
  const { t } = useTranslation()
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const quorum = useQuorum()
  if (!isOpen || !quorum || quorum.isMet) return null
  const { present, total, needed, rule } = quorum
  return (
    <NoticeBanner
      icon={IconAlertTriangle}
      label={t('hearing.quorum')}
      words={t('quorum.notMet', { present, total, needed, unit: t(`quorum.of.${rule.of}`) })}
    />
  )
}
