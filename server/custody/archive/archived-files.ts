// Lists the files of a session other than its journal (papers, documents, signatures, recordings) and how each is read.
// They are sealed through seal-source.ts and exported through archive-contents.ts.

import { Readable } from 'node:stream'
import type { SessionDocument } from '../../../shared/modules/documents/contract.ts'
import type { Recordings } from '../../media/recording/recording.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import type { Owner } from '../../papers/documents/store.ts'
import type { IssuedPapers } from '../../papers/issued/issued-papers.ts'
import type { PaperSource } from '../../papers/session-papers.ts'
import { plainName } from '../../platform/http/file-names.ts'
import { recordingIndexName } from './manifest.ts'
import type { NotedFile } from './measure.ts'
import { paperPath } from './seal.ts'
import type { ArchivedFile } from './write-archive.ts'

export type Stores = {
  readonly documents: Documents
  readonly issuedPapers: IssuedPapers
  readonly recordings: Pick<Recordings, 'segments' | 'read' | 'readIndex'>
}

export interface Noted extends NotedFile {
  /** What one citizen has handed in, signed or was given, what is shown with a mark alone, what was recorded. */
  readonly isForAdministrators: boolean
}

/** All but the journal, and what is printed from it. */
export async function notedFiles(stores: Stores, plain: PaperSource): Promise<Noted[]> {
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

export const inOnePiece = (content: Buffer | null) => content && Readable.from([content])

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

export const recordingIndex = ({ recordings }: Stores, { state }: PaperSource): ArchivedFile => ({
  path: recordingIndexName,
  kind: 'recording',
  sha256: null,
  open: () => recordings.readIndex(state.session.sessionId),
})
