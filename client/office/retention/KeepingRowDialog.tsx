// The agency’s own period of a class. It begins as the one shown; the ground is never taken over, for it was not read.
import { Alert, Checkbox, Group, NumberInput, Select, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeepingRow, keepingUnits } from '../../../shared/retention/classes.ts'
import type { ShownClass } from '../../../shared/wire/custody/retention.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { type KeptForm, useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { SourceFields } from '../law/SourceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { formErrors } from '../ui/form-errors.ts'
import { useAddKeepingRow } from './queries.ts'

interface KeepingRowDialogProps {
  one: ShownClass
  today: string
  onClose: () => void
}

interface KeepingDraft {
  amount: number | string
  unit: KeepingRow['unit']
  isForGood: boolean
  source: string
  isRead: boolean
  validFrom: string
  note: string
}

const enteredOf = ({ amount, unit, isForGood, source, isRead, validFrom, note }: KeepingDraft) => ({
  amount: isForGood ? null : amount,
  unit,
  source,
  mark: isRead ? ('read' as const) : ('memory' as const),
  validFrom,
  note: note.trim() === '' ? null : note,
})

export function KeepingRowDialog({ one: { class: name, row, isConfirmed }, today, onClose }: KeepingRowDialogProps) {
  const { t } = useTranslation()
  const add = useAddKeepingRow()
  const entered = (draft: KeepingDraft) => ({ class: name, ...enteredOf(draft) })
  const [form, kept] = useKeptForm<KeepingDraft>(`keeping-row.${name}`, {
    blank: {
      amount: row.amount ?? '',
      unit: row.unit,
      isForGood: row.amount === null,
      source: isConfirmed ? row.source : '',
      isRead: false,
      validFrom: today,
      note: '',
    },
    validate: (draft) => formErrors(t, KeepingRow, entered(draft)),
  })
  return (
    <FormDialog
      kept={kept}
      title={t('retention.enterOf', { name: t(`retention.class.${name}`) })}
      submitLabel={t('retention.form.submit')}
      size="lg"
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={form.onSubmit((draft) => kept.sentBy(add.mutateAsync(KeepingRow.parse(entered(draft))), onClose))}
    >
      <Period form={form} />
      <SourceFields label={t('retention.form.source')} propsOf={form.getInputProps} />
      <DateField label={t('retention.form.validFrom')} required {...form.getInputProps('validFrom')} />
      <Textarea label={t('retention.form.note')} autosize maxLength={1000} {...form.getInputProps('note')} />
      {!form.values.isForGood && <Alert color="yellow">{t('retention.form.warning')}</Alert>}
    </FormDialog>
  )
}

function Period({ form }: { form: KeptForm<KeepingDraft> }) {
  const { t } = useTranslation()
  return (
    <>
      <Checkbox label={t('retention.form.forGood')} {...form.getInputProps('isForGood', { type: 'checkbox' })} />
      {!form.values.isForGood && (
        <Group align="flex-start">
          <NumberInput
            label={t('retention.form.amount')}
            required
            min={1}
            max={200}
            allowDecimal={false}
            {...form.getInputProps('amount')}
          />
          <Select
            label={t('retention.form.unit')}
            data={keepingUnits.map((value) => ({ value, label: t(`retention.form.unit.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('unit')}
          />
        </Group>
      )}
    </>
  )
}
