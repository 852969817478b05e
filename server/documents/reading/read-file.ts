// What is in a file of a stranger: how many pages, and whether it bears the mark of a secret. No byte of it is parsed in this process.
import { type DocumentFormat, maximumPages } from '../../../shared/modules/documents/contract.ts'
import { mediaTypes } from '../../../shared/wire/documents.ts'
import { ConfinedError, type Limits, runScript } from '../../platform/confined-program.ts'
import { IntakeError } from '../intake-error.ts'
import { Answer, type FileFacts } from './answer.ts'

/** A report of 500 pages takes some seconds and 300 MB. */
const limits: Limits = {
  memoryBytes: 512 * 1024 ** 2,
  seconds: 20,
  writtenBytes: 0,
  saidBytes: 64 * 1024,
}

/** Throws IntakeError: what cannot be read here, no viewer can show. */
export async function readFile(path: string, format: DocumentFormat): Promise<FileFacts> {
  const answer = Answer.parse(JSON.parse(await answered(path, format)))
  if ('fault' in answer) throw new IntakeError(answer.fault)
  if (answer.pages !== null && answer.pages > maximumPages) throw new IntakeError('too-many-pages')
  return answer
}

async function answered(path: string, format: DocumentFormat): Promise<string> {
  try {
    const program = new URL('./program.ts', import.meta.url)
    return (await runScript(program, { args: [format, mediaTypes[format], path], reads: [path], limits })).toString()
  } catch (cause) {
    if (cause instanceof ConfinedError && cause.why === 'beyond-limits')
      throw new IntakeError('too-demanding', { cause })
    throw cause
  }
}
