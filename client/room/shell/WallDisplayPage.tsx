// A second screen in a room (`?display=wall`): everybody on the wall, no controls, no sound; the endpoint beside it has the sound.
// It enters by itself and comes back by itself. It needs a link of its own (an observer's), so that it takes nobody's place.

import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { useShallow } from 'zustand/react/shallow'
import type { Entrance } from '../../../shared/wire/hearing/entrance.ts'
import { useWakeLock } from '../../base/ui/use-wake-lock.ts'
import { useLiveSession } from '../../live/session/live-session-context.ts'
import { useSession } from '../../live/session/store.ts'
import { onStage } from '../../live/stage/on-stage.ts'
import { PresentedDocument, useIsPresenting } from '../../live/stage/PresentedDocument.tsx'
import { SharedScreen } from '../../live/stage/SharedScreen.tsx'
import { screenSharer } from '../../live/stage/screen-sharer.ts'
import { Wall } from '../../live/stage/Wall.tsx'
import { CurrentItem } from '../features/agenda/CurrentItem.tsx'
import { ScreenCaptions } from '../features/captions/ScreenCaptions.tsx'
import { ConsultationBanner } from '../features/consultation/ConsultationBanner.tsx'
import { FloorBanner } from '../features/floor/FloorBanner.tsx'
import { QuorumBanner } from '../features/rollcall/PresenceLine.tsx'
import { AnnouncementBanner } from '../features/session/announcement/AnnouncementBanner.tsx'
import { SignedStage } from '../features/sign-language/SignedStage.tsx'
import styles from './room.module.css'

const pageShownForMs = 20_000
const retryMs = 3000

export function WallDisplayPage() {
  const { t } = useTranslation()
  const phase = useSession((session) => session.phase)
  const farewell = useSession((session) => session.farewell)
  const entrance = useEnterAsDisplay()
  useWakeLock()
  if (entrance && entrance.role !== 'observer') return <NotADisplay />
  switch (phase) {
    case 'present':
    case 'reconnecting':
      return <Display />
    case 'waiting':
      return <Message>{t('wall.waits')}</Message>
    case 'ended':
      return <Message>{t(`farewell.${farewell?.reason ?? 'left'}`)}</Message>
    case 'idle':
    case 'connecting':
      return <Message>{t('wall.opens')}</Message>
  }
}

function useEnterAsDisplay(): Entrance | null {
  const live = useLiveSession()
  const [entrance, setEntrance] = useState<Entrance | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    const open = async () => {
      try {
        const found = await live.entrance()
        if (!isCurrent) return
        setEntrance(found)
        if (found.role === 'observer') void live.enter()
      } catch {
        // Nobody stands before this screen to press a button.
        if (isCurrent) timer = setTimeout(() => void open(), retryMs)
      }
    }
    void open()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [live])
  return entrance
}

function Display() {
  const title = useSession(({ state }) => state?.session.title ?? '')
  const tiles = useSession(useShallow(({ state, me }) => (state ? onStage(state, me?.participantId ?? null) : [])))
  const sharer = useSession(screenSharer)
  const isPresenting = useIsPresenting()
  useEffect(() => {
    document.title = `${title} – Điểm Cầu`
  }, [title])
  return (
    <div className={styles.display}>
      <header className={styles.header}>
        <Title order={1} className={styles.title}>
          {title}
        </Title>
      </header>
      <div>
        <CurrentItem />
        <AnnouncementBanner />
        <ConsultationBanner />
        <FloorBanner />
        <QuorumBanner />
      </div>
      <main className={styles.stage}>
        <SignedStage>
          {sharer ? (
            <SharedScreen participantId={sharer} />
          ) : isPresenting ? (
            <PresentedDocument isBare />
          ) : (
            <Wall tiles={tiles} turnsEveryMs={pageShownForMs} />
          )}
        </SignedStage>
      </main>
      <ScreenCaptions />
    </div>
  )
}

function Message({ children }: { children: ReactNode }) {
  return (
    <Center className={styles.displayMessage}>
      <Text fz={{ base: 'xl', md: '2.5rem' }} role="status">
        {children}
      </Text>
    </Center>
  )
}

function NotADisplay() {
  const { t } = useTranslation()
  const { pathname, hash } = useLocation()
  const navigate = useNavigate()
  return (
    <Center h="100dvh" p="md">
      <Stack align="center" maw={560} ta="center">
        <Title order={1} fz="h3">
          {t('wall.notADisplay')}
        </Title>
        <Text>{t('wall.notADisplayHow')}</Text>
        <Button size="lg" onClick={() => void navigate({ pathname, hash })}>
          {t('wall.enterAsUsual')}
        </Button>
      </Stack>
    </Center>
  )
}
