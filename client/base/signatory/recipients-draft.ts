// To whom a paper goes, as it is being edited: which people of the session are told, and whom else.
import { type Recipient, Recipients } from '../../../shared/papers/recipients.ts'
import type { IssueProposal } from '../../../shared/wire/papers/issuing.ts'

export interface RecipientsDraft {
  /** Ids of participants: their names are in the people record alone. */
  readonly people: readonly string[]
  /** A place in each line. */
  readonly places: string
}

export type ProposedRecipients = IssueProposal['recipients']

export const recipientsDraftOf = (proposed: ProposedRecipients): RecipientsDraft => ({
  people: proposed.flatMap(({ participantId }) => participantId ?? []),
  places: proposed.flatMap(({ participantId, text }) => (participantId === null ? text : [])).join('\n'),
})

/** As a list is typed or pasted: with or without dashes and semicolons, and with the copy for the file, which every paper has. */
export const placesOf = (places: string): string[] =>
  places
    .split('\n')
    .map((one) => one.trim().replace(/^[-–]/u, '').replace(/[;.]$/u, '').trim())
    .filter((one) => one !== '' && !/^Lưu\s*:/iu.test(one))

/** null: one is too long, or there are too many. */
export const recipientsOf = ({ people, places }: RecipientsDraft): Recipient[] | null =>
  Recipients.safeParse([
    ...people.map((participantId) => ({ participantId })),
    ...placesOf(places).map((text) => ({ text })),
  ]).data ?? null

/** As they will be printed. */
export const shownRecipients = ({ people, places }: RecipientsDraft, proposed: ProposedRecipients): string[] => [
  ...proposed.flatMap(({ participantId, text }) => (participantId && people.includes(participantId) ? text : [])),
  ...placesOf(places),
]
