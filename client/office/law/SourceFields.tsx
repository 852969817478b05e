// By what a dated row is so, and whether whoever enters it has read that.
import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface SourceFieldsProps {
  label: string
  source: string
  error: string | undefined
  isRead: boolean
  onSource: (source: string) => void
  onRead: (isRead: boolean) => void
}

export function SourceFields({ label, source, error, isRead, onSource, onRead }: SourceFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={label}
        required
        maxLength={300}
        value={source}
        error={error}
        onChange={(event) => onSource(event.currentTarget.value)}
      />
      <Checkbox
        label={t('law.form.isRead')}
        checked={isRead}
        onChange={(event) => onRead(event.currentTarget.checked)}
      />
    </>
  )
}
