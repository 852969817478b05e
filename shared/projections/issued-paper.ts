// An issued paper as printed: the name of the signatory and the recipients.
import type { Ms, ParticipantId } from '../kernel/ids.ts'
import type { Issue } from '../modules/approval/contract.ts'
import type { Recipient } from '../papers/recipients.ts'
import type { Signing } from '../papers/signing.ts'
import type { Person } from '../wire/engine/socket-events.ts'
import type { Acquaintance } from './minutes.ts'

export interface Signatory {
  readonly name: string
  readonly signing: Signing
}

export interface NamedRecipient {
  /** null: no person of the session. */
  readonly participantId: ParticipantId | null
  readonly text: string
}

export interface RecordedIssue {
  readonly number: number
  readonly year: number
  readonly at: Ms
  /** Left out: the minutes need none, or the paper was issued before they were kept. */
  readonly signatory?: Signatory
  /** Left out: those that follow from what was concluded. */
  readonly recipients?: readonly NamedRecipient[]
}

export function recordedIssue(
  { number, year, at, signatory, recipients }: Issue,
  { person, named }: Pick<Acquaintance, 'person' | 'named'>,
): RecordedIssue {
  return {
    number,
    year,
    at,
    ...(signatory && { signatory: { name: person(signatory.personId).name, signing: signatory.signing } }),
    ...(recipients && { recipients: namedRecipients(recipients, named) }),
  }
}

export const namedRecipients = (
  recipients: readonly Recipient[],
  named: (participantId: ParticipantId) => Pick<Person, 'name'>,
): NamedRecipient[] =>
  recipients.map((one) =>
    'text' in one
      ? { participantId: null, text: one.text }
      : { participantId: one.participantId, text: addressed(named(one.participantId)) },
  )

/** Who was entered with an honorific keeps that one. */
export const addressed = ({ name }: Pick<Person, 'name'>): string =>
  /^(ông|bà)\s/iu.test(name) ? name : `Ông/bà ${name}`
