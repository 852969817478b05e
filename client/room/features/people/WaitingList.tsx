// The waiting room, as staff see it: who knocks, since when, and the answers.
import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../base/i18n/format.ts'
import { LongList } from '../../../base/ui/LongList.tsx'
import { useServerNow } from '../../../live/session/selectors.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import type { PersonAct } from './person-acts.ts'
import type { RosterEntry } from './roster.ts'
import { useWaiting } from './use-people.ts'

export function WaitingList({ onAct }: { onAct: (act: PersonAct) => void }) {
  const { t } = useTranslation()
  const waiting = useWaiting()
  const admit = useCommand('admission.admit')
  const [isAdmittingAll, setAdmittingAll] = useState(false)

  /** One command each, one after another: each is its own line in the journal, and the first refusal stops the row. */
  async function admitAll() {
    setAdmittingAll(true)
    for (const { participant } of waiting) {
      const { ok } = await admit({ participantId: participant.participantId })
      if (!ok) break
    }
    setAdmittingAll(false)
  }

  return (
    <Paper component="section" withBorder p="sm" aria-label={t('panels.waiting.title')}>
      <Group justify="space-between" mih={44}>
        <Title order={3} size="h5" role="status">
          {t('panels.waiting.count', { count: waiting.length })}
        </Title>
        {waiting.length > 1 && (
          <Button variant="light" loading={isAdmittingAll} onClick={() => void admitAll()}>
            {t('panels.waiting.admitAll', { count: waiting.length })}
          </Button>
        )}
      </Group>
      {waiting.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('panels.waiting.empty')}
        </Text>
      )}
      <LongList
        items={waiting}
        keyOf={({ participant }) => participant.participantId}
        label={t('panels.waiting.title')}
        className={classes.list}
      >
        {(entry) => <WaitingRow entry={entry} onAct={onAct} />}
      </LongList>
    </Paper>
  )
}

function WaitingRow({ entry, onAct }: { entry: RosterEntry; onAct: (act: PersonAct) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useServerNow(10_000)
  const admit = useCommand('admission.admit')
  const { participant, name, title } = entry
  const { participantId, role, status, since } = participant
  return (
    <>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        {[t(`role.${role}`), title].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm">
        {t(status === 'lost' ? 'panels.people.lostFor' : 'panels.waiting.waitedFor', {
          duration: format.sinceMinutes(since, now),
        })}
      </Text>
      <Group gap="xs" mt="xs">
        <Button
          loading={admit.isPending}
          aria-label={t('panels.waiting.admitName', { name })}
          onClick={() => void admit({ participantId })}
        >
          {t('panels.waiting.admit')}
        </Button>
        <Button
          variant="default"
          aria-label={t('panels.people.messageTo', { name })}
          onClick={() => onAct({ kind: 'message', participantId })}
        >
          {t('panels.people.message')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          aria-label={t('panels.waiting.refuseName', { name })}
          onClick={() => onAct({ kind: 'refuse', participantId })}
        >
          {t('panels.people.refuse')}
        </Button>
      </Group>
    </>
  )
}
