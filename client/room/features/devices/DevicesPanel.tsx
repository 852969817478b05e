// The device checklist of a session that holds secrets of the state: each room confirmed in the room itself, before the session opens.
import { Badge, Button, Checkbox, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SiteId } from '../../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import { type CheckedItem, checklistOn } from '../../../../shared/secrecy/device-checklist.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useMe, useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'

export function DevicesPanel() {
  const { t } = useTranslation()
  const me = useMe()
  const place = useSession(({ state }) => state?.session.place ?? '')
  const sites = useSession(({ state }) => state?.sites.sites)
  const rooms = useSession(({ state }) => state?.devices.rooms)
  const all = (sites ?? []).map(({ siteId, name }) => ({ siteId: siteId as SiteId | null, name }))
  const every = all.length > 0 ? all : [{ siteId: null, name: place }]
  const mine = me?.role === 'siteOperator' ? every.filter(({ siteId }) => siteId === me.siteId) : every
  const open = mine.filter(({ siteId }) => !rooms?.some((room) => room.siteId === siteId))
  return (
    <div className={classes.panel}>
      <Text size="sm">{t('panels.devices.hint')}</Text>
      <ul className={classes.list} aria-label={t('panels.devices.title')}>
        {every.map(({ siteId, name }) => (
          <li key={siteId ?? 'room'}>
            <Room siteId={siteId} name={name} />
          </li>
        ))}
      </ul>
      {open.length > 0 && <Confirming rooms={open} key={open.map(({ siteId }) => siteId).join()} />}
    </div>
  )
}

function Room({ siteId, name }: { siteId: SiteId | null; name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const room = useSession(({ state }) => state?.devices.rooms.find((one) => one.siteId === siteId))
  const who = useName(room?.participantId)
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text fw={600}>{name}</Text>
        {room && (
          <Text size="sm" c="dimmed">
            {t('panels.devices.confirmedBy', { who, time: format.moment(room.at) })}
          </Text>
        )}
      </div>
      <Badge tt="none" color={room ? 'teal.9' : 'red.9'} variant="filled">
        {t(room ? 'panels.devices.confirmed' : 'panels.devices.open')}
      </Badge>
    </Group>
  )
}

interface ConfirmingProps {
  rooms: readonly { readonly siteId: SiteId | null; readonly name: string }[]
}

function Confirming({ rooms }: ConfirmingProps) {
  const { t, i18n } = useTranslation()
  const level = useSession(({ state }) => state?.session.secrecy ?? 'open')
  const confirm = useCommand('devices.confirm')
  const [chosen, setChosen] = useState<string>(rooms[0]?.siteId ?? '')
  const [ticked, setTicked] = useState<readonly CheckedItem[]>([])
  const list = checklistOn(level, calendarDayOf(Date.now()))
  const room = rooms.find(({ siteId }) => (siteId ?? '') === chosen) ?? rooms[0]
  const [first] = list
  if (!room || !first) return null
  return (
    <Stack component="section" gap="sm">
      <Title order={3} size="h5">
        {t('panels.devices.items', { site: room.name })}
      </Title>
      {rooms.length > 1 && (
        <NativeSelect
          label={t('panels.devices.site')}
          value={chosen}
          data={rooms.map(({ siteId, name }) => ({ value: siteId ?? '', label: name }))}
          onChange={({ currentTarget: { value } }) => {
            setChosen(value)
            setTicked([])
          }}
        />
      )}
      {list.map(({ item, wording }) => (
        <Checkbox
          key={item}
          size="md"
          label={i18n.language === 'vi' ? wording : t(`panels.devices.item.${item}`)}
          checked={ticked.includes(item)}
          onChange={({ currentTarget: { checked } }) =>
            setTicked((before) => (checked ? [...before, item] : before.filter((one) => one !== item)))
          }
        />
      ))}
      <Text size="sm" c="dimmed">
        {t(first.mark === 'check' ? 'secrecy.source.check' : 'secrecy.source', { source: first.source })}
      </Text>
      <Button
        size="md"
        fullWidth
        disabled={!list.every(({ item }) => ticked.includes(item))}
        loading={confirm.isPending}
        onClick={() => void confirm({ siteId: room.siteId, items: [...ticked] })}
      >
        {t('panels.devices.confirm', { site: room.name })}
      </Button>
    </Stack>
  )
}
