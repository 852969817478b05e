// A small sealed session with a file of each kind, for tests of its archive.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Commit } from '../../../shared/kernel/commit.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { journalLines } from '../../engine/journal/journal-file.ts'
import { chained, genesisHash } from '../../platform/hash-chain.ts'
import type { FileKind } from './manifest.ts'
import type { KeptSeal } from './seal.ts'
import type { SealPrint } from './seal-prints.ts'
import type { SealSource } from './seal-source.ts'
import type { ArchivedFile, Contents } from './write-archive.ts'

export const sealedAt = Date.UTC(2026, 10, 24, 3)
export const sessionId = SessionId.parse('01990000-0000-7000-8000-000000000001')
export const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

export const archived = {
  'documents/01 Báo cáo.pdf': 'the report as it was handed in',
  'papers/minutes-12-2026.pdf': 'the minutes as they were issued',
  'attendance.csv': 'who was there',
  'recordings/0001-1.mkv': 'what was said',
} as const

const kinds: Readonly<Record<keyof typeof archived, FileKind>> = {
  'documents/01 Báo cáo.pdf': 'document',
  'papers/minutes-12-2026.pdf': 'paper',
  'attendance.csv': 'print',
  'recordings/0001-1.mkv': 'recording',
}

export const index = `${JSON.stringify({ line: 'segment', file: '0001-1.mkv', sha256: sha256(archived['recordings/0001-1.mkv']) })}\n`

export function sealedJournal(): Commit[] {
  const added = { sessionId, file: { sha256: sha256(archived['documents/01 Báo cáo.pdf']) } }
  const events = [
    { type: 'documents.added', v: 1, data: added },
    { type: 'minutes.added', v: 1, data: { text: 'Thống nhất' } },
    { type: 'session.sealed', v: 1, data: {} },
  ]
  const commits: Commit[] = []
  for (const event of events) {
    const seq = commits.length + 1
    const command = { id: `00000000-0000-7000-8000-00000000000${seq}`, type: 'any.thing' }
    const previousHash = commits.at(-1)?.hash ?? genesisHash
    commits.push(chained({ seq, at: sealedAt, actor: { kind: 'system' }, command, events: [event], previousHash }))
  }
  return commits
}

export const fileOf = (
  path: string,
  kind: FileKind,
  content: string | Buffer | null,
  noted: string | null,
): ArchivedFile => ({
  path,
  kind,
  sha256: noted,
  open: async () => (content === null ? null : Readable.from([Buffer.from(content)])),
})

export function sealedSession(): Contents {
  const journal = sealedJournal()
  const files = (Object.keys(archived) as (keyof typeof archived)[]).map((path) =>
    fileOf(path, kinds[path], archived[path], kinds[path] === 'print' ? null : sha256(archived[path])),
  )
  const at = new Date(sealedAt).toISOString()
  return {
    head: {
      sessionId,
      sealedAt: at,
      exportedAt: at,
      journal: { commits: journal.length, headHash: journal.at(-1)?.hash ?? genesisHash },
    },
    files: [
      fileOf('journal.jsonl', 'journal', [...journalLines(sessionId, journal)].join(''), null),
      ...files,
      fileOf('recordings/index.jsonl', 'recording', index, null),
    ],
    withheld: [],
  }
}

export const sealPrintsOf = (print: (path: string) => Promise<string>, said = 'as the journal stands'): SealPrint[] =>
  ['attendance.csv', 'minutes.pdf'].map((path) => ({ path, of: sha256(said), print: () => print(path) }))

/** What the seal of that session is made of; `print` stands in for the printer. */
export function sealSourceOf(print: (path: string) => Promise<string>, journal = sealedJournal()): SealSource {
  const { files } = sealedSession()
  return {
    sealedAt,
    journal: {
      commits: 3,
      headHash: journal[2]?.hash ?? genesisHash,
      path: 'journal.jsonl',
      lines: journalLines(sessionId, journal.slice(0, 3)),
    },
    prints: sealPrintsOf(print),
    written: [],
    files: files.flatMap(({ path, kind, sha256: noted, open }) =>
      noted === null ? [] : [{ path, kind, sha256: noted, bytes: null, open }],
    ),
  }
}

/** That session with its seal. */
export function withSeal(contents: Contents, { text, signature }: Pick<KeptSeal, 'text' | 'signature'>): Contents {
  return {
    ...contents,
    files: [...contents.files, fileOf('seal.json', 'seal', text, null), fileOf('seal.sig', 'seal', signature, null)],
  }
}
