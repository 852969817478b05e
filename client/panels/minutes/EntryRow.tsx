import { ActionIcon, Badge, Group, Text } from '@mantine/core'
import { IconPencil, IconStrikethrough } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryContent, MinutesEntry } from '../../../shared/modules/minutes/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { useCommand } from '../../session/use-command.ts'
import classes from '../panels.module.css'
import { EntryForm } from './EntryForm.tsx'
import { draftOf } from './entry-draft.ts'

interface EntryRowProps {
  entry: MinutesEntry
  /** null: this person only reads. */
  onStrike: ((entry: MinutesEntry) => void) | null
}

const colors: Record<EntryContent['kind'], string> = { note: 'gray', decision: 'blue', assignment: 'grape' }

export function EntryRow({ entry, onStrike }: EntryRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isRevising, setRevising] = useState(false)
  const { content, at, revisedAt } = entry
  if (isRevising) return <Revision entry={entry} onDone={() => setRevising(false)} />
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
        <Text className={classes.preformatted}>{content.text}</Text>
        {content.kind === 'assignment' && (
          <Text size="sm" fw={600}>
            {content.dueOn === null
              ? t('panels.minutes.inCharge', { unit: content.unit })
              : t('panels.minutes.inChargeUntil', { unit: content.unit, date: format.isoDate(content.dueOn) })}
          </Text>
        )}
      </div>
      {onStrike && (
        <Group gap={0} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('panels.minutes.revise')}
            onClick={() => setRevising(true)}
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

function Revision({ entry, onDone }: { entry: MinutesEntry; onDone: () => void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(entry.content))
  const revise = useCommand('minutes.revise')

  async function send(content: EntryContent) {
    const { ok } = await revise({ entryId: entry.entryId, content })
    if (ok) onDone()
  }

  return (
    <EntryForm
      draft={draft}
      onChange={setDraft}
      label={t('panels.minutes.revise')}
      submitLabel={t('panels.minutes.saveRevision')}
      isPending={revise.isPending}
      onSubmit={(content) => void send(content)}
      onCancel={onDone}
    />
  )
}
