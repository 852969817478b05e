// Whether a new session is recorded: settled when it is booked, by its kind. Of a reception, and of a secret, there is nothing to choose.
import { Alert, Checkbox, Radio, Stack } from '@mantine/core'
import { IconPlayerRecord, IconPlayerRecordFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RecordingRule } from '../../../../shared/modules/session/contract.ts'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import type { DraftForm } from './draft-form.ts'

export function RecordingChoice({ form }: DraftForm) {
  const { t } = useTranslation()
  const { kind, secrecy, recording } = form.values
  if (isStateSecret(secrecy))
    return (
      <Alert color="gray" role="note" icon={<IconPlayerRecord aria-hidden />}>
        {t('staff.newSession.recording.secret')}
      </Alert>
    )
  if (kind === 'reception')
    return (
      <Alert color="gray" role="note" icon={<IconPlayerRecordFilled aria-hidden />}>
        {t('staff.newSession.recording.reception')}
      </Alert>
    )
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('staff.newSession.recording')}
        description={t('staff.newSession.recording.hint')}
        {...form.getInputProps('recording')}
      >
        <Stack gap="xs" mt={4}>
          {RecordingRule.options.map((rule) => (
            <Radio
              key={rule}
              value={rule}
              label={t(`recordingRule.${rule}`)}
              description={t(`recordingRule.${rule}.what`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {recording !== 'never' && (
        <Checkbox
          label={t('staff.newSession.recording.sound')}
          {...form.getInputProps('recordsSoundAlone', { type: 'checkbox' })}
        />
      )}
    </Stack>
  )
}
