// What was typed before is in the form again, and may be thrown away; that is asked first.
import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../dialogs/ConfirmDialog.tsx'
import type { FormDraft } from './form-draft.ts'

interface DraftNoticeProps<Values> {
  draft: FormDraft<Values>
  /** Puts what the form is without a draft back into it. */
  onThrowAway: (blank: Values) => void
}

export function DraftNotice<Values>({ draft, onThrowAway }: DraftNoticeProps<Values>) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(draft.isRestored)
  const [isAsking, setAsking] = useState(false)
  if (!isShown) return null
  return (
    <Alert color="blue" role="status">
      <Group justify="space-between" gap="xs">
        <Text flex="1 1 16rem">{t('forms.restored')}</Text>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('forms.throwAway')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('forms.throwAway.title')}
        confirmLabel={t('forms.throwAway')}
        onConfirm={() => {
          onThrowAway(draft.blank)
          draft.forget()
          setShown(false)
        }}
      >
        <Text>{t('forms.throwAway.what')}</Text>
      </ConfirmDialog>
    </Alert>
  )
}
