// The one-time link that creates the first administrator of a new installation. main.ts prints it.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { Accounts, FirstAccount } from './accounts.ts'

export interface SetUpLink {
  /**
   * A new token when there is no account yet, else null. It is good once, until the server stops; an earlier one is void.
   * Throws Unavailable.
   */
  issue(): Promise<string | null>
  /** 'refused': not the token issued, or used before, or there is an account by now. Throws Unavailable. */
  use(token: string, account: FirstAccount): Promise<Account | 'refused'>
}

export function createSetUpLink(accounts: Accounts): SetUpLink {
  let issued: Buffer | null = null

  return {
    async issue() {
      if (!(await accounts.isEmpty())) return null
      const token = randomBytes(32).toString('base64url')
      issued = digest(token)
      return token
    },

    async use(token, account) {
      if (issued === null || !timingSafeEqual(issued, digest(token))) return 'refused'
      // Of two uses at once, and of two servers that issued a token each, the database lets one win.
      const result = await accounts.createFirst(account)
      issued = null
      return result === 'not-first' ? 'refused' : result
    },
  }
}

const digest = (token: string) => createHash('sha256').update(token).digest()
