// A personal link's page: before entering, waiting, in the hearing, after it. Which of them, the session's phase says.
import { Center, Loader, VisuallyHidden } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { farewellFor } from '../../../../shared/wire/engine/farewells.ts'
import { linkToken } from '../../../live/entrance/link-token.ts'
import { useOpenSession } from '../../../live/entrance/use-open-session.ts'
import { LiveSessionContext } from '../../../live/session/live-session-context.ts'
import { useMe } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useTextSize } from '../../../live/session/use-text-size.ts'
import { EndedPage } from '../ended/EndedPage.tsx'
import { PreJoinPage } from './PreJoinPage.tsx'
import { useAdmissionSignal } from './use-admission-signal.ts'
import { useBackToQueue } from './use-back-to-queue.ts'

// The door opens before the room is fetched; see the effect that fetches it meanwhile.
const importHearing = () => import('../HearingPage.tsx')
const importWaiting = () => import('./WaitingPage.tsx')
const HearingPage = lazy(async () => ({ default: (await importHearing()).HearingPage }))
const WallDisplayPage = lazy(async () => ({ default: (await import('../WallDisplayPage.tsx')).WallDisplayPage }))
const WaitingPage = lazy(async () => ({ default: (await importWaiting()).WaitingPage }))

export function JoinPage() {
  const { hash, search } = useLocation()
  const isDisplay = new URLSearchParams(search).get('display') === 'wall'
  const token = linkToken(hash)
  const live = useOpenSession(token)
  if (!token) return <EndedPage farewell={farewellFor('link-invalid')} />
  if (!live) return null
  return (
    <LiveSessionContext value={live}>
      <Suspense fallback={<Opening />}>{isDisplay ? <WallDisplayPage /> : <Phases />}</Suspense>
    </LiveSessionContext>
  )
}

function Phases() {
  const called = useAdmissionSignal()
  useTextSize()
  useBackToQueue()
  useEffect(() => {
    // Ready before the person has pressed the button. A failure shows when the page is needed.
    void Promise.allSettled([importHearing(), importWaiting()])
  }, [])
  return (
    <>
      <CurrentPage />
      {/* It outlives the pages: a region that appears together with its words is not read out. */}
      <VisuallyHidden aria-live="assertive">{called}</VisuallyHidden>
    </>
  )
}

function CurrentPage() {
  const phase = useSession((session) => session.phase)
  const farewell = useSession((session) => session.farewell)
  const me = useMe()
  switch (phase) {
    case 'idle':
    case 'connecting':
      return <PreJoinPage />
    case 'ended':
      return <EndedPage farewell={farewell ?? farewellFor('left')} />
    case 'waiting':
      return <WaitingPage />
    case 'present':
      return <HearingPage />
    case 'reconnecting':
      return me?.status === 'waiting' ? <WaitingPage /> : <HearingPage />
  }
}

function Opening() {
  const { t } = useTranslation()
  return (
    <Center h="100dvh" role="status" aria-label={t('join.loading')}>
      <Loader />
    </Center>
  )
}
