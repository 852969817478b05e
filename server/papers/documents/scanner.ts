// Virus scanning by clamd, if the operator has configured it: a file that it does not report as clean is refused (fail
// closed).
/// <reference path="./clamscan.d.ts" />
import { createReadStream } from 'node:fs'
import NodeClam from 'clamscan'
import type { Log } from '../../platform/log.ts'
import { IntakeError } from './intake-error.ts'

export interface Scanner {
  /** Throws IntakeError: infected, or no verdict. */
  scan(path: string): Promise<'clean' | 'notScanned'>
}

const patienceMs = 60_000

export const noScanner: Scanner = { scan: async () => 'notScanned' }

export function createScanner(socket: string, log: Log): Scanner {
  return {
    async scan(path) {
      const verdict = await verdictOf(socket, path).catch((error: unknown) => {
        log.error({ err: error, socket }, 'clamd gave no verdict: the file is refused')
        return null
      })
      if (verdict === true) throw new IntakeError('infected')
      if (verdict !== false) throw new IntakeError('scan-failed')
      return 'clean'
    },
  }
}

/** null: clamd answered, but neither that it is infected nor that it is not. */
async function verdictOf(socket: string, path: string): Promise<boolean | null> {
  const clamd = await new NodeClam().init({
    preference: 'clamdscan',
    clamscan: { active: false },
    clamdscan: { socket, host: false, port: false, localFallback: false, timeout: patienceMs, path: null },
  })
  const content = createReadStream(path)
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref())
  try {
    return await Promise.race([clamd.scanStream(content).then(({ isInfected }) => isInfected), late])
  } finally {
    content.destroy()
  }
}
