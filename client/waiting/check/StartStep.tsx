// What will be tried, how long it takes, and one large button.
import { Button, List, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Entrance } from '../../../shared/wire/hearing/entrance.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { InAppBrowserHint } from '../../live/devices/InAppBrowserHint.tsx'
import { StepFrame } from './StepFrame.tsx'

interface StartStepProps {
  readonly entrance: Entrance
  readonly steps: readonly ('camera' | 'microphone' | 'speaker' | 'line')[]
  readonly isInApp: boolean
  readonly onStart: () => void
}

export function StartStep({ entrance: { name, siteName, session }, steps, isInApp, onStart }: StartStepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <StepFrame place={null} title={t('check.title')}>
      {isInApp && <InAppBrowserHint />}
      <Paper withBorder p="md">
        <Text fw={600} fz="lg">
          {[name, siteName].filter(Boolean).join(' · ')}
        </Text>
        <Text>{session.title}</Text>
        <Text c="dimmed">{format.dateTime(session.scheduledAt)}</Text>
      </Paper>
      <Stack gap="xs">
        <Text fz="lg">{t('check.what')}</Text>
        <List type="ordered" spacing="xs" fz="lg">
          {steps.map((step) => (
            <List.Item key={step}>{t(`check.what.${step}`)}</List.Item>
          ))}
        </List>
        <Text>{t('check.private')}</Text>
      </Stack>
      <Button size="xl" onClick={onStart}>
        {t('check.start')}
      </Button>
    </StepFrame>
  )
}
