import { ActionIcon, Badge, Button, Group, Menu, Text } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconDotsVertical,
  IconPencil,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Item, plannedMs, spentMs } from '../../../../shared/modules/agenda/contract.ts'
import { clockDuration } from '../../../base/i18n/format.ts'
import { usePerson, useServerNow } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'

interface ItemRowProps {
  item: Item
  /** Counted from 0. */
  place: number
  count: number
  mayArrange: boolean
  onAsk: (kind: 'change' | 'skip') => void
}

const colors: Record<Item['status'], string> = { planned: 'gray', running: 'teal', finished: 'blue', skipped: 'gray' }

export function ItemRow({ item, place, count, mayArrange, onAsk }: ItemRowProps) {
  const { t } = useTranslation()
  const reporter = usePerson(item.reporterId)
  const isRunning = item.status === 'running'
  return (
    <div className={classes.row}>
      <Text fw={700} miw="1.5rem">
        {place + 1}.
      </Text>
      <div className={classes.grow}>
        <Text fw={isRunning ? 700 : 600} td={item.status === 'skipped' ? 'line-through' : undefined}>
          {item.title}
        </Text>
        {reporter && (
          <Text size="sm" c="dimmed">
            {t('panels.agenda.reportedBy', { name: [reporter.name, reporter.title].filter(Boolean).join(', ') })}
          </Text>
        )}
        <Group gap="xs">
          <Badge variant={isRunning ? 'filled' : 'light'} color={colors[item.status]} tt="none">
            {t(`itemStatus.${item.status}`)}
          </Badge>
          {isRunning ? <Running item={item} /> : <Planned item={item} />}
        </Group>
        {item.skippedReason && <Text size="sm">{item.skippedReason}</Text>}
        {mayArrange && isRunning && <Finish item={item} />}
      </div>
      {mayArrange && <ItemMenu item={item} place={place} count={count} onAsk={onAsk} />}
    </div>
  )
}

function Planned({ item }: { item: Item }) {
  const { t } = useTranslation()
  const spent = item.spans.length === 0 ? null : clockDuration(spentMs(item, item.spans.at(-1)?.to ?? 0))
  return (
    <Text size="sm" c="dimmed">
      {t('panels.agenda.planned', { count: item.plannedMinutes })}
      {spent && ` · ${t('panels.agenda.took', { time: spent })}`}
    </Text>
  )
}

function Running({ item }: { item: Item }) {
  const { t } = useTranslation()
  const now = useServerNow(1000)
  const spent = spentMs(item, now)
  const over = spent - plannedMs(item)
  return (
    <Text size="sm" fw={over > 0 ? 700 : 400} c={over > 0 ? 'var(--mantine-color-error)' : 'inherit'}>
      {over > 0
        ? t('panels.agenda.overTime', { time: clockDuration(over) })
        : t('panels.agenda.spentOf', { time: clockDuration(spent), count: item.plannedMinutes })}
    </Text>
  )
}

function Finish({ item }: { item: Item }) {
  const { t } = useTranslation()
  const finish = useCommand('agenda.finish')
  return (
    <Button variant="light" mt="xs" loading={finish.isPending} onClick={() => void finish({ itemId: item.itemId })}>
      {t('panels.agenda.finish')}
    </Button>
  )
}

function ItemMenu({ item, place, count, onAsk }: Omit<ItemRowProps, 'mayArrange'>) {
  const { t } = useTranslation()
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const start = useCommand('agenda.start')
  const move = useCommand('agenda.move')
  const remove = useCommand('agenda.remove')
  const { itemId, status } = item
  const wasTakenUp = item.spans.length > 0
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('panels.agenda.actions', { title: item.title })}
        >
          <IconDotsVertical size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isOpen && status !== 'running' && (
          <Menu.Item leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={() => void start({ itemId })}>
            {t(wasTakenUp ? 'panels.agenda.startAgain' : 'panels.agenda.start')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconArrowUp size={18} aria-hidden />}
          disabled={place === 0}
          onClick={() => void move({ itemId, position: place - 1 })}
        >
          {t('panels.agenda.up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={18} aria-hidden />}
          disabled={place === count - 1}
          onClick={() => void move({ itemId, position: place + 1 })}
        >
          {t('panels.agenda.down')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onAsk('change')}>
          {t('panels.agenda.change')}
        </Menu.Item>
        {status === 'planned' && (
          <Menu.Item leftSection={<IconPlayerSkipForward size={18} aria-hidden />} onClick={() => onAsk('skip')}>
            {t('panels.agenda.skip')}
          </Menu.Item>
        )}
        {!wasTakenUp && (
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => void remove({ itemId })}
          >
            {t('panels.agenda.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
