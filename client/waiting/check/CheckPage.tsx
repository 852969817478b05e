// The self-test behind a personal link: camera, microphone, loudspeaker, line, one question a screen; then what it is worth.
// It enters no session, so it may be done days before.
import { Container } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Findings } from '../../../shared/modules/selftest/contract.ts'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type { Entrance } from '../../../shared/wire/hearing/entrance.ts'
import { PageHeader } from '../../base/ui/PageHeader.tsx'
import { describeBrowser, isInAppBrowser } from '../../live/devices/browser.ts'
import { EntranceDoor } from '../../live/entrance/EntranceDoor.tsx'
import { FarewellPage } from '../../live/entrance/FarewellPage.tsx'
import { linkToken } from '../../live/entrance/link-token.ts'
import { useOpenSession } from '../../live/entrance/use-open-session.ts'
import { useMedia } from '../../live/media/media-store.ts'
import { LiveSessionContext } from '../../live/session/live-session-context.ts'
import { useTextSize } from '../../live/session/use-text-size.ts'
import { CameraStep } from './CameraStep.tsx'
import { LineStep } from './LineStep.tsx'
import { MicrophoneStep } from './MicrophoneStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { SpeakerStep } from './SpeakerStep.tsx'
import { StartStep } from './StartStep.tsx'

export function CheckPage() {
  const { hash } = useLocation()
  const token = linkToken(hash)
  const live = useOpenSession(token)
  useTextSize()
  if (!token) return <FarewellPage farewell={farewellFor('link-invalid')} />
  if (!live) return null
  return (
    <LiveSessionContext value={live}>
      <EntranceDoor shut={(farewell) => <FarewellPage farewell={farewell} />}>
        {(entrance) => <Check entrance={entrance} />}
      </EntranceDoor>
    </LiveSessionContext>
  )
}

type Step = 'camera' | 'microphone' | 'speaker' | 'line'

const stepsOfAll: readonly Step[] = ['camera', 'microphone', 'speaker', 'line']
/** An observer sends nothing. */
const stepsOfObserver: readonly Step[] = ['speaker', 'line']

const nothingTried = { camera: 'skipped', microphone: 'skipped', speaker: 'skipped' } as const
type Tried = Pick<Findings, 'camera' | 'microphone' | 'speaker'>

function Check({ entrance }: { entrance: Entrance }) {
  const { t } = useTranslation()
  const steps = entrance.role === 'observer' ? stepsOfObserver : stepsOfAll
  const [position, setPosition] = useState(-1)
  const [tried, setTried] = useState<Tried>(nothingTried)
  const [line, setLine] = useState<Findings['line'] | null>(null)
  const isUnsupported = useMedia(({ path }) => path === 'unsupported')
  useEffect(() => {
    document.title = `${t('check.title')} – ${entrance.session.title}`
  }, [t, entrance.session.title])

  function next(outcome: Partial<Tried> = {}) {
    setTried((before) => ({ ...before, ...outcome }))
    setPosition((before) => before + 1)
  }
  function again() {
    setTried(nothingTried)
    setLine(null)
    setPosition(0)
  }

  const step = steps[position]
  const place = { number: position + 1, total: steps.length }
  const inApp = isInAppBrowser(navigator.userAgent)
  const fitness = isUnsupported ? 'bad' : inApp ? 'usable' : 'good'
  const browser: Findings['browser'] = { name: describeBrowser(navigator.userAgent), fitness }
  return (
    <>
      <PageHeader />
      <Container component="main" size="sm" py="xl">
        {position === -1 && (
          <StartStep entrance={entrance} steps={steps} isInApp={inApp} onStart={() => setPosition(0)} />
        )}
        {step === 'camera' && <CameraStep place={place} onDone={(camera) => next({ camera })} />}
        {step === 'microphone' && <MicrophoneStep place={place} onDone={(microphone) => next({ microphone })} />}
        {step === 'speaker' && <SpeakerStep place={place} onDone={(speaker) => next({ speaker })} />}
        {step === 'line' && (
          <LineStep
            place={place}
            isSupported={!isUnsupported}
            onDone={(outcome) => {
              setLine(outcome)
              next()
            }}
          />
        )}
        {position === steps.length && line && <ResultStep findings={{ ...tried, browser, line }} onAgain={again} />}
      </Container>
    </>
  )
}
