// The hash chain of a journal: each commit contains the hash of the one before it, so that altered or missing history
// is detected.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Commit } from '../../shared/kernel/commit.ts'

/** What the first commit of a journal holds as the hash before it. */
export const genesisHash = '0'.repeat(64)

/** SHA-256 over the RFC 8785 (JCS) form, hex. */
export function canonicalHash(link: object): string {
  const canonical = canonicalize(link)
  if (canonical === undefined) throw new TypeError('a link of a chain cannot be written as JSON')
  return createHash('sha256').update(canonical).digest('hex')
}

/** Of the commit without its own hash. */
function commitHash(commit: Omit<Commit, 'hash'>): string {
  const { seq, at, actor, command, events, previousHash } = commit
  return canonicalHash({ seq, at, actor, command, events, previousHash })
}

export const chained = (commit: Omit<Commit, 'hash'>): Commit => ({ ...commit, hash: commitHash(commit) })

/** Why `commit` cannot follow `previous`, or null when it can. */
export function chainFault(previous: Pick<Commit, 'seq' | 'hash'> | null, commit: Commit): string | null {
  const expectedSeq = (previous?.seq ?? 0) + 1
  if (commit.seq !== expectedSeq) return `commit ${expectedSeq} is expected here, found ${commit.seq}`
  if (commit.previousHash !== (previous?.hash ?? genesisHash))
    return `commit ${commit.seq} does not follow the one before it`
  if (commit.hash !== commitHash(commit)) return `commit ${commit.seq} does not match its own hash`
  return null
}
