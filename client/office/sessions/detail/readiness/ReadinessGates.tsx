// The three gates before the opening: until when, what is noted, and noting it.
import { Button, Group, List, Loader, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionReadiness } from '../../../../../shared/wire/hearing/readiness.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { TextDialog } from '../../../../base/ui/dialogs/TextDialog.tsx'
import classes from '../../../ui/office.module.css'
import { Problem } from '../../../ui/Problem.tsx'
import { problemText } from '../../../ui/problems.ts'
import { Section } from '../../../ui/Section.tsx'
import { useReadiness, useRecordNotice, useRecordTest } from './readiness-queries.ts'
import { SiteConnections } from './SiteConnections.tsx'

const LONGEST_NOTE = 300

export function ReadinessGates({ session }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const { sessionId, status } = session
  const readiness = useReadiness(sessionId)
  const notice = useRecordNotice(sessionId)
  if (readiness.isPending) return <Loader aria-label={t('staff.loading')} />
  if (readiness.isError) return <Problem error={readiness.error} onRetry={() => void readiness.refetch()} />
  const { gates, isLaw, override } = readiness.data
  if (gates.length === 0) return null
  const mayNote = status === 'scheduled'
  const isNotified = gates.some(({ gate, passedAt }) => gate === 'notice' && passedAt !== null)
  return (
    <Section
      title={t('readiness.title')}
      hint={isLaw ? t('readiness.law', { source: gates[0]?.source ?? '' }) : t('readiness.guidance')}
    >
      <List listStyleType="none" spacing="xs">
        {gates.map((gate) => (
          <GateLine key={gate.gate} gate={gate} />
        ))}
      </List>
      {override && (
        <Text size="sm">{t('readiness.overridden', { who: override.by ?? '', reason: override.reason })}</Text>
      )}
      {mayNote && !isNotified && (
        <Group>
          <Button variant="default" loading={notice.isPending} onClick={() => notice.mutate(undefined)}>
            {t('readiness.recordNotice')}
          </Button>
        </Group>
      )}
      {notice.isError && <Problem error={notice.error} />}
      {session.sites.length > 0 && <ConnectionTests session={session} tests={readiness.data.tests} mayNote={mayNote} />}
      {session.sites.length > 0 && <SiteConnections session={session} readiness={readiness.data} mayNote={mayNote} />}
    </Section>
  )
}

function GateLine({
  gate: { gate, amount, unit, dueAt, passedAt, isPassed },
}: {
  gate: SessionReadiness['gates'][number]
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const isLate = !isPassed && (passedAt !== null || dueAt < Date.now())
  const icon = isPassed ? (
    <IconCheck size={18} aria-hidden />
  ) : isLate ? (
    <IconAlertTriangle size={18} aria-hidden />
  ) : (
    <IconClock size={18} aria-hidden />
  )
  const state = passedAt === null ? (isLate ? 'missed' : 'open') : isPassed ? 'passed' : 'late'
  return (
    <List.Item icon={icon}>
      <Text fw={600}>
        {t(`readiness.gate.${gate}`)}, {t(`readiness.before.${unit}`, { count: amount })}
      </Text>
      <Text size="sm">
        {t(`readiness.state.${state}`, { due: format.dateTime(dueAt), passed: format.dateTime(passedAt ?? dueAt) })}
      </Text>
    </List.Item>
  )
}

interface ConnectionTestsProps {
  session: SessionDetail
  tests: SessionReadiness['tests']
  mayNote: boolean
}

function ConnectionTests({ session: { sessionId, sites }, tests, mayNote }: ConnectionTestsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const record = useRecordTest(sessionId)
  const [failed, setFailed] = useState<SessionDetail['sites'][number] | null>(null)
  return (
    <div>
      <Title order={3} size="h5">
        {t('readiness.tests')}
      </Title>
      <ul className={classes.rows}>
        {sites.map((site) => {
          const test = tests.find(({ siteId }) => siteId === site.siteId)
          return (
            <li key={site.siteId}>
              <div className={classes.who}>
                <Text fw={600}>{site.name}</Text>
                <Text size="sm">
                  {test
                    ? t(test.hasPassed ? 'readiness.test.passed' : 'readiness.test.failed', {
                        time: format.dateTime(test.at),
                        by: test.by ?? '',
                      })
                    : t('readiness.test.none')}
                  {test?.note && ` ${test.note}`}
                </Text>
              </div>
              {mayNote && (
                <Group gap="xs">
                  <Button
                    variant="default"
                    aria-label={t('readiness.test.passOf', { site: site.name })}
                    disabled={record.isPending}
                    onClick={() => record.mutate({ siteId: site.siteId, hasPassed: true, note: null })}
                  >
                    {t('readiness.test.pass')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="red"
                    aria-label={t('readiness.test.failOf', { site: site.name })}
                    disabled={record.isPending}
                    onClick={() => setFailed(site)}
                  >
                    {t('readiness.test.fail')}
                  </Button>
                </Group>
              )}
            </li>
          )
        })}
      </ul>
      {record.isError && !failed && <Problem error={record.error} />}
      {failed && (
        <TextDialog
          keptAs={`site-test.${failed.siteId}`}
          title={t('readiness.test.failOf', { site: failed.name })}
          label={t('readiness.test.note')}
          problem={record.isError ? problemText(t, record.error) : null}
          submitLabel={t('readiness.test.save')}
          maximumLength={LONGEST_NOTE}
          onClose={() => setFailed(null)}
          onSubmit={(note) =>
            record.mutateAsync({ siteId: failed.siteId, hasPassed: false, note }).then(
              () => true,
              // Shown in the dialog.
              () => false,
            )
          }
        />
      )}
    </div>
  )
}
