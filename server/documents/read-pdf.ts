// How many pages a PDF has, as the reader in the browsers will see them, and whether it bears the mark of a secret: pdf.js reads, in a
// thread that can be ended.
import { Worker } from 'node:worker_threads'
import { maximumPages } from '../../shared/modules/documents/contract.ts'
import { IntakeError } from './intake-error.ts'
import type { PdfAnswer, PdfFacts } from './read-pdf-worker.ts'

const patienceMs = 20_000
const mostMemoryMb = 512

/** Throws IntakeError: what cannot be read here, no viewer can show. */
export async function readPdf(path: string): Promise<PdfFacts> {
  const answer = await asked(path)
  if (answer === 'encrypted' || answer === 'broken') throw new IntakeError(answer)
  if (answer.pages > maximumPages) throw new IntakeError('too-many-pages')
  return answer
}

async function asked(path: string): Promise<PdfAnswer> {
  const worker = new Worker(new URL('./read-pdf-worker.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    // pdf.js says on the console what it thinks of a file; the file is a stranger's.
    stdout: true,
    stderr: true,
  })
  try {
    return await new Promise<PdfAnswer>((resolve) => {
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
