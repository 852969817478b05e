// What is in a panel, fetched when it is first opened: the first page of a phone stays small.
import { Button, Center, Loader, Stack, Text } from '@mantine/core'
import { type ComponentType, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Panel } from '../../frame/panel.ts'
import { HeldStill } from './HeldStill.tsx'

const fetched = new Map<string, ComponentType>()

/** Rendered anew for each panel. */
export function PanelContent({ panel }: { panel: Panel }) {
  const [Content, setContent] = useState<ComponentType | undefined>(() => fetched.get(panel.id))
  const [attempt, setAttempt] = useState(0)
  const [failedAttempt, setFailedAttempt] = useState<number | null>(null)
  useEffect(() => {
    if (fetched.has(panel.id)) return
    let isCurrent = true
    panel.load().then(
      (content) => {
        fetched.set(panel.id, content)
        if (isCurrent) setContent(() => content)
      },
      () => {
        if (isCurrent) setFailedAttempt(attempt)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [panel, attempt])
  if (Content)
    return (
      <HeldStill>
        <Content />
      </HeldStill>
    )
  return failedAttempt === attempt ? <Failed onRetry={() => setAttempt(attempt + 1)} /> : <Loading />
}

function Loading() {
  const { t } = useTranslation()
  return (
    <Center py="xl" role="status" aria-label={t('panels.loading')}>
      <Loader />
    </Center>
  )
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack align="flex-start">
      <Text role="alert">{t('panels.notLoaded')}</Text>
      <Button onClick={onRetry}>{t('join.tryAgain')}</Button>
    </Stack>
  )
}
