import { Autocomplete, Button, Group, SegmentedControl, Select, Stack, Textarea } from '@mantine/core'
import { IconQuote } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Item, itemOf } from '../../../../../shared/modules/agenda/contract.ts'
import type { EntryContent } from '../../../../../shared/modules/minutes/contract.ts'
import { DateField } from '../../../../base/ui/dates/DateField.tsx'
import { sendOn } from '../../../../base/ui/dialogs/send-key.ts'
import { useSession } from '../../../../live/session/store.ts'
import classes from '../../../frame/panel.module.css'
import { contentOf, type EntryDraft, type EntryKind, type Place, placeOf, withPhrase } from './entry-draft.ts'
import { PhrasesDialog } from './PhrasesDialog.tsx'
import { useUnitNames } from './use-unit-names.ts'

const kinds: readonly EntryKind[] = ['note', 'decision', 'assignment']
const LONGEST_TEXT = 5000
const LONGEST_UNIT = 300
const LONGEST_GROUND = 1000

interface EntryFormProps {
  draft: EntryDraft
  onChange: (draft: EntryDraft) => void
  label: string
  submitLabel: string
  isPending: boolean
  /** Something must be decided before it can be sent. */
  isBlocked?: boolean
  onSubmit: (content: EntryContent) => void
  /** Given when an entry is revised: its kind stays then. */
  onCancel?: () => void
  /** Between the words and the buttons. */
  children?: ReactNode
}

export function EntryForm(props: EntryFormProps) {
  const { draft, onChange, label, submitLabel, isPending, isBlocked = false, onSubmit, onCancel, children } = props
  const { t } = useTranslation()
  const [isChoosing, setChoosing] = useState(false)
  const content = contentOf(draft)
  const send = () => content && !isPending && !isBlocked && onSubmit(content)

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
        <PlaceChoice place={draft.place} isNew={!onCancel} onChange={(place) => onChange({ ...draft, place })} />
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
        <Button
          variant="subtle"
          size="compact-md"
          mih={44}
          justify="flex-start"
          leftSection={<IconQuote size={18} aria-hidden />}
          onClick={() => setChoosing(true)}
        >
          {t('panels.minutes.phrases')}
        </Button>
        {isChoosing && (
          <PhrasesDialog
            text={draft.text}
            onInsert={(phrase) => onChange({ ...draft, text: withPhrase(draft.text, phrase) })}
            onClose={() => setChoosing(false)}
          />
        )}
        {draft.kind === 'assignment' && <AssignmentFields draft={draft} onChange={onChange} />}
        {children}
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('dialog.cancel')}
            </Button>
          )}
          <Button
            type="submit"
            disabled={content === null || isBlocked}
            loading={isPending}
            title={t('panels.ctrlEnter')}
          >
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const noItems: readonly Item[] = []

interface PlaceChoiceProps {
  place: Place
  isNew: boolean
  onChange: (place: Place) => void
}

function PlaceChoice({ place, isNew, onChange }: PlaceChoiceProps) {
  const { t } = useTranslation()
  const items = useSession(({ state }) => state?.agenda.items ?? noItems)
  const runningTitle = useSession(
    ({ state }) => itemOf(state?.agenda.items ?? noItems, state?.agenda.runningId ?? null)?.title,
  )
  if (items.length === 0) return null
  const running = runningTitle
    ? t('panels.minutes.place.running', { title: runningTitle })
    : t('panels.minutes.place.runningNone')
  return (
    <Select
      label={t('panels.minutes.place')}
      allowDeselect={false}
      value={place}
      onChange={(chosen) => chosen && onChange(chosen as Place)}
      data={[
        ...(isNew ? [{ value: 'running', label: running }] : []),
        ...items.map(({ itemId, title }, index) => ({ value: placeOf(itemId), label: `${index + 1}. ${title}` })),
        { value: 'none', label: t('panels.minutes.place.none') },
      ]}
    />
  )
}

function AssignmentFields({ draft, onChange }: Pick<EntryFormProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation()
  const units = useUnitNames()
  return (
    <>
      <Autocomplete
        label={t('panels.minutes.unit')}
        required
        maxLength={LONGEST_UNIT}
        data={[...units]}
        value={draft.unit}
        onChange={(unit) => onChange({ ...draft, unit })}
      />
      <Textarea
        label={t('panels.minutes.supportingUnits')}
        autosize
        minRows={1}
        maxRows={6}
        value={draft.supportingUnits}
        onChange={(event) => onChange({ ...draft, supportingUnits: event.currentTarget.value })}
      />
      <DateField
        label={t('panels.minutes.dueOn')}
        value={draft.dueOn}
        onChange={(day) => onChange({ ...draft, dueOn: day })}
      />
      <Textarea
        label={t('panels.minutes.ground')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={LONGEST_GROUND}
        value={draft.ground}
        onChange={(event) => onChange({ ...draft, ground: event.currentTarget.value })}
      />
    </>
  )
}
