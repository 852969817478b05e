// What was typed before is in the form again, and may be thrown away; that is asked first.
import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../dialogs/ConfirmDialog.tsx'
import type { Kept } from './use-form-draft.ts'

export function DraftNotice({ kept }: { kept: Kept }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  if (!kept.isRestored) return null
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
        onConfirm={kept.empty}
      >
        <Text>{t('forms.throwAway.what')}</Text>
      </ConfirmDialog>
    </Alert>
  )
}
