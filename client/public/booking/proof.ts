// The piece of work a browser does before it may book, begun while the form is being filled in. Without WebAssembly, by the browser’s
// own cryptography, which it offers on secure pages alone.

import { appointmentApi } from '../../../shared/wire/reception/appointment-api.ts'
import type { Proof } from '../../../shared/wire/reception/appointments.ts'
import { call } from '../../base/api.ts'

const patienceMs = 120_000

export class NoCryptography extends Error {
  override name = 'NoCryptography'
}

export async function earnProof(): Promise<Proof> {
  if (!globalThis.crypto?.subtle) throw new NoCryptography('crypto.subtle is missing')
  const [challenge, { solveChallenge }, { deriveKey }] = await Promise.all([
    call(appointmentApi.challenge),
    import('altcha-lib'),
    import('altcha-lib/algorithms/web/pbkdf2'),
  ])
  const solution = await solveChallenge({ challenge, deriveKey, timeout: patienceMs })
  if (!solution) throw new Error('the work took too long')
  const { counter, derivedKey } = solution
  return { challenge, solution: { counter, derivedKey } }
}
