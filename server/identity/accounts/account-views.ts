// Accounts as administrators see them, and what the owner of an account is told.

import type { Account } from '../../../shared/wire/identity/account.ts'
import type { AccountEntry, OwnNotices } from '../../../shared/wire/identity/accounts.ts'
import type { Accounts, KnownAccount, Suspension } from './accounts.ts'
import type { PasswordLinks } from './password-links.ts'
import type { NameOf } from './staff-names.ts'
import { namesOfStaff } from './staff-names.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly passwordLinks: PasswordLinks
  readonly now: () => number
}

/** However often the notice was read: whoever had the account meanwhile may have been the one who read it. */
const toldForMs = 30 * 24 * 60 * 60 * 1000
const nobody = '…'

/** Another reader, as it was when the link was made; where there was none, another administrator than the one who made it. */
export function mayConfirm(by: KnownAccount | Account, { accountId, suspension }: KnownAccount): boolean {
  if (!suspension || by.accountId === accountId || by.accountId === suspension.resetBy) return false
  if (!by.isEnabled || by.protectedAccess !== 'open') return false
  const { confirmers } = suspension
  return confirmers.length > 0 ? confirmers.includes(by.accountId) : by.role === 'administrator'
}

const shownSuspension = ({ since, resetBy, confirmers }: Suspension, nameOf: NameOf) => ({
  since,
  resetBy: nameOf(resetBy) ?? nobody,
  confirmers: confirmers.map((one) => nameOf(one) ?? nobody),
})

async function pendingOf({ passwordLinks }: Dependencies, { accountId }: Account, nameOf: NameOf) {
  const pending = await passwordLinks.pending(accountId)
  return pending && { madeAt: pending.madeAt, madeBy: nameOf(pending.madeBy) ?? nobody, expiresAt: pending.expiresAt }
}

/** Throws Unavailable. */
export async function accountEntries(dependencies: Dependencies): Promise<AccountEntry[]> {
  const [all, nameOf] = await Promise.all([dependencies.accounts.list(), namesOfStaff(dependencies)])
  return Promise.all(
    all.map(
      async ({
        generation: _generation,
        resets: _resets,
        hasPassword: _has,
        disabledAt: _at,
        suspension,
        ...account
      }) => ({
        ...account,
        suspension: suspension && shownSuspension(suspension, nameOf),
        pendingLink: await pendingOf(dependencies, account, nameOf),
      }),
    ),
  )
}

/** Throws Unavailable. */
export async function ownNotices(dependencies: Dependencies, account: Account): Promise<OwnNotices> {
  const { accounts, now } = dependencies
  const [all, nameOf] = await Promise.all([accounts.list(), namesOfStaff(dependencies)])
  const own = all.find(({ accountId }) => accountId === account.accountId)
  const recent = own?.resets.filter(({ at }) => now() - at < toldForMs) ?? []
  return {
    resets: recent.map(({ at, by }) => ({ at, by: nameOf(by) ?? nobody })),
    pendingLink: await pendingOf(dependencies, account, nameOf),
    suspension: own?.suspension ? shownSuspension(own.suspension, nameOf) : null,
    toConfirm: all.flatMap((one) =>
      one.suspension && mayConfirm(account, one)
        ? [
            {
              accountId: one.accountId,
              displayName: one.displayName,
              since: one.suspension.since,
              resetBy: nameOf(one.suspension.resetBy) ?? nobody,
            },
          ]
        : [],
    ),
  }
}
