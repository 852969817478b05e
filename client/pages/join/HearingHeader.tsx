// The status line: which session, in which state, for how long, and whether the connection holds.
import { Badge, Text, Title, Tooltip } from '@mantine/core'
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SessionStatus } from '../../../shared/modules/session/contract.ts'
import { clockDuration } from '../../i18n/format.ts'
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx'
import { useServerNow } from '../../session/selectors.ts'
import { useSession } from '../../session/store.ts'
import styles from './join.module.css'
import { PresenceCount } from './PresenceLine.tsx'
import { RecordingBadge } from './RecordingBadge.tsx'

const colours: Readonly<Record<SessionStatus, string>> = {
  unscheduled: 'gray.7',
  scheduled: 'gray.7',
  open: 'teal.9',
  suspended: 'yellow.9',
  closed: 'gray.7',
  sealed: 'gray.7',
  cancelled: 'gray.7',
}

export function HearingHeader() {
  const { t } = useTranslation()
  const session = useSession(({ state }) => state?.session)
  const isOnline = useSession(({ connection }) => connection.status === 'online')
  if (!session) return null
  const { title, status, suspendedReason } = session
  const connectionWords = isOnline ? t('connection.good') : t('connection.lost')
  return (
    <header className={styles.header}>
      <Title order={1} className={styles.title} title={title}>
        {title}
      </Title>
      <Badge size="lg" color={colours[status]} variant="filled" className={styles.status}>
        {t(`sessionStatus.${status}`)}
      </Badge>
      <RecordingBadge />
      {suspendedReason && <Text className={styles.status}>{suspendedReason}</Text>}
      <Elapsed />
      <PresenceCount />
      <Tooltip label={connectionWords}>
        <span role="img" aria-label={connectionWords} className={styles.connection}>
          {isOnline ? <IconPlugConnected aria-hidden /> : <IconPlugConnectedX aria-hidden />}
        </span>
      </Tooltip>
      <span className={styles.language}>
        <LanguageSwitch />
      </span>
    </header>
  )
}

function Elapsed() {
  const { t } = useTranslation()
  const openedAt = useSession(({ state }) => state?.session.openedAt ?? null)
  const closedAt = useSession(({ state }) => state?.session.closedAt ?? null)
  const now = useServerNow(1000)
  if (openedAt === null) return null
  return (
    <Text component="time" className={styles.elapsed} role="timer" aria-label={t('hearing.elapsed')}>
      {clockDuration((closedAt ?? now) - openedAt)}
    </Text>
  )
}
