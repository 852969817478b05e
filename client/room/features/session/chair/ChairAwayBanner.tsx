// To everybody in a running session whose chair has left or is away for long: it is not over. A secretary may take the chair.
import { Button, Text } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isChair, isChairAway } from '../../../../../shared/modules/admission/contract.ts'
import { ConfirmDialog } from '../../../../base/ui/dialogs/ConfirmDialog.tsx'
import { usePermission } from '../../../../live/session/permissions.ts'
import { useServerNow } from '../../../../live/session/selectors.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { NoticeBanner } from '../../../frame/NoticeBanner.tsx'

const lookEveryMs = 5000

export function ChairAwayBanner() {
  const { t } = useTranslation()
  const isRunning = useSession(({ state }) => state?.session.status === 'open' || state?.session.status === 'suspended')
  const chair = useSession(({ state }) => Object.values(state?.admission.participants ?? {}).find(isChair) ?? null)
  const now = useServerNow(lookEveryMs)
  if (!isRunning || !chair || !isChairAway(chair, now)) return null
  const words = t(chair.status === 'left' ? 'hearing.chairLeft.what' : 'hearing.chairAway.what')
  return (
    <NoticeBanner icon={IconDoorExit} label={t('hearing.chairAway')} words={words}>
      <TakeChair />
    </NoticeBanner>
  )
}

function TakeChair() {
  const { t } = useTranslation()
  const mayTake = usePermission('admission.takeChair')
  const take = useCommand('admission.takeChair')
  const [isAsking, setAsking] = useState(false)
  if (!mayTake) return null
  async function confirm() {
    await take({})
    setAsking(false)
  }
  return (
    <>
      <Button variant="white" color="dark" onClick={() => setAsking(true)}>
        {t('hearing.takeChair')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('hearing.takeChair.title')}
        confirmLabel={t('hearing.takeChair')}
        confirmColor="agency"
        isPending={take.isPending}
        onConfirm={() => void confirm()}
      >
        <Text>{t('hearing.takeChair.what')}</Text>
      </ConfirmDialog>
    </>
  )
}
