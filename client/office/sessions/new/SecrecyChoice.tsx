// The level of a new session, with what each changes. What is not handled here cannot be chosen, and the form says why.
import { Alert, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isStateSecret, SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import { useSecrecy } from '../../ui/use-secrecy.ts'
import type { DraftForm } from './draft-form.ts'

export function SecrecyChoice({ form }: DraftForm) {
  const { t } = useTranslation()
  const secrecy = useSecrecy()
  const refusal = form.values.kind === 'reception' ? 'secrecy.reception' : secrecy.data?.refusal
  const isClosed = (level: SecrecyLevel) => isStateSecret(level) && refusal !== null
  return (
    <Radio.Group label={t('secrecy.level')} description={t('secrecy.level.hint')} {...form.getInputProps('secrecy')}>
      <Stack gap="xs" mt={4}>
        {SecrecyLevel.options.map((level) => (
          <Radio
            key={level}
            value={level}
            disabled={isClosed(level)}
            label={t(`secrecy.${level}`)}
            {...(!isClosed(level) && { description: t(`secrecy.${level}.what`) })}
          />
        ))}
        {refusal && (
          <Alert color="gray" role="note">
            {t(`rejection.${refusal}`)}
          </Alert>
        )}
      </Stack>
    </Radio.Group>
  )
}
