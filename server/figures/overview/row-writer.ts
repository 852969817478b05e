// Writes rows in the background: what was told is written once however often it was told, and again when Redis could not be
// reached.
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Log } from '../../platform/log.ts'

export interface RowWriter {
  /** It is to be written, soon. */
  tell(key: string, keep: () => Promise<void>): void
  /** Everything told so far is written. Throws Unavailable. */
  settled(): Promise<void>
  close(): void
}

const retryMs = 1000

export function createRowWriter(log: Log): RowWriter {
  /** What is to be written, each once however often it was told. */
  const waiting = new Map<string, () => Promise<void>>()
  let writing: Promise<void> | null = null
  let retry: NodeJS.Timeout | undefined
  let isClosed = false

  async function write(): Promise<void> {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [key, keep] = next.value
      // Whatever is told while it is being written is written again.
      waiting.delete(key)
      try {
        // What is kept of one that does not hold stays as it was.
        await unlessBroken(keep())
      } catch (error) {
        if (!waiting.has(key)) waiting.set(key, keep)
        throw error
      }
    }
  }

  function settled(): Promise<void> {
    clearTimeout(retry)
    writing ??= write().finally(() => {
      writing = null
    })
    return writing
  }

  function writeSoon(): void {
    settled().catch((error: unknown) => {
      log.warn({ err: error, waiting: waiting.size }, 'the figures of the overview are behind; they are written again')
      if (isClosed) return
      retry = setTimeout(writeSoon, retryMs)
      retry.unref()
    })
  }

  function tell(key: string, keep: () => Promise<void>): void {
    waiting.set(key, keep)
    if (writing === null) writeSoon()
  }

  return {
    tell,
    settled,
    close() {
      isClosed = true
      clearTimeout(retry)
    },
  }
}
