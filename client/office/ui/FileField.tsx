// One file, chosen beside what is sent with it; taken back before it is sent.
import { FileInput, type FileInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface FileFieldProps extends Pick<FileInputProps, 'label' | 'accept' | 'leftSection'> {
  file: File | null
  onChoose: (file: File | null) => void
}

export function FileField({ file, onChoose, ...field }: FileFieldProps) {
  const { t } = useTranslation()
  return (
    <FileInput
      {...field}
      placeholder={t('staff.file.choose')}
      styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
      clearable
      clearButtonProps={{ 'aria-label': t('staff.file.none') }}
      miw="15rem"
      value={file}
      onChange={onChoose}
    />
  )
}
