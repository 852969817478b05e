// A deadline that is another from a day on: begins as the newest row is, for what has changed alone is typed.
import { Group, Select, Textarea } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ClockName, type ClockUnit, clockUnits, repeatedVariant } from '../../../shared/law/legal-clocks.ts'
import { NewClockRow, type ShownRow } from '../../../shared/wire/casework/law.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { useKept } from '../../base/ui/forms/use-kept.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { formErrors } from '../ui/form-errors.ts'
import { useAddRow } from './queries.ts'
import { SourceFields } from './SourceFields.tsx'
import { VariantFields } from './VariantFields.tsx'

interface NewRowDialogProps {
  clock: ClockName
  /** At least one. */
  rows: readonly ShownRow[]
  onClose: () => void
}

function faultsOfRow(t: TFunction, row: NewClockRow, newest: ShownRow): Record<string, string> {
  const { validFrom, variants } = row
  const found = formErrors(t, NewClockRow, row)
  if (validFrom !== '' && validFrom < newest.validFrom) found.validFrom = t('staff.problem.law.row-history')
  const bare = variants.findIndex(({ when }, index) => index > 0 && when.length === 0)
  const repeated = repeatedVariant(variants)
  if (bare !== -1) found[`variants.${bare}.when`] = t('law.form.fault.noWhen')
  else if (repeated !== null) found[`variants.${repeated}.when`] = t('law.form.fault.sameWhen')
  return found
}

export function NewRowDialog({ clock, rows, onClose }: NewRowDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const add = useAddRow()
  const newest = rows.reduce((one, row) => (one.validFrom > row.validFrom ? one : row))
  const [draft, write, kept] = useKept(`law-row.${clock}`, {
    validFrom: '',
    unit: newest.unit as ClockUnit,
    variants: newest.variants as NewClockRow['variants'],
    source: '',
    isRead: false,
    note: '',
  })
  const { validFrom, unit, variants, source, isRead, note } = draft
  const [errors, setErrors] = useState<Record<string, string>>({})
  function submit() {
    const row = {
      clock,
      unit,
      variants,
      source,
      validFrom,
      mark: isRead ? ('read' as const) : ('memory' as const),
      note: note.trim() === '' ? null : note,
    }
    const found = faultsOfRow(t, row, newest)
    setErrors(found)
    if (Object.keys(found).length === 0) kept.sentBy(add.mutateAsync(row), onClose)
  }

  return (
    <FormDialog
      kept={kept}
      title={t('law.form.title', { clock: t(`clockName.${clock}`) })}
      submitLabel={t('law.form.submit')}
      size="lg"
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Group align="flex-start">
        <DateField
          label={t('law.form.validFrom')}
          description={t('law.form.validFrom.hint', { from: format.isoDate(newest.validFrom) })}
          required
          value={validFrom}
          error={errors.validFrom}
          onChange={(day) => write({ validFrom: day })}
        />
        <Select
          label={t('law.form.unit')}
          data={clockUnits.map((value) => ({ value, label: t(`law.form.unit.${value}`) }))}
          value={unit}
          allowDeselect={false}
          onChange={(value) => write({ unit: value as ClockUnit })}
        />
      </Group>
      <VariantFields variants={variants} errors={errors} onChange={(changed) => write({ variants: changed })} />
      <SourceFields
        label={t('law.form.source')}
        source={source}
        error={errors.source}
        isRead={isRead}
        onSource={(typed) => write({ source: typed })}
        onRead={(ticked) => write({ isRead: ticked })}
      />
      <Textarea
        label={t('law.form.note')}
        autosize
        maxLength={1000}
        value={note}
        onChange={(event) => write({ note: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
