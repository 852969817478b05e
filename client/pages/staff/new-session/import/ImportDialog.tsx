// A list of sites and people out of Excel: chosen or pasted, looked through, and only then taken into the form.
import { Alert, Anchor, Button, FileButton, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultTable } from './FaultTable.tsx'
import { ListPreview } from './ListPreview.tsx'
import { type BookingList, type Fault, readSheetRows } from './read-sheet.ts'
import { largestFileBytes, rowsOfFile, rowsOfText } from './read-source.ts'

interface ImportDialogProps {
  onClose: () => void
  onTake: (list: BookingList) => void
}

type Found =
  | { readonly list: BookingList }
  | { readonly faults: readonly Fault[] }
  | { readonly problem: 'unreadable' | 'tooLarge' }

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function ImportDialog({ onClose, onTake }: ImportDialogProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState<string | null>(null)
  const [found, setFound] = useState<Found | null>(null)

  async function choose(file: File | null) {
    if (!file) return
    setText('')
    setFileName(file.name)
    if (file.size > largestFileBytes) return setFound({ problem: 'tooLarge' })
    const rows = await rowsOfFile(file)
    setFound(rows ? readSheetRows(rows) : { problem: 'unreadable' })
  }

  function paste(pasted: string) {
    setText(pasted)
    setFileName(null)
    setFound(pasted.trim() === '' ? null : readSheetRows(rowsOfText(pasted)))
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('staff.import')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        {!found && (
          <List size="sm">
            <List.Item>{t('staff.import.how.columns')}</List.Item>
            <List.Item>{t('staff.import.how.roles')}</List.Item>
            <List.Item>{t('staff.import.how.replaces')}</List.Item>
          </List>
        )}
        <Group>
          <FileButton accept={`.xlsx,${workbookType}`} onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} leftSection={<IconFileSpreadsheet size={20} aria-hidden />}>
                {t('staff.import.choose')}
              </Button>
            )}
          </FileButton>
          <Anchor href="/api/booking-sheet.xlsx" download>
            <Group gap={6} component="span" wrap="nowrap">
              <IconDownload size={18} aria-hidden />
              {t('staff.import.template')}
            </Group>
          </Anchor>
        </Group>
        <Textarea
          label={t('staff.import.paste')}
          description={t('staff.import.paste.hint')}
          autosize
          minRows={3}
          maxRows={6}
          value={text}
          onChange={(event) => paste(event.currentTarget.value)}
        />
        {fileName !== null && <Text>{t('staff.import.file', { name: fileName })}</Text>}
        <div aria-live="polite">
          {found && 'problem' in found && <Alert color="red">{t(`staff.import.${found.problem}`)}</Alert>}
          {found && 'faults' in found && <FaultTable faults={found.faults} />}
          {found && 'list' in found && <ListPreview list={found.list} />}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            disabled={!found || !('list' in found)}
            onClick={() => found && 'list' in found && onTake(found.list)}
          >
            {t('staff.import.take')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
