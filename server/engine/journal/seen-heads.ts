// Stores the last head this server saw of each journal in DATA_DIR/journals, out of reach of somebody with access to
// Redis alone, so that an earlier state put back with its valid proof is detected (ADR 0076). Written a few seconds
// late and in the background; no append waits for it.
import { appendFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../../platform/durable-file.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { readIfThere } from '../../platform/read-if-there.ts'
import { type Head, type JournalKind, journalKinds } from './journal.ts'

export interface SeenHeads {
  of(kind: JournalKind, id: string): Head | null
  /** The later one stands. */
  note(kind: JournalKind, id: string, head: Head): void
  all(): readonly (readonly [kind: JournalKind, id: string, head: Head])[]
}

export interface KeptSeenHeads extends SeenHeads {
  /** Writes what is not written yet. */
  close(): Promise<void>
}

const Line = z.object({ kind: z.enum(journalKinds), id: z.string(), seq: z.int().positive(), hash: z.string() })
export const journalsFolder = 'journals'
const fileName = 'heads.jsonl'
const everyMs = 2000
/** So many lines that later ones have overtaken are kept before the file is written anew. */
const mostOvertaken = 10_000

/** In memory alone: for tests, and for a Redis that is allowed to fall back. */
export function createSeenHeads(): SeenHeads {
  const heads = new Map<string, readonly [JournalKind, string, Head]>()
  return {
    of: (kind, id) => heads.get(`${kind} ${id}`)?.[2] ?? null,
    note(kind, id, { seq, hash }) {
      const key = `${kind} ${id}`
      if (seq > (heads.get(key)?.[2].seq ?? 0)) heads.set(key, [kind, id, { seq, hash }])
    },
    all: () => [...heads.values()],
  }
}

const lineOf = (kind: JournalKind, id: string, head: Head | null): string =>
  head ? `${JSON.stringify({ kind, id, seq: head.seq, hash: head.hash })}\n` : ''

export async function openSeenHeads(dataDir: string, log: Pick<Log, 'warn'>): Promise<KeptSeenHeads> {
  const folder = join(dataDir, journalsFolder)
  const path = join(folder, fileName)
  const heads = createSeenHeads()
  const unwritten = new Map<string, readonly [JournalKind, string]>()
  const writing = createMailbox()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  let lines = 0
  for (const line of ((await readIfThere(path)) ?? '').split('\n')) {
    // The last one may be torn.
    const seen = Line.safeParse(parsed(line)).data
    lines++
    if (seen) heads.note(seen.kind, seen.id, seen)
  }
  await writeAnew()
  const timer = setInterval(() => void write().catch(tell), everyMs)
  timer.unref()

  async function writeAnew(): Promise<void> {
    const all = heads.all()
    await replaceFile(path, all.map(([kind, id, head]) => lineOf(kind, id, head)).join(''))
    lines = all.length
  }

  const write = () =>
    writing.post(async () => {
      const some = [...unwritten]
      if (some.length === 0) return
      await appendFile(path, some.map(([, [kind, id]]) => lineOf(kind, id, heads.of(kind, id))).join(''), {
        mode: 0o600,
      })
      for (const [key, one] of some) if (unwritten.get(key) === one) unwritten.delete(key)
      lines += some.length
      if (lines > heads.all().length + mostOvertaken) await writeAnew()
    })
  const tell = (err: unknown) => log.warn({ err }, 'the ends of journals could not be noted: tried again in seconds')

  return {
    ...heads,
    note(kind, id, head) {
      if ((heads.of(kind, id)?.seq ?? 0) >= head.seq) return
      heads.note(kind, id, head)
      unwritten.set(`${kind} ${id}`, [kind, id])
    },
    async close() {
      clearInterval(timer)
      await write().catch(tell)
    },
  }
}

/** Of a Redis that may lose what it has acknowledged nothing can be held against it. */
export const forgetSeenHeads = (dataDir: string): Promise<void> =>
  rm(join(dataDir, journalsFolder, fileName), { force: true })

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
