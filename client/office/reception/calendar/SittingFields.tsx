import { Checkbox, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { SittingKind } from '../../../../shared/reception/appointments/contract.ts'
import type { Officer } from '../../../../shared/wire/reception/appointments.ts'
import { TimeField } from '../../../base/ui/dates/TimeField.tsx'
import type { SittingDraft } from './sitting-draft.ts'

interface SittingFieldsProps<Draft extends SittingDraft> {
  readonly form: UseFormReturnType<Draft>
  readonly officers: readonly Officer[]
}

/** What a sitting planned by hand and one of the rota have in common. */
export function SittingFields<Draft extends SittingDraft>({ form, officers }: SittingFieldsProps<Draft>) {
  const { t } = useTranslation()
  const people = officers.map(({ officerId, name, title }) => ({ value: officerId, label: `${name}, ${title}` }))
  const propsOf = (field: keyof SittingDraft) => form.getInputProps(field)
  return (
    <>
      <Select
        label={t('staff.receptionPlan.kind')}
        data={SittingKind.options.map((kind) => ({ value: kind, label: t(`sittingKind.${kind}`) }))}
        allowDeselect={false}
        {...propsOf('kind')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select label={t('staff.receptionPlan.officer')} data={people} searchable required {...propsOf('officerId')} />
        <Select
          label={t('staff.receptionPlan.stepIn.who')}
          data={[{ value: '', label: t('staff.receptionPlan.notChosen') }, ...people]}
          allowDeselect={false}
          {...propsOf('substituteId')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <TimeField label={t('staff.receptionPlan.from')} required {...propsOf('from')} />
        <TimeField label={t('staff.receptionPlan.to')} required {...propsOf('to')} />
        <NumberInput
          label={t('staff.receptionPlan.slotMinutes')}
          allowDecimal={false}
          allowNegative={false}
          step={5}
          required
          {...propsOf('slotMinutes')}
        />
        <NumberInput
          label={t('staff.receptionPlan.capacity')}
          allowDecimal={false}
          allowNegative={false}
          required
          {...propsOf('capacity')}
        />
      </SimpleGrid>
      <TextInput label={t('staff.receptionPlan.place')} required {...propsOf('place')} />
      <Textarea
        label={t('staff.receptionPlan.branchSites')}
        description={t('staff.receptionPlan.branchSites.hint')}
        autosize
        minRows={1}
        maxRows={6}
        {...propsOf('branchSites')}
      />
      <Checkbox label={t('staff.receptionPlan.online')} {...form.getInputProps('isOnline', { type: 'checkbox' })} />
      {form.values.isOnline && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('staff.receptionPlan.ground')} required {...propsOf('ground')} />
          <TextInput label={t('staff.receptionPlan.decisionNumber')} required {...propsOf('decisionNumber')} />
        </SimpleGrid>
      )}
    </>
  )
}
