// What goes into the archive of a session, what is withheld from whoever takes it (ADR 0052), and what its seal is of (ADR 0058).
// Called by archive-routes.ts, and by app.ts for the seals.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { SessionId } from '../../shared/kernel/ids.ts'
import type { SessionDocument } from '../../shared/modules/documents/contract.ts'
import { mayLeave } from '../../shared/projections/leaving.ts'
import { goneOf, printsGone } from '../../shared/retention/contract.ts'
import type { Account } from '../../shared/wire/rest.ts'
import { certificateSignature } from '../archive/erasure-verdict.ts'
import { journalLines } from '../archive/journal-file.ts'
import { journalName, recordingIndexName } from '../archive/manifest.ts'
import type { NotedFile } from '../archive/measure.ts'
import {
  paperPath,
  sealName,
  sealSignatureName,
  sealStampName,
  supplementName,
  supplementSignatureName,
  supplementStampName,
} from '../archive/seal.ts'
import type { SealPrint } from '../archive/seal-prints.ts'
import type { KeptSeal, SealSource, Seals } from '../archive/seals.ts'
import type { ArchivedFile, Contents } from '../archive/write-archive.ts'
import type { Owner } from '../documents/store.ts'
import type { HttpDependencies, PaperName, PaperSource, Papers } from './dependencies.ts'
import { plainName } from './file-names.ts'

type Stores = Pick<HttpDependencies, 'documents' | 'issuedPapers' | 'recordings'>

interface Noted extends NotedFile {
  /** What one citizen has handed in, signed or was given, what is shown with a mark alone, what was recorded. */
  readonly isForAdministrators: boolean
}

/** All but the journal, and what is printed from it. */
async function notedFiles(stores: Stores, plain: PaperSource): Promise<Noted[]> {
  const noted = [
    ...(await issuedFiles(stores, plain)),
    ...documentFiles(stores, plain),
    ...signatureFiles(stores, plain),
    ...(await recordingFiles(stores, plain)),
  ]
  // Of who denounces the number alone.
  return plain.state.session.isProtected
    ? noted.map((file) => ({ ...file, path: file.path.replace(/^(\w+\/\d+) .*(\.\w+)$/, '$1$2') }))
    : noted
}

/** What the seal would have printed if the journal were sealed as it stands. */
export const sealPrintsAhead = (papers: Papers, plain: PaperSource): readonly SealPrint[] =>
  plain.state.session.status === 'closed' ? sealPrints(papers, plain) : []

/** As the journal stood before it was sealed, which adds nothing to them: so they can be printed before. */
function sealPrints(papers: Papers, source: PaperSource): readonly SealPrint[] {
  const { state, journal, people } = source
  const last = journal.at(-1)
  // The words of who denounces stand sealed in the journal, and nowhere in clear (ADR 0047).
  if (!last || state.session.isProtected) return []
  const of = createHash('sha256')
    .update(`${last.hash} ${JSON.stringify(people)}`)
    .digest('hex')
  // Minutes that were never issued are sealed as they stand. Not again as a workbook: that has the hour of its printing in it.
  const isIssued = state.approval.issues.minutes !== null
  // First what takes longest, in a thread of its own.
  const names: PaperName[] = [...(isIssued ? [] : ['minutes.pdf' as const]), 'attendance.csv']
  return names.map((path) => ({ path, of, print: () => papers[path]({ ...source, printedAt: last.at }) }))
}

/** null: the session is not sealed. */
export async function sealSource(
  { papers, ...stores }: Stores & Pick<HttpDependencies, 'papers'>,
  plain: PaperSource,
): Promise<SealSource | null> {
  // But for who denounces it is one and the same; reading twenty thousand commits twice takes its time.
  const stored = plain.state.session.isProtected ? await plain.storedJournal() : plain.journal
  const sealing = stored.find(({ events }) => events.some(({ type }) => type === 'session.sealed'))
  if (!sealing) return null
  const { session } = plain.state
  // A paper may have been withdrawn since.
  const journal = stored.slice(0, sealing.seq)
  return {
    sealedAt: sealing.at,
    journal: {
      commits: journal.length,
      headHash: sealing.hash,
      path: journalName,
      lines: journalLines(session.sessionId, journal),
    },
    prints: sealPrints(papers, { ...plain, journal: plain.journal.slice(0, sealing.seq - 1) }),
    files: await notedFiles(stores, plain),
    written: writtenOf(plain),
  }
}

/** A supplement lies in clear, and for ever: words that stay inside the session are in its paper alone. */
const writtenOf = ({ state }: PaperSource): SealSource['written'] =>
  state.supplement.written.map(({ supplementId, kind, number, year, at, by, reason }) => ({
    supplementId,
    kind,
    number,
    year,
    writtenAt: new Date(at).toISOString(),
    accountId: by.kind === 'account' ? by.accountId : null,
    reason: mayLeave(state) ? reason : null,
  }))

interface Taker extends Stores, Pick<HttpDependencies, 'citizens' | 'retention'> {
  readonly seals: Pick<Seals, 'readPrint' | 'stampOf' | 'supplements' | 'stampOfSupplement'>
}

/** Of a sealed session. */
export async function archiveContents(
  dependencies: Taker,
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

async function supplementFiles({ seals }: Pick<Taker, 'seals'>, sessionId: SessionId): Promise<ArchivedFile[]> {
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
  { seals }: Pick<Taker, 'seals'>,
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

const inOnePiece = (content: Buffer | null) => content && Readable.from([content])

async function issuedFiles({ issuedPapers }: Stores, { state }: PaperSource): Promise<Noted[]> {
  const kept = await issuedPapers.filesOfSession(state.session.sessionId)
  return kept.map(({ kind, number, year, extension, sha256, read }) => ({
    path: paperPath(kind, { number, year }, extension),
    kind: 'paper',
    sha256,
    bytes: null,
    isForAdministrators: kind === 'receipt' || kind === 'refusalNotice',
    open: () => read().then(inOnePiece),
  }))
}

/** Drawn under statements: they go where the words go under which they stand. */
function signatureFiles({ documents }: Stores, { state }: PaperSource): Noted[] {
  return state.statement.statements.flatMap(({ statementId, versions }, index) =>
    versions.flatMap(({ version, outcome }) =>
      outcome?.how === 'drawn'
        ? [
            {
              path: `signatures/${`${index + 1}`.padStart(2, '0')}-${version}.json`,
              kind: 'signature' as const,
              sha256: outcome.sha256,
              bytes: null,
              isForAdministrators: true,
              open: () => documents.read({ statementId }, outcome.sha256),
            },
          ]
        : [],
    ),
  )
}

type Handed = Pick<SessionDocument, 'title' | 'file' | 'shown'> & { readonly isMarked: boolean }

function documentFiles({ documents }: Stores, { state }: PaperSource): Noted[] {
  const { sessionId } = state.session
  const files = (folder: string, owner: Owner, all: readonly Handed[]) =>
    all.flatMap(({ title, file, shown, isMarked }, index) => {
      const name = `${folder}/${`${index + 1}`.padStart(2, '0')} ${plainName(title)}`
      const parts = [{ ...file, path: `${name}.${file.format}` }]
      if (shown && shown.sha256 !== file.sha256) parts.push({ ...shown, path: `${name} (shown).${shown.format}` })
      return parts.map(
        ({ path, sha256 }): Noted => ({
          path,
          kind: 'document',
          sha256,
          bytes: null,
          isForAdministrators: isMarked,
          open: () => documents.read(owner, sha256),
        }),
      )
    })
  const submitted = state.submission.papers.map((paper) => ({ ...paper, isMarked: true }))
  return [
    ...files('documents', sessionId, state.documents.documents),
    ...files('submissions', { submittedTo: sessionId }, submitted),
  ]
}

async function recordingFiles({ recordings }: Stores, { state }: PaperSource): Promise<Noted[]> {
  const { sessionId } = state.session
  const segments = await recordings.segments(sessionId)
  return segments.map(({ file, sha256, bytes }) => ({
    path: `recordings/${file}`,
    kind: 'recording',
    sha256,
    bytes,
    isForAdministrators: true,
    open: () => recordings.read(sessionId, file),
  }))
}

const recordingIndex = ({ recordings }: Stores, { state }: PaperSource): ArchivedFile => ({
  path: recordingIndexName,
  kind: 'recording',
  sha256: null,
  open: () => recordings.readIndex(state.session.sessionId),
})
