// The technician's board over all sessions in use now. Renewed every five seconds.
import { Alert, Anchor, Badge, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { RunningHealth } from '../../../shared/wire/hearing/running-health.ts'
import { BoardRowView } from '../../base/health/BoardRowView.tsx'
import { EquipmentAlert } from '../../base/health/EquipmentAlert.tsx'
import { ServerDisk } from '../disk/ServerDisk.tsx'
import { CertificateWarning } from '../papers/CertificateWarning.tsx'
import { StatusBadge } from '../sessions/StatusBadge.tsx'
import { withheldTitle } from '../sessions/withheld-title.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { InstallationSecrecy } from './InstallationSecrecy.tsx'
import { useRunningHealth } from './queries.ts'

export function HealthPage() {
  const { t } = useTranslation()
  const health = useRunningHealth()
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        {t('staff.health')}
      </Title>
      <InstallationSecrecy />
      <ServerDisk />
      <CertificateWarning />
      <Text>{t('staff.health.what')}</Text>
      {health.isPending && <Loader aria-label={t('staff.loading')} />}
      {health.isError && <Problem error={health.error} onRetry={() => void health.refetch()} />}
      {health.data?.sessions.length === 0 && <Alert color="blue">{t('staff.health.none')}</Alert>}
      {health.data?.sessions.map((session) => (
        <RunningSession key={session.sessionId} session={session} now={health.data.now} />
      ))}
    </Stack>
  )
}

function RunningSession({ session, now }: { session: RunningHealth['sessions'][number]; now: number }) {
  const { t } = useTranslation()
  const { sessionId, title, secrecy, isForOthers, rows, openAlarms, equipment } = session
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={sessionId}>
      <Group justify="space-between" align="flex-start" mb="sm">
        <Title order={2} size="h4" id={sessionId} flex="1 1 20rem">
          <Anchor component={Link} to={`/staff/sessions/${sessionId}`} inherit>
            {title || t(withheldTitle(secrecy))}
          </Anchor>
        </Title>
        {openAlarms > 0 && (
          <Badge tt="none" size="lg" color="red">
            {t('staff.health.openAlarms', { count: openAlarms })}
          </Badge>
        )}
        <StatusBadge of={session} />
      </Group>
      {isForOthers && (
        <Text size="sm">
          {t(isStateSecret(secrecy) ? 'staff.problem.secrecy.not-named' : 'staff.problem.protection.not-reader')}
        </Text>
      )}
      {equipment && <EquipmentAlert {...equipment} />}
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.participantId ?? row.siteName}>
            <Row row={row} now={now} />
          </li>
        ))}
      </ul>
    </Paper>
  )
}

function Row({ row, now }: { row: RunningHealth['sessions'][number]['rows'][number]; now: number }) {
  const { t } = useTranslation()
  const { siteName, person, role, participantId } = row
  const name = participantId === null ? null : (person?.name ?? t('staff.person.erased'))
  const isSiteItself = role === 'siteOperator' || role === null
  const title = (isSiteItself && siteName) || name || ''
  const subtitle = [name, siteName, role && t(`role.${role}`)].filter((part) => part && part !== title).join(' · ')
  return <BoardRowView title={title} subtitle={subtitle} row={row} now={now} />
}
