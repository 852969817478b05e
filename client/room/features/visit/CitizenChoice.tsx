import { NativeSelect } from '@mantine/core'
import { useShallow } from 'zustand/react/shallow'
import { useCitizens } from '../../../live/session/citizens.ts'
import { personIn, unknownName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'

interface CitizenChoiceProps {
  label: string
  value: string
  onChange: (participantId: string) => void
}

export function CitizenChoice({ label, value, onChange }: CitizenChoiceProps) {
  const citizens = useCitizens()
  const names = useSession(useShallow((session) => citizens.map((id) => personIn(session, id)?.name ?? unknownName)))
  return (
    <NativeSelect
      label={label}
      value={value}
      data={citizens.map((id, index) => ({ value: id, label: names[index] ?? unknownName }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
