import { NumberInput, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { SessionKind } from '../../../../shared/modules/session/contract.ts'
import { Section } from '../Section.tsx'
import type { SessionDraft } from './session-draft.ts'

export interface DraftForm {
  form: UseFormReturnType<SessionDraft>
}

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
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput type="date" label={t('staff.newSession.date')} required {...form.getInputProps('date')} />
        <TextInput
          type="time"
          label={t('staff.newSession.time')}
          description={t('staff.newSession.time.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          {...form.getInputProps('time')}
        />
        <NumberInput
          label={t('staff.newSession.plannedMinutes')}
          allowDecimal={false}
          allowNegative={false}
          step={15}
          required
          {...form.getInputProps('plannedMinutes')}
        />
      </SimpleGrid>
      <TextInput
        label={t('staff.newSession.place')}
        description={t('staff.newSession.place.hint')}
        required
        {...form.getInputProps('place')}
      />
    </Section>
  )
}
