// The recipients of a paper of a session: proposed from its conclusions before the issue, as recorded after it.
import type { PaperKind } from '../modules/approval/contract.ts'
import { addressed, type NamedRecipient } from './issued-paper.ts'
import type { MinutesDocument } from './minutes-document.ts'

const office = (text: string): NamedRecipient => ({ participantId: null, text })

type Concluded = Pick<MinutesDocument, 'assignments' | 'reception' | 'dialogue'>

export function proposedRecipients(
  paper: PaperKind,
  { assignments, reception, dialogue }: Concluded,
): NamedRecipient[] {
  if (paper === 'minutes') return dialogue ? [office('Các bên tham gia đối thoại')] : []
  const units = new Set(assignments.flatMap(({ unit, supportingUnits }) => [unit, ...supportingUnits]))
  const citizens = reception?.citizens ?? []
  return [
    ...citizens.map(({ participantId, who }) => ({ participantId, text: addressed(who) })),
    ...[...units].map(office),
  ]
}

/** Of a paper that was issued. */
export const issuedRecipients = (
  paper: PaperKind,
  document: Concluded & Pick<MinutesDocument, 'record'>,
): readonly NamedRecipient[] => document.record.issues[paper]?.recipients ?? proposedRecipients(paper, document)

/** Beside the file copy; in a draft there is room for others. */
export function recipientsOf(paper: PaperKind, document: Concluded & Pick<MinutesDocument, 'record'>): string[] {
  const names = issuedRecipients(paper, document).map(({ text }) => text)
  return document.record.issues[paper] ? names : [...names, '…']
}
