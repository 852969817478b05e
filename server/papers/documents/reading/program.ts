// The program run by read-file.ts: `program.ts FORMAT MEDIA-TYPE PATH` reads one file and writes one answer to its
// standard output.
import type { DocumentFormat } from '../../../../shared/modules/documents/contract.ts'
import { IntakeError } from '../intake-error.ts'
import type { Answer } from './answer.ts'
import { factsOf } from './facts.ts'

// pdf.js says on the console what it thinks of a file; the file is a stranger's.
console.log = () => undefined

const [format = '', mediaType = '', path = ''] = process.argv.slice(2)
const answer: Answer = await factsOf(path, format as DocumentFormat, mediaType).catch((error: unknown) => {
  if (error instanceof IntakeError) return { fault: error.fault }
  // An array for which there is no room throws; whatever else does is a fault of ours.
  if (error instanceof RangeError) return { fault: 'too-demanding' as const }
  throw error
})
process.stdout.write(JSON.stringify(answer))
