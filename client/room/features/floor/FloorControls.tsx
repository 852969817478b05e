// Muting everybody, and the rules of speaking.
import { Button, Group } from '@mantine/core'
import { IconClockCog } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../live/session/store.ts'
import { LockButton } from '../../frame/LockButton.tsx'
import { SpeakingRulesDialog } from './SpeakingRulesDialog.tsx'

export function FloorControls() {
  const { t } = useTranslation()
  const rules = useSession(({ state }) => state?.floor.rules)
  const [isSetting, setSetting] = useState(false)
  return (
    <Group gap="xs">
      <LockButton />
      <Button variant="default" leftSection={<IconClockCog size={18} aria-hidden />} onClick={() => setSetting(true)}>
        {t('panels.floor.rules')}
      </Button>
      {isSetting && rules && <SpeakingRulesDialog rules={rules} onClose={() => setSetting(false)} />}
    </Group>
  )
}
