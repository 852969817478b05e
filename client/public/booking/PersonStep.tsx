// Of booking: who comes, and for whom.
import { Checkbox, NumberInput, Paper, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { representationOn, smallestGroup } from '../../../shared/law/reception-duties.ts'
import { Party } from '../../../shared/reception/appointments/contract.ts'
import type { DraftForm } from './draft.ts'

export function PersonStep({ form, day }: { form: DraftForm; day: string }) {
  const { t } = useTranslation()
  const { party } = form.values
  return (
    <>
      <Text>{t('reception.form.private')}</Text>
      <div data-field="name">
        <TextInput
          size="lg"
          label={t('reception.form.name')}
          autoComplete="name"
          required
          {...form.getInputProps('name')}
        />
      </div>
      <div data-field="phone">
        <TextInput
          size="lg"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          label={t('reception.form.phone')}
          description={t('reception.form.phone.hint')}
          {...form.getInputProps('phone')}
        />
      </div>
      <div data-field="email">
        <TextInput
          size="lg"
          type="email"
          inputMode="email"
          autoComplete="email"
          label={t('reception.form.email')}
          description={t('reception.form.email.hint')}
          {...form.getInputProps('email')}
        />
      </div>
      <div data-field="address">
        <TextInput
          size="lg"
          autoComplete="street-address"
          label={t('reception.form.address')}
          {...form.getInputProps('address')}
        />
      </div>
      <Radio.Group label={t('reception.form.party')} size="lg" {...form.getInputProps('party')}>
        <Stack gap="md" mt="sm">
          {Party.options.map(({ shape: { kind } }) => (
            <Radio
              key={kind.value}
              value={kind.value}
              size="lg"
              label={t(`reception.form.party.${kind.value}`, { minimum: smallestGroup })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {party === 'group' && <GroupFields form={form} day={day} />}
      {party !== 'self' && (
        <div data-field="hasPaper">
          <Checkbox
            size="lg"
            label={t(party === 'group' ? 'reception.form.groupPaper' : 'reception.form.authorisation')}
            {...form.getInputProps('hasPaper', { type: 'checkbox' })}
          />
        </div>
      )}
    </>
  )
}

function GroupFields({ form, day }: { form: DraftForm; day: string }) {
  const { t } = useTranslation()
  const people = Number(form.values.people)
  const { representatives: maximum } = representationOn(people, day)
  return (
    <Paper withBorder p="md">
      <Stack>
        <div data-field="people">
          <NumberInput
            size="lg"
            label={t('reception.form.people')}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            required
            {...form.getInputProps('people')}
          />
        </div>
        <div data-field="representatives">
          <NumberInput
            size="lg"
            label={t('reception.form.representatives')}
            description={people >= smallestGroup ? t('reception.form.representatives.hint', { people, maximum }) : null}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            required
            {...form.getInputProps('representatives')}
          />
        </div>
      </Stack>
    </Paper>
  )
}
