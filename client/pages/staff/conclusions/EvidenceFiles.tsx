// The files that go along with words: chosen, looked at before they are sent, taken away again.
import { Button, Group, Stack, Text } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maximumFilesAtOnce } from '../../../../shared/conclusions/follow-up/contract.ts'
import { useFormat } from '../../../i18n/format.ts'
import { rejectionText } from '../../../i18n/index.ts'
import { FileChoice } from '../../../uploads/FileChoice.tsx'
import { RefusedFile } from '../../../uploads/HandIn.tsx'
import { faultOf, shortName } from '../../../uploads/use-uploads.ts'
import type { ChosenFile } from './evidence-files.ts'

interface EvidenceFilesProps {
  files: readonly ChosenFile[]
  onChange: (files: readonly ChosenFile[]) => void
}

export function EvidenceFiles({ files, onChange }: EvidenceFilesProps) {
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
      before={<Text size="sm">{t('staff.conclusions.files.hint', { count: maximumFilesAtOnce })}</Text>}
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
                  aria-label={t('staff.conclusions.files.removeName', { name: shortName(name) })}
                  onClick={() => remove(key)}
                >
                  {t('staff.conclusions.files.remove')}
                </Button>
              </Group>
            ) : (
              <RefusedFile
                key={key}
                name={name}
                problem={`${problem} ${t('staff.conclusions.files.nothingKept')}`}
                onDismiss={() => remove(key)}
              />
            ),
          )}
        </Stack>
      )}
    </FileChoice>
  )
}
