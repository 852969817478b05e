// Compares an archive with the seal made when the journal was sealed, and names what changed since (ADR 0058).
import type { Verdict } from '../../engine/journal/journal-file.ts'
import { type Manifest, parsed, recordingIndexName } from './manifest.ts'
import { Seal, type Supplement, sealName, sealSignatureName } from './seal.ts'
import { signerOf } from './signature.ts'

interface SealFile {
  readonly text: Buffer
  readonly signature: string
  /** Fingerprint of the key that signed the archive; null: none did. */
  readonly signer: string | null
  /** What came after the sealing under a seal of its own, in its order. */
  readonly supplements: readonly Supplement[]
}

interface Compared {
  /** null: it cannot be read. */
  readonly seal: Seal | null
  readonly faults: readonly string[]
  /** Came after the sealing, as it may. */
  readonly remarks: readonly string[]
}

/** `journal`: as it was found to be in order; null: it was not. */
export async function compareSeal(
  { text, signature, signer, supplements }: SealFile,
  manifest: Manifest,
  journal: Extract<Verdict, { ok: true }> | null,
): Promise<Compared> {
  const seal = parsed(text, Seal)
  if (!seal) return { seal, faults: [`${sealName} is altered: it is no seal.`], remarks: [] }
  const sealer = await signerOf(signature, text)
  const faults: string[] = []
  if (!sealer) faults.push(`${sealSignatureName} is not the signature of this ${sealName}: one of the two is altered.`)
  else if (signer && sealer !== signer)
    faults.push(`${sealName} is signed with another key than the archive: ${sealer}.`)
  if (seal.sessionId !== manifest.sessionId) {
    // Whatever else it says is of another session.
    faults.push(`${sealName} is the seal of another session: ${seal.sessionId}.`)
    return { seal, faults, remarks: [] }
  }
  const remarks = [...clockRemarks(seal, manifest, journal)]
  if (journal?.sealing) {
    const { seq, hash } = journal.sealing
    if (seal.journal.commits !== seq || seal.journal.headHash !== hash)
      faults.push(`The journal is another one than was sealed: up to its sealing it does not end with the same hash.`)
    // What was written since is under supplements: they are compared with it.
    const { 'withdrawal.declared': withdrawn, 'protection.readerNamed': named } = journal.since
    if (withdrawn > 0)
      remarks.push(
        `Since the sealing ${counted(withdrawn, 'paper was', 'papers were')} withdrawn: the journal says which.`,
      )
    if (named > 0) remarks.push(`Since the sealing ${counted(named, 'officer was', 'officers were')} named to read it.`)
  }
  const found = filesFound(seal, manifest, supplements)
  return { seal, faults: [...faults, ...found.faults], remarks: [...remarks, ...found.remarks] }
}

const isNoneOfTheSeal: ReadonlySet<string> = new Set(['seal', 'journal', 'certificate'])

function filesFound(
  seal: Seal,
  manifest: Manifest,
  supplements: readonly Supplement[],
): Pick<Compared, 'faults' | 'remarks'> {
  const faults: string[] = []
  const remarks: string[] = []
  const sealed = new Map([...seal.files, ...seal.faults].map((file) => [file.path, file]))
  // Whether what is called erased was erased by decision is looked at beside this: erasure-verdict.ts.
  const now = new Map([...manifest.files, ...manifest.withheld, ...manifest.erased].map((file) => [file.path, file]))
  const known = new Set(manifest.faults.map(({ path }) => path))
  for (const { path, kind, sha256 } of seal.files) {
    // The journal is compared commit by commit: withdrawals follow its sealing.
    if (kind === 'journal' || known.has(path)) continue
    const file = now.get(path)
    if (!file) faults.push(`${path} was sealed, and is missing since.`)
    else if (file.sha256 !== sha256) faults.push(`${path} is altered since the sealing.`)
  }
  const supplemented = new Set(supplements.flatMap(({ files }) => files.map(({ path }) => path)))
  // Once the recorder had ended, a supplement says what came of it, and that it was all.
  const isOpen = seal.isRecordingOpen && !supplements.some(({ kind }) => kind === 'recording')
  if (isOpen)
    remarks.push(
      'When the journal was sealed, the recorder had not ended: the last seconds of the recording may be missing.',
    )
  for (const { path, fault } of seal.faults) remarks.push(`${path} was ${fault} already when the journal was sealed.`)
  for (const { path, kind } of now.values()) {
    // The index of the recording goes with the bytes: the seal has the segments, each with its hash.
    if (sealed.has(path) || supplemented.has(path) || isNoneOfTheSeal.has(kind) || path === recordingIndexName) continue
    if (kind === 'recording' && isOpen)
      remarks.push(
        `${path} came after the sealing, from a recorder that had not ended then: no seal proves it, only this archive.`,
      )
    else if (kind === 'paper') remarks.push(`${path} was issued, and printed after the sealing.`)
    else faults.push(`${path} was added since the sealing.`)
  }
  return { faults, remarks }
}

function clockRemarks(seal: Seal, manifest: Manifest, journal: Extract<Verdict, { ok: true }> | null): string[] {
  const remarks: string[] = []
  const { sealedAt, madeAt } = seal
  if (Date.parse(madeAt) < Date.parse(sealedAt))
    remarks.push(
      `The clock of the server had been set back: the seal was made at ${madeAt} by it, before the last event, ${sealedAt}. The order is proved, these times are not.`,
    )
  if (Date.parse(manifest.exportedAt) < Math.max(Date.parse(madeAt), Date.parse(sealedAt)))
    remarks.push(
      `The clock of the server had been set back when the archive was taken: it says ${manifest.exportedAt}.`,
    )
  if (journal && journal.backward > 0)
    remarks.push(
      `${counted(journal.backward, 'commit says', 'commits say')} an earlier time than the one before: a clock was set back.`,
    )
  return remarks
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
