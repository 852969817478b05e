// Who may read protected data. A protected visit or case and a session of Mật and above require a reader, never just an
// account: this is the only place that makes a reader of an account (ADR 0074).
import { type AccountId, type ParticipantId, ReaderId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { readerBehind } from '../../../shared/modules/protection/contract.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { Accounts } from './accounts.ts'

/** null: its password was reset, and nobody has confirmed yet that it is the same person. */
export const readerOf = ({
  accountId,
  isEnabled,
  protectedAccess,
}: Pick<Account, 'accountId' | 'isEnabled' | 'protectedAccess'>): ReaderId | null =>
  isEnabled && protectedAccess === 'open' ? ReaderId.parse(accountId) : null

/** Of somebody whose account is known by its id alone. Throws Unavailable. */
export async function readerById(
  { accounts }: { readonly accounts: Pick<Accounts, 'find'> },
  accountId: AccountId | null,
): Promise<ReaderId | null> {
  const account = accountId && (await accounts.find(accountId))
  return account && readerOf(account)
}

/**
 * Whoever holds the link of a reader of a protected visit has what it opens as that account, and not while its access is suspended. Others,
 * who denounces among them, have it as themselves. Throws Unavailable.
 */
export async function mayUseLink(
  dependencies: { readonly accounts: Pick<Accounts, 'find'> },
  { session, protection }: Pick<SessionState, 'session' | 'protection'>,
  participantId: ParticipantId,
): Promise<boolean> {
  const behind = session.isProtected ? readerBehind(protection, participantId) : null
  return behind === null || (await readerById(dependencies, behind)) !== null
}

export interface ProtectedReaders {
  /**
   * Who may confirm that an account is used by the same person: others who read what is protected of a kind that it reads, but whoever
   * resets it; where there is none, the other administrators. Throws Unavailable.
   */
  confirmersOf(accountId: AccountId, resetBy: AccountId): Promise<AccountId[]>
}
