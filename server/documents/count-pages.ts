// How many pages a PDF has, as the reader in the browsers will see them: pdf.js counts, in a thread that can be ended.
import { Worker } from 'node:worker_threads'
import { maximumPages } from '../../shared/modules/documents/contract.ts'
import type { PageCount } from './count-pages-worker.ts'
import { IntakeError } from './intake-error.ts'

const patienceMs = 20_000
const mostMemoryMb = 512

/** Throws IntakeError: what cannot be read here, no viewer can show. */
export async function countPages(path: string): Promise<number> {
  const count = await asked(path)
  if (count === 'encrypted' || count === 'broken') throw new IntakeError(count)
  if (count > maximumPages) throw new IntakeError('too-many-pages')
  return count
}

async function asked(path: string): Promise<PageCount> {
  const worker = new Worker(new URL('./count-pages-worker.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    // pdf.js says on the console what it thinks of a file; the file is a stranger's.
    stdout: true,
    stderr: true,
  })
  try {
    return await new Promise<PageCount>((resolve) => {
      const patience = setTimeout(() => resolve('broken'), patienceMs)
      patience.unref()
      worker.once('message', resolve)
      worker.once('error', () => resolve('broken'))
      worker.once('exit', () => resolve('broken'))
    })
  } finally {
    await worker.terminate()
  }
}
