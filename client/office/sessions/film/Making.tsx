// Before there is a film: how far it has come, and what can be done about it.
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../../shared/wire/hearing/film.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useCancelFilm, useMakeFilm } from './queries.ts'

const makeWords = {
  none: 'film.make',
  cancelled: 'film.resume',
  failed: 'film.again',
  erased: 'film.remake',
} as const

export function Making({ sessionId, film }: { sessionId: string; film: Exclude<Film, { state: 'done' }> }) {
  const { t } = useTranslation()
  const make = useMakeFilm(sessionId)
  const cancel = useCancelFilm(sessionId)
  const { state } = film
  const percent = state === 'rendering' ? Math.floor(film.progress * 100) : 0
  const isGoingOn = state === 'rendering' || state === 'waiting'
  return (
    <Alert color={state === 'failed' ? 'red' : 'blue'} variant="light">
      <Stack align="stretch">
        <Text fw={600} role="status">
          {state === 'rendering' ? t('film.rendering', { percent }) : t(`film.${state}`)}
        </Text>
        {(state === 'none' || state === 'erased') && <Text>{t(`film.${state}.what`)}</Text>}
        {state === 'rendering' && <Progress value={percent} size="lg" aria-label={t('film.progress')} />}
        <Group>
          {isGoingOn ? (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('film.cancel')}
            </Button>
          ) : (
            <Button loading={make.isPending} onClick={() => make.mutate()}>
              {t(makeWords[state])}
            </Button>
          )}
        </Group>
        {make.isError && <Problem error={make.error} />}
        {cancel.isError && <Problem error={cancel.error} />}
      </Stack>
    </Alert>
  )
}
