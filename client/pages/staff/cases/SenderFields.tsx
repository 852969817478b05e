// The first step of a new petition: what it is, for that decides who may be known, whether anybody is named, who, how many have signed, and who speaks for them.
import { Checkbox, Fieldset, Group, NumberInput, Radio, Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { caseKinds } from '../../../../shared/cases/intake/contract.ts'
import { Section } from '../Section.tsx'
import { type NewCaseDraft, paperKinds } from './new-case-draft.ts'

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
      {isNamed ? <PersonFields form={form} of="person" /> : <Text size="sm">{t('cases.new.sender.unnamed.what')}</Text>}
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
          <PersonFields form={form} of="representative" />
        </Fieldset>
      )}
    </Section>
  )
}

function PersonFields({ form, of }: { form: Form; of: 'person' | 'representative' }) {
  const { t } = useTranslation()
  const field = (name: string) => form.getInputProps(`${of}.${name}`)
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={t('petition.name')} autoComplete="off" required {...field('name')} />
      <TextInput label={t('petition.address')} autoComplete="off" {...field('address')} />
      <TextInput label={t('petition.phone')} type="tel" autoComplete="off" {...field('phone')} />
      <TextInput label={t('petition.email')} type="email" autoComplete="off" {...field('email')} />
      <Select
        label={t('cases.new.paperKind')}
        data={paperKinds.map((one) => ({ value: one, label: t(`cases.new.paper.${one}`) }))}
        allowDeselect={false}
        {...field('paperKind')}
      />
      <TextInput label={t('cases.new.paperNumber')} autoComplete="off" {...field('paperNumber')} />
    </SimpleGrid>
  )
}
