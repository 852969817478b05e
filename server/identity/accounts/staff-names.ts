// Names of accounts by their ids, as lists and papers show them.
import type { AccountId } from '../../../shared/kernel/ids.ts'
import type { Accounts } from './accounts.ts'

export type NameOf = (accountId: AccountId | null) => string | null

export async function namesOfStaff({ accounts }: { readonly accounts: Accounts }): Promise<NameOf> {
  const names = new Map((await accounts.list()).map(({ accountId, displayName }) => [accountId, displayName]))
  return (accountId) => (accountId === null ? null : (names.get(accountId) ?? null))
}
