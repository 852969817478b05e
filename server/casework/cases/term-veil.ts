// What stands in the index for a term of a denunciation: whoever has no key cannot tell the word (ADR 0047).

import { createHmac, hkdfSync } from 'node:crypto'

export interface TermVeil {
  veiled(term: string): string
  /** In the words of all, and in those of denunciations. */
  eitherWay(term: string): string[]
}

export function createTermVeil(masterKey: Uint8Array): TermVeil {
  const key = Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'diemcau search of cases', 32))
  const veiled = (term: string) => `#${createHmac('sha256', key).update(term).digest('base64url').slice(0, 22)}`
  return { veiled, eitherWay: (term) => [term, veiled(term)] }
}
