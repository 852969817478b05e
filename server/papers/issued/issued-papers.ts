// The issued papers: number, day and SHA-256 of the PDF under an unguessable code, for the public page that tells
// whether a paper is genuine; and the files, printed once and encrypted at rest (ADR 0042). Called by HTTP.
import { hkdfSync } from 'node:crypto'
import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { IssuedKind } from '../../../shared/modules/withdrawal/contract.ts'
import type { ListedPaper, Withdrawal } from '../../../shared/wire/papers/issued-papers.ts'
import { reachingRedis, Unavailable } from '../../platform/errors.ts'
import { networkOf } from '../../platform/http/network.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { DocumentStore } from '../documents/store.ts'
import type { AgencyCertificate } from '../signature/agency-certificate.ts'
import { createIssuedFiles } from './issued-files.ts'
import { createIssuedRecords, type Kept } from './issued-records.ts'
import { asTyped, inGroups, paperCode } from './paper-codes.ts'

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

const failuresPerNetwork = { points: 20, duration: 15 * 60 }

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
  const bytes = createIssuedFiles(store, keyFor('diemcau issued papers: files'))
  const records = createIssuedRecords(redis)
  const codeOf = (documentId: string) => paperCode(codeKey, documentId)
  const failures = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: 'issuedPapers:failures',
    ...failuresPerNetwork,
  })
  const printing = createMailbox()

  async function print(code: string, paper: PaperToIssue, printer: (where: Verification) => Promise<Printed>) {
    const page = `${publicUrl()}/verify`
    const printed = await printer({ code: inGroups(code), page, url: `${page}#${code}` })
    const { docx } = printed
    const { pdf, signature } = await certificate.sign(printed.pdf)
    const hashes = { pdf: await bytes.keep(code, pdf), docx: await bytes.keep(code, docx) }
    const { sessionId, kind, number, year, issuedAt, files } = paper
    const record: Kept = { sessionId, kind, number, year, issuedOn: calendarDayOf(issuedAt), files, hashes, signature }
    // Bytes first: a record never stands without them. Of two nodes that print at once the first record counts.
    const first = await records.add(code, record)
    if (!first) throw new Error(`the record of issued paper ${kind} ${number}/${year} is gone`)
    for (const extension of ['pdf', 'docx'] as const)
      if (first.hashes[extension] !== hashes[extension]) await bytes.drop(code, hashes[extension])
    return first
  }

  return {
    codeOf: (documentId) => inGroups(codeOf(documentId)),

    async file(paper, extension, printer) {
      const code = codeOf(paper.documentId)
      // Who asks for what is kept waits for no print.
      const { hashes } =
        (await records.of(code)) ??
        (await printing.post(async () => (await records.of(code)) ?? (await print(code, paper, printer))))
      const sha256 = hashes[extension]
      const content = await bytes.read(code, sha256)
      if (!content) throw new Error(`the file of issued paper ${paper.kind} ${paper.number}/${paper.year} is gone`)
      return content
    },

    async ofSession(sessionId) {
      const all = await records.ofSession(sessionId)
      return Promise.all(all.map(({ code, record }) => records.listed(code, record)))
    },

    async filesOfSession(sessionId) {
      const all = await records.ofSession(sessionId)
      return all.flatMap(({ code, record: { kind, number, year, hashes } }) =>
        (['pdf', 'docx'] as const).map((extension) => {
          const sha256 = hashes[extension]
          return { kind, number, year, extension, sha256, read: () => bytes.read(code, sha256) }
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
      const record = await records.of(code)
      if (!record) return { kind: 'unknown' }
      await reachingRedis(() => failures.reward(network))
      return { kind: 'found', paper: await records.listed(code, record) }
    },

    async ofCode(sessionId, typed) {
      const code = asTyped(typed)
      const record = await records.of(code)
      return record?.sessionId === sessionId ? records.listed(code, record) : null
    },

    withdraw: (typed, withdrawal) => records.withdraw(asTyped(typed), withdrawal),
  }
}
