// A list of sites and people out of Excel: chosen or pasted, looked through, and only then taken into the form.

import { Alert, Anchor, Button, FileButton, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionApi } from '../../../../../shared/wire/hearing/session-api.ts'
import { addressOf } from '../../../../base/api.ts'
import { DraftNotice } from '../../../../base/ui/forms/DraftNotice.tsx'
import { useKeptText } from '../../../../base/ui/forms/use-kept-text.ts'
import { FaultTable } from './FaultTable.tsx'
import { ListPreview } from './ListPreview.tsx'
import { type BookingList, type Fault, readSheetRows } from './read-sheet.ts'
import { largestFileBytes, rowsOfFile, rowsOfText } from './read-source.ts'

interface ImportDialogProps {
  onClose: () => void
  onTake: (list: BookingList) => void
}

const foundIn = (pasted: string): Found | null => (pasted.trim() === '' ? null : readSheetRows(rowsOfText(pasted)))

type Found =
  | { readonly list: BookingList }
  | { readonly faults: readonly Fault[] }
  | { readonly problem: 'unreadable' | 'tooLarge' }

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function ImportDialog({ onClose, onTake }: ImportDialogProps) {
  const { t } = useTranslation()
  const [text, write, kept] = useKeptText('session-import')
  const [file, setFile] = useState<{ readonly name: string; readonly found: Found | null } | null>(null)
  const pasted = useMemo(() => foundIn(text), [text])
  const found = pasted ?? file?.found ?? null

  async function choose(chosen: File | null) {
    if (!chosen) return
    kept.empty()
    const { name } = chosen
    setFile({ name, found: chosen.size > largestFileBytes ? { problem: 'tooLarge' } : null })
    if (chosen.size > largestFileBytes) return
    const rows = await rowsOfFile(chosen)
    setFile({ name, found: rows ? readSheetRows(rows) : { problem: 'unreadable' } })
  }

  function paste(typed: string) {
    write(typed)
    setFile(null)
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
        <DraftNotice kept={kept} />
        {!found && (
          <List size="sm">
            <List.Item>{t('staff.import.how.columns')}</List.Item>
            <List.Item>{t('staff.import.how.roles')}</List.Item>
            <List.Item>{t('staff.import.how.replaces')}</List.Item>
          </List>
        )}
        <Files onChoose={choose} />
        <Textarea
          label={t('staff.import.paste')}
          description={t('staff.import.paste.hint')}
          autosize
          minRows={3}
          maxRows={6}
          value={text}
          onChange={(event) => paste(event.currentTarget.value)}
        />
        {file !== null && <Text>{t('staff.import.file', { name: file.name })}</Text>}
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
            onClick={() => found && 'list' in found && kept.sent(() => onTake(found.list))()}
          >
            {t('staff.import.take')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Files({ onChoose }: { onChoose: (file: File | null) => Promise<void> }) {
  const { t } = useTranslation()
  return (
    <Group>
      <FileButton accept={`.xlsx,${workbookType}`} onChange={(file) => void onChoose(file)}>
        {(props) => (
          <Button {...props} leftSection={<IconFileSpreadsheet size={20} aria-hidden />}>
            {t('staff.import.choose')}
          </Button>
        )}
      </FileButton>
      <Anchor href={addressOf(sessionApi.bookingSheet)} download>
        <Group gap={6} component="span" wrap="nowrap">
          <IconDownload size={18} aria-hidden />
          {t('staff.import.template')}
        </Group>
      </Anchor>
    </Group>
  )
}
