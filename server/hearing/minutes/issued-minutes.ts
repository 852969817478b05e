// Minutes and notices of conclusions as they were issued. Called by paper-routes.ts and minutes-routes.ts.
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { PaperKind } from '../../../shared/modules/approval/contract.ts'
import type { HttpDependencies, PaperSource } from '../../http/dependencies.ts'
import type { Extension } from '../../papers/issued/issued-papers.ts'
import { withdrawPaper } from '../../papers/issued/withdrawals.ts'

type Dependencies = Pick<HttpDependencies, 'aggregate' | 'printIssued' | 'issuedPapers'>

const documentIdOf = (sessionId: SessionId, kind: PaperKind, version: number) => `${sessionId}:${kind}:${version}`

/** null: that document was not issued, and is printed as it stands. */
export async function issuedMinutes(
  { aggregate, printIssued, issuedPapers }: Dependencies,
  source: PaperSource,
  kind: PaperKind,
  extension: Extension,
): Promise<Uint8Array | null> {
  // As of the document that is asked for: a correction begins with nothing issued.
  const { approval, session } = source.journal.reduce(aggregate.evolve, aggregate.initial)
  const issue = approval.issues[kind]
  if (!issue) return null
  const { version } = approval
  const { sessionId } = session
  const paper = {
    documentId: documentIdOf(sessionId, kind, version),
    sessionId,
    kind,
    number: issue.number,
    year: issue.year,
    issuedAt: issue.at,
    files: { pdf: `${kind}.pdf?version=${version}`, docx: `${kind}.docx?version=${version}` },
  }
  return issuedPapers.file(paper, extension, (where) => printIssued[kind](source, where))
}

/** The paper of the document before says which one took its place. */
export async function replaceEarlier(
  dependencies: Pick<HttpDependencies, 'sessions' | 'issuedPapers' | 'newId'>,
  { session: { sessionId }, approval: { version, corrects } }: PaperSource['state'],
  kind: PaperKind,
  { number, year }: { readonly number: number; readonly year: number },
  by: ActorReference,
): Promise<void> {
  if (!corrects) return
  const code = dependencies.issuedPapers.codeOf(documentIdOf(sessionId, kind, version - 1))
  const withdrawal = { reason: corrects.reason.replaceAll(/\s+/g, ' ').trim(), replacedBy: { number, year } }
  await withdrawPaper(dependencies, sessionId, by, code, withdrawal)
}
