// Who may read what is protected. A protected visit or case and a session of Mật and above ask for a reader, never for an account:
// this is the one place that makes a reader of an account (ADR 0074).
import { type AccountId, ReaderId } from '../../shared/kernel/ids.ts'
import type { Account } from '../../shared/wire/rest.ts'
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
