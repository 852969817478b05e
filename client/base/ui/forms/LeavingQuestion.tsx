// Asks whoever leaves a form that was begun: stay, keep it for later, or throw it away.
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import type { Kept } from './use-form-draft.ts'

export function LeavingQuestion({ kept }: { kept: Kept }) {
  const { t } = useTranslation()
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => kept.isChanged() && currentLocation.pathname !== nextLocation.pathname,
  )
  const stay = () => leaving.reset?.()
  return (
    <Modal
      opened={leaving.state === 'blocked'}
      onClose={stay}
      title={t('forms.leaving')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Text>{t('forms.leaving.what')}</Text>
        <Button data-autofocus onClick={stay}>
          {t('forms.stay')}
        </Button>
        <Button variant="default" onClick={() => leaving.proceed?.()}>
          {t('forms.keep')}
        </Button>
        <Button
          variant="default"
          color="red"
          onClick={() => {
            kept.end()
            leaving.proceed?.()
          }}
        >
          {t('forms.leaveWithout')}
        </Button>
      </Stack>
    </Modal>
  )
}
