// The files that go along with words: chosen, looked at before they are sent, taken away again.
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maximumFilesAtOnce } from '../../shared/conclusions/follow-up/contract.ts'
import { useFormat } from '../i18n/format.ts'
import { rejectionText } from '../i18n/index.ts'
import { ScanButton } from '../scan/ScanButton.tsx'
import type { ChosenFile } from './chosen-files.ts'
import { FileChoice } from './FileChoice.tsx'
import { RefusedFile } from './HandIn.tsx'
import { faultOf, shortName } from './use-uploads.ts'

interface ChosenFilesProps {
  /** What is asked for, and how many. */
  hint: string
  files: readonly ChosenFile[]
  onChange: (files: readonly ChosenFile[]) => void
}

export function ChosenFiles({ hint, files, onChange }: ChosenFilesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const remove = (key: string) => onChange(files.filter((one) => one.key !== key))
  const chosen = (file: File): ChosenFile => {
    const fault = faultOf(file)
    const problem = fault && rejectionText(t, { code: `document.${fault}`, params: {} })
    return { key: randomId(), file, problem }
  }
  return (
    <FileChoice
      variant="default"
      onFiles={(added) => onChange([...files, ...added.map(chosen)])}
      before={
        <>
          <Text size="sm">{hint}</Text>
          <ScanButton purpose="attach" variant="light" onDone={(file) => onChange([...files, chosen(file)])} />
        </>
      }
    >
      {files.length > 0 && (
        <Stack gap="xs">
          {files.map(({ key, file: { name, size }, problem }) =>
            problem === null ? (
              <Group key={key} justify="space-between" wrap="nowrap" gap="xs">
                <Text style={{ overflowWrap: 'anywhere' }}>
                  {shortName(name)}{' '}
                  <Text span c="dimmed" size="sm">
                    {format.fileSize(size)}
                  </Text>
                </Text>
                <Button
                  variant="subtle"
                  color="red"
                  flex="none"
                  leftSection={<IconTrash size={18} aria-hidden />}
                  aria-label={t('uploads.files.removeName', { name: shortName(name) })}
                  onClick={() => remove(key)}
                >
                  {t('uploads.files.remove')}
                </Button>
              </Group>
            ) : (
              <RefusedFile
                key={key}
                name={name}
                problem={`${problem} ${t('uploads.files.nothingKept')}`}
                onDismiss={() => remove(key)}
              />
            ),
          )}
        </Stack>
      )}
      {files.length > maximumFilesAtOnce && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('uploads.files.tooMany', { count: maximumFilesAtOnce })}
        </Text>
      )}
    </FileChoice>
  )
}

/** How far the sending is: the server looks at the files once they have come. */
export function SendingFiles({ share }: { share: number }) {
  const { t } = useTranslation()
  return (
    <div>
      <Text size="sm" role="status">
        {share < 1 ? t('uploads.files.sending', { percent: Math.floor(share * 100) }) : t('uploads.files.checking')}
      </Text>
      <Progress value={share * 100} animated={share >= 1} aria-label={t('uploads.files')} />
    </div>
  )
}
