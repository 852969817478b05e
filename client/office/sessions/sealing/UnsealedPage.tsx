// Sessions that are closed and not sealed yet: first those whose minutes are owed, with the day until when; then those that will be sealed.
import { Anchor, Badge, Button, Checkbox, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { UnsealedSessions } from '../../../../shared/wire/custody/sealing.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { withheldTitle } from '../withheld-title.ts'
import { useUnsealedSessions } from './queries.ts'
import { WaiveDialog } from './WaiveDialog.tsx'

type Unsealed = UnsealedSessions['sessions'][number]

export function UnsealedPage() {
  const { t } = useTranslation()
  const list = useUnsealedSessions()
  const all = list.data?.sessions ?? []
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('sealing.title')}
      </Title>
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <>
          <Owed sessions={all.filter(({ sealsAt }) => sealsAt === null)} />
          <Settled sessions={all.filter(({ sealsAt }) => sealsAt !== null)} />
        </>
      )}
    </Stack>
  )
}

function Owed({ sessions }: { sessions: readonly Unsealed[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const [isWaiving, setWaiving] = useState(false)
  const chosen = sessions.map(({ session }) => session.sessionId as string).filter((id) => asked.has(id))
  const choose = (id: string, isChosen: boolean) =>
    setAsked(new Set(isChosen ? [...asked, id] : [...asked].filter((one) => one !== id)))
  return (
    <Section title={t('sealing.owed')} hint={t('sealing.owed.hint')}>
      {sessions.length === 0 && <Text>{t('sealing.owed.none')}</Text>}
      {sessions.length > 1 && (
        <Checkbox
          label={t('sealing.chooseAll')}
          checked={chosen.length === sessions.length}
          indeterminate={chosen.length > 0 && chosen.length < sessions.length}
          onChange={(event) =>
            setAsked(new Set(event.currentTarget.checked ? sessions.map(({ session }) => session.sessionId) : []))
          }
        />
      )}
      <ul className={classes.rows} aria-label={t('sealing.owed')}>
        {sessions.map(({ session, minutesDueAt }) => (
          <li key={session.sessionId}>
            <Group wrap="nowrap" align="flex-start">
              <Checkbox
                aria-label={t('sealing.choose', { title: session.title || t(withheldTitle(session.secrecy)) })}
                checked={asked.has(session.sessionId)}
                onChange={(event) => choose(session.sessionId, event.currentTarget.checked)}
              />
              <div>
                <Named session={session} />
                <Group gap="xs">
                  <Text size="sm">{t('sealing.dueOn', { time: format.dateTime(minutesDueAt) })}</Text>
                  {minutesDueAt < Date.now() && <Badge color="red">{t('sealing.late')}</Badge>}
                </Group>
              </div>
            </Group>
          </li>
        ))}
      </ul>
      {sessions.length > 0 && (
        <Button
          variant="default"
          disabled={chosen.length === 0}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setWaiving(true)}
        >
          {t('sealing.waiveChosen', { count: chosen.length })}
        </Button>
      )}
      {isWaiving && <WaiveDialog sessionIds={chosen} onClose={() => setWaiving(false)} />}
    </Section>
  )
}

function Settled({ sessions }: { sessions: readonly Unsealed[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (sessions.length === 0) return null
  return (
    <Section title={t('sealing.settled')}>
      <ul className={classes.rows} aria-label={t('sealing.settled')}>
        {sessions.map(({ session, sealsAt }) => (
          <li key={session.sessionId}>
            <div>
              <Named session={session} />
              {sealsAt !== null && <Text size="sm">{t('sealing.sealsAt', { time: format.dateTime(sealsAt) })}</Text>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Named({ session: { sessionId, title, secrecy, closedAt } }: Pick<Unsealed, 'session'>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div>
      <Anchor component={Link} to={`/staff/sessions/${sessionId}`} fw={600}>
        {title || t(withheldTitle(secrecy))}
      </Anchor>
      {closedAt !== null && (
        <Text size="sm" c="dimmed">
          {t('staff.session.closedAt', { time: format.dateTime(closedAt) })}
        </Text>
      )}
    </div>
  )
}
