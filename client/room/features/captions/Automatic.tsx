// For staff: whether the speech engine of the installation writes the captions, and how it does. Without an engine nothing is said.
import { Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mayHaveTranscript } from '../../../../shared/projections/captions.ts'
import { useSpeechTrouble } from '../../../live/session/captions.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

export function Automatic() {
  const { t } = useTranslation()
  const isOn = useSession(({ state }) => state?.captions.isAutomatic ?? false)
  const engine = useSession(({ live }) => live.health?.speech?.state ?? null)
  const isAllowed = useSession(({ state }) => state !== null && mayHaveTranscript(state))
  const trouble = useSpeechTrouble()
  const set = useCommand('captions.setAutomatic')
  if (!isAllowed || (engine === null && !isOn)) return null
  // Nobody is promised captions that cannot come.
  const isUnusable = engine === 'unreadable' || engine === 'incomplete'
  return (
    <Stack component="section" gap={4}>
      <Switch
        size="md"
        label={t('panels.captions.automatic')}
        description={t('panels.captions.automaticHint')}
        checked={isOn}
        disabled={set.isPending || (isUnusable && !isOn)}
        onChange={({ currentTarget }) => void set({ isOn: currentTarget.checked })}
      />
      {trouble !== null && (
        <Text role="status" c="red.8" fw={600}>
          {trouble}
        </Text>
      )}
    </Stack>
  )
}

export function OnScreens() {
  const { t } = useTranslation()
  const isOn = useSession(({ state }) => state?.captions.isOnScreens ?? false)
  const set = useCommand('captions.setOnScreens')
  return (
    <Switch
      size="md"
      label={t('panels.captions.onScreens')}
      description={t('panels.captions.onScreensHint')}
      checked={isOn}
      disabled={set.isPending}
      onChange={({ currentTarget }) => void set({ isOn: currentTarget.checked })}
    />
  )
}
