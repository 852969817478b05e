// The words of an item: a new one, or one that is there.
import { Button, Group, Modal, NumberInput, Select, Stack, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newItemId } from 'uuid'
import type { ItemId, PersonId } from '../../../../shared/kernel/ids.ts'
import type { Item } from '../../../../shared/modules/agenda/contract.ts'
import { sendOn } from '../../../base/ui/dialogs/send-key.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

const LONGEST_TITLE = 300
const MOST_MINUTES = 600
const USUAL_MINUTES = 15

interface ItemDraft {
  title: string
  reporterId: PersonId | null
  plannedMinutes: number | null
}

interface ItemDialogProps {
  /** null: a new one. */
  item: Item | null
  onClose: () => void
}

export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const { t } = useTranslation()
  const add = useCommand('agenda.add')
  const change = useCommand('agenda.change')
  const people = usePeopleByName()
  // One id for the draft: sent again after a lost connection, it is still one item.
  const [form, kept] = useKeptForm<ItemDraft>(`agenda-item.${item?.itemId ?? 'new'}`, {
    blank: {
      title: item?.title ?? '',
      reporterId: item?.reporterId ?? null,
      plannedMinutes: item?.plannedMinutes ?? USUAL_MINUTES,
    },
    makeId: newItemId,
    validate: { title: isNotEmpty(), plannedMinutes: isNotEmpty() },
  })
  const itemId = item?.itemId ?? (kept.newId as ItemId)
  const submit = form.onSubmit(async ({ title, reporterId, plannedMinutes }) => {
    if (plannedMinutes === null) return
    const { ok } = await (item ? change : add)({ itemId, title: title.trim(), reporterId, plannedMinutes })
    if (ok) kept.sent(onClose)()
  })

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(item ? 'panels.agenda.changeTitle' : 'panels.agenda.addTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <DraftNotice kept={kept} />
          <Textarea
            label={t('panels.agenda.itemTitle')}
            required
            maxLength={LONGEST_TITLE}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('title')}
            onChange={(event) => form.setFieldValue('title', event.currentTarget.value.replace(/\n/g, ' '))}
            onKeyDown={sendOn('ctrlEnter', () => submit())}
          />
          <Select
            label={t('panels.agenda.reporter')}
            placeholder={t('panels.agenda.noReporter')}
            data={people}
            searchable
            clearable
            nothingFoundMessage={t('panels.agenda.nobodyFound')}
            {...form.getInputProps('reporterId')}
          />
          <NumberInput
            label={t('panels.agenda.plannedMinutes')}
            required
            min={1}
            max={MOST_MINUTES}
            clampBehavior="strict"
            allowDecimal={false}
            {...form.getInputProps('plannedMinutes')}
            value={form.values.plannedMinutes ?? ''}
            onChange={(value) =>
              form.setFieldValue('plannedMinutes', typeof value === 'number' && value >= 1 ? value : null)
            }
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={!form.isValid()} loading={add.isPending || change.isPending}>
              {t(item ? 'panels.agenda.saveChange' : 'panels.agenda.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Whoever this session knows can report: delegates and participants. */
function usePeopleByName() {
  const people = useSession((session) => session.people)
  return useMemo(
    () =>
      Object.entries(people)
        .map(([value, { name, title }]) => ({ value, label: [name, title].filter(Boolean).join(', ') }))
        .sort((a, b) => a.label.localeCompare(b.label, 'vi')),
    [people],
  )
}
