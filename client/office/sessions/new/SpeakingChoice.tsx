// Whether a new reception is one in which people speak by turns; at a conference they always do.
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DraftForm } from './draft-form.ts'

export function SpeakingChoice({ form }: DraftForm) {
  const { t } = useTranslation()
  return form.values.kind === 'reception' ? (
    <Checkbox
      label={t('staff.newSession.byTurns')}
      description={t('staff.newSession.byTurns.hint')}
      {...form.getInputProps('speaksByTurns', { type: 'checkbox' })}
    />
  ) : null
}
