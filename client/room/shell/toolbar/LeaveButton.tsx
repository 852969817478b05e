// Leaving. Whoever chairs a running session is asked first: to hand the chair over, to go alone, or to end it for everybody; others
// just go.
import { Button, Modal, Stack, Text } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { CloseDialog } from '../../features/session/CloseDialog.tsx'
import { HandOverDialog } from '../../features/session/chair/HandOverDialog.tsx'
import { ToolbarButton } from '../../frame/ToolbarButton.tsx'

export function LeaveButton() {
  const { t } = useTranslation()
  const live = useLiveSession()
  const isChair = useRole() === 'chair'
  const isRunning = useSession(({ state }) => state?.session.status === 'open' || state?.session.status === 'suspended')
  const [step, setStep] = useState<'none' | 'asking' | 'handingOver' | 'closing' | 'leaving'>('none')
  const leave = () => {
    setStep('leaving')
    void live.leave()
  }
  return (
    <>
      <ToolbarButton
        icon={IconDoorExit}
        label={t('hearing.leave')}
        tone="leave"
        isPending={step === 'leaving'}
        onClick={() => (isChair && isRunning ? setStep('asking') : leave())}
      />
      <Modal
        opened={step === 'asking'}
        onClose={() => setStep('none')}
        title={t('hearing.leaving')}
        centered
        closeButtonProps={{ 'aria-label': t('dialog.close') }}
      >
        <Stack>
          <Text>{t('hearing.leaving.chair')}</Text>
          <Button data-autofocus onClick={() => setStep('none')}>
            {t('hearing.leaving.stay')}
          </Button>
          <Button variant="light" onClick={() => setStep('handingOver')}>
            {t('hearing.handOver')}
          </Button>
          <Button variant="default" onClick={leave}>
            {t('hearing.leaving.alone')}
          </Button>
          <Button color="red" variant="outline" onClick={() => setStep('closing')}>
            {t('hearing.leaving.endForAll')}
          </Button>
        </Stack>
      </Modal>
      <HandOverDialog opened={step === 'handingOver'} onClose={() => setStep('none')} onLeave={leave} />
      <CloseDialog opened={step === 'closing'} onClose={() => setStep('none')} />
    </>
  )
}
