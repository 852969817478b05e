import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryContent } from '../../../shared/modules/minutes/contract.ts'
import { sendOn } from '../../dialogs/send-key.ts'
import classes from '../panels.module.css'
import { contentOf, type EntryDraft, type EntryKind } from './entry-draft.ts'

const kinds: readonly EntryKind[] = ['note', 'decision', 'assignment']
const LONGEST_TEXT = 5000
const LONGEST_UNIT = 300

interface EntryFormProps {
  draft: EntryDraft
  onChange: (draft: EntryDraft) => void
  label: string
  submitLabel: string
  isPending: boolean
  onSubmit: (content: EntryContent) => void
  /** Given when an entry is revised: its kind stays then. */
  onCancel?: () => void
}

export function EntryForm({ draft, onChange, label, submitLabel, isPending, onSubmit, onCancel }: EntryFormProps) {
  const { t } = useTranslation()
  const content = contentOf(draft)
  const send = () => content && !isPending && onSubmit(content)

  function submit(event: FormEvent) {
    event.preventDefault()
    send()
  }

  return (
    <form onSubmit={submit} aria-label={label}>
      <Stack gap="xs">
        {!onCancel && (
          <SegmentedControl
            classNames={{ label: classes.segment }}
            fullWidth
            aria-label={t('panels.minutes.kind')}
            value={draft.kind}
            onChange={(kind) => onChange({ ...draft, kind })}
            data={kinds.map((kind) => ({ value: kind, label: t(`panels.minutes.kind.${kind}`) }))}
          />
        )}
        <Textarea
          label={t('panels.minutes.text')}
          description={t(draft.kind === 'note' ? 'panels.minutes.seenByStaff' : 'panels.minutes.seenByAll')}
          required
          maxLength={LONGEST_TEXT}
          autosize
          minRows={3}
          maxRows={12}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
          onKeyDown={sendOn('ctrlEnter', send)}
        />
        {draft.kind === 'assignment' && (
          <>
            <TextInput
              label={t('panels.minutes.unit')}
              required
              maxLength={LONGEST_UNIT}
              value={draft.unit}
              onChange={(event) => onChange({ ...draft, unit: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('panels.minutes.dueOn')}
              value={draft.dueOn}
              onChange={(event) => onChange({ ...draft, dueOn: event.currentTarget.value })}
            />
          </>
        )}
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('dialog.cancel')}
            </Button>
          )}
          <Button type="submit" disabled={content === null} loading={isPending} title={t('panels.ctrlEnter')}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
