// All but the chair are silent, until it is pressed again.
import { Button } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../live/session/store.ts'
import { useCommand } from '../../live/session/use-command.ts'

export function LockButton() {
  const { t } = useTranslation()
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const isLocked = useSession(({ state }) => state?.floor.isLocked ?? false)
  const isByTurns = useSession(({ state }) => state?.floor.isByTurns ?? true)
  const lock = useCommand('floor.lock')
  const unlock = useCommand('floor.unlock')
  return isLocked ? (
    <Button
      leftSection={<IconLockOpen size={18} aria-hidden />}
      loading={unlock.isPending}
      onClick={() => void unlock({})}
    >
      {t(isByTurns ? 'panels.floor.unlock' : 'panels.floor.unlockAll')}
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
  )
}
