// The certificates of erasures as files, in DATA_DIR/erasures: an older Redis restored beside them, or they beside it, does not bring
// back what was erased (ADR 0068). Each is what the page of retention hands out, so that those copies serve as well.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ErasureList } from '../../shared/retention/contract.ts'
import { signerOf } from '../archive/signature.ts'
import type { Log } from '../platform/log.ts'
import { writeOnce } from '../platform/write-once.ts'
import { ErasureCertificate } from './certificate.ts'

const KeptCertificate = z.object({ text: z.string(), signature: z.string() })

interface KnownCertificate {
  readonly text: string
  readonly jws: string
  readonly certificate: ErasureCertificate
}

export interface Ledger {
  /** Durable when it returns; one that is there stays. */
  keep(certificate: Omit<NonNullable<ErasureList['certificate']>, 'at'>): Promise<void>
  /** Those that this installation has signed; of others the log says that they are none. */
  all(): Promise<KnownCertificate[]>
}

export function createLedger(dataDir: string, fingerprint: string, log: Log): Ledger {
  const folder = join(dataDir, 'erasures')

  async function read(name: string): Promise<KnownCertificate | null> {
    try {
      const { text, signature } = KeptCertificate.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
      if ((await signerOf(signature, Buffer.from(text))) !== fingerprint) throw new Error('it is signed by another key')
      return { text, jws: signature, certificate: ErasureCertificate.parse(JSON.parse(text)) }
    } catch (err) {
      log.error({ name, err }, 'no certificate of an erasure by this installation: nothing is erased again by it')
      return null
    }
  }

  return {
    async keep({ year, number, text, jws }) {
      const content = `${JSON.stringify({ text, signature: jws })}\n`
      await writeOnce(join(folder, `${year}-${number}.json`), content)
    },
    async all() {
      const names = await readdir(folder).catch(() => [])
      const found = await Promise.all(names.filter((name) => name.endsWith('.json')).map(read))
      return found.flatMap((one) => (one ? [one] : []))
    },
  }
}
