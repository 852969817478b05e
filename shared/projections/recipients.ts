// To whom a paper of a session goes: proposed from what was concluded before its issue, as the issue says afterwards.
import type { ParticipantId } from '../kernel/ids.ts'
import type { PaperKind } from '../modules/approval/contract.ts'
import { addressed } from './issued-paper.ts'
import type { MinutesDocument } from './minutes-document.ts'

export interface ProposedRecipient {
  /** null: no person of the session. */
  readonly participantId: ParticipantId | null
  readonly text: string
}

const office = (text: string): ProposedRecipient => ({ participantId: null, text })

type Concluded = Pick<MinutesDocument, 'assignments' | 'reception' | 'dialogue'>

export function proposedRecipients(
  paper: PaperKind,
  { assignments, reception, dialogue }: Concluded,
): ProposedRecipient[] {
  if (paper === 'minutes') return dialogue ? [office('Các bên tham gia đối thoại')] : []
  const units = new Set(assignments.flatMap(({ unit, supportingUnits }) => [unit, ...supportingUnits]))
  const citizens = reception?.citizens ?? []
  return [
    ...citizens.map(({ participantId, who }) => ({ participantId, text: addressed(who) })),
    ...[...units].map(office),
  ]
}

/** Beside the file copy; in a draft there is room for others. */
export function recipientsOf(paper: PaperKind, document: Concluded & Pick<MinutesDocument, 'record'>): string[] {
  const issue = document.record.issues[paper]
  const proposed = proposedRecipients(paper, document).map(({ text }) => text)
  return issue ? [...(issue.recipients ?? proposed)] : [...proposed, '…']
}
