// The first step of a new petition: what it is, for that decides who may be known, whether anybody is named, who, how many have signed, and who speaks for them.
import { Checkbox, Fieldset, Group, NumberInput, Radio, SimpleGrid, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { caseKinds } from '../../../../shared/cases/intake/contract.ts'
import { Section } from '../../ui/Section.tsx'
import { SenderPersonFields } from '../SenderPersonFields.tsx'
import type { NewCaseDraft } from './new-case-draft.ts'

type Form = UseFormReturnType<NewCaseDraft>

export function SenderFields({ form }: { form: Form }) {
  const { t } = useTranslation()
  const { kind, sender, hasRepresentative } = form.values
  const isNamed = sender === 'named'
  return (
    <Section title={t('cases.new.person')} hint={t('cases.new.person.hint')}>
      {/* First: of who denounces nothing is compared, whatever is typed next. */}
      <Radio.Group label={t('cases.new.kind')} {...form.getInputProps('kind')}>
        <Group mt={4}>
          {caseKinds.map((one) => (
            <Radio key={one} value={one} label={t(`caseKind.${one}`)} autoFocus={one === kind} />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group label={t('cases.new.sender')} {...form.getInputProps('sender')}>
        <Group mt={4}>
          {(['named', 'unnamed'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`cases.new.sender.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
      {isNamed ? (
        <SenderPersonFields propsOf={(field) => form.getInputProps(`person.${field}`)} />
      ) : (
        <Text size="sm">{t('cases.new.sender.unnamed.what')}</Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={t('cases.new.signers')}
          min={1}
          allowDecimal={false}
          required
          {...form.getInputProps('signers')}
        />
      </SimpleGrid>
      {isNamed && (
        <Checkbox
          label={t('cases.new.representative')}
          {...form.getInputProps('hasRepresentative', { type: 'checkbox' })}
        />
      )}
      {isNamed && hasRepresentative && (
        <Fieldset legend={t('cases.new.representative.who')}>
          <SenderPersonFields propsOf={(field) => form.getInputProps(`representative.${field}`)} />
        </Fieldset>
      )}
    </Section>
  )
}
