// What is kept of one citizen, encrypted under a key of their own, which the key of the installation wraps. Called by
// citizens-record.ts.
import { randomBytes } from 'node:crypto'
import type { CitizenId } from '../../../shared/kernel/ids.ts'
import { Citizen } from '../../../shared/wire/identity/citizens.ts'
import { decrypt, encrypt, KEY_BYTES } from '../../platform/encryption.ts'

/** A hash: `key` and `citizen`, and the blind indexes (stored-blind-indexes.ts). */
export const citizenKey = (id: CitizenId) => `{citizen:${id}}`
const placeOfKey = (id: CitizenId) => `${id} citizen-key`
const placeOf = (id: CitizenId) => `${id} citizen`

export function encryptCitizen(
  masterKey: Uint8Array,
  id: CitizenId,
  citizen: Citizen,
): { key: string; citizen: string } {
  const key = randomBytes(KEY_BYTES)
  return {
    key: encrypt(masterKey, key, placeOfKey(id)),
    citizen: encrypt(key, Buffer.from(JSON.stringify(citizen)), placeOf(id)),
  }
}

/** null: whoever was erased, or never was. */
export function decryptCitizen(masterKey: Uint8Array, id: CitizenId, stored: Record<string, string>): Citizen | null {
  const { key, citizen } = stored
  if (key === undefined || citizen === undefined) return null
  const plain = decrypt(decrypt(masterKey, key, placeOfKey(id)), citizen, placeOf(id))
  return Citizen.parse(JSON.parse(plain.toString()))
}
