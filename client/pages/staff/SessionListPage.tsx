import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isRunning } from '../../../shared/modules/session/contract.ts'
import type { SessionSummary } from '../../../shared/wire/rest.ts'
import { useFormat } from '../../i18n/format.ts'
import { Problem } from './Problem.tsx'
import { useSessions } from './queries.ts'
import { StatusBadge } from './StatusBadge.tsx'
import { byUrgency } from './session-order.ts'
import classes from './staff.module.css'

export function SessionListPage() {
  const { t } = useTranslation()
  const sessions = useSessions()
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('staff.sessions')}
        </Title>
        {sessions.data && sessions.data.length > 0 && <NewSessionButton />}
      </Group>
      {sessions.isPending && <Loader aria-label={t('staff.loading')} />}
      {sessions.isError && <Problem error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data?.length === 0 && <Empty />}
      {sessions.data && sessions.data.length > 0 && (
        <ul className={classes.list}>
          {[...sessions.data].sort(byUrgency).map((session) => (
            <li key={session.sessionId}>
              <SessionCard session={session} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}

function NewSessionButton() {
  const { t } = useTranslation()
  return (
    <Button component={Link} to="/staff/sessions/new" leftSection={<IconPlus size={20} aria-hidden />}>
      {t('staff.newSession')}
    </Button>
  )
}

function Empty() {
  const { t } = useTranslation()
  return (
    <Paper withBorder p="xl">
      <Stack align="flex-start">
        <Title order={2} size="h4">
          {t('staff.empty.title')}
        </Title>
        <Text>{t('staff.empty.what')}</Text>
        <NewSessionButton />
      </Stack>
    </Paper>
  )
}

function SessionCard({ session }: { session: SessionSummary }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { sessionId, title, kind, scheduledAt, status, siteCount, participantCount, presentCount } = session
  return (
    <Link to={`/staff/sessions/${sessionId}`} className={classes.card}>
      <Group justify="space-between" align="flex-start">
        <Text fw={600} fz="lg">
          {title}
        </Text>
        <StatusBadge status={status} />
      </Group>
      <Text size="sm">
        {format.dateTime(scheduledAt)} · {t(`sessionKind.${kind}`)}
      </Text>
      <Text size="sm" c="dimmed">
        {t('staff.siteCount', { count: siteCount })} · {t('staff.participantCount', { count: participantCount })}
        {isRunning(status) && ` · ${t('staff.presentCount', { count: presentCount })}`}
      </Text>
    </Link>
  )
}
