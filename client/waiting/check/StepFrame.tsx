// The frame of one screen of the self-test: which step of how many, what is asked, and large answers below.
import { Button, Progress, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceOutcome } from '../../../shared/modules/selftest/contract.ts'

export interface Place {
  readonly number: number
  readonly total: number
}

export interface StepProps {
  readonly place: Place
  readonly onDone: (outcome: DeviceOutcome) => void
}

interface StepFrameProps {
  readonly place: Place | null
  readonly title: string
  readonly children: ReactNode
}

export function StepFrame({ place, title, children }: StepFrameProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  // A new screen begins at its top, for the eye and for a screen reader.
  useEffect(() => heading.current?.focus(), [])
  return (
    <Stack gap="lg">
      {place && (
        <div>
          <Text c="dimmed" fw={600} mb={6}>
            {t('check.step', { number: place.number, total: place.total })}
          </Text>
          <Progress value={(place.number / place.total) * 100} aria-hidden size="sm" />
        </div>
      )}
      <Title order={1} fz="h2" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {title}
      </Title>
      {children}
    </Stack>
  )
}

interface AnswersProps {
  readonly yes: string
  readonly no: string
  readonly onAnswer: (outcome: DeviceOutcome) => void
}

/** Two answers that differ in colour, sign and words. */
export function Answers({ yes, no, onAnswer }: AnswersProps) {
  return (
    <Stack gap="sm">
      <Button size="xl" color="teal.9" leftSection={<IconCheck aria-hidden />} onClick={() => onAnswer('works')}>
        {yes}
      </Button>
      <Button size="xl" variant="default" leftSection={<IconX aria-hidden />} onClick={() => onAnswer('fails')}>
        {no}
      </Button>
    </Stack>
  )
}

export function SkipButton({ onSkip }: { onSkip: () => void }) {
  const { t } = useTranslation()
  return (
    <Button variant="subtle" onClick={onSkip}>
      {t('check.skip')}
    </Button>
  )
}
