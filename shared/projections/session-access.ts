// Decides what an account may do with a session from outside its room. Pure.
import type { ReaderId } from '../kernel/ids.ts'
import { hasPart } from '../modules/access-list/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isReader } from '../modules/protection/contract.ts'
import { isStateSecret } from '../secrecy/levels.ts'

/** Is shown anything of it at all: guard.ts asks before every route. */
export const mayOpen = ({ session, accessList, protection }: SessionState, reader: ReaderId | null): boolean =>
  (!isStateSecret(session.secrecy) || hasPart(accessList, reader)) &&
  (!session.isProtected || isReader(protection, reader))
