// Who waits no longer gives the number back, once asked again.

import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ticketApi } from '../../../shared/wire/reception/ticket-api.ts'
import { call } from '../../base/api.ts'
import { ConfirmDialog } from '../../base/ui/dialogs/ConfirmDialog.tsx'

export function GiveUp({ number, token }: { number: string; token: string }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const [isPending, setPending] = useState(false)
  async function giveUp() {
    setPending(true)
    // Not done: the number stays on the screen, and the button with it.
    await call(ticketApi.giveUp, {}, { token }).catch(() => undefined)
    setPending(false)
    setAsking(false)
  }
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('waiting.giveUp')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('waiting.giveUp.title')}
        confirmLabel={t('waiting.giveUp.yes')}
        isPending={isPending}
        onConfirm={() => void giveUp()}
      >
        <Text>{t('waiting.giveUp.what', { number })}</Text>
      </ConfirmDialog>
    </>
  )
}
