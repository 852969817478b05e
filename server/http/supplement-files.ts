// The papers of written supplements: each printed once, then put under a seal of its own. Whatever failed in between is ended by
// whoever asks next: a paper, the list, the archive, the same wish again (ADR 0085).
import type { SessionState } from '../../shared/modules/index.ts'
import { standingMinutes, type WrittenSupplement } from '../../shared/modules/supplement/contract.ts'
import type { Extension } from '../issued-papers/issued-papers.ts'
import type { HttpDependencies } from './dependencies.ts'
import { notFound } from './errors.ts'

type Dependencies = Pick<HttpDependencies, 'sessions' | 'issuedPapers' | 'printIssued' | 'seals'>

export async function supplementFile(
  { sessions, issuedPapers, printIssued }: Dependencies,
  { session, approval }: SessionState,
  supplement: WrittenSupplement,
  extension: Extension,
): Promise<Buffer> {
  const { sessionId, title, secrecy } = session
  const { supplementId, number, year, at, signatoryId, signing } = supplement
  const minutes = standingMinutes(approval)
  if (!minutes) throw notFound('document')
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
    const signatory = { name: people[signatoryId]?.name ?? '……', signing }
    return printIssued.supplement({ supplement, minutes, title, secrecy, signatory }, where)
  })
}

/** Prints what is not printed yet, and seals what is under no seal yet. */
export async function endSupplements(dependencies: Dependencies, state: SessionState): Promise<void> {
  const { written } = state.supplement
  if (written.length === 0) return
  for (const supplement of written) await supplementFile(dependencies, state, supplement, 'pdf')
  await dependencies.seals.sealWritten(state.session.sessionId)
}
