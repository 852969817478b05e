// What goes into the archive of a session, and what is withheld from whoever takes it (ADR 0052). Called by archive-routes.ts.
import { Readable } from 'node:stream'
import type { SessionDocument } from '../../shared/modules/documents/contract.ts'
import { goneOf } from '../../shared/retention/contract.ts'
import type { Account } from '../../shared/wire/rest.ts'
import { certificateSignature } from '../archive/erasure-verdict.ts'
import { journalLines } from '../archive/journal-file.ts'
import { journalName, recordingIndexName } from '../archive/manifest.ts'
import type { ArchivedFile, Contents } from '../archive/write-archive.ts'
import type { Owner } from '../documents/store.ts'
import type { HttpDependencies, PaperName, PaperSource } from './dependencies.ts'
import { plainName } from './file-names.ts'
import { withPartyPapers } from './paper-source.ts'

type Dependencies = Pick<
  HttpDependencies,
  'papers' | 'documents' | 'issuedPapers' | 'recordings' | 'citizens' | 'retention'
>

/** With a hash that was noted when it came: whoever does not get it gets that. */
interface Noted extends ArchivedFile {
  readonly sha256: string
  /** What one citizen has handed in or was given, what is shown with a mark alone, what was recorded. */
  readonly isForAdministrators: boolean
}

/** null: the session is not sealed. */
export async function archiveContents(
  dependencies: Dependencies,
  plain: PaperSource,
  account: Account,
): Promise<Contents | null> {
  const journal = await plain.storedJournal()
  const sealing = journal.find(({ events }) => events.some(({ type }) => type === 'session.sealed'))
  const last = journal.at(-1)
  if (!sealing || !last) return null
  const { session, identity } = plain.state
  const { sessionId, isProtected } = session
  const isGiven = (file: Noted) => !isProtected && (!file.isForAdministrators || account.role === 'administrator')
  const gone = goneOf(await dependencies.retention.state(), { kind: 'session', id: sessionId })
  const noted = [
    ...(await issuedFiles(dependencies, plain)),
    ...documentFiles(dependencies, plain),
    ...(await recordingFiles(dependencies, plain)),
  ].map((file) => ({ ...file, erasure: erasureOf(gone, file) }))
  const given = noted.filter(isGiven)
  if (given.some(({ kind, isForAdministrators }) => kind === 'paper' && isForAdministrators)) {
    const purpose = `Hồ sơ lưu trữ phiên ${sessionId}`
    await dependencies.citizens.read(Object.values(identity.citizenIds), { accountId: account.accountId, purpose })
  }
  const files = [
    fileMadeNow(journalName, 'journal', async () => journalLines(sessionId, journal)),
    // The words of who denounces stand sealed in the journal, and nowhere in clear (ADR 0047).
    ...(isProtected ? [] : await prints(dependencies, plain, account)),
    ...given,
    ...(given.some(({ kind }) => kind === 'recording') ? [recordingIndex(dependencies, plain)] : []),
    ...certificates(given, gone),
  ]
  const withheld = noted
    .filter((file) => !isGiven(file))
    .map(({ path, kind, sha256 }) => ({ path: isProtected ? pathWithoutName(path) : path, kind, sha256 }))
  return {
    head: {
      sessionId,
      sealedAt: new Date(sealing.at).toISOString(),
      exportedAt: new Date(plain.printedAt).toISOString(),
      journal: { commits: journal.length, headHash: last.hash },
    },
    files,
    withheld,
  }
}

type Gone = ReturnType<typeof goneOf>

const certificatePath = ({ number, year }: { number: number; year: number }) => `erasures/${year}-${number}.json`

/** The decision by which a file went, once its certificate is there. */
function erasureOf(gone: Gone, { path, kind }: Noted): NonNullable<ArchivedFile['erasure']> | null {
  const ofDocuments = path.startsWith('submissions/') ? 'submissions' : 'documents'
  const found = kind === 'paper' ? undefined : gone.get(kind === 'recording' ? 'recordings' : ofDocuments)
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
  const lists = new Set([...gone.values()].map(({ list }) => list))
  return [...lists].flatMap(({ certificate }) => {
    if (!certificate) return []
    const path = certificatePath(certificate)
    if (!named.has(path)) return []
    return [
      fileMadeNow(path, 'certificate', async () => [certificate.text]),
      fileMadeNow(certificateSignature(path), 'certificate', async () => [certificate.jws]),
    ]
  })
}

const fileMadeNow = (
  path: string,
  kind: 'journal' | 'print' | 'certificate',
  make: () => Promise<Iterable<string | Uint8Array>>,
): ArchivedFile => ({ path, kind, sha256: null, open: async () => Readable.from(await make()) })

/** Minutes that were never issued are in it as they stand. */
async function prints(dependencies: Dependencies, plain: PaperSource, account: Account): Promise<ArchivedFile[]> {
  const isIssued = plain.state.approval.issues.minutes !== null
  // Notes each look at the identity papers that the minutes of a dialogue name.
  const source = await withPartyPapers(dependencies, plain, account.accountId)
  const names: PaperName[] = ['attendance.xlsx', 'attendance.csv', ...(isIssued ? [] : ['minutes.pdf' as const])]
  return names.map((name) => fileMadeNow(name, 'print', async () => [await dependencies.papers[name](source)]))
}

async function issuedFiles({ issuedPapers }: Dependencies, { state }: PaperSource): Promise<Noted[]> {
  const kept = await issuedPapers.filesOfSession(state.session.sessionId)
  return kept.map(({ kind, number, year, extension, sha256, read }) => ({
    path: `papers/${kind}-${number}-${year}.${extension}`,
    kind: 'paper',
    sha256,
    isForAdministrators: kind === 'receipt' || kind === 'refusalNotice',
    open: async () => {
      const content = await read()
      return content && Readable.from([content])
    },
  }))
}

type Handed = Pick<SessionDocument, 'title' | 'file' | 'shown'> & { readonly isMarked: boolean }

function documentFiles({ documents }: Dependencies, { state }: PaperSource): Noted[] {
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

async function recordingFiles({ recordings }: Dependencies, { state }: PaperSource): Promise<Noted[]> {
  const { sessionId } = state.session
  const segments = await recordings.segments(sessionId)
  return segments.map(({ file, sha256 }) => ({
    path: `recordings/${file}`,
    kind: 'recording',
    sha256,
    isForAdministrators: true,
    open: () => recordings.read(sessionId, file),
  }))
}

const recordingIndex = ({ recordings }: Dependencies, { state }: PaperSource): ArchivedFile => ({
  path: recordingIndexName,
  kind: 'recording',
  sha256: null,
  open: () => recordings.readIndex(state.session.sessionId),
})

/** "documents/01 Title.pdf": of who denounces the number alone. */
const pathWithoutName = (path: string) => path.replace(/^(\w+\/\d+) .*(\.\w+)$/, '$1$2')
