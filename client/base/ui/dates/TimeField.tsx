// An hour of the day, of twenty-four: 14:30 on the page and in what is sent.
import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'
import { isTime, readLeftTime, readTime } from './typed-time.ts'

const loadTimeList = async () => (await import('./pickers.ts')).TimeList
const asItIs = (value: string) => value

export function TimeField({ value = '', ...input }: TypedFieldProps) {
  const { t } = useTranslation()
  const isUnread = value !== '' && !isTime(value)
  return (
    <TypedField
      placeholder={t('fields.time.form')}
      {...input}
      value={value}
      read={readTime}
      readLeft={readLeftTime}
      show={asItIs}
      fault={isUnread ? t('fields.time.wrong') : null}
      isUnread={isUnread}
      pickerName={t('fields.time.pick', { field: input.label ?? input['aria-label'] ?? '' })}
      pickerIcon={<IconClock size={20} aria-hidden />}
      loadPicker={loadTimeList}
      pickerProps={{}}
    />
  )
}
