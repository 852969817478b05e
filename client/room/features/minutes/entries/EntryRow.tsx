import { ActionIcon, Badge, Group, Text } from '@mantine/core'
import { IconPencil, IconStrikethrough } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EntryContent, MinutesEntry } from '../../../../../shared/modules/minutes/contract.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import classes from '../../../frame/panel.module.css'
import { EntryRevision } from './EntryRevision.tsx'
import { EntryText } from './EntryText.tsx'
import { draftOf } from './entry-draft.ts'
import { useKeptRevisions } from './kept-drafts.ts'

interface EntryRowProps {
  entry: MinutesEntry
  /** null: this person only reads. */
  onStrike: ((entry: MinutesEntry) => void) | null
}

const colors: Record<EntryContent['kind'], string> = { note: 'gray', decision: 'blue', assignment: 'grape' }

export function EntryRow({ entry, onStrike }: EntryRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { revisions, keep } = useKeptRevisions()
  const { entryId, content, at, revisedAt, revision } = entry
  const kept = revisions[entryId]
  if (kept && onStrike) return <EntryRevision entry={entry} revision={kept} />
  return (
    <div className={classes.row}>
      <div className={classes.grow}>
        <Group gap="xs">
          <Badge color={colors[content.kind]} variant="light" tt="none">
            {t(`entryKind.${content.kind}`)}
          </Badge>
          <Text size="sm" c="dimmed">
            {format.time(at)}
            {revisedAt !== null && ` · ${t('panels.minutes.revisedAt', { time: format.time(revisedAt) })}`}
          </Text>
        </Group>
        <EntryText content={content} />
      </div>
      {onStrike && (
        <Group gap={0} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('panels.minutes.revise')}
            onClick={() => keep(entryId, { baseRevision: revision, draft: draftOf(entry) })}
          >
            <IconPencil size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            size={44}
            aria-label={t('panels.minutes.strike')}
            onClick={() => onStrike(entry)}
          >
            <IconStrikethrough size={20} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </div>
  )
}
