// Collects the files of the archive of a sealed session and decides which are withheld from the account that downloads
// it (ADR 0052). Called by archive-routes.ts.

import { Readable } from 'node:stream'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { goneOf, printsGone } from '../../../shared/retention/contract.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { journalLines } from '../../engine/journal/journal-file.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { PaperSource } from '../../papers/session-papers.ts'
import type { Retention } from '../retention/retention.ts'
import { inOnePiece, type Noted, notedFiles, recordingIndex, type Stores } from './archived-files.ts'
import { certificateSignature } from './erasure-verdict.ts'
import { journalName } from './manifest.ts'
import {
  type KeptSeal,
  sealName,
  sealSignatureName,
  sealStampName,
  supplementName,
  supplementSignatureName,
  supplementStampName,
} from './seal.ts'
import type { Seals } from './seals.ts'
import type { ArchivedFile, Contents } from './write-archive.ts'

interface ArchiveSources extends Stores {
  readonly citizens: Citizens
  readonly retention: Retention
  readonly seals: Pick<Seals, 'readPrint' | 'stampOf' | 'supplements' | 'stampOfSupplement'>
}

/** Of a sealed session. */
export async function archiveContents(
  dependencies: ArchiveSources,
  plain: PaperSource,
  account: Account,
  kept: KeptSeal,
): Promise<Contents> {
  const { session, identity } = plain.state
  const { sessionId, isProtected } = session
  // Before the files are listed: what these name must be among them.
  const supplements = await supplementFiles(dependencies, sessionId)
  const journal = await plain.storedJournal()
  const isGiven = (file: Noted) => !isProtected && (!file.isForAdministrators || account.role === 'administrator')
  const retention = await dependencies.retention.state()
  const subject = { kind: 'session', id: sessionId } as const
  const gone = { byClass: goneOf(retention, subject), prints: printsGone(retention, subject) }
  const noted = (await notedFiles(dependencies, plain)).map((file) => ({ ...file, erasure: erasureOf(gone, file) }))
  const given = noted.filter(isGiven)
  // Of a protected visit nothing is given that can be read.
  if (!isProtected) {
    const purpose = `Hồ sơ lưu trữ phiên ${sessionId}`
    await dependencies.citizens.note(Object.values(identity.citizenIds), { accountId: account.accountId, purpose })
  }
  const last = journal.at(-1)
  const prints = keptPrints(dependencies, kept, gone)
  const stamp = await dependencies.seals.stampOf(kept)
  return {
    head: {
      sessionId,
      sealedAt: kept.seal.sealedAt,
      exportedAt: new Date(plain.printedAt).toISOString(),
      journal: { commits: journal.length, headHash: last?.hash ?? kept.seal.journal.headHash },
    },
    files: [
      fileMadeNow(journalName, 'journal', () => journalLines(sessionId, journal)),
      fileMadeNow(sealName, 'seal', () => [kept.text]),
      fileMadeNow(sealSignatureName, 'seal', () => [kept.signature]),
      ...stampFile(sealStampName, stamp),
      ...supplements,
      ...prints,
      ...given,
      ...(given.some(({ kind }) => kind === 'recording') ? [recordingIndex(dependencies, plain)] : []),
      ...certificates([...prints, ...given], gone),
    ],
    withheld: noted.filter((file) => !isGiven(file)).map(({ path, kind, sha256 }) => ({ path, kind, sha256 })),
  }
}

interface Gone {
  readonly byClass: ReturnType<typeof goneOf>
  readonly prints: ReturnType<typeof printsGone>
}

const certificatePath = ({ number, year }: { number: number; year: number }) => `erasures/${year}-${number}.json`

/** The decision by which a file went, once its certificate is there. */
function erasureOf(
  gone: Gone,
  { path, kind, sha256 }: Pick<ArchivedFile, 'path' | 'kind' | 'sha256'>,
): NonNullable<ArchivedFile['erasure']> | null {
  // Signatures drawn under statements go with what was handed in.
  const ofDocuments = path.startsWith('submissions/') || kind === 'signature' ? 'submissions' : 'documents'
  const byKind = { recording: 'recordings', print: 'people', paper: null } as const
  const name = kind in byKind ? byKind[kind as keyof typeof byKind] : ofDocuments
  const withCitizen = kind === 'print' && sha256 !== null ? gone.prints.get(sha256) : undefined
  const found = withCitizen ?? (name === null ? undefined : gone.byClass.get(name))
  const { certificate, decidedAt } = found?.list ?? {}
  if (!found || !certificate || !decidedAt) return null
  return {
    erasedAt: new Date(found.item.endedAt ?? certificate.at).toISOString(),
    decidedAt: new Date(decidedAt).toISOString(),
    certificate: certificatePath(certificate),
  }
}

function certificates(given: readonly ArchivedFile[], gone: Gone): ArchivedFile[] {
  const named = new Set(given.map(({ erasure }) => erasure?.certificate))
  const lists = new Set([...gone.byClass.values(), ...gone.prints.values()].map(({ list }) => list))
  return [...lists].flatMap(({ certificate }) => {
    if (!certificate) return []
    const path = certificatePath(certificate)
    if (!named.has(path)) return []
    return [
      fileMadeNow(path, 'certificate', () => [certificate.text]),
      fileMadeNow(certificateSignature(path), 'certificate', () => [certificate.jws]),
    ]
  })
}

async function supplementFiles(
  { seals }: Pick<ArchiveSources, 'seals'>,
  sessionId: SessionId,
): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = []
  for (const supplement of await seals.supplements(sessionId)) {
    const { content, text, signature } = supplement
    files.push(
      fileMadeNow(supplementName(content.number), 'seal', () => [text]),
      fileMadeNow(supplementSignatureName(content.number), 'seal', () => [signature]),
      ...stampFile(supplementStampName(content.number), await seals.stampOfSupplement(supplement)),
    )
  }
  return files
}

function stampFile(name: string, stamp: Awaited<ReturnType<Seals['stampOf']>>): ArchivedFile[] {
  return stamp === null || stamp === 'pending' ? [] : [fileMadeNow(name, 'seal', () => [stamp.reply])]
}

const fileMadeNow = (
  path: string,
  kind: 'journal' | 'seal' | 'certificate',
  make: () => Iterable<string | Buffer>,
): ArchivedFile => ({
  path,
  kind,
  sha256: null,
  open: async () => Readable.from(make()),
})

const keptPrints = (
  { seals }: Pick<ArchiveSources, 'seals'>,
  { seal: { sessionId, files } }: KeptSeal,
  gone: Gone,
): ArchivedFile[] =>
  files.flatMap(({ path, kind, sha256 }) =>
    kind === 'print'
      ? [
          {
            path,
            kind,
            sha256,
            erasure: erasureOf(gone, { path, kind, sha256 }),
            open: () => seals.readPrint(SessionId.parse(sessionId), path).then(inOnePiece),
          },
        ]
      : [],
  )
