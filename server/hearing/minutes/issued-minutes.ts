// Minutes and notices of conclusions as they were issued. Called by paper-routes.ts and minutes-routes.ts.

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { PaperKind } from '../../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Extension, IssuedPapers } from '../../papers/issued/issued-papers.ts'
import { withdrawPaper } from '../../papers/issued/withdrawals.ts'
import type { PaperSource, Printers } from '../../papers/session-papers.ts'

interface Dependencies {
  readonly aggregate: Aggregate<SessionState>
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
}

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
  dependencies: { readonly sessions: Sessions; readonly issuedPapers: IssuedPapers; readonly newId: () => string },
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
