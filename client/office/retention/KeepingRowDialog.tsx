// The agency’s own period of a class. It begins as the one shown; the ground is never taken over, for it was not read.
import { Alert, Checkbox, Group, NumberInput, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeepingRow, keepingUnits } from '../../../shared/retention/classes.ts'
import type { ShownClass } from '../../../shared/wire/custody/retention.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { useKept } from '../../base/ui/forms/use-kept.ts'
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
  const [draft, write, kept] = useKept<KeepingDraft>(`keeping-row.${name}`, {
    amount: row.amount ?? '',
    unit: row.unit,
    isForGood: row.amount === null,
    source: isConfirmed ? row.source : '',
    isRead: false,
    validFrom: today,
    note: '',
  })
  const { isForGood, source, isRead, validFrom, note } = draft
  const [errors, setErrors] = useState<Record<string, string>>({})
  function submit() {
    const entered = { class: name, ...enteredOf(draft) }
    const found = formErrors(t, KeepingRow, entered)
    setErrors(found)
    if (Object.keys(found).length === 0) kept.sentBy(add.mutateAsync(KeepingRow.parse(entered)), onClose)
  }

  return (
    <FormDialog
      kept={kept}
      title={t('retention.enterOf', { name: t(`retention.class.${name}`) })}
      submitLabel={t('retention.form.submit')}
      size="lg"
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Period draft={draft} error={errors.amount} onChange={write} />
      <SourceFields
        label={t('retention.form.source')}
        source={source}
        error={errors.source}
        isRead={isRead}
        onSource={(typed) => write({ source: typed })}
        onRead={(ticked) => write({ isRead: ticked })}
      />
      <DateField
        label={t('retention.form.validFrom')}
        required
        value={validFrom}
        error={errors.validFrom}
        onChange={(day) => write({ validFrom: day })}
      />
      <Textarea
        label={t('retention.form.note')}
        autosize
        maxLength={1000}
        value={note}
        onChange={(event) => write({ note: event.currentTarget.value })}
      />
      {!isForGood && <Alert color="yellow">{t('retention.form.warning')}</Alert>}
    </FormDialog>
  )
}

interface PeriodProps {
  draft: KeepingDraft
  error: string | undefined
  onChange: (changes: Partial<KeepingDraft>) => void
}

function Period({ draft: { isForGood, amount, unit }, error, onChange }: PeriodProps) {
  const { t } = useTranslation()
  return (
    <>
      <Checkbox
        label={t('retention.form.forGood')}
        checked={isForGood}
        onChange={(event) => onChange({ isForGood: event.currentTarget.checked })}
      />
      {!isForGood && (
        <Group align="flex-start">
          <NumberInput
            label={t('retention.form.amount')}
            required
            min={1}
            max={200}
            allowDecimal={false}
            value={amount}
            error={error}
            onChange={(typed) => onChange({ amount: typed })}
          />
          <Select
            label={t('retention.form.unit')}
            data={keepingUnits.map((value) => ({ value, label: t(`retention.form.unit.${value}`) }))}
            value={unit}
            allowDeselect={false}
            onChange={(value) => onChange({ unit: value as KeepingRow['unit'] })}
          />
        </Group>
      )}
    </>
  )
}
