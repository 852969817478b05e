// Starts an attack over HTTP in a separate process (storm.fixture.ts), limited in time.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Storm {
  readonly url: string
  /** `files`: petitions with that file; `signIns`: wrong passwords; `heldUploads`: forms of which a byte comes now and then. Each request has an address of its own. */
  readonly how: 'files' | 'signIns' | 'heldUploads'
  readonly path: string | null
  readonly seconds: number
}

/** How often each status was answered; 0: the connection ended without. */
export type StormResult = Readonly<Record<number, number>>

const program = fileURLToPath(new URL('./storm.fixture.ts', import.meta.url))

export async function storm(attack: Storm): Promise<StormResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(attack)], {
    timeout: (attack.seconds + 10) * 1000,
  })
  return JSON.parse(stdout)
}
