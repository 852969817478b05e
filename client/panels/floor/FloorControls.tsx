// Muting everybody, and the rules of speaking.
import { Button, Group } from '@mantine/core'
import { IconClockCog, IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import { SpeakingRulesDialog } from './SpeakingRulesDialog.tsx'

export function FloorControls() {
  const { t } = useTranslation()
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const isLocked = useSession(({ state }) => state?.floor.isLocked ?? false)
  const rules = useSession(({ state }) => state?.floor.rules)
  const lock = useCommand('floor.lock')
  const unlock = useCommand('floor.unlock')
  const [isSetting, setSetting] = useState(false)
  return (
    <Group gap="xs">
      {isLocked ? (
        <Button
          leftSection={<IconLockOpen size={18} aria-hidden />}
          loading={unlock.isPending}
          onClick={() => void unlock({})}
        >
          {t('panels.floor.unlock')}
        </Button>
      ) : (
        <Button
          variant="light"
          color="red"
          leftSection={<IconLock size={18} aria-hidden />}
          disabled={!isOpen}
          loading={lock.isPending}
          onClick={() => void lock({})}
        >
          {t('panels.floor.lock')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconClockCog size={18} aria-hidden />} onClick={() => setSetting(true)}>
        {t('panels.floor.rules')}
      </Button>
      {isSetting && rules && <SpeakingRulesDialog rules={rules} onClose={() => setSetting(false)} />}
    </Group>
  )
}
