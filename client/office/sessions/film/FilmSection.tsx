// The film of a closed session: the way to it, who may look, and who has.
import { Alert, Button, List, Stack, Text, Title } from '@mantine/core'
import { IconMovie } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useOutletContext } from 'react-router'
import type { FilmAccess } from '../../../../shared/wire/hearing/film.ts'
import type { SessionDetail } from '../../../../shared/wire/hearing/sessions.ts'
import type { Account } from '../../../../shared/wire/identity/account.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { FilmViewers } from './FilmViewers.tsx'
import { useFilmAccess } from './queries.ts'

export function FilmSection({ session: { sessionId } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const account = useOutletContext<Account>()
  const access = useFilmAccess(sessionId)
  return (
    <Section title={t('film.section')} hint={t('film.hint')}>
      {access.isError && <Problem error={access.error} onRetry={() => void access.refetch()} />}
      {access.data?.mayLook === false && (
        <Alert color="yellow" variant="light">
          {t('film.notAllowed', { names: access.data.ask.join(', ') })}
        </Alert>
      )}
      {access.data?.record && (
        <>
          <Button
            component={Link}
            to={`/staff/sessions/${sessionId}/film`}
            leftSection={<IconMovie size={18} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('film.open')}
          </Button>
          <FilmViewers
            sessionId={sessionId}
            viewers={access.data.record.viewers}
            isProtected={access.data.isProtected}
            mayName={account.role === 'administrator'}
          />
          <Looks record={access.data.record} />
        </>
      )}
    </Section>
  )
}

function Looks({ record: { viewings, changes } }: { record: NonNullable<FilmAccess['record']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = (by: string | null) => by ?? t('film.erasedAccount')
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('film.viewings')}
      </Title>
      {viewings.length === 0 && <Text>{t('film.viewings.none')}</Text>}
      <List aria-label={t('film.viewings')}>
        {viewings.toReversed().map(({ at, by, what }) => (
          <List.Item key={`${at} ${by} ${what}`}>
            {format.shortDateTime(at)}: {nameOf(by)} {t(`film.use.${what}`)}
          </List.Item>
        ))}
      </List>
      {changes.length > 0 && (
        <>
          <Title order={3} size="h5">
            {t('film.changes')}
          </Title>
          <List>
            {changes.toReversed().map(({ at, by, act, name, reason }) => (
              <List.Item key={`${at} ${name} ${act}`}>
                {format.shortDateTime(at)}: {t(`film.change.${act}`, { by: nameOf(by), name, reason })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  )
}
