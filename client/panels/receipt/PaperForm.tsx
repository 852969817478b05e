import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentId, type ParticipantId } from '../../../shared/kernel/ids.ts'
import { conditions } from '../../../shared/modules/receipt/contract.ts'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'

const LONGEST_NAME = 300
const MOST_PAGES = 5000
const none: readonly never[] = []

export function PaperForm({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const documents = useSession(({ state }) => state?.documents.documents ?? none)
  const add = useCommand('receipt.add')
  const [name, setName] = useState('')
  const [pages, setPages] = useState<number | string>(1)
  const [condition, setCondition] = useState<(typeof conditions)[number]>('photocopy')
  const [file, setFile] = useState('')
  const isWhole = name.trim() !== '' && Number(pages) >= 1

  async function submit(event: FormEvent) {
    event.preventDefault()
    const documentId = file === '' ? null : DocumentId.parse(file)
    const done = await add({ participantId, name: name.trim(), pages: Number(pages), condition, documentId })
    if (!done.ok) return
    setName('')
    setPages(1)
    setFile('')
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
        <TextInput
          label={t('panels.receipt.name')}
          required
          maxLength={LONGEST_NAME}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Group grow align="flex-end">
          <NumberInput
            label={t('panels.receipt.pages')}
            min={1}
            max={MOST_PAGES}
            allowDecimal={false}
            allowNegative={false}
            value={pages}
            onChange={setPages}
          />
          <NativeSelect
            label={t('panels.receipt.condition')}
            value={condition}
            data={conditions.map((value) => ({ value, label: t(`paperCondition.${value}`) }))}
            onChange={({ currentTarget }) => setCondition(currentTarget.value as (typeof conditions)[number])}
          />
        </Group>
        {documents.length > 0 && (
          <NativeSelect
            label={t('panels.receipt.file')}
            value={file}
            data={[
              { value: '', label: t('panels.receipt.noFile') },
              ...documents.map(({ documentId, title }) => ({ value: documentId, label: title })),
            ]}
            onChange={({ currentTarget }) => setFile(currentTarget.value)}
          />
        )}
        <Button type="submit" variant="default" disabled={!isWhole} loading={add.isPending}>
          {t('panels.receipt.add')}
        </Button>
      </Stack>
    </form>
  )
}
