// A deadline that is another from a day on: begins as the newest row is, for what has changed alone is typed.
import { Group, Select, Textarea } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type ClockName, clockUnits, repeatedVariant } from '../../../shared/law/legal-clocks.ts'
import { NewClockRow, type ShownRow } from '../../../shared/wire/casework/law.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
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

type RowDraft = Pick<NewClockRow, 'validFrom' | 'unit' | 'variants' | 'source'> & { isRead: boolean; note: string }

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
  const rowOf = ({ isRead, note, ...row }: RowDraft): NewClockRow => ({
    clock,
    ...row,
    mark: isRead ? 'read' : 'memory',
    note: note.trim() === '' ? null : note,
  })
  const [form, kept] = useKeptForm<RowDraft>(`law-row.${clock}`, {
    blank: {
      validFrom: '',
      unit: newest.unit,
      variants: newest.variants,
      source: '',
      isRead: false,
      note: '',
    },
    validate: (draft) => faultsOfRow(t, rowOf(draft), newest),
  })

  return (
    <FormDialog
      kept={kept}
      title={t('law.form.title', { clock: t(`clockName.${clock}`) })}
      submitLabel={t('law.form.submit')}
      size="lg"
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={form.onSubmit((draft) => kept.sentBy(add.mutateAsync(rowOf(draft)), onClose))}
    >
      <Group align="flex-start">
        <DateField
          label={t('law.form.validFrom')}
          description={t('law.form.validFrom.hint', { from: format.isoDate(newest.validFrom) })}
          required
          {...form.getInputProps('validFrom')}
        />
        <Select
          label={t('law.form.unit')}
          data={clockUnits.map((value) => ({ value, label: t(`law.form.unit.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('unit')}
        />
      </Group>
      <VariantFields
        variants={form.values.variants}
        errors={form.errors}
        onChange={(variants) => form.setFieldValue('variants', variants)}
      />
      <SourceFields label={t('law.form.source')} propsOf={form.getInputProps} />
      <Textarea label={t('law.form.note')} autosize maxLength={1000} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
