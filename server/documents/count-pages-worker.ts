// The thread of count-pages.ts: opens one PDF, answers once.
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PageCount = number | 'broken' | 'encrypted'

async function counted(path: string): Promise<PageCount> {
  try {
    const data = new Uint8Array(await readFile(path))
    const document = await getDocument({ data, verbosity: 0, useWorkerFetch: false }).promise
    // A file that is cut off may still tell how many pages it had.
    await document.getPage(1)
    return document.numPages
  } catch (error) {
    return error instanceof PasswordException ? 'encrypted' : 'broken'
  }
}

parentPort?.postMessage(await counted(workerData as string))
