// The status line: which session, in which state, for how long, and whether the connection holds.
import { Badge, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionStatus } from '../../../shared/modules/session/contract.ts'
import { clockDuration } from '../../base/i18n/format.ts'
import { LanguageSwitch } from '../../base/i18n/LanguageSwitch.tsx'
import { SecrecyBadge } from '../../base/secrecy/SecrecyBadge.tsx'
import { useRole, useServerNow } from '../../live/session/selectors.ts'
import { statusWords } from '../../live/session/status-words.ts'
import { useSession } from '../../live/session/store.ts'
import { OwnLineSign } from '../features/health/OwnLineSign.tsx'
import { PresenceCount } from '../features/rollcall/PresenceLine.tsx'
import { RecordingBadge } from '../features/session/recording/RecordingBadge.tsx'
import styles from './room.module.css'

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
  const role = useRole()
  if (!session) return null
  const { title, status, secrecy, suspendedReason } = session
  return (
    <header className={styles.header}>
      <Title order={1} className={styles.title} title={title}>
        {title}
      </Title>
      <Badge size="lg" color={colours[status]} variant="filled" className={styles.status}>
        {t(statusWords(session, role === 'citizen'))}
      </Badge>
      <SecrecyBadge level={secrecy} className={styles.status} />
      <RecordingBadge />
      {suspendedReason && <Text className={styles.status}>{suspendedReason}</Text>}
      <Elapsed />
      <PresenceCount />
      <OwnLineSign />
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
