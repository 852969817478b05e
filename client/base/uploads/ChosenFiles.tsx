// The files that go along with words: chosen, looked at before they are sent, taken away again.
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import { useFormat } from '../i18n/format.ts'
import { rejectionText } from '../i18n/index.ts'
import { ScanButton } from '../scan/ScanButton.tsx'
import { type Refusal, tooManyAtOnce } from './chosen-files.ts'
import { FileChoice } from './FileChoice.tsx'
import { RefusedFile } from './HandIn.tsx'
import type { FormFiles } from './use-chosen-files.ts'
import { shortName } from './use-uploads.ts'

interface ChosenFilesProps extends Pick<FormFiles, 'files' | 'add' | 'remove'> {
  /** What is asked for, and how many. */
  hint: string
  /** The words on the button that sends: after a refusal of the server it is pressed once more. */
  submitLabel: string
}

export function ChosenFiles({ hint, submitLabel, files, add, remove }: ChosenFilesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = ({ by, code }: Refusal) => {
    const why =
      code === tooManyAtOnce
        ? t('uploads.files.tooMany', { count: maximumFilesAtOnce })
        : rejectionText(t, { code, params: {} })
    const then = t(by === 'page' ? 'uploads.files.notAttached' : 'uploads.files.pressAgain', { button: submitLabel })
    return `${why} ${then}`
  }
  return (
    <FileChoice
      variant="default"
      onFiles={add}
      before={
        <>
          <Text size="sm">{hint}</Text>
          <ScanButton purpose="attach" variant="light" onDone={(file) => add([file])} />
        </>
      }
    >
      {files.length > 0 && (
        <Stack gap="xs">
          {files.map(({ key, file: { name, size }, refusal }) =>
            refusal === null ? (
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
              <RefusedFile key={key} name={name} problem={words(refusal)} onDismiss={() => remove(key)} />
            ),
          )}
        </Stack>
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
