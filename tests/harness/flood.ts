// Starts an attack in a separate process (flooder.fixture.ts), limited in time and number of sockets.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Flood {
  readonly url: string
  readonly token: string
  /** `waiting`: says hello with its link, then commands; `stranger`: commands without hello; `pings`: frames below all messages; `silence`: nothing. */
  readonly how: 'waiting' | 'stranger' | 'pings' | 'silence'
  readonly seconds: number
  /** One after another; each is used until it is closed. */
  readonly sockets: number
}

export interface FloodResult {
  opened: number
  refused: number
  closed: number
  answers: number
}

const program = fileURLToPath(new URL('./flooder.fixture.ts', import.meta.url))

export async function flood(attack: Flood): Promise<FloodResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(attack)], {
    timeout: (attack.seconds + 10) * 1000,
  })
  return JSON.parse(stdout)
}
