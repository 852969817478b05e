import { NumberInput, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SessionKind } from '../../../../shared/modules/session/contract.ts'
import { useFormat } from '../../../i18n/format.ts'
import { momentOf } from '../agency-time.ts'
import { Section } from '../Section.tsx'
import type { DraftForm } from './draft-form.ts'
import { Repeat } from './Repeat.tsx'

export function Schedule({ form }: DraftForm) {
  const { t } = useTranslation()
  const format = useFormat()
  const scheduledAt = momentOf(form.values)
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
        <TextInput type="time" label={t('staff.newSession.time')} required {...form.getInputProps('time')} />
        <NumberInput
          label={t('staff.newSession.plannedMinutes')}
          allowDecimal={false}
          allowNegative={false}
          step={15}
          required
          {...form.getInputProps('plannedMinutes')}
        />
      </SimpleGrid>
      {/* Date fields follow the language of the browser, often American: said again in words, it cannot be misread. */}
      {Number.isFinite(scheduledAt) && (
        <Text size="sm" role="status">
          {t('staff.newSession.when', { time: format.dateTime(scheduledAt) })}
        </Text>
      )}
      <Repeat form={form} />
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
