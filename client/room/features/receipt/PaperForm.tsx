import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentId, type ParticipantId } from '../../../../shared/kernel/ids.ts'
import { conditions } from '../../../../shared/modules/receipt/contract.ts'
import type { SubmittedPaper } from '../../../../shared/modules/submission/contract.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { useOwnSubmitted } from './use-submitted.ts'

const LONGEST_NAME = 300
const MOST_PAGES = 5000
const none: readonly never[] = []

interface Draft {
  name: string
  pages: number | string
  condition: (typeof conditions)[number]
  file: string
}

interface PaperFormProps {
  participantId: ParticipantId
  /** Chosen among what the citizen has sent: the form begins with it. */
  submitted: SubmittedPaper | null
  onListed: () => void
}

export function PaperForm({ participantId, submitted, onListed }: PaperFormProps) {
  const { t } = useTranslation()
  const documents = useSession(({ state }) => state?.documents.documents ?? none)
  const sent = useOwnSubmitted(participantId)
  const files = [...sent, ...documents]
  const add = useCommand('receipt.add')
  const [form, kept] = useKeptForm<Draft>(`receipt-paper.${participantId}.${submitted?.documentId ?? 'new'}`, {
    blank: {
      name: submitted?.title ?? '',
      pages: submitted?.shown?.pages ?? 1,
      condition: 'photocopy',
      file: submitted?.documentId ?? '',
    },
    validate: { name: isNotEmpty(), pages: (pages) => !(Number(pages) >= 1) },
  })
  const nameField = useRef<HTMLInputElement>(null)
  // Chosen further up in the panel: the eye is led to what is to be looked at now.
  useEffect(() => {
    if (submitted) nameField.current?.focus()
  }, [submitted])
  const submit = form.onSubmit(async ({ name, pages, condition, file }) => {
    const documentId = file === '' ? null : DocumentId.parse(file)
    const done = await add({ participantId, name: name.trim(), pages: Number(pages), condition, documentId })
    if (!done.ok) return
    form.setValues({ name: '', pages: 1, file: '' })
    kept.saved()
    onListed()
  })

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <DraftNotice kept={kept} />
        <TextInput
          ref={nameField}
          label={t('panels.receipt.name')}
          required
          maxLength={LONGEST_NAME}
          {...form.getInputProps('name')}
        />
        <Group grow align="flex-end">
          <NumberInput
            label={t('panels.receipt.pages')}
            min={1}
            max={MOST_PAGES}
            allowDecimal={false}
            allowNegative={false}
            {...form.getInputProps('pages')}
          />
          <NativeSelect
            label={t('panels.receipt.condition')}
            data={conditions.map((value) => ({ value, label: t(`paperCondition.${value}`) }))}
            {...form.getInputProps('condition')}
          />
        </Group>
        {files.length > 0 && (
          <NativeSelect
            label={t('panels.receipt.file')}
            {...form.getInputProps('file')}
            data={[
              { value: '', label: t('panels.receipt.noFile') },
              ...files.map(({ documentId, title }) => ({ value: documentId, label: title })),
            ]}
          />
        )}
        <Button type="submit" variant="default" disabled={!form.isValid()} loading={add.isPending}>
          {t('panels.receipt.add')}
        </Button>
      </Stack>
    </form>
  )
}
