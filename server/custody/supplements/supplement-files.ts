// Prints the papers of each written supplement once and has them sealed. A step that failed is repeated at the next
// request: for a paper, the list, the archive, or the same command (ADR 0085).

import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { standingMinutes, type WrittenSupplement } from '../../../shared/modules/supplement/contract.ts'
import { areKnown } from '../../../shared/papers/recipients.ts'
import { namedRecipients, type Signatory } from '../../../shared/projections/issued-paper.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Extension, IssuedPapers } from '../../papers/issued/issued-papers.ts'
import type { SupplementSource } from '../../papers/kinds/supplement-paper.ts'
import type { Printers } from '../../papers/session-papers.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import type { Seals } from '../archive/seals.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly seals: Seals
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
}

export async function supplementFile(
  { sessions, issuedPapers, printIssued }: Dependencies,
  state: SessionState,
  supplement: WrittenSupplement,
  extension: Extension,
): Promise<Buffer> {
  const { sessionId } = state.session
  const { supplementId, number, year, at, signatoryId, signing } = supplement
  const path = `supplements/${supplementId}`
  const paper = {
    documentId: `${sessionId}:${path}`,
    sessionId,
    kind: 'supplement' as const,
    number,
    year,
    issuedAt: at,
    files: { pdf: `${path}/pdf`, docx: `${path}/docx` },
  }
  return issuedPapers.file(paper, extension, async (where) => {
    const people = await sessions.people(sessionId)
    const signatory = { name: people[signatoryId]?.name ?? unknown, signing }
    const source = supplementSource(state, people, supplement, signatory)
    return printIssued.supplement({ ...source, issue: supplement, printedAt: at }, where)
  })
}

/** What is printed of it, issued or not. Throws the answer “not found” where no minutes were issued. */
export function supplementSource(
  { session: { title, secrecy }, approval, admission: { participants } }: SessionState,
  people: People,
  supplement: SupplementSource['supplement'] & Pick<WrittenSupplement, 'recipients'>,
  signatory: Signatory,
): Omit<SupplementSource, 'issue' | 'printedAt'> {
  const minutes = standingMinutes(approval)
  if (!minutes) throw notFound('document')
  const named = (participantId: ParticipantId) => {
    const { personId } = participants[participantId] ?? {}
    return (personId && people[personId]) || { name: unknown }
  }
  const recipients = supplement.recipients
    ? namedRecipients(supplement.recipients, named).map(({ text }) => text)
    : null
  return { supplement, minutes, title, secrecy, signatory, recipients }
}

const unknown = '……'

/** Prints what is not printed yet, and seals what is under no seal yet. */
export async function endSupplements(dependencies: Dependencies, state: SessionState): Promise<void> {
  const { written } = state.supplement
  if (written.length === 0) return
  for (const supplement of written) await supplementFile(dependencies, state, supplement, 'pdf')
  await dependencies.seals.sealWritten(state.session.sessionId)
}

/** What the session would not take is not begun: no number, no name, no picture. Throws the answer that says why. */
export function demandWritable(
  { session, approval, admission }: SessionState,
  { recipients }: Pick<WrittenSupplement, 'recipients'> = {},
): void {
  if (session.status !== 'sealed') throw rejected({ code: 'supplement.not-sealed', params: {} })
  if (!standingMinutes(approval)) throw rejected({ code: 'supplement.not-issued', params: {} })
  if (!areKnown(recipients, admission.participants))
    throw rejected({ code: 'supplement.unknown-recipient', params: {} })
}
