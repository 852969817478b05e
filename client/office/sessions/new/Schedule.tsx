import { Radio, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SessionKind } from '../../../../shared/modules/session/contract.ts'
import { Section } from '../../ui/Section.tsx'
import { TimeFields } from '../TimeFields.tsx'
import type { DraftForm } from './draft-form.ts'
import { RecordingChoice } from './RecordingChoice.tsx'
import { Repeat } from './Repeat.tsx'
import { SecrecyChoice } from './SecrecyChoice.tsx'
import { SpeakingChoice } from './SpeakingChoice.tsx'

export function Schedule({ form }: DraftForm) {
  const { t } = useTranslation()
  return (
    <Section title={t('staff.newSession.schedule')}>
      <TextInput
        label={t('staff.newSession.title')}
        placeholder={t('staff.newSession.title.example')}
        required
        {...form.getInputProps('title')}
      />
      <Radio.Group label={t('staff.newSession.kind')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt={4}>
          {SessionKind.options.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`sessionKind.${kind}`)}
              description={t(`staff.newSession.kind.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <SecrecyChoice form={form} />
      <TimeFields values={form.values} propsOf={(field) => form.getInputProps(field)} />
      <Repeat form={form} />
      <RecordingChoice form={form} />
      <SpeakingChoice form={form} />
      <TextInput
        label={t('staff.newSession.place')}
        description={t('staff.newSession.place.hint')}
        required
        {...form.getInputProps('place')}
      />
      <TextInput
        label={t('staff.newSession.advisingUnit')}
        description={t('staff.newSession.advisingUnit.hint')}
        {...form.getInputProps('advisingUnit')}
      />
    </Section>
  )
}
