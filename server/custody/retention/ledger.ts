// Stores the certificates of erasures as files in DATA_DIR/erasures, so that restoring an older Redis, or an older
// DATA_DIR, does not bring erased data back (ADR 0068). The files equal the downloads of the retention page, so those
// copies can replace them.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ErasureList } from '../../../shared/retention/contract.ts'
import { writeOnce } from '../../platform/durable-file.ts'
import type { Log } from '../../platform/log.ts'
import { signerOf } from '../archive/signature.ts'
import { ErasureCertificate } from './certificate.ts'

const folderName = 'erasures'
const KeptCertificate = z.object({ text: z.string(), signature: z.string() })

export interface KnownCertificate {
  readonly text: string
  readonly jws: string
  readonly certificate: ErasureCertificate
}

export interface Ledger {
  /** Durable when it returns; what is there stays. */
  keep(certificate: Pick<NonNullable<ErasureList['certificate']>, 'text' | 'jws'>): Promise<void>
  /** Those that this installation has signed; of others the log says that they are none. */
  all(): Promise<KnownCertificate[]>
}

/** @throws Error that says what `content` is instead of a certificate of this installation. */
export async function certificateIn(content: string, fingerprint: string): Promise<KnownCertificate> {
  const kept = KeptCertificate.safeParse(parsedJson(content)).data
  if (!kept) throw new Error('it is no certificate of an erasure')
  const { text, signature: jws } = kept
  const signer = await signerOf(jws, Buffer.from(text))
  if (signer === null) throw new Error('it was altered since it was signed')
  if (signer !== fingerprint) throw new Error('it is signed with the key of another installation')
  const certificate = ErasureCertificate.safeParse(parsedJson(text)).data
  if (!certificate) throw new Error('it is no certificate of an erasure, or one of a later release')
  return { text, jws, certificate }
}

function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** Durable when it returns. Two of one number, by machines that were one before, stand side by side. */
export async function keepCertificate(dataDir: string, { text, jws, certificate }: KnownCertificate): Promise<void> {
  const { year, number, listId } = certificate
  const content = `${JSON.stringify({ text, signature: jws })}\n`
  const path = join(dataDir, folderName, `${year}-${number}.json`)
  if ((await writeOnce(path, content)) || (await readFile(path, 'utf8')) === content) return
  await writeOnce(join(dataDir, folderName, `${year}-${number}-${listId}.json`), content)
}

export function createLedger(dataDir: string, fingerprint: string, log: Log): Ledger {
  const folder = join(dataDir, folderName)

  async function read(name: string): Promise<KnownCertificate | null> {
    try {
      return await certificateIn(await readFile(join(folder, name), 'utf8'), fingerprint)
    } catch (err) {
      log.error({ name, err }, 'no certificate of an erasure by this installation: nothing is erased again by it')
      return null
    }
  }

  return {
    keep: async ({ text, jws }) =>
      keepCertificate(dataDir, { text, jws, certificate: ErasureCertificate.parse(JSON.parse(text)) }),
    async all() {
      const names = await readdir(folder).catch(() => [])
      const found = await Promise.all(names.filter((name) => name.endsWith('.json')).map(read))
      return found.flatMap((one) => (one ? [one] : []))
    },
  }
}
