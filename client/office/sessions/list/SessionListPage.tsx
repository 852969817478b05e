import { Button, Group, Loader, Paper, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isRunning } from '../../../../shared/modules/session/contract.ts'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import type { SessionSummary } from '../../../../shared/wire/hearing/sessions.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { SecrecyBadge } from '../../../base/secrecy/SecrecyBadge.tsx'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { type SessionFilter, useSessionPages } from '../queries.ts'
import { StatusBadge } from '../StatusBadge.tsx'
import { withheldTitle } from '../withheld-title.ts'
import { byUrgency } from './session-order.ts'

export function SessionListPage() {
  const { t } = useTranslation()
  const [of, setOf] = useState<SessionFilter['of']>('meetings')
  const [search, setSearch] = useState('')
  const [text] = useDebouncedValue(search.trim(), 250)
  const list = useSessionPages({ of, text })
  const sessions = list.data?.pages.flatMap((page) => page.sessions)
  const isAll = of === 'meetings' && text === ''
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('staff.sessions')}
        </Title>
        {sessions && (sessions.length > 0 || !isAll) && <NewSessionButton />}
      </Group>
      <Group align="flex-end">
        <TextInput
          label={t('staff.sessions.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          className={classes.who}
        />
        <SegmentedControl
          aria-label={t('staff.sessions.which')}
          data={[
            { value: 'meetings', label: t('staff.sessions.meetings') },
            { value: 'visits', label: t('staff.sessions.visits') },
          ]}
          value={of}
          onChange={(value) => setOf(value as SessionFilter['of'])}
        />
      </Group>
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {sessions?.length === 0 && (isAll ? <Empty /> : <Text>{t('staff.sessions.noneFound')}</Text>)}
      {sessions && sessions.length > 0 && (
        <ul className={classes.list}>
          {sessions.toSorted(byUrgency).map((session) => (
            <li key={session.sessionId}>
              <SessionCard session={session} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('staff.sessions.more')}
        </Button>
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
  const { sessionId, title, kind, scheduledAt, place, status, secrecy } = session
  const { siteCount, participantCount, presentCount } = session
  return (
    <Link to={`/staff/sessions/${sessionId}`} className={classes.card}>
      <Group justify="space-between" align="flex-start">
        <Text fw={600} fz="lg">
          {title || t(withheldTitle(secrecy))}
        </Text>
        <Group gap="xs">
          <SecrecyBadge level={secrecy} />
          <StatusBadge of={session} />
        </Group>
      </Group>
      <Text size="sm">
        {format.dateTime(scheduledAt)} · {t(`sessionKind.${kind}`)}
      </Text>
      <Text size="sm" c="dimmed">
        {isStateSecret(secrecy) ? (
          place
        ) : (
          <>
            {t('staff.siteCount', { count: siteCount })} · {t('staff.participantCount', { count: participantCount })}
            {isRunning(status) && ` · ${t('staff.presentCount', { count: presentCount })}`}
          </>
        )}
      </Text>
    </Link>
  )
}
