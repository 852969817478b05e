// Runs qpdf, the program that changes PDF files.
import { confiningPrograms, type Limits, runConfined } from '../../platform/confined-program.ts'
import type { Needs } from '../../platform/walls.ts'

const limits: Limits = {
  memoryBytes: 1024 ** 3,
  seconds: 60,
  writtenBytes: 400 * 1024 ** 2,
  // What it says is read in this process: of a thousand pages it is some megabytes.
  saidBytes: 8 * 1024 ** 2,
}

export const programsOfQpdf = ['qpdf', ...confiningPrograms]

/** What it says. Rejects when it fails; a damaged file that it could mend is no failure. */
export const qpdf = async (args: readonly string[], needs: Needs): Promise<string> =>
  (await runConfined(['qpdf', '--warning-exit-0', '--no-warn', ...args], { limits, ...needs })).toString()
