// A group comes about one matter: how many they are, and who speaks for them. The others wait outside.
import { Button, Checkbox, Group, NumberInput, Stack, Text, Title } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { groupRules, smallestGroup } from '../../../../shared/law/group-representatives.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKept } from '../../../base/ui/forms/use-kept.ts'
import { useInvitedCitizens } from '../../../live/session/citizens.ts'
import { useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

const LARGEST_GROUP = 10_000

interface Draft {
  people: number | string
  chosen: readonly string[]
  hasPaper: boolean
}

export function GroupForm() {
  const { t } = useTranslation()
  const group = useSession(({ state }) => state?.visit.group ?? null)
  const citizens = useInvitedCitizens()
  const set = useCommand('visit.setGroup')
  const end = useCommand('visit.endGroup')
  const [{ people, chosen, hasPaper }, write, kept] = useKept<Draft>('group', {
    people: group?.people ?? '',
    chosen: group?.representativeIds ?? [],
    hasPaper: group?.hasPaper ?? false,
  })
  const count = Number(people)
  const isWhole = count >= smallestGroup && chosen.length > 0

  function submit(event: FormEvent) {
    event.preventDefault()
    const representativeIds = chosen.map((id) => ParticipantId.parse(id))
    void set({ people: count, representativeIds, hasPaper }).then(({ ok }) => ok && kept.saved())
  }

  return (
    <form onSubmit={submit}>
      <Stack component="section" gap="xs">
        <Title order={3} size="h5">
          {t('panels.visit.group')}
        </Title>
        <DraftNotice kept={kept} />
        {groupRules.map(({ people: { from, to }, mostRepresentatives: most }) => (
          <Text key={from} size="sm" c="dimmed">
            {to === null
              ? t('panels.visit.group.limitOpen', { from, most })
              : t('panels.visit.group.limit', { from, to, most })}
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          {t('panels.identity.check', { source: groupRules[0].source })}
        </Text>
        <NumberInput
          label={t('panels.visit.group.people')}
          min={0}
          max={LARGEST_GROUP}
          allowDecimal={false}
          allowNegative={false}
          value={people}
          onChange={(typed) => write({ people: typed })}
        />
        <Checkbox.Group
          label={t('panels.visit.group.representatives')}
          value={[...chosen]}
          onChange={(ticked) => write({ chosen: ticked })}
        >
          <Stack gap="xs" mt="xs">
            {citizens.map((participantId) => (
              <Representative key={participantId} participantId={participantId} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Checkbox
          size="md"
          label={t('panels.visit.group.paper')}
          checked={hasPaper}
          onChange={({ currentTarget }) => write({ hasPaper: currentTarget.checked })}
        />
        <Group grow>
          {group && (
            <Button variant="default" loading={end.isPending} onClick={() => void end({})}>
              {t('panels.visit.group.end')}
            </Button>
          )}
          <Button type="submit" variant="default" disabled={!isWhole} loading={set.isPending}>
            {t('panels.visit.group.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Representative({ participantId }: { participantId: ParticipantId }) {
  return <Checkbox size="md" value={participantId} label={useName(participantId)} />
}
