// One’s own desk: nobody there, and one large button; or somebody, and what to do with them.
import { Button, Group, Menu, Paper, Stack, Text, Title } from '@mantine/core'
import { IconChevronDown, IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../../shared/reception/desks/contract.ts'
import { Problem } from '../../ui/Problem.tsx'
import { CalledTicket } from './CalledTicket.tsx'
import { useDeskAct } from './queries.ts'
import type { Day } from './use-day.ts'
import { nextFor } from './waiting-rows.ts'

export function OwnDesk({ day, desk }: { day: Day; desk: Desk }) {
  const here = [...day.tickets.values()].find(
    ({ deskId, status }) => deskId === desk.deskId && (status === 'called' || status === 'inVisit'),
  )
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="own-desk">
      <Stack>
        <Title order={2} size="h3" id="own-desk">
          {desk.label}
        </Title>
        {here ? (
          <CalledTicket key={here.ticketId} day={day} desk={desk} ticket={here} />
        ) : (
          <Free day={day} desk={desk} />
        )}
      </Stack>
    </Paper>
  )
}

function Free({ day, desk }: { day: Day; desk: Desk }) {
  const { t } = useTranslation()
  const act = useDeskAct(desk.deskId)
  const next = nextFor(day, desk)
  return (
    <Stack>
      <Text fz="lg" role="status">
        {next ? t('staff.reception.next', { number: next.number }) : t('staff.reception.nobody')}
      </Text>
      <Button
        size="xl"
        leftSection={<IconUserPlus aria-hidden />}
        disabled={!next}
        loading={act.isPending}
        onClick={() => act.mutate({ name: 'call-next', body: { kind: null } })}
      >
        {t('staff.reception.callNext')}
      </Button>
      {act.isError && <Problem error={act.error} />}
      <Group justify="space-between">
        {desk.kinds.length > 1 ? (
          <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>
                {t('staff.reception.list.kind')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {desk.kinds.map((kind) => (
                <Menu.Item
                  key={kind}
                  disabled={day.lines[kind].length === 0}
                  onClick={() => act.mutate({ name: 'call-next', body: { kind } })}
                >
                  {t('staff.reception.callNextOf', { kind: t(`staff.reception.kind.${kind}`) })}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : (
          <span />
        )}
        <Button variant="default" onClick={() => act.mutate({ name: 'close' })}>
          {t('staff.reception.desk.close')}
        </Button>
      </Group>
    </Stack>
  )
}
