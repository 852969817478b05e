// Finds who reads protected data, by kind: protected visits, sessions of Mật and above, cases with readers of their
// own. Used when a password is reset, because one of these readers must then confirm that it is the same person (ADR
// 0074).

import type { AccountId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts, KnownAccount } from '../../identity/accounts/accounts.ts'
import type { ProtectedReaders } from '../../identity/accounts/reader.ts'
import { Unavailable } from '../../platform/errors.ts'

interface Dependencies {
  readonly accounts: Pick<Accounts, 'list'>
  readonly sessions: Pick<Sessions, 'state'>
  readonly sessionLists: Pick<SessionLists, 'list'>
  readonly cases: { readonly lists: Pick<Cases['lists'], 'list'> }
}

/** Of each kind the newest: whoever reads older ones alone is asked in the place of an administrator. */
const newest = 300

function readersIn({ session, protection, accessList }: SessionState) {
  const { bookedBy, named } = accessList
  const ofSecret = [...(bookedBy === null ? [] : [bookedBy]), ...named.map(({ accountId }) => accountId)]
  return {
    visit: session.isProtected ? protection.readers.map(({ accountId }) => accountId) : [],
    secret: isStateSecret(session.secrecy) ? ofSecret : [],
  }
}

export function createProtectedReaders({ accounts, sessions, sessionLists, cases }: Dependencies): ProtectedReaders {
  /** A journal that cannot be read keeps nobody from a new password. */
  async function readable(sessionId: SessionId): Promise<SessionState | null> {
    try {
      return await sessions.state(sessionId)
    } catch (error) {
      if (error instanceof Unavailable) throw error
      return null
    }
  }

  async function byKind(): Promise<readonly ReadonlySet<AccountId>[]> {
    const [visits, secrets] = [new Set<AccountId>(), new Set<AccountId>()]
    for (const areVisits of [true, false]) {
      const listed = await sessionLists.list({ areVisits, limit: newest })
      for (const { sessionId } of listed.sessions) {
        const state = await readable(sessionId)
        if (!state) continue
        const { visit, secret } = readersIn(state)
        for (const one of visit) visits.add(one)
        for (const one of secret) secrets.add(one)
      }
    }
    const { rows } = await cases.lists.list({ limit: newest })
    return [visits, secrets, new Set(rows.flatMap(({ petition }) => petition.readers ?? []))]
  }

  return {
    async confirmersOf(accountId, resetBy) {
      const kinds = await byKind()
      const own = kinds.filter((readers) => readers.has(accountId))
      const able = (await accounts.list()).filter(
        (one) => one.accountId !== accountId && one.accountId !== resetBy && isAble(one),
      )
      const others = able.filter((one) => (own.length > 0 ? own : kinds).some((readers) => readers.has(one.accountId)))
      const asked = others.length > 0 ? others : able.filter(({ role }) => role === 'administrator')
      return asked.map((one) => one.accountId)
    },
  }
}

const isAble = ({ isEnabled, hasPassword, suspension }: KnownAccount): boolean =>
  isEnabled && hasPassword && suspension === null
