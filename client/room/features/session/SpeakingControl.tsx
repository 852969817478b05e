// At a reception: whether one speaks by turns; and while one does not, all can be silenced at once. A conference has the panel of the
// floor for it.
import { Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { LockButton } from '../../frame/LockButton.tsx'

export function SpeakingControl() {
  const { t } = useTranslation()
  const isReception = useSession(({ state }) => state?.session.kind === 'reception')
  const isByTurns = useSession(({ state }) => state?.floor.isByTurns ?? true)
  const setByTurns = useCommand('floor.setByTurns')
  if (!isReception) return null
  return (
    <Stack gap="xs" align="flex-start">
      <Switch
        label={t('panels.session.byTurns')}
        description={t('panels.session.byTurnsHint')}
        checked={isByTurns}
        disabled={setByTurns.isPending}
        onChange={({ currentTarget }) => void setByTurns({ isByTurns: currentTarget.checked })}
      />
      {!isByTurns && <LockButton />}
    </Stack>
  )
}
