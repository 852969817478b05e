// The order of business: where we are, what is to come, when it ends. Staff take items up and arrange them.
import { Button, Text } from '@mantine/core'
import { IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemId } from '../../../../shared/kernel/ids.ts'
import { type Item, itemOf } from '../../../../shared/modules/agenda/contract.ts'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { usePermission } from '../../../live/session/permissions.ts'
import { useServerNow } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { ItemDialog } from './ItemDialog.tsx'
import { ItemRow } from './ItemRow.tsx'
import { doneCount, nextItem, projectedEndAt } from './schedule.ts'

const none: readonly Item[] = []
const LONGEST_REASON = 300

/** What is being asked for: the words of a new item, of one that is there, or why one is passed over. */
type Asking = { kind: 'add' } | { kind: 'change' | 'skip'; itemId: ItemId }

export function AgendaPanel() {
  const { t } = useTranslation()
  const items = useSession(({ state }) => state?.agenda.items ?? none)
  const isClosed = useSession(({ state }) => isOver(state?.session.status ?? 'unscheduled'))
  const mayArrange = usePermission('agenda.add') && !isClosed
  const [asking, setAsking] = useState<Asking | null>(null)
  const askedItem = asking && asking.kind !== 'add' ? itemOf(items, asking.itemId) : undefined
  const end = () => setAsking(null)
  return (
    <div className={classes.panel}>
      <Summary items={items} />
      {mayArrange && <TakeUpNext items={items} />}
      <ol className={classes.list} aria-label={t('panels.agenda.title')}>
        {items.map((item, index) => (
          <li key={item.itemId} aria-current={item.status === 'running' ? 'step' : undefined}>
            <ItemRow
              item={item}
              place={index}
              count={items.length}
              mayArrange={mayArrange}
              onAsk={(kind) => setAsking({ kind, itemId: item.itemId })}
            />
          </li>
        ))}
      </ol>
      {mayArrange && (
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => setAsking({ kind: 'add' })}
        >
          {t('panels.agenda.add')}
        </Button>
      )}
      {asking?.kind === 'add' && <ItemDialog item={null} onClose={end} />}
      {asking?.kind === 'change' && askedItem && <ItemDialog item={askedItem} onClose={end} />}
      {asking?.kind === 'skip' && askedItem && <SkipDialog item={askedItem} onClose={end} />}
    </div>
  )
}

function Summary({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useServerNow(10_000)
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const endAt = isOpen ? projectedEndAt(items, now) : null
  if (items.length === 0) return <Text c="dimmed">{t('panels.agenda.empty')}</Text>
  return (
    <div>
      <Text>{t('panels.agenda.done', { done: doneCount(items), count: items.length })}</Text>
      {endAt !== null && (
        <Text size="sm" c="dimmed">
          {t('panels.agenda.projectedEnd', { time: format.time(endAt) })}
        </Text>
      )}
    </div>
  )
}

/** The one step that is nearly always wanted: on to the next item, which finishes the one going on. */
function TakeUpNext({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation()
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const start = useCommand('agenda.start')
  const next = nextItem(items)
  if (!isOpen || !next) return null
  return (
    <Button
      leftSection={<IconPlayerPlay size={20} aria-hidden />}
      loading={start.isPending}
      onClick={() => void start({ itemId: next.itemId })}
      styles={{
        label: { whiteSpace: 'normal' },
        root: { height: 'auto', minHeight: '2.75rem', paddingBlock: '0.5rem' },
      }}
    >
      {t('panels.agenda.next', { title: next.title })}
    </Button>
  )
}

function SkipDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTranslation()
  const skip = useCommand('agenda.skip')
  return (
    <TextDialog
      keptAs={`agenda-skip.${item.itemId}`}
      title={t('panels.agenda.skipTitle', { title: item.title })}
      label={t('dialog.reason')}
      description={t('panels.agenda.skipHint')}
      submitLabel={t('panels.agenda.skip')}
      maximumLength={LONGEST_REASON}
      onClose={onClose}
      onSubmit={async (reason) => (await skip({ itemId: item.itemId, reason })).ok}
    />
  )
}
