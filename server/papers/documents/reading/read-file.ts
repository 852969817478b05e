// Reads the contents of an untrusted file: how many pages, and whether it has the secrecy marking of a state secret. Its bytes are
// parsed in a separate program, never in this process.
import { z } from 'zod'
import { type DocumentFormat, maximumPages } from '../../../../shared/modules/documents/contract.ts'
import { mediaTypes } from '../../../../shared/wire/media-types.ts'
import { documentFaults } from '../../../../shared/wire/papers/documents.ts'
import { answerOf, type Limits } from '../../../platform/confined-program.ts'
import { IntakeError } from '../intake-error.ts'
import { FileFacts } from './answer.ts'

/** A report of 500 pages takes some seconds and 300 MB. */
const limits: Limits = {
  memoryBytes: 512 * 1024 ** 2,
  seconds: 20,
  writtenBytes: 0,
  saidBytes: 64 * 1024,
}

/** Throws IntakeError: what cannot be read here, no viewer can show. */
export async function readFile(path: string, format: DocumentFormat): Promise<FileFacts> {
  const facts = await answerOf(new URL('./program.ts', import.meta.url), {
    args: [format, mediaTypes[format], path],
    reads: [path],
    limits,
    answer: FileFacts,
    fault: z.enum(documentFaults),
    refused: (fault) => new IntakeError(fault),
    tooDemanding: (because) => new IntakeError('too-demanding', because),
  })
  if (facts.pages !== null && facts.pages > maximumPages) throw new IntakeError('too-many-pages')
  return facts
}
