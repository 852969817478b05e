// What goes into the minutes: the secretary writes, everybody else reads the decisions and assignments.
import { Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryContent, MinutesEntry } from '../../../shared/modules/minutes/contract.ts'
import { ConfirmDialog } from '../../dialogs/ConfirmDialog.tsx'
import { usePermission } from '../../session/selectors.ts'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import { LongList } from '../LongList.tsx'
import classes from '../panels.module.css'
import { EntryForm } from './EntryForm.tsx'
import { EntryRow } from './EntryRow.tsx'
import { useEntryDraft } from './use-entry-draft.ts'

const none: readonly MinutesEntry[] = []

export function MinutesPanel() {
  const { t } = useTranslation()
  const entries = useSession(({ state }) => state?.minutes.entries ?? none)
  const isSealed = useSession(({ state }) => state?.session.status === 'sealed')
  const mayWrite = usePermission('minutes.add') && !isSealed
  const [struck, setStruck] = useState<MinutesEntry | null>(null)
  return (
    <div className={classes.panel}>
      {mayWrite && <NewEntry />}
      <section>
        <Title order={3} size="h5">
          {t(mayWrite ? 'panels.minutes.entries' : 'panels.minutes.decisions')}
        </Title>
        {entries.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(mayWrite ? 'panels.minutes.emptySecretary' : 'panels.minutes.empty')}
          </Text>
        )}
        <LongList
          items={[...entries].reverse()}
          keyOf={({ entryId }) => entryId}
          label={t('panels.minutes.entries')}
          className={classes.list}
        >
          {(entry) => <EntryRow entry={entry} onStrike={mayWrite ? setStruck : null} />}
        </LongList>
      </section>
      {struck && <StrikeDialog entry={struck} onClose={() => setStruck(null)} />}
    </div>
  )
}

function NewEntry() {
  const { t } = useTranslation()
  const [draft, setDraft, clear] = useEntryDraft()
  const add = useCommand('minutes.add')

  async function send(content: EntryContent) {
    const { ok } = await add({ content })
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

function StrikeDialog({ entry, onClose }: { entry: MinutesEntry; onClose: () => void }) {
  const { t } = useTranslation()
  const strike = useCommand('minutes.strike')

  async function confirm() {
    const { ok } = await strike({ entryId: entry.entryId })
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
