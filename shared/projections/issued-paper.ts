// An issue as it is printed: who signs for the agency, by name, and to whom the paper goes.
import type { Ms } from '../kernel/ids.ts'
import type { Issue } from '../modules/approval/contract.ts'
import type { Signing } from '../papers/signing.ts'
import type { Person } from '../wire/socket-events.ts'
import type { Acquaintance } from './minutes.ts'

export interface Signatory {
  readonly name: string
  readonly signing: Signing
}

export interface RecordedIssue {
  readonly number: number
  readonly year: number
  readonly at: Ms
  /** Left out: the minutes need none, or the paper was issued before they were kept. */
  readonly signatory?: Signatory
  /** Left out: those that follow from what was concluded. */
  readonly recipients?: readonly string[]
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
    ...(recipients && {
      recipients: recipients.map((one) => ('text' in one ? one.text : addressed(named(one.participantId)))),
    }),
  }
}

/** Who was entered with an honorific keeps that one. */
export const addressed = ({ name }: Pick<Person, 'name'>): string =>
  /^(ông|bà)\s/iu.test(name) ? name : `Ông/bà ${name}`
