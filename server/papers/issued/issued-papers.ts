// The issued papers: number, day and SHA-256 of the PDF under an unguessable code, for the public page that tells
// whether a paper is genuine; and the files, printed once and encrypted at rest (ADR 0042). Called by HTTP.
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { IssuedKind } from '../../../shared/modules/withdrawal/contract.ts'
import {
  ListedPaper,
  PaperSignature,
  type PaperStanding,
  type Withdrawal,
} from '../../../shared/wire/papers/issued-papers.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import { reachingRedis, Unavailable } from '../../platform/errors.ts'
import { networkOf } from '../../platform/http/network.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { DocumentStore } from '../documents/store.ts'
import type { AgencyCertificate } from '../signature/agency-certificate.ts'

export type Extension = 'pdf' | 'docx'
export type Printed = Readonly<Record<Extension, Uint8Array>>

/** What a paper says about where it can be checked. */
export interface Verification {
  /** In groups, to be typed. */
  readonly code: string
  /** Opens the page with the code filled in. */
  readonly url: string
  /** The page alone. */
  readonly page: string
}

export interface PaperToIssue {
  /** Says which paper it is, for ever: whoever issues it again gets the first. */
  readonly documentId: string
  readonly sessionId: SessionId
  readonly kind: IssuedKind
  readonly number: number
  readonly year: number
  /** Epoch ms. */
  readonly issuedAt: number
  /** Where its files are, below the session. */
  readonly files: Readonly<Record<Extension, string>>
}

/** One of the two files of an issued paper. */
export interface KeptFile extends Pick<ListedPaper, 'kind' | 'number' | 'year'> {
  readonly extension: Extension
  readonly sha256: string
  /** null: the bytes are gone. */
  read(): Promise<Buffer | null>
}

export type Checked =
  | { readonly kind: 'found'; readonly paper: ListedPaper }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many'; readonly retryAfterMs: number }

/** Each method throws Unavailable when Redis cannot be reached. */
export interface IssuedPapers {
  /** Printed and kept the first time; ever after the same bytes. */
  file(paper: PaperToIssue, extension: Extension, print: (where: Verification) => Promise<Printed>): Promise<Buffer>
  ofSession(sessionId: SessionId): Promise<ListedPaper[]>
  filesOfSession(sessionId: SessionId): Promise<KeptFile[]>
  /** By anybody who holds the paper. */
  check(code: string, address: string): Promise<Checked>
  /** null: there is none of the session. */
  ofCode(sessionId: SessionId, code: string): Promise<ListedPaper | null>
  /** What the public is told of it from now on, as the journal has it. False: it stood no more already. */
  withdraw(code: string, withdrawal: Withdrawal & { readonly at: number }): Promise<boolean>
  codeOf(documentId: string): string
}

/** As codes by which cases are followed: nothing that is misread. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY'
/** 25^16, about 74 bits. */
const length = 16
const failuresPerNetwork = { points: 20, duration: 15 * 60 }

const Kept = z.object({
  sessionId: SessionId,
  kind: ListedPaper.shape.kind,
  number: z.int(),
  year: z.int(),
  issuedOn: z.string(),
  files: ListedPaper.shape.files,
  hashes: z.object({ pdf: z.string(), docx: z.string() }),
  // Those of earlier releases have none.
  signature: PaperSignature.default({ is: 'unsigned', because: 'none' }),
})
type Kept = z.infer<typeof Kept>
const KeptWithdrawal = z.object({
  on: z.string(),
  reason: z.string(),
  replacedBy: z.object({ number: z.int(), year: z.int() }).nullable(),
})

const recordsKey = 'issuedPapers'
const withdrawnKey = 'issuedPapers:withdrawn'
const ofSessionKey = (sessionId: string) => `issuedPapers:session:${sessionId}`

const asTyped = (code: string) => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
const inGroups = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

interface Dependencies {
  readonly redis: Redis
  readonly store: Pick<DocumentStore, 'inScratch' | 'keep' | 'read' | 'drop'>
  readonly secret: Uint8Array
  /** Signs the PDF of each. */
  readonly certificate: Pick<AgencyCertificate, 'sign'>
  readonly publicUrl: () => string
}

export function createIssuedPapers({ redis, store, secret, certificate, publicUrl }: Dependencies): IssuedPapers {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), purpose, 32))
  const codeKey = keyFor('diemcau issued papers: codes')
  const fileKey = keyFor('diemcau issued papers: files')
  const failures = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: 'issuedPapers:failures',
    ...failuresPerNetwork,
  })
  const printing = createMailbox()

  function codeOf(documentId: string): string {
    const digest = createHmac('sha256', codeKey).update(documentId).digest()
    let rest = BigInt(`0x${digest.toString('hex')}`)
    const base = BigInt(alphabet.length)
    return Array.from({ length }, () => {
      const letter = alphabet[Number(rest % base)]
      rest /= base
      return letter
    }).join('')
  }

  async function recordOf(code: string): Promise<Kept | null> {
    const kept = await reachingRedis(() => redis.hget(recordsKey, code))
    return kept === null ? null : Kept.parse(JSON.parse(kept))
  }

  async function listed(code: string, { hashes, ...record }: Kept): Promise<ListedPaper> {
    const stored = await reachingRedis(() => redis.hget(withdrawnKey, code))
    const withdrawn = stored === null ? null : KeptWithdrawal.parse(JSON.parse(stored))
    const { sessionId: _, ...said } = record
    return {
      ...said,
      code: inGroups(code),
      sha256: hashes.pdf,
      standing: standingOf(withdrawn),
      reason: withdrawn?.reason ?? null,
    }
  }

  async function keep(code: string, bytes: Uint8Array): Promise<string> {
    const sha256 = hashOf(bytes)
    await store.inScratch(async (folder) => {
      const path = join(folder, 'issued')
      await writeFile(path, encrypt(fileKey, bytes, `${code} ${sha256}`), { mode: 0o600 })
      await store.keep({ issuedPaper: code }, sha256, path)
    })
    return sha256
  }

  async function print(code: string, paper: PaperToIssue, printer: (where: Verification) => Promise<Printed>) {
    const page = `${publicUrl()}/verify`
    const printed = await printer({ code: inGroups(code), page, url: `${page}#${code}` })
    const { docx } = printed
    const { pdf, signature } = await certificate.sign(printed.pdf)
    const hashes = { pdf: await keep(code, pdf), docx: await keep(code, docx) }
    const { sessionId, kind, number, year, issuedAt, files } = paper
    const record: Kept = { sessionId, kind, number, year, issuedOn: calendarDayOf(issuedAt), files, hashes, signature }
    // Bytes first: a record never stands without them. Of two nodes that print at once the first record counts.
    const isFirst = await reachingRedis(() => redis.hsetnx(recordsKey, code, JSON.stringify(record)))
    await reachingRedis(() => redis.sadd(ofSessionKey(sessionId), code))
    const first = isFirst === 1 ? record : await recordOf(code)
    if (!first) throw new Error(`the record of issued paper ${kind} ${number}/${year} is gone`)
    for (const extension of ['pdf', 'docx'] as const)
      if (first.hashes[extension] !== hashes[extension]) await store.drop({ issuedPaper: code }, hashes[extension])
    return first
  }

  async function stored(code: string, sha256: string): Promise<Buffer | null> {
    const content = await store.read({ issuedPaper: code }, sha256)
    return content && decrypt(fileKey, await text(content), `${code} ${sha256}`)
  }

  async function recordsOf(sessionId: SessionId): Promise<{ code: string; record: Kept }[]> {
    const codes = await reachingRedis(() => redis.smembers(ofSessionKey(sessionId)))
    const found = await Promise.all(codes.map(async (code) => ({ code, record: await recordOf(code) })))
    return found
      .flatMap(({ code, record }) => (record ? [{ code, record }] : []))
      .sort(
        (a, b) =>
          a.record.kind.localeCompare(b.record.kind) ||
          a.record.year - b.record.year ||
          a.record.number - b.record.number,
      )
  }

  return {
    codeOf: (documentId) => inGroups(codeOf(documentId)),

    async file(paper, extension, printer) {
      const code = codeOf(paper.documentId)
      // Who asks for what is kept waits for no print.
      const { hashes } =
        (await recordOf(code)) ??
        (await printing.post(async () => (await recordOf(code)) ?? (await print(code, paper, printer))))
      const sha256 = hashes[extension]
      const content = await stored(code, sha256)
      if (!content) throw new Error(`the file of issued paper ${paper.kind} ${paper.number}/${paper.year} is gone`)
      return content
    },

    async ofSession(sessionId) {
      const records = await recordsOf(sessionId)
      return Promise.all(records.map(({ code, record }) => listed(code, record)))
    },

    async filesOfSession(sessionId) {
      const records = await recordsOf(sessionId)
      return records.flatMap(({ code, record: { kind, number, year, hashes } }) =>
        (['pdf', 'docx'] as const).map((extension) => {
          const sha256 = hashes[extension]
          return { kind, number, year, extension, sha256, read: () => stored(code, sha256) }
        }),
      )
    },

    async check(typed, address) {
      const network = networkOf(address)
      try {
        await failures.consume(network)
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return { kind: 'too-many', retryAfterMs: refusal.msBeforeNext }
        throw new Unavailable('the database cannot be reached', { cause: refusal })
      }
      const code = asTyped(typed)
      const record = await recordOf(code)
      if (!record) return { kind: 'unknown' }
      await reachingRedis(() => failures.reward(network))
      return { kind: 'found', paper: await listed(code, record) }
    },

    async ofCode(sessionId, typed) {
      const code = asTyped(typed)
      const record = await recordOf(code)
      return record?.sessionId === sessionId ? listed(code, record) : null
    },

    async withdraw(typed, { at, reason, replacedBy }) {
      const withdrawal = JSON.stringify({ on: calendarDayOf(at), reason, replacedBy })
      return (await reachingRedis(() => redis.hsetnx(withdrawnKey, asTyped(typed), withdrawal))) === 1
    },
  }
}

function standingOf(withdrawn: z.infer<typeof KeptWithdrawal> | null): PaperStanding {
  if (!withdrawn) return { is: 'issued' }
  const { on, replacedBy } = withdrawn
  return replacedBy ? { is: 'replaced', on, by: replacedBy } : { is: 'withdrawn', on }
}
