// Appoints one of the people of the session to a task: whoever has it already is not offered.
import { NativeSelect } from '@mantine/core'
import { useShallow } from 'zustand/react/shallow'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import { personIn, unknownName } from '../../live/session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../live/session/store.ts'

/** Those who are here first: a name is looked for among those one sees or hears. */
const expected = ({ state }: SessionSnapshot): ParticipantId[] =>
  Object.values(state?.admission.participants ?? {})
    .filter(({ status }) => ['present', 'invited', 'waiting', 'lost'].includes(status))
    .toSorted((a, b) => Number(b.status === 'present') - Number(a.status === 'present'))
    .map(({ participantId }) => participantId)

interface AppointSelectProps {
  label: string
  appointed: readonly ParticipantId[]
  isPending: boolean
  onAppoint: (participantId: ParticipantId) => void
}

export function AppointSelect({ label, appointed, isPending, onAppoint }: AppointSelectProps) {
  const people = useSession(useShallow(expected))
  const names = useSession(useShallow((session) => people.map((id) => personIn(session, id)?.name ?? unknownName)))
  const choices = people.map((value, index) => ({ value, label: names[index] ?? unknownName }))
  return (
    <NativeSelect
      aria-label={label}
      size="md"
      value=""
      disabled={isPending}
      data={[{ value: '', label }, ...choices.filter(({ value }) => !appointed.includes(value))]}
      onChange={({ currentTarget: { value } }) => {
        if (value) onAppoint(ParticipantId.parse(value))
      }}
    />
  )
}
