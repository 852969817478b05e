// The progress of exports that are written while they are sent. The page polls it, because it cannot see the progress
// of a browser download.
import type { ExportProgress } from '../../../shared/wire/reception/register.ts'

export interface Exports {
  /** The same rows, counted as they go by. Without an id nobody asks. */
  follow<T>(
    exportId: string | undefined,
    total: number,
    chunks: AsyncIterable<readonly T[]>,
  ): AsyncGenerator<readonly T[]>
  /** null: no such export, or it ended long ago. */
  progress(exportId: string): ExportProgress | null
}

/** Of more than so many the oldest are forgotten. */
const maximumKept = 200

async function* counted<T>(chunks: AsyncIterable<readonly T[]>, progress: ExportProgress) {
  // Whoever stops the download returns from here, and a fault is thrown through.
  try {
    for await (const chunk of chunks) {
      yield chunk
      progress.done += chunk.length
    }
    progress.state = 'done'
  } finally {
    if (progress.state !== 'done') progress.state = 'failed'
  }
}

export function createExports(): Exports {
  const kept = new Map<string, ExportProgress>()

  return {
    follow(exportId, total, chunks) {
      const progress: ExportProgress = { state: 'going-on', done: 0, total }
      if (exportId !== undefined) {
        kept.set(exportId, progress)
        const [oldest] = kept.keys()
        if (kept.size > maximumKept && oldest !== undefined) kept.delete(oldest)
      }
      return counted(chunks, progress)
    },
    progress: (exportId) => kept.get(exportId) ?? null,
  }
}
