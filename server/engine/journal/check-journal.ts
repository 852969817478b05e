// Checks that a journal read from storage is what was written: its hash chain, the proof of its head, and the head this
// server last saw. Pure except for its pauses; called for everything that is read.
import { setImmediate } from 'node:timers/promises'
import { Commit } from '../../../shared/kernel/commit.ts'
import type { Break } from '../../platform/broken-journal.ts'
import { chainFault } from '../../platform/hash-chain.ts'
import type { Head } from './journal.ts'

export interface StoredJournal {
  /** What follows `after`: the id of each entry, 7-0, and what it holds. */
  readonly entries: readonly (readonly [id: string, body: string])[]
  /** Of all entries, those before `after` among them. */
  readonly length: number
  /** 'none': there is no proof; null: it proves nothing. */
  readonly head: Head | 'none' | null
}

/** The commits after `after`, or the first of them that is not right. `seen`: the latest head of it that was known before it was read. */
export async function checkedCommits(
  { entries, length, head }: StoredJournal,
  after: Head | null,
  seen: Head | null,
  checkedBefore = 0,
): Promise<Commit[] | Break> {
  const commits = await checkedChain(entries, after, seen, checkedBefore)
  return Array.isArray(commits) ? (wrongEnd(commits.at(-1) ?? after, length, head, seen) ?? commits) : commits
}

/** But for its end, which a journal of an earlier release does not prove. `checkedBefore`: so many entries hold, byte for byte. */
export async function checkedChain(
  entries: StoredJournal['entries'],
  after: Head | null,
  seen: Head | null,
  checkedBefore = 0,
): Promise<Commit[] | Break> {
  const commits: Commit[] = []
  let last = after
  for (const [id, body] of entries) {
    const seq = (last?.seq ?? 0) + 1
    if (Number.parseInt(id, 10) !== seq) return { seq, reason: last === null ? 'trimmed' : 'missing' }
    const commit = parsed(body)
    if (commit === null) return { seq, reason: 'altered' }
    if (commit.seq !== seq) return { seq, reason: 'reordered' }
    if (commits.length >= checkedBefore && chainFault(last, commit) !== null) return { seq, reason: 'altered' }
    if (seen?.seq === seq && seen.hash !== commit.hash) return { seq, reason: 'altered' }
    commits.push(commit)
    last = commit
    // Twenty thousand take a while: hearings go on beside it.
    if (commits.length % commitsAtOnce === 0) await setImmediate()
  }
  return commits
}

const commitsAtOnce = 200

function wrongEnd(last: Head | null, length: number, head: StoredJournal['head'], seen: Head | null): Break | null {
  const end = last?.seq ?? 0
  const proved = head === 'none' || head === null ? null : head
  const most = Math.max(proved?.seq ?? 0, seen?.seq ?? 0)
  if (most > end) return { seq: end + 1, reason: end === 0 ? 'missing' : 'trimmed' }
  if (length !== end) return { seq: Math.min(length, end) + 1, reason: length < end ? 'missing' : 'otherHead' }
  if (last === null) return head === 'none' ? null : { seq: 1, reason: 'otherHead' }
  if (proved === null) return { seq: end, reason: head === 'none' ? 'unproven' : 'otherHead' }
  if (proved.seq < end) return { seq: proved.seq + 1, reason: 'otherHead' }
  return proved.hash === last.hash ? null : { seq: end, reason: 'otherHead' }
}

function parsed(body: string): Commit | null {
  try {
    return Commit.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}
