// Verifies an archive without a server: reports missing, altered, added and reordered parts, and whose signature it
// has.
import { createHash, type X509Certificate } from 'node:crypto'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { type Verdict, verifyJournal } from '../../engine/journal/journal-file.ts'
import type { TimeStamp } from '../../platform/time-stamps/token.ts'
import { compareSeal } from './compare-seal.ts'
import { compareSupplements } from './compare-supplements.ts'
import { erasureVerdict } from './erasure-verdict.ts'
import { journalName, Manifest, manifestName, parsed, recordingIndexName, signatureName } from './manifest.ts'
import { type Seal, type Supplement, sealName, sealSignatureName, sealStampName } from './seal.ts'
import { sealStampVerdict } from './seal-stamp-verdict.ts'
import { signerOf } from './signature.ts'

export interface ArchiveVerdict {
  /** One sentence each; none: the archive is whole. */
  readonly faults: readonly string[]
  /** What is no fault, and must be known: what came after the sealing, that a clock was set back. */
  readonly remarks: readonly string[]
  /** What was erased by a decision whose certificate is in the archive. */
  readonly erased: readonly string[]
  /** null: it cannot be read. */
  readonly manifest: Manifest | null
  /** Fingerprint of the key that signed the manifest; null: none did. */
  readonly signer: string | null
  /** null: there is none, or it cannot be read. */
  readonly seal: {
    readonly content: Seal
    readonly sha256: string
    readonly stamp: Pick<TimeStamp, 'at' | 'by'> | null
  } | null
  /** What came after the sealing, each under a seal of its own, in their order. */
  readonly supplements: readonly Supplement[]
}

/**
 * `key`: the fingerprint the signature must be of; null: whoever signed. `authorities`: who must have certified the one that
 * stamped the seal; null: there may be no stamp, or one of anybody.
 */
export async function verifyArchive(
  path: string,
  key: string | null,
  authorities: readonly X509Certificate[] | null = null,
): Promise<ArchiveVerdict> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: NodeJS.ErrnoException) => {
    // That the file is not there, or not for us, is no word about the archive.
    if (error.code !== undefined) throw error
    return null
  })
  if (!zip)
    return {
      faults: ['The file is no whole ZIP: it was cut off or altered.'],
      remarks: [],
      erased: [],
      manifest: null,
      signer: null,
      seal: null,
      supplements: [],
    }
  try {
    return await verifyEntries(zip, key, authorities)
  } finally {
    zip.close()
  }
}

async function verifyEntries(
  zip: ZipFile,
  key: string | null,
  authorities: readonly X509Certificate[] | null,
): Promise<ArchiveVerdict> {
  const faults: string[] = []
  const remarks: string[] = []
  const entries = await entriesOf(zip, faults)
  const content = (name: string) => contentOf(zip, entries.get(name))
  const text = await content(manifestName)
  const signature = await content(signatureName)
  const manifest = text && parsed(text, Manifest)
  if (!text) faults.push(`${manifestName} is missing: nothing says which files there should be.`)
  else if (!manifest) faults.push(`${manifestName} is altered: it is no manifest of an archive.`)
  const signer = text && signature ? await signerOf(signature.toString(), text) : null
  if (!signature) faults.push(`${signatureName} is missing: nothing proves who made the archive.`)
  else if (text && !signer) faults.push(`The signature is not one of this ${manifestName}: one of the two is altered.`)
  if (signer && key !== null && signer !== key)
    faults.push(`The archive is signed with another key: ${signer}, not ${key}.`)
  let seal: ArchiveVerdict['seal'] = null
  const erased: string[] = []
  const supplements: Supplement[] = []
  if (manifest) {
    faults.push(...(await fileFaults(zip, entries, manifest)))
    const journal = await journalOf(zip, entries.get(journalName), manifest)
    faults.push(...(await recordFaults(zip, entries, manifest, journal)))
    const sealText = await content(sealName)
    const sealSignature = await content(sealSignatureName)
    if (sealText && sealSignature) {
      const written = journal.verdict?.since['supplement.written'] ?? null
      const chain = { manifest, content, seal: hashOfText(sealText), written, signer }
      const later = await compareSupplements(chain, authorities)
      supplements.push(...later.supplements)
      const kept = { text: sealText, signature: sealSignature.toString(), signer, supplements }
      const compared = await compareSeal(kept, manifest, journal.verdict)
      faults.push(...later.faults)
      remarks.push(...later.remarks)
      const stamped = {
        reply: await content(sealStampName),
        text: sealText,
        seal: compared.seal,
        names: { text: sealName, stamp: sealStampName },
      }
      const { stamp, ...found } = await sealStampVerdict(stamped, authorities)
      faults.push(...compared.faults, ...found.faults)
      remarks.push(...compared.remarks, ...found.remarks)
      if (compared.seal) seal = { content: compared.seal, sha256: hashOfText(sealText), stamp }
    } else if (authorities) faults.push(`${sealName} is missing: there is nothing that an authority has stamped.`)
    else if (!manifest.files.some(({ path }) => path === sealName))
      remarks.push('It has no seal: what was there when the journal was sealed cannot be compared.')
    const verdict = await erasureVerdict(manifest, content, signer)
    faults.push(...verdict.faults)
    erased.push(...verdict.erased)
  }
  return { faults, remarks, erased, manifest, signer, seal, supplements }
}

const hashOfText = (text: Buffer) => createHash('sha256').update(text).digest('hex')

async function entriesOf(zip: ZipFile, faults: string[]): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) faults.push(`${entry.fileName} is added: it is there twice.`)
      entries.set(entry.fileName, entry)
    }
  } catch {
    faults.push('The list of files in the ZIP is altered: it cannot be read to its end.')
  }
  return entries
}

async function fileFaults(zip: ZipFile, entries: Map<string, Entry>, manifest: Manifest): Promise<string[]> {
  const faults: string[] = []
  const known = new Set([manifestName, signatureName])
  for (const { path, sha256 } of manifest.files) {
    known.add(path)
    const entry = entries.get(path)
    if (!entry) faults.push(`${path} is missing.`)
    else if ((await hashOf(zip, entry)) !== sha256) faults.push(`${path} is altered.`)
  }
  for (const name of entries.keys())
    if (!known.has(name)) faults.push(`${name} is added: the manifest does not have it.`)
  for (const { path, fault } of manifest.faults)
    faults.push(`${path} was ${fault} already when the archive was made: so says its manifest.`)
  return faults
}

/** That the journal is in order and is the one named, and that documents and recordings are those noted when they came. */
async function recordFaults(
  zip: ZipFile,
  entries: Map<string, Entry>,
  manifest: Manifest,
  journal: JournalFound,
): Promise<string[]> {
  const faults: string[] = [...journal.faults]
  const index = (await contentOf(zip, entries.get(recordingIndexName)))?.toString() ?? ''
  const recorded = hashesIn(index)
  const all = [...manifest.files, ...manifest.withheld, ...manifest.erased]
  for (const { path, kind, sha256 } of all) {
    if ((kind === 'document' || kind === 'signature') && journal.isOpen && !journal.hashes.has(sha256))
      faults.push(`${path} is not a ${kind} that the journal names.`)
    if (kind === 'recording' && index !== '' && path !== recordingIndexName && !recorded.has(sha256))
      faults.push(`${path} is not a segment that ${recordingIndexName} names.`)
  }
  const there = new Set([...all, ...manifest.faults].map(({ sha256 }) => sha256))
  for (const sha256 of recorded)
    if (!there.has(sha256))
      faults.push(`The segment with SHA-256 ${sha256} is missing: ${recordingIndexName} names it.`)
  return faults
}

interface JournalFound {
  /** Its documents are named in clear. */
  readonly isOpen: boolean
  readonly faults: readonly string[]
  readonly hashes: ReadonlySet<string>
  /** null: it is not in order, or not there. */
  readonly verdict: Extract<Verdict, { ok: true }> | null
}

async function journalOf(
  zip: ZipFile,
  entry: Entry | undefined,
  { sessionId, journal }: Manifest,
): Promise<JournalFound> {
  const hashes = new Set<string>()
  /** What who denounces has said is sealed in it: it names no document in clear (ADR 0047). */
  let isOpen = true
  // Of one that is missing its list of files has spoken.
  if (!entry) return { isOpen: false, faults: [], hashes, verdict: null }
  async function* lines(from: Entry) {
    const input = await zip.openReadStreamPromise(from)
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.includes('"data":{"sealed":')) isOpen = false
      for (const hash of hashesIn(line)) hashes.add(hash)
      yield line
    }
  }
  try {
    const verdict = await verifyJournal(lines(entry))
    if (!verdict.ok)
      return {
        isOpen: false,
        faults: [`${journalName}, line ${verdict.line}: ${verdict.fault}.`],
        hashes,
        verdict: null,
      }
    const isNamed =
      verdict.sessionId === sessionId && verdict.headHash === journal.headHash && verdict.commits === journal.commits
    const faults = [
      ...(isNamed ? [] : [`${journalName} is another journal than the one the manifest names.`]),
      ...(verdict.sealed ? [] : [`${journalName} is not sealed.`]),
    ]
    return { isOpen, faults, hashes, verdict }
  } catch {
    return { isOpen: false, faults: [`${journalName} cannot be unpacked.`], hashes, verdict: null }
  }
}

const hashesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/"sha256":"([0-9a-f]{64})"/g)].flatMap(([, hash]) => hash ?? []))

/** null: not there, or not to be unpacked. */
async function contentOf(zip: ZipFile, entry: Entry | undefined): Promise<Buffer | null> {
  try {
    return entry ? await buffer(await zip.openReadStreamPromise(entry)) : null
  } catch {
    return null
  }
}

async function hashOf(zip: ZipFile, entry: Entry): Promise<string | null> {
  try {
    const hash = createHash('sha256')
    for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return null
  }
}
