// What was written, by item of the agenda. The secretary writes, everybody else reads.
import { Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../../../../shared/modules/agenda/contract.ts'
import type { EntryContent, MinutesEntry } from '../../../../../shared/modules/minutes/contract.ts'
import { ConfirmDialog } from '../../../../base/ui/dialogs/ConfirmDialog.tsx'
import { LongList } from '../../../../base/ui/LongList.tsx'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import classes from '../../../frame/panel.module.css'
import { byItem } from './by-item.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntryRow } from './EntryRow.tsx'
import { itemIdOf } from './entry-draft.ts'
import { useFreshDraft, useKeptRevisions } from './kept-drafts.ts'
import { UnsentWords } from './UnsentWords.tsx'

const noEntries: readonly MinutesEntry[] = []
const noItems: readonly Item[] = []

export function Entries({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const entries = useSession(({ state }) => state?.minutes.entries ?? noEntries)
  const items = useSession(({ state }) => state?.agenda.items ?? noItems)
  const [struck, setStruck] = useState<MinutesEntry | null>(null)
  const groups = byItem(entries, items)
  return (
    <>
      {mayWrite && <NewEntry />}
      <LeftOver entries={entries} mayWrite={mayWrite} />
      <section>
        <Title order={3} size="h5">
          {t(mayWrite ? 'panels.minutes.entries' : 'panels.minutes.decisions')}
        </Title>
        {entries.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(mayWrite ? 'panels.minutes.emptySecretary' : 'panels.minutes.empty')}
          </Text>
        )}
        {groups.map(({ item, entries: grouped }) => {
          const title = item ? `${items.indexOf(item) + 1}. ${item.title}` : t('panels.minutes.place.none')
          return (
            <section key={item?.itemId ?? 'none'}>
              {items.length > 0 && (
                <Title order={4} size="h6" mt="sm">
                  {title}
                </Title>
              )}
              <LongList items={grouped} keyOf={({ entryId }) => entryId} label={title} className={classes.list}>
                {(entry) => <EntryRow entry={entry} onStrike={mayWrite ? setStruck : null} />}
              </LongList>
            </section>
          )
        })}
      </section>
      {struck && <StrikeDialog entry={struck} onClose={() => setStruck(null)} />}
    </>
  )
}

function NewEntry() {
  const { t } = useTranslation()
  const [draft, setDraft, clear] = useFreshDraft()
  const add = useCommand('minutes.add')

  async function send(content: EntryContent) {
    const itemId = itemIdOf(draft.place)
    const { ok } = await add({ content, ...(itemId !== undefined && { itemId }) })
    if (ok) clear()
  }

  return (
    <EntryForm
      draft={draft}
      onChange={setDraft}
      label={t('panels.minutes.new')}
      submitLabel={t('panels.minutes.add')}
      isPending={add.isPending}
      onSubmit={(content) => void send(content)}
    />
  )
}

/** Words of this person that have lost their place: the entry was struck out meanwhile, or the minutes were locked. */
function LeftOver({ entries, mayWrite }: { entries: readonly MinutesEntry[]; mayWrite: boolean }) {
  const { t } = useTranslation()
  const [fresh, , clear] = useFreshDraft()
  const { revisions, drop } = useKeptRevisions()
  const isThere = (entryId: string) => entries.some((entry) => entry.entryId === entryId)
  const lost = Object.entries(revisions).filter(([entryId]) => !mayWrite || !isThere(entryId))
  const why = t(mayWrite ? 'panels.minutes.struckMeanwhile' : 'panels.minutes.notWritten')
  return (
    <>
      {lost.map(([entryId, { draft }]) => (
        <UnsentWords key={entryId} draft={draft} why={why} mayWrite={mayWrite} onDone={() => drop(entryId)} />
      ))}
      {!mayWrite && fresh.text.trim() !== '' && <UnsentWords draft={fresh} why={why} mayWrite={false} onDone={clear} />}
    </>
  )
}

function StrikeDialog({ entry, onClose }: { entry: MinutesEntry; onClose: () => void }) {
  const { t } = useTranslation()
  const strike = useCommand('minutes.strike')

  async function confirm() {
    const { ok } = await strike({ entryId: entry.entryId, baseRevision: entry.revision })
    if (ok) onClose()
  }

  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('panels.minutes.strikeTitle')}
      confirmLabel={t('panels.minutes.strike')}
      isPending={strike.isPending}
      onConfirm={() => void confirm()}
    >
      <Text className={classes.preformatted} lineClamp={6}>
        {entry.content.text}
      </Text>
      <Text size="sm">{t('panels.minutes.strikeHint')}</Text>
    </ConfirmDialog>
  )
}
