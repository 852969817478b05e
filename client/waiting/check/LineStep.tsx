// The line is tried by itself: nothing to answer, only to wait a quarter of a minute.
import { Progress, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineOutcome } from '../../../shared/modules/selftest/contract.ts'
import { checkLine } from '../../live/media/line-check.ts'
import { openLineCheckLink } from '../../live/session/line-check-link.ts'
import { useLiveSession } from '../../live/session/live-session-context.ts'
import { type Place, StepFrame } from './StepFrame.tsx'

interface LineStepProps {
  readonly place: Place
  /** Whether this browser can send and receive at all. */
  readonly isSupported: boolean
  readonly onDone: (outcome: LineOutcome) => void
}

export function LineStep({ place, isSupported, onDone }: LineStepProps) {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const [share, setShare] = useState(0)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (!isSupported) return done.current({ outcome: 'notTested' })
    const ending = new AbortController()
    checkLine({ open: () => openLineCheckLink(token), onProgress: setShare, signal: ending.signal }).then(
      (outcome) => done.current(outcome),
      // Only because this screen is gone.
      () => undefined,
    )
    return () => ending.abort(new Error('the page was left'))
  }, [token, isSupported])
  return (
    <StepFrame place={place} title={t('check.line.title')}>
      <Stack gap="sm">
        <Text fz="lg" role="status">
          {t('check.line.what')}
        </Text>
        <Progress value={share * 100} size="xl" striped animated aria-label={t('check.line.title')} />
        <Text c="dimmed">{t('check.line.amount')}</Text>
      </Stack>
    </StepFrame>
  )
}
