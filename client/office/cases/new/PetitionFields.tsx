// The second step of a new petition: how and when it came, what it is about, its level of secrecy.
import { Group, Radio, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { IntakeWay } from '../../../../shared/cases/intake/contract.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
import { Section } from '../../ui/Section.tsx'
import { LevelField } from './LevelField.tsx'
import type { NewCaseDraft } from './new-case-draft.ts'

export function PetitionFields({ form }: { form: UseFormReturnType<NewCaseDraft> }) {
  const { t } = useTranslation()
  const { way } = form.values
  return (
    <Section title={t('cases.new.petition')}>
      <Radio.Group label={t('cases.new.way')} {...form.getInputProps('way')}>
        <Group mt={4}>
          {IntakeWay.options
            .filter((one) => one !== 'web')
            .map((one) => (
              <Radio key={one} value={one} label={t(`caseWay.${one}`)} />
            ))}
        </Group>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <DateField label={t('cases.new.receivedOn')} required {...form.getInputProps('receivedOn')} />
        <DateField label={t('cases.new.writtenOn')} {...form.getInputProps('writtenOn')} />
        {way === 'reception' && (
          <>
            <DateField label={t('cases.new.receptionDay')} required {...form.getInputProps('receptionDay')} />
            <TextInput label={t('cases.new.ticket')} {...form.getInputProps('ticket')} />
          </>
        )}
      </SimpleGrid>
      <TextInput
        label={t('cases.new.subject')}
        description={t('cases.new.subject.hint')}
        maxLength={300}
        required
        {...form.getInputProps('subject')}
      />
      <Textarea
        label={t('cases.new.content')}
        maxLength={10_000}
        required
        autosize
        minRows={3}
        maxRows={12}
        {...form.getInputProps('content')}
      />
      <LevelField {...form.getInputProps('secrecy')} />
    </Section>
  )
}
