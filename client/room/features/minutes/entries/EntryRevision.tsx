// An entry being reworded. When somebody else has written it meanwhile, both versions stand here until one is chosen.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntryContent, MinutesEntry } from '../../../../../shared/modules/minutes/contract.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntryText } from './EntryText.tsx'
import { draftOf, type EntryDraft, itemIdOf, merged } from './entry-draft.ts'
import { type KeptRevision, useKeptRevisions } from './kept-drafts.ts'

export function EntryRevision({ entry, revision }: { entry: MinutesEntry; revision: KeptRevision }) {
  const { t } = useTranslation()
  const { keep, drop } = useKeptRevisions()
  const revise = useCommand('minutes.revise')
  const { entryId } = entry
  const { draft, baseRevision } = revision
  const isContested = entry.revision !== baseRevision

  async function send(content: EntryContent) {
    const { ok } = await revise({ entryId, itemId: itemIdOf(draft.place) ?? null, content, baseRevision })
    if (ok) drop(entryId)
  }
  /** Whoever chooses has seen both. */
  const choose = (chosen: EntryDraft) => keep(entryId, { baseRevision: entry.revision, draft: chosen })

  return (
    <EntryForm
      draft={draft}
      onChange={(changed) => keep(entryId, { baseRevision, draft: changed })}
      label={t('panels.minutes.revise')}
      submitLabel={t('panels.minutes.saveRevision')}
      isBlocked={isContested}
      isPending={revise.isPending}
      onSubmit={(content) => void send(content)}
      onCancel={() => drop(entryId)}
    >
      {isContested && (
        <Contested
          entry={entry}
          onMerge={() => choose(merged(draftOf(entry), draft))}
          onTakeMine={() => choose(draft)}
          onTakeTheirs={() => drop(entryId)}
        />
      )}
    </EntryForm>
  )
}

interface ContestedProps {
  entry: MinutesEntry
  onMerge: () => void
  onTakeMine: () => void
  onTakeTheirs: () => void
}

function Contested({ entry, onMerge, onTakeMine, onTakeTheirs }: ContestedProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Alert
      color="orange"
      role="alert"
      title={t('panels.minutes.changedMeanwhile', { time: format.time(entry.revisedAt ?? entry.at) })}
    >
      <Stack gap="xs">
        <Text size="sm">{t('panels.minutes.theirs')}</Text>
        <EntryText content={entry.content} />
        <Group>
          <Button variant="light" color="orange" onClick={onMerge}>
            {t('panels.minutes.mergeBoth')}
          </Button>
          <Button variant="light" color="orange" onClick={onTakeMine}>
            {t('panels.minutes.takeMine')}
          </Button>
          <Button variant="subtle" color="orange" onClick={onTakeTheirs}>
            {t('panels.minutes.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
