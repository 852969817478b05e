// A day: dd/mm/yyyy on the page, whatever the language of the browser is; in forms, drafts and bodies it is 2026-12-03.
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { addWords } from '../../i18n/index.ts'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'
import { dayFault, readDay, showDay } from './typed-day.ts'

interface DateFieldProps extends TypedFieldProps {
  /** The first and the last day that may be entered: 2026-12-03. */
  min?: string
  max?: string
}

async function loadCalendar() {
  const [{ Calendar }] = await Promise.all([import('./pickers.ts'), addWords(() => import('./strings.vi.ts'))])
  return Calendar
}

export function DateField({ value = '', min, max, ...input }: DateFieldProps) {
  const { t } = useTranslation()
  const fault = dayFault(value, { min, max })
  return (
    <TypedField
      placeholder={t('fields.date.form')}
      {...input}
      value={value}
      read={readDay}
      show={showDay}
      fault={fault && t(`fields.date.${fault}`, { first: showDay(min ?? ''), last: showDay(max ?? '') })}
      isUnread={fault === 'wrong'}
      pickerName={t('fields.date.pick', { field: input.label ?? input['aria-label'] ?? '' })}
      pickerIcon={<IconCalendar size={20} aria-hidden />}
      loadPicker={loadCalendar}
      pickerProps={{ min, max }}
    />
  )
}
