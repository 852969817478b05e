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
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import { type Attendance, type Party, type PartyRole, partyRoles } from '../../../shared/modules/dialogue/contract.ts'
import { personIn, unknownName, usePerson } from '../../session/selectors.ts'
import { useSession } from '../../session/store.ts'
import { useCommand, useRegisterPerson } from '../../session/use-command.ts'
import { useInvitedCitizens } from '../citizens.ts'
import classes from '../panels.module.css'

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
        <ul className={classes.list}>
          {parties.map((party) => (
            <Entered key={party.partyId} party={party} />
          ))}
        </ul>
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
  const [reason, setReason] = useState(attendance?.is === 'absent' ? (attendance.reason ?? '') : '')
  const [why, setWhy] = useState(notSigned ?? '')
  const chosen = wordFor(attendance)

  function choose(value: string) {
    if (value === 'present') void note({ partyId, attendance: { is: 'present' } })
    if (value === 'withoutReason') void note({ partyId, attendance: { is: 'absent', reason: null } })
    if (value === 'withReason')
      void note({ partyId, attendance: { is: 'absent', reason: reason.trim() || t('panels.dialogue.reasonGiven') } })
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
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            onBlur={() => choose('withReason')}
          />
        )}
        {chosen === 'present' && (
          <TextInput
            label={t('panels.dialogue.notSigned')}
            description={t('panels.dialogue.notSigned.hint')}
            maxLength={500}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
            onBlur={() => void sign({ partyId, reason: why.trim() || null })}
          />
        )}
      </Stack>
    </Paper>
  )
}

function wordFor(attendance: Attendance | null) {
  if (attendance === null) return null
  if (attendance.is === 'present') return 'present'
  return attendance.reason === null ? 'withoutReason' : 'withReason'
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
  const [role, setRole] = useState<PartyRole>('complainant')
  const [who, setWho] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const chosen = who !== null && (who === elsewhere || free.some((id) => id === who)) ? who : (free[0] ?? elsewhere)
  const isWhole = chosen !== elsewhere || name.trim() !== ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!isWhole) return
    if (chosen !== elsewhere) {
      const participantId = ParticipantId.parse(chosen)
      const personId = participants?.[participantId]?.personId
      if (personId) await add({ role, personId, participantId })
      return
    }
    const registered = await register({ name: name.trim(), title: title.trim() || null })
    if (!registered.ok) return
    const done = await add({ role, personId: registered.personId, participantId: null })
    if (!done.ok) return
    setName('')
    setTitle('')
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Fieldset legend={t('panels.dialogue.addParty')}>
        <Stack gap="xs">
          <NativeSelect
            label={t('panels.dialogue.role')}
            value={role}
            data={partyRoles.map((value) => ({ value, label: t(`partyRole.${value}`) }))}
            onChange={({ currentTarget }) => setRole(currentTarget.value as PartyRole)}
          />
          <NativeSelect
            label={t('panels.dialogue.who')}
            value={chosen}
            data={[
              ...free.map((id, index) => ({ value: id as string, label: names[index] ?? unknownName })),
              { value: elsewhere, label: t('panels.dialogue.elsewhere') },
            ]}
            onChange={({ currentTarget }) => setWho(currentTarget.value)}
          />
          {chosen === elsewhere && (
            <>
              <TextInput
                label={t('panels.dialogue.name')}
                required
                maxLength={120}
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
              <TextInput
                label={t('panels.dialogue.position')}
                maxLength={200}
                value={title}
                onChange={({ currentTarget }) => setTitle(currentTarget.value)}
              />
            </>
          )}
          <Button type="submit" variant="default" disabled={!isWhole} loading={add.isPending || register.isPending}>
            {t('panels.dialogue.add')}
          </Button>
        </Stack>
      </Fieldset>
    </form>
  )
}
