// Who takes part in a dialogue, or should: of the room, or named here. For each whether they are there, and whether they sign.
import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NativeSelect,
  Paper,
  Radio,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import {
  type Attendance,
  type Party,
  type PartyRole,
  partyRoles,
} from '../../../../shared/modules/dialogue/contract.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useInvitedCitizens } from '../../../live/session/citizens.ts'
import { personIn, unknownName, usePerson } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand, useRegisterPerson } from '../../../live/session/use-command.ts'

const none: readonly Party[] = []
const nobody: readonly (string | null)[] = []

export function Parties() {
  const { t } = useTranslation()
  const parties = useSession(({ state }) => state?.dialogue.parties ?? none)
  return (
    <Stack component="section" gap="xs">
      <Title order={3} size="h5">
        {t('panels.dialogue.parties')}
      </Title>
      {parties.length > 0 && (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {parties.map((party) => (
            <Entered key={party.partyId} party={party} />
          ))}
        </Stack>
      )}
      <PartyForm />
    </Stack>
  )
}

function Entered({ party: { partyId, role, personId, attendance, notSigned } }: { party: Party }) {
  const { t } = useTranslation()
  const name = usePerson(personId)?.name ?? unknownName
  const note = useCommand('dialogue.noteAttendance')
  const sign = useCommand('dialogue.noteNotSigned')
  const remove = useCommand('dialogue.removeParty')
  const [form, kept] = useKeptForm(`dialogue-party.${partyId}`, {
    blank: { reason: attendance?.is === 'absent' ? (attendance.reason ?? '') : '', why: notSigned ?? '' },
  })
  const [chosen, setChosen] = useState(wordFor(attendance))

  /** With a reason, once there is one. */
  function choose(value: string) {
    const words = form.values.reason.trim()
    if (value === 'present') void note({ partyId, attendance: { is: 'present' } })
    else if (value === 'withoutReason') void note({ partyId, attendance: { is: 'absent', reason: null } })
    else if (words !== '')
      void note({ partyId, attendance: { is: 'absent', reason: words } }).then(({ ok }) => ok && kept.saved())
    setChosen(value === 'present' || value === 'withoutReason' ? value : 'withReason')
  }

  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm">{t(`partyRole.${role}`)}</Text>
          </div>
          <ActionIcon
            size="xl"
            variant="subtle"
            color="red"
            aria-label={t('panels.dialogue.removeOf', { name })}
            loading={remove.isPending}
            onClick={() => void remove({ partyId })}
          >
            <IconTrash aria-hidden />
          </ActionIcon>
        </Group>
        <Radio.Group label={t('panels.dialogue.attendanceOf', { name })} value={chosen} onChange={choose}>
          <Stack gap="xs">
            {(['present', 'withReason', 'withoutReason'] as const).map((value) => (
              <Radio key={value} size="md" value={value} label={t(`panels.dialogue.attendance.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {chosen === 'withReason' && (
          <TextInput
            label={t('panels.dialogue.reason')}
            required
            maxLength={500}
            {...form.getInputProps('reason')}
            onBlur={() => choose('withReason')}
          />
        )}
        {chosen === 'present' && (
          <TextInput
            label={t('panels.dialogue.notSigned')}
            description={t('panels.dialogue.notSigned.hint')}
            maxLength={500}
            {...form.getInputProps('why')}
            onBlur={() =>
              void sign({ partyId, reason: form.values.why.trim() || null }).then(({ ok }) => ok && kept.saved())
            }
          />
        )}
      </Stack>
    </Paper>
  )
}

type Choice = 'present' | 'withReason' | 'withoutReason'

function wordFor(attendance: Attendance | null): Choice | null {
  if (attendance === null) return null
  if (attendance.is === 'present') return 'present'
  return attendance.reason === null ? 'withoutReason' : 'withReason'
}

interface PartyDraft {
  role: PartyRole
  who: string | null
  name: string
  title: string
}

/** Of no participant: named here. */
const elsewhere = ''

function PartyForm() {
  const { t } = useTranslation()
  const taken = useSession(
    useShallow(({ state }) => state?.dialogue.parties.map((one): string | null => one.participantId) ?? nobody),
  )
  const free = useInvitedCitizens().filter((id) => !taken.includes(id))
  const names = useSession(useShallow((session) => free.map((id) => personIn(session, id)?.name ?? unknownName)))
  const participants = useSession(({ state }) => state?.admission.participants)
  const register = useRegisterPerson()
  const add = useCommand('dialogue.addParty')
  const chosenOf = ({ who }: PartyDraft) =>
    who !== null && (who === elsewhere || free.some((id) => id === who)) ? who : (free[0] ?? elsewhere)
  const [form, kept] = useKeptForm<PartyDraft>('dialogue-party', {
    blank: { role: 'complainant', who: null, name: '', title: '' },
    validate: { name: (name, draft) => chosenOf(draft) === elsewhere && name.trim() === '' },
  })
  const chosen = chosenOf(form.values)

  const submit = form.onSubmit(async ({ role, name, title }) => {
    if (chosen !== elsewhere) {
      const participantId = ParticipantId.parse(chosen)
      const personId = participants?.[participantId]?.personId
      const done = personId && (await add({ role, personId, participantId }))
      if (done?.ok) kept.empty()
      return
    }
    const registered = await register({ name: name.trim(), title: title.trim() || null })
    if (!registered.ok) return
    const done = await add({ role, personId: registered.personId, participantId: null })
    if (done.ok) kept.empty()
  })

  return (
    <form onSubmit={submit}>
      <Fieldset legend={t('panels.dialogue.addParty')}>
        <Stack gap="xs">
          <DraftNotice kept={kept} />
          <NativeSelect
            label={t('panels.dialogue.role')}
            data={partyRoles.map((value) => ({ value, label: t(`partyRole.${value}`) }))}
            {...form.getInputProps('role')}
          />
          <NativeSelect
            label={t('panels.dialogue.who')}
            {...form.getInputProps('who')}
            value={chosen}
            data={[
              ...free.map((id, index) => ({ value: id as string, label: names[index] ?? unknownName })),
              { value: elsewhere, label: t('panels.dialogue.elsewhere') },
            ]}
          />
          {chosen === elsewhere && (
            <>
              <TextInput label={t('panels.dialogue.name')} required maxLength={120} {...form.getInputProps('name')} />
              <TextInput label={t('panels.dialogue.position')} maxLength={200} {...form.getInputProps('title')} />
            </>
          )}
          <Button
            type="submit"
            variant="default"
            disabled={!form.isValid()}
            loading={add.isPending || register.isPending}
          >
            {t('panels.dialogue.add')}
          </Button>
        </Stack>
      </Fieldset>
    </form>
  )
}
