// Verifies the chain of supplements in an archive: each one is signed, belongs to this session, contains the hash of
// the one before it (the first: of the seal), and names files with the right hashes (ADR 0082). Called by
// verify-archive.ts.
import { createHash, type X509Certificate } from 'node:crypto'
import { type Manifest, parsed } from './manifest.ts'
import {
  Supplement,
  sealName,
  supplementName,
  supplementSignatureName,
  supplementStampName,
  writtenPaths,
} from './seal.ts'
import { sealStampVerdict } from './seal-stamp-verdict.ts'
import { signerOf } from './signature.ts'

interface Archive {
  readonly manifest: Manifest
  readonly content: (name: string) => Promise<Buffer | null>
  /** SHA-256 of seal.json. */
  readonly seal: string
  /** How many people have written, as the journal says; null: it is not in order. */
  readonly written: number | null
  /** Fingerprint of the key that signed the archive; null: none did. */
  readonly signer: string | null
}

export interface SupplementsFound {
  readonly faults: readonly string[]
  /** In their order, those that can be read. */
  readonly supplements: readonly Supplement[]
  readonly remarks: readonly string[]
}

const named = /^supplements\/([1-9]\d*)\.json$/

/** `authorities`: who must have certified those that stamped them; null: there may be no stamp, or one of anybody. */
export async function compareSupplements(
  { manifest, content, seal, written, signer }: Archive,
  authorities: readonly X509Certificate[] | null,
): Promise<SupplementsFound> {
  const faults: string[] = []
  const supplements: Supplement[] = []
  const remarks: string[] = []
  const now = new Map([...manifest.files, ...manifest.withheld, ...manifest.erased].map((file) => [file.path, file]))
  const gone = new Set(manifest.faults.map(({ path }) => path))
  const numbers = manifest.files.flatMap(({ path }) => named.exec(path)?.[1] ?? []).map(Number)
  let previous = seal
  for (let number = 1; number <= Math.max(0, ...numbers); number++) {
    const name = supplementName(number)
    const before = number === 1 ? sealName : supplementName(number - 1)
    const text = await content(name)
    if (!text) {
      faults.push(`${name} is missing: a later supplement is there.`)
      previous = ''
      continue
    }
    const sha256 = createHash('sha256').update(text).digest('hex')
    const found = parsed(text, Supplement)
    if (found) {
      faults.push(...(await signatureFaults(name, number, text, content, signer)))
      if (found.sessionId !== manifest.sessionId)
        faults.push(`${name} is a supplement of another session: ${found.sessionId}.`)
      if (found.number !== number) faults.push(`${name} is out of order: it says that it is number ${found.number}.`)
      // After one that is missing, which is named, nothing can be said of what it follows.
      if (previous !== '' && found.previous !== previous)
        faults.push(`${name} does not follow this ${before}: one of the two is altered, added or in another order.`)
      for (const file of found.files) {
        const there = now.get(file.path)
        if (!there && !gone.has(file.path)) faults.push(`${file.path} was sealed by ${name}, and is missing since.`)
        else if (there && there.sha256 !== file.sha256)
          faults.push(`${file.path} is altered since it was sealed by ${name}.`)
      }
      faults.push(...writtenFaults(name, found))
      const reply = await content(supplementStampName(number))
      const names = { text: name, stamp: supplementStampName(number) }
      const stamped = await sealStampVerdict({ reply, text, seal: found, names }, authorities)
      faults.push(...stamped.faults)
      remarks.push(...stamped.remarks)
      supplements.push(found)
    } else faults.push(`${name} is altered: it is no supplement.`)
    previous = sha256
  }
  const sealed = supplements.filter((one) => one.written !== null).length
  if (written !== null && written !== sealed)
    faults.push(`The journal says that ${written} supplements were written, and ${sealed} of them are sealed.`)
  return { faults, remarks, supplements }
}

/** What was written is on paper, and that paper is under it. */
function writtenFaults(name: string, { kind, written, files }: Supplement): string[] {
  if ((kind === 'recording') !== (written === null)) return [`${name} does not say what was written.`]
  const there = new Set(files.map(({ path }) => path))
  return (written ? writtenPaths(written) : [])
    .filter((path) => !there.has(path))
    .map((path) => `${name} does not seal its paper ${path}.`)
}

async function signatureFaults(
  name: string,
  number: number,
  text: Buffer,
  content: Archive['content'],
  signer: string | null,
): Promise<string[]> {
  const signature = await content(supplementSignatureName(number))
  const by = signature && (await signerOf(signature.toString(), text))
  if (!by)
    return [`${supplementSignatureName(number)} is not the signature of this ${name}: one of the two is altered.`]
  return signer && by !== signer ? [`${name} is signed with another key than the archive: ${by}.`] : []
}
