import type { EquipmentWords } from '../../../../../shared/wire/hearing/readiness.ts'
import { useCommand, useRegisterPerson } from '../../../../live/session/use-command.ts'

/** Says that the agency’s own equipment records; false: it was refused, which is shown. */
export function useEquipment(): (words: EquipmentWords) => Promise<boolean> {
  const start = useCommand('recording.start')
  const register = useRegisterPerson()
  return async ({ recorder, ...words }) => {
    const person = await register({ name: recorder, title: null })
    return person.ok && (await start({ ...words, recorderId: person.personId })).ok
  }
}
