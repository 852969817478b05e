// Where files are chosen, by a button or by dropping them.
import { Button, type ButtonVariant, FileButton, Paper, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatsByExtension } from '../../../shared/wire/papers/documents.ts'

interface FileChoiceProps {
  onFiles: (files: readonly File[]) => void
  /** Beside another button that matters more: `default`. */
  variant?: ButtonVariant
  /** What stands before the button, and after it. */
  before?: ReactNode
  children?: ReactNode
}

const accepted = Object.keys(formatsByExtension)
  .map((extension) => `.${extension}`)
  .join()

export function FileChoice({ onFiles, variant = 'filled', before, children }: FileChoiceProps) {
  const { t } = useTranslation()
  const reset = useRef<() => void>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onFiles([...event.dataTransfer.files])
  }
  const choose = (files: File[]) => {
    onFiles(files)
    // Or the same file, mended meanwhile, could not be chosen again.
    reset.current?.()
  }
  return (
    <Paper
      component="section"
      withBorder
      p="sm"
      aria-label={t('uploads.title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <Stack gap="sm">
        {before}
        <FileButton
          multiple
          accept={accepted}
          resetRef={reset}
          onChange={choose}
          inputProps={{ 'aria-label': t('uploads.choose') }}
        >
          {(props) => (
            <Button {...props} variant={variant} leftSection={<IconUpload size={20} aria-hidden />}>
              {t('uploads.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('uploads.hint')}
        </Text>
        {children}
      </Stack>
    </Paper>
  )
}
