// The code of an issued paper: made from its id under a key of this installation, so that nobody can guess one.
import { createHmac } from 'node:crypto'

/** As codes by which cases are followed: nothing that is misread. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY'
/** 25^16, about 74 bits. */
const length = 16

export function paperCode(codeKey: Uint8Array, documentId: string): string {
  const digest = createHmac('sha256', codeKey).update(documentId).digest()
  let rest = BigInt(`0x${digest.toString('hex')}`)
  const base = BigInt(alphabet.length)
  return Array.from({ length }, () => {
    const letter = alphabet[Number(rest % base)]
    rest /= base
    return letter
  }).join('')
}

export const asTyped = (code: string) => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
export const inGroups = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code
