// The files of documents, submissions, case papers and evidence that belong to an item to be erased, and the folders in which
// they lie.
import type { ConclusionState } from '../../../shared/conclusions/index.ts'
import { CaseId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { assignmentsWithin } from '../../../shared/projections/conclusions.ts'
import type { Erasable, Subject } from '../../../shared/retention/contract.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Owner } from '../../papers/documents/store.ts'

export interface FilesOfItemDependencies {
  readonly sessions: Pick<Sessions, 'state'>
  readonly cases: Pick<Cases, 'state'>
  readonly followUps: Pick<Aggregates<ConclusionState>, 'state'>
}

type Item = Pick<Erasable, 'class' | 'subject'>

export interface FilesOfItem {
  files(item: Item): Promise<KeptFile[]>
  /** What stands in these folders and is named by nobody, too. */
  folders(item: Item): Promise<Owner[]>
}

export interface KeptFile {
  readonly owner: Owner
  readonly sha256: string
  readonly bytes: number | null
}

export const sessionIn = ({ id }: Subject): SessionId => SessionId.parse(id)

/** A film shows the names of those who spoke: it goes with them, and is made anew without them. */
export const sessionsShowing = ({ subject, related }: Pick<Erasable, 'subject' | 'related'>): SessionId[] =>
  [subject, ...related].filter(({ kind }) => kind === 'session').map(sessionIn)

export function createFilesOfItem({ sessions, cases, followUps }: FilesOfItemDependencies): FilesOfItem {
  async function session(subject: Subject): Promise<SessionState | null> {
    return sessions.state(sessionIn(subject))
  }

  async function filesOfCase({ id }: Subject): Promise<KeptFile[]> {
    const caseId = CaseId.parse(id)
    const receipt = (await cases.state(caseId))?.intake.receipt
    // The parts of a petition that was split share the files of the first.
    return (receipt?.attachments ?? [])
      .filter(({ heldBy }) => heldBy === caseId)
      .map(({ sha256, bytes }) => ({ owner: { caseId }, sha256, bytes }))
  }

  /** What units have handed in to show that they have done what a session assigned them. */
  async function evidenceOf(state: SessionState): Promise<KeptFile[]> {
    const steps = await Promise.all(
      assignmentsWithin(state).map(async ({ entryId }) =>
        (await followUps.state(entryId)).followUp.steps.map(({ files }) => ({ entryId, files })),
      ),
    )
    return steps
      .flat()
      .flatMap(({ entryId, files }) => files.map(({ sha256, bytes }) => ({ owner: { entryId }, sha256, bytes })))
  }

  async function filesOf({ class: name, subject }: Item): Promise<KeptFile[]> {
    if (name === 'casePapers') return filesOfCase(subject)
    const state = await session(subject)
    if (!state) return []
    if (name === 'evidence') return evidenceOf(state)
    return name === 'documents' ? sessionDocuments(state) : submitted(state)
  }

  const foldersOf = async ({ class: name, subject }: Item): Promise<Owner[]> => {
    if (name === 'casePapers') return [{ caseId: subject.id }]
    const sessionId = sessionIn(subject)
    if (name === 'documents') return [sessionId]
    const state = await session(subject)
    if (name === 'evidence') return state ? assignmentsWithin(state).map(({ entryId }): Owner => ({ entryId })) : []
    const statements = state?.statement.statements ?? []
    return [
      { submittedTo: sessionId },
      { waiverOf: sessionId },
      ...statements.map(({ statementId }): Owner => ({ statementId })),
    ]
  }

  return { files: filesOf, folders: foldersOf }
}

function sessionDocuments({ session: { sessionId }, documents }: SessionState): KeptFile[] {
  return documents.documents.flatMap(({ file, shown }) => bothOf(sessionId, file, shown))
}

/** Papers of citizens, the scan by which secrecy was given up, signatures drawn by hand. */
function submitted({ session: { sessionId }, submission, protection, statement }: SessionState): KeptFile[] {
  const scan = protection.waiver?.sha256 ?? null
  return [
    ...submission.papers.flatMap(({ file, shown }) => bothOf({ submittedTo: sessionId }, file, shown)),
    ...(scan === null ? [] : [{ owner: { waiverOf: sessionId }, sha256: scan, bytes: null }]),
    ...statement.statements.flatMap(({ statementId, versions }) =>
      versions.flatMap(({ outcome }) =>
        outcome?.how === 'drawn' ? [{ owner: { statementId }, sha256: outcome.sha256, bytes: null }] : [],
      ),
    ),
  ]
}

function bothOf(
  owner: Owner,
  file: { sha256: string; bytes: number },
  shown: { sha256: string; bytes: number } | null,
): KeptFile[] {
  const also = shown && shown.sha256 !== file.sha256 ? [shown] : []
  return [file, ...also].map(({ sha256, bytes }) => ({ owner, sha256, bytes }))
}
