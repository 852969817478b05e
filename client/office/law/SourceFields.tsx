// By what a dated row is so, and whether whoever enters it has read that.
import { Checkbox, TextInput } from '@mantine/core'
import type { GetInputPropsOptions } from '@mantine/form'
import { useTranslation } from 'react-i18next'

interface SourceFieldsProps {
  label: string
  /** Of a form with these two fields. */
  propsOf: (field: 'source' | 'isRead', options?: GetInputPropsOptions) => object
}

export function SourceFields({ label, propsOf }: SourceFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={label} required maxLength={300} {...propsOf('source')} />
      <Checkbox label={t('law.form.isRead')} {...propsOf('isRead', { type: 'checkbox' })} />
    </>
  )
}
