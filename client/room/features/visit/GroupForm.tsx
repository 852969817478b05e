// A group comes about one matter: how many they are, and who speaks for them. The others wait outside.
import { Button, Checkbox, Group, NumberInput, Stack, Text, Title } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { groupRules, smallestGroup } from '../../../../shared/law/group-representatives.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
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
  const [form, kept] = useKeptForm<Draft>('group', {
    blank: {
      people: group?.people ?? '',
      chosen: group?.representativeIds ?? [],
      hasPaper: group?.hasPaper ?? false,
    },
    validate: { people: (people) => !(Number(people) >= smallestGroup), chosen: isNotEmpty() },
  })

  const submit = form.onSubmit(({ people, chosen, hasPaper }) => {
    const representativeIds = chosen.map((id) => ParticipantId.parse(id))
    void set({ people: Number(people), representativeIds, hasPaper }).then(({ ok }) => ok && kept.saved())
  })

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
          {...form.getInputProps('people')}
        />
        <Checkbox.Group label={t('panels.visit.group.representatives')} {...form.getInputProps('chosen')}>
          <Stack gap="xs" mt="xs">
            {citizens.map((participantId) => (
              <Representative key={participantId} participantId={participantId} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Checkbox
          size="md"
          label={t('panels.visit.group.paper')}
          {...form.getInputProps('hasPaper', { type: 'checkbox' })}
        />
        <Group grow>
          {group && (
            <Button variant="default" loading={end.isPending} onClick={() => void end({})}>
              {t('panels.visit.group.end')}
            </Button>
          )}
          <Button type="submit" variant="default" disabled={!form.isValid()} loading={set.isPending}>
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
