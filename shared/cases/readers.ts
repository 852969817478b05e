// Decides who may read and handle a case: all staff, or only named accounts if it is protected or of Mật and above.
// Asked by the rules of a case before its modules decide, and by everything that shows one. Pure.
import type { StaffReader } from '../intake-group/contract.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { StateOf } from '../kernel/module.ts'
import { isStateSecret, type SecrecyLevel } from '../secrecy/levels.ts'
import type { handling } from './handling/contract.ts'
import type { intake } from './intake/contract.ts'

interface Received {
  readonly intake: Pick<StateOf<typeof intake>, 'receipt'>
}
interface Handled {
  readonly intake: Pick<StateOf<typeof intake>, 'receipt' | 'readers'>
  readonly handling: Pick<StateOf<typeof handling>, 'assignment'>
}

/** Not yet sorted, it may hold a denunciation. */
export const isProtected = ({ intake: { receipt } }: Received): boolean =>
  receipt !== null && (receipt.isProtected || receipt.kind === 'mixed')

/** Of a secret of the state lists, letters and the public page say nothing. */
export const levelOf = ({ intake: { receipt } }: Received): SecrecyLevel => receipt?.secrecy ?? 'open'

/**
 * Who may read what it says and who brought it; null: all staff. Of a denunciation, and of a secret of the state, whoever took it in,
 * whoever handles it, and those named.
 */
export function readersOf(state: Handled): readonly AccountId[] | null {
  if (!isProtected(state) && !isStateSecret(levelOf(state))) return null
  const { receipt, readers } = state.intake
  const named = [receipt?.byAccountId, state.handling.assignment?.officerId, ...readers]
  return [...new Set(named.filter((one) => one !== null && one !== undefined))]
}

/** What is protected is the intake group’s to sort and to hand on, until an officer has it. A secret of the state never is (ADR 0071). */
export const isForIntakeGroup = (of: {
  readonly isProtected: boolean
  readonly secrecy: SecrecyLevel
  readonly officerId: AccountId | null
}): boolean => of.isProtected && !isStateSecret(of.secrecy) && of.officerId === null

/** As above, of a case. */
export const isToBeHandedOn = (state: Handled): boolean =>
  isForIntakeGroup({
    isProtected: isProtected(state),
    secrecy: levelOf(state),
    officerId: state.handling.assignment?.officerId ?? null,
  })

/** And work on it: whoever could do that unread would give it to themselves, or call it something else, and read it then. */
export function mayRead(state: Handled, { reader, isOfIntakeGroup }: StaffReader): boolean {
  const readers = readersOf(state)
  if (readers === null) return true
  return reader !== null && (readers.includes(reader) || (isOfIntakeGroup && isToBeHandedOn(state)))
}
