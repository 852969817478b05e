// Exports a journal as a file (JSON lines with a header and a manifest), and verifies such a file without a server.
import { z } from 'zod'
import { Commit } from '../../../shared/kernel/commit.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { chainFault, genesisHash } from '../../platform/hash-chain.ts'

const format = 'diemcau-journal'
const Header = z.object({ format: z.literal(format), version: z.literal(1), sessionId: z.string() })
const Manifest = z.object({
  manifest: z.object({ commits: z.int().nonnegative(), headHash: z.string(), sealed: z.boolean() }),
})

const isSealing = ({ events }: Commit) => events.some(({ type }) => type === 'session.sealed')
/** All that a sealed journal still takes, each in a commit of its own: ADR 0045, 0048, 0075, 0082. Held to the rules by tests/laws/permissions.test.ts. */
export const afterSealing = [
  'withdrawal.declared',
  'protection.readerNamed',
  'supplement.written',
  'accessList.named',
  'accessList.takenBack',
  'accessList.looked',
] as const
type AfterSealing = (typeof afterSealing)[number]

/** Which of these a commit says, and nothing else; undefined: it may not follow a sealing. */
export const saidAfterSealing = (events: readonly { type: string }[]): AfterSealing | undefined =>
  afterSealing.find((after) => events.every(({ type }) => type === after))

export function* journalLines(sessionId: SessionId, journal: readonly Commit[]): Generator<string> {
  const last = journal.at(-1)
  yield `${JSON.stringify({ format, version: 1, sessionId })}\n`
  for (const commit of journal) yield `${JSON.stringify(commit)}\n`
  const manifest = { commits: journal.length, headHash: last?.hash ?? genesisHash, sealed: journal.some(isSealing) }
  yield `${JSON.stringify({ manifest })}\n`
}

export type Verdict =
  | {
      ok: true
      sessionId: string
      commits: number
      headHash: string
      sealed: boolean
      /** The commit that sealed it; null: it is not sealed. */
      sealing: Pick<Commit, 'seq' | 'hash' | 'at'> | null
      /** Commits that followed the sealing, by what they say. */
      since: Readonly<Record<AfterSealing, number>>
      /** Commits that say an earlier time than the one before them. */
      backward: number
    }
  /** `line` counts from 1. */
  | { ok: false; line: number; fault: string }

/** Checks every line of an archive: its form, its hash, that it follows the line before, and the manifest at the end. */
export async function verifyJournal(lines: AsyncIterable<string> | Iterable<string>): Promise<Verdict> {
  let line = 0
  let sessionId: string | undefined
  let previous: Commit | null = null
  let sealing: Pick<Commit, 'seq' | 'hash' | 'at'> | null = null
  let backward = 0
  const since = Object.fromEntries(afterSealing.map((type) => [type, 0])) as Record<AfterSealing, number>
  let isTorn = false
  let manifest: z.infer<typeof Manifest>['manifest'] | undefined
  for await (const text of lines) {
    if (isTorn) return { ok: false, line, fault: 'not JSON' }
    line++
    const wrong = (fault: string): Verdict => ({ ok: false, line, fault })
    if (manifest) return wrong('nothing may follow the manifest')
    const value = parseJson(text)
    if (value === undefined) {
      isTorn = true
      continue
    }
    if (sessionId === undefined) {
      const header = Header.safeParse(value)
      if (!header.success) return wrong(`not the header of a ${format} file`)
      sessionId = header.data.sessionId
      continue
    }
    const end = Manifest.safeParse(value)
    if (end.success) {
      manifest = end.data.manifest
      const headHash: string = previous?.hash ?? genesisHash
      if (manifest.commits !== (previous?.seq ?? 0))
        return wrong(`the manifest counts ${manifest.commits} commits, the file ${previous?.seq ?? 0}`)
      if (manifest.headHash !== headHash) return wrong('the manifest names another last commit')
      if (manifest.sealed !== (sealing !== null)) return wrong('the manifest is wrong about the sealing')
      continue
    }
    const commit = Commit.safeParse(value)
    if (!commit.success) return wrong('neither a commit nor the manifest')
    const fault = chainFault(previous, commit.data) ?? otherSession(sessionId, commit.data)
    if (fault) return wrong(fault)
    if (sealing) {
      const says = saidAfterSealing(commit.data.events)
      if (!says) return wrong('the journal goes on after its sealing')
      since[says]++
    }
    if (isSealing(commit.data)) sealing = commit.data
    if (previous && commit.data.at < previous.at) backward++
    previous = commit.data
  }
  if (isTorn) return { ok: false, line, fault: 'the last line is torn: the file has been cut off' }
  if (sessionId === undefined) return { ok: false, line: 1, fault: 'the file is empty' }
  if (!manifest) return { ok: false, line: line + 1, fault: 'the manifest is missing: the file has been cut off' }
  return { ok: true, sessionId, ...manifest, sealing, since, backward }
}

/** The first commit names the session, so a journal cannot pass for another’s. */
function otherSession(sessionId: string, { seq, events }: Commit): string | null {
  if (seq !== 1) return null
  const named = z.object({ sessionId: z.string() }).safeParse(events[0]?.data)
  return named.success && named.data.sessionId !== sessionId
    ? `this is the journal of session ${named.data.sessionId}`
    : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
