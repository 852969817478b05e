// The certificate of the agency: stored encrypted in DATA_DIR, replaced only by a valid one, and used to sign papers
// (ADR 0058). It is the seal of an organisation, not the signature of a person. Called by HTTP and by
// server/papers/issued.
import { hkdfSync } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AgencyCertificateState } from '../../../shared/wire/papers/agency-certificate.ts'
import type { PaperSignature } from '../../../shared/wire/papers/issued-papers.ts'
import { nameOf } from '../../platform/certificate-names.ts'
import { replaceFile } from '../../platform/durable-file.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import type { Log } from '../../platform/log.ts'
import type { TimeStamps } from '../../platform/time-stamps/time-stamps.ts'
import { type TimeStamp, TimeStampError } from '../../platform/time-stamps/token.ts'
import { type AgencyKey, readKey, WrittenKey, writtenKey } from './agency-key.ts'
import { readCertificate } from './reading/read-certificate.ts'
import { signPdf, spaceForStamp } from './sign-pdf.ts'

export interface AgencyCertificate {
  state(): AgencyCertificateState
  /** The one before stays when this one is not good. @throws CertificateError */
  replace(file: Uint8Array, password: string): Promise<void>
  remove(): Promise<void>
  /** Never throws: a paper that cannot be signed is issued as it is, and says why. */
  sign(pdf: Uint8Array): Promise<{ pdf: Uint8Array; signature: PaperSignature }>
}

interface Dependencies {
  readonly dataDir: string
  readonly secret: Uint8Array
  /** null: signatures say no hour but that of this server. */
  readonly timeStamps: Pick<TimeStamps, 'stamp'> | null
  readonly now: () => number
  readonly log: Log
}

const fileName = 'agency-certificate'
const place = 'agency certificate'
const warnBeforeMs = 30 * 24 * 60 * 60 * 1000

export async function openAgencyCertificate({
  dataDir,
  secret,
  timeStamps,
  now,
  log,
}: Dependencies): Promise<AgencyCertificate> {
  const path = join(dataDir, fileName)
  const fileKey = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'diemcau agency certificate', 32))
  let held = await load(path, fileKey, log)

  async function keep(key: AgencyKey): Promise<void> {
    const content = JSON.stringify(writtenKey(key))
    await replaceFile(path, encrypt(fileKey, Buffer.from(content), place))
  }

  return {
    state() {
      const own = held === null || held === 'unreadable' ? undefined : held.certificates[0]
      const certificate = own
        ? {
            subject: nameOf(own.subject),
            issuer: nameOf(own.issuer),
            validFrom: own.validFromDate.toISOString(),
            validUntil: own.validToDate.toISOString(),
            fingerprint: own.fingerprint256,
          }
        : null
      return { certificate, standing: standingOn(held, now()) }
    },
    async replace(file, password) {
      const found = await readCertificate(file, password, now())
      await keep(found)
      held = found
    },
    async remove() {
      await rm(path, { force: true })
      held = null
    },
    async sign(pdf) {
      const is = standingOn(held, now())
      const own = held === null || held === 'unreadable' ? undefined : held.certificates[0]
      if (!own || held === null || held === 'unreadable' || (is !== 'valid' && is !== 'expiresSoon'))
        return { pdf, signature: { is: 'unsigned', because: is === 'valid' || is === 'expiresSoon' ? 'failed' : is } }
      try {
        const name = nameOf(own.subject)
        const signatory = {
          key: held.key,
          certificates: held.certificates.map(({ raw }) => raw),
          name,
        }
        let stampedAt: string | null = null
        const stamp = async (signature: Uint8Array) => {
          const found = await stampOver(timeStamps, signature, log)
          if (found) stampedAt = new Date(found.at).toISOString()
          return found?.token ?? null
        }
        const signed = await signPdf(pdf, signatory, now(), timeStamps && stamp)
        return { pdf: signed, signature: { is: 'signed', by: name, stampedAt } }
      } catch (err) {
        log.error({ err }, 'a paper could not be signed with the certificate of the agency, and is issued unsigned')
        return { pdf, signature: { is: 'unsigned', because: 'failed' } }
      }
    },
  }
}

type Held = AgencyKey | 'unreadable' | null

async function load(path: string, fileKey: Buffer, log: Log): Promise<Held> {
  try {
    return readKey(WrittenKey.parse(JSON.parse(decrypt(fileKey, await readFile(path, 'utf8'), place).toString())))
  } catch (err) {
    if (err instanceof Error && 'code' in err && err.code === 'ENOENT') return null
    log.error(
      { path, err },
      'the certificate of the agency cannot be read: hand it in again; papers are issued unsigned',
    )
    return 'unreadable'
  }
}

function standingOn(held: Held, at: number): AgencyCertificateState['standing'] {
  if (held === null) return 'none'
  const own = held === 'unreadable' ? undefined : held.certificates[0]
  if (!own) return 'unreadable'
  const left = own.validToDate.getTime() - at
  if (left < 0) return 'expired'
  if (at < own.validFromDate.getTime()) return 'notYetValid'
  return left < warnBeforeMs ? 'expiresSoon' : 'valid'
}

/** null: the authority gives none now, and no paper waits for it. */
async function stampOver(
  timeStamps: Dependencies['timeStamps'],
  signature: Uint8Array,
  log: Log,
): Promise<TimeStamp | null> {
  try {
    const stamp = await timeStamps?.stamp(signature)
    if (!stamp) return null
    if (stamp.token.length <= spaceForStamp) return stamp
    throw new TimeStampError(`the time stamp has ${stamp.token.length} bytes, more than a paper has room for`)
  } catch (err) {
    log.warn({ err }, 'a paper is signed without a time stamp')
    return null
  }
}
