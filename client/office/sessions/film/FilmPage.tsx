// The film of a session and its minutes, side by side.

import { Alert, Anchor, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useOutletContext, useParams } from 'react-router'
import { lineHeardAt, placeInFilm, sessionTime } from '../../../../shared/projections/film-time.ts'
import type { Film, FilmAccess } from '../../../../shared/wire/hearing/film.ts'
import { filmApi } from '../../../../shared/wire/hearing/film-api.ts'
import type { MinutesText } from '../../../../shared/wire/hearing/minutes-text.ts'
import type { SessionDetail } from '../../../../shared/wire/hearing/sessions.ts'
import type { Account } from '../../../../shared/wire/identity/account.ts'
import { addressOf } from '../../../base/api.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useSessionDetail } from '../queries.ts'
import { Contents } from './Contents.tsx'
import { Making } from './Making.tsx'
import { MinutesBeside } from './MinutesBeside.tsx'
import { Player } from './Player.tsx'
import classes from './player.module.css'
import { useFilm, useFilmAccess, useFilmPeaks, useMakeFilm, useMinutes } from './queries.ts'
import { spokenSections } from './spoken-lines.ts'
import { useFilmMedia } from './use-film-media.ts'

export function FilmPage() {
  const { t } = useTranslation()
  const { sessionId = '' } = useParams()
  const session = useSessionDetail(sessionId)
  const access = useFilmAccess(sessionId)
  const problem = session.error ?? access.error
  return (
    <Stack gap="md">
      <Anchor component={Link} to={`/staff/sessions/${sessionId}`}>
        {t('film.back')}
      </Anchor>
      {problem && <Problem error={problem} />}
      {!problem && !(session.data && access.data) && <Loader aria-label={t('staff.loading')} />}
      {session.data && (
        <Title order={1} size="h3">
          {session.data.title}
        </Title>
      )}
      {access.data?.mayLook === false && (
        <Alert color="yellow" variant="light">
          {t('film.notAllowed', { names: access.data.ask.join(', ') })}
        </Alert>
      )}
      {session.data && access.data?.mayLook && <Allowed session={session.data} access={access.data} />}
    </Stack>
  )
}

function Allowed({ session, access }: { session: SessionDetail; access: FilmAccess }) {
  const { t } = useTranslation()
  const film = useFilm(session.sessionId)
  const minutes = useMinutes(session.sessionId)
  const problem = film.error ?? minutes.error
  if (problem)
    return (
      <Problem
        error={problem}
        onRetry={() => {
          void film.refetch()
          void minutes.refetch()
        }}
      />
    )
  if (!film.data || !minutes.data) return <Loader aria-label={t('staff.loading')} />
  if (film.data.state !== 'done')
    return (
      <>
        <Making sessionId={session.sessionId} film={film.data} />
        <MinutesBeside sections={spokenSections(minutes.data, null)} heardKey={null} onHear={() => undefined} />
      </>
    )
  return (
    <Watching
      key={film.data.madeAt}
      session={session}
      film={film.data}
      minutes={minutes.data}
      mayDownload={access.mayDownload}
    />
  )
}

interface WatchingProps {
  session: SessionDetail
  film: Film & { state: 'done' }
  minutes: MinutesText
  mayDownload: boolean
}

function Watching({ session: { sessionId, title }, film, minutes, mayDownload }: WatchingProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const account = useOutletContext<Account>()
  const peaks = useFilmPeaks(sessionId, film.madeAt)
  const media = useFilmMedia(sessionId, film.madeAt, film.durationMs)
  const remake = useMakeFilm(sessionId)
  const sections = useMemo(() => spokenSections(minutes, film), [minutes, film])
  const lines = useMemo(
    () => sections.flatMap((section) => section.lines).filter((line) => line.place?.isInFilm),
    [sections],
  )
  const now = sessionTime(film, media.atMs)
  const heardKey = lines[lineHeardAt(lines, now)]?.key ?? null
  const place = now === null ? null : placeInFilm(film, now)
  const go = (toMs: number) => {
    media.seek(toMs)
    media.play()
  }
  return (
    <>
      {film.isOutdated && (
        <Alert color="yellow" variant="light">
          <Group justify="space-between">
            <Text flex="1 1 20rem">{t('film.outdated')}</Text>
            <Button variant="default" loading={remake.isPending} onClick={() => remake.mutate()}>
              {t('film.remake')}
            </Button>
          </Group>
          {remake.isError && <Problem error={remake.error} />}
        </Alert>
      )}
      <div className={classes.sides}>
        <div className={classes.left}>
          <Player film={film} title={title} peaks={peaks.data ?? []} media={media} account={account} />
          <Stack gap="xs" className={classes.beside}>
            {place?.isInFilm && place.isAside && (
              <Alert color="yellow" variant="light" role="status">
                {t('film.aside')}
              </Alert>
            )}
            <Group justify="space-between" align="flex-start">
              <Text size="sm" c="dimmed">
                {t('film.madeAt', { time: format.shortDateTime(film.madeAt) })}
              </Text>
              {mayDownload && (
                <div>
                  <Button
                    component="a"
                    href={addressOf(filmApi.copy, { params: { sessionId } })}
                    download
                    variant="default"
                    leftSection={<IconDownload size={18} aria-hidden />}
                  >
                    {t('film.download')}
                  </Button>
                  <Text size="sm" c="dimmed">
                    {t('film.download.hint')}
                  </Text>
                </div>
              )}
            </Group>
          </Stack>
          <Contents film={film} atMs={media.atMs} onGo={go} />
        </div>
        <MinutesBeside sections={sections} heardKey={heardKey} onHear={go} />
      </div>
    </>
  )
}
