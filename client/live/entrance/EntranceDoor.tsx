// Asks the server what a personal link opens, and shows what is behind it; or why it stays shut.
import { Alert, Button, Center, Loader, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Farewell, farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type { Entrance } from '../../../shared/wire/hearing/entrance.ts'
import { ApiError } from '../../base/api.ts'
import { useLiveSession } from '../session/live-session-context.ts'

type Loaded = { entrance: Entrance } | { ended: Farewell } | { isUnreachable: true }

const retryMs = 3000

interface EntranceDoorProps {
  /** In front of a door that stays shut. */
  shut: (farewell: Farewell) => ReactNode
  children: (entrance: Entrance) => ReactNode
}

export function EntranceDoor({ shut, children }: EntranceDoorProps) {
  const { t } = useTranslation()
  const [loaded, retry] = useEntrance()
  if (!loaded)
    return (
      <Center h="100dvh" role="status" aria-label={t('join.loading')}>
        <Loader />
      </Center>
    )
  if ('ended' in loaded) return shut(loaded.ended)
  if ('isUnreachable' in loaded)
    return (
      <Center h="100dvh" p="md">
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('connection.serverUnreachable')}
          role="alert"
        >
          <Stack align="flex-start">
            {t('join.unreachable')}
            <Button onClick={retry}>{t('join.tryAgain')}</Button>
          </Stack>
        </Alert>
      </Center>
    )
  return children(loaded.entrance)
}

function useEntrance(): [Loaded | null, retry: () => void] {
  const live = useLiveSession()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what `attempt` is for
  useEffect(() => {
    let isCurrent = true
    live.entrance().then(
      (entrance) => {
        const { answer, explanation } = entrance
        if (isCurrent) setLoaded(answer === 'welcome' ? { entrance } : { ended: { reason: answer, explanation } })
      },
      (error: unknown) => {
        if (isCurrent) setLoaded(loadedFrom(error))
      },
    )
    return () => {
      isCurrent = false
    }
  }, [live, attempt])
  const isUnreachable = loaded !== null && 'isUnreachable' in loaded
  useEffect(() => {
    if (!isUnreachable) return
    const timer = setTimeout(() => setAttempt((count) => count + 1), retryMs)
    return () => clearTimeout(timer)
  }, [isUnreachable])
  return [loaded, () => setAttempt((count) => count + 1)]
}

function loadedFrom(error: unknown): Loaded {
  const code = error instanceof ApiError ? error.code : ''
  if (code === 'link-revoked') return { ended: farewellFor('link-revoked') }
  if (code === 'link-invalid' || code === 'link-expired') return { ended: farewellFor('link-invalid') }
  // Trying again does not mend it.
  if (code === 'journal-broken') return { ended: farewellFor('journal-broken') }
  return { isUnreachable: true }
}
