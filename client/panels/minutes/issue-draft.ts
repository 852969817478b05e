// An issue as it is being prepared: who signs, which people of the session are told, and whom else the paper goes to.
import type { PaperKind } from '../../../shared/modules/approval/contract.ts'
import { Recipients } from '../../../shared/papers/recipients.ts'
import type { IssueProposal, IssueWish } from '../../../shared/wire/issuing.ts'
import { draftOf, type SignatoryDraft, signatoryOf } from '../../signatory/signatory-draft.ts'

export interface IssueDraft {
  readonly signatory: SignatoryDraft
  /** Ids of participants: their names are in the people record alone. */
  readonly people: readonly string[]
  /** A place in each line. */
  readonly places: string
}

export const issueDraftOf = ({ signatory, recipients }: IssueProposal): IssueDraft => ({
  signatory: draftOf(signatory),
  people: recipients.flatMap(({ participantId }) => participantId ?? []),
  places: recipients.flatMap(({ participantId, text }) => (participantId === null ? text : [])).join('\n'),
})

/** As a list is typed or pasted: with or without dashes and semicolons, and with the copy for the file, which every paper has. */
export const placesOf = (places: string): string[] =>
  places
    .split('\n')
    .map((one) => one.trim().replace(/^[-–]/u, '').replace(/[;.]$/u, '').trim())
    .filter((one) => one !== '' && !/^Lưu\s*:/iu.test(one))

/** null: something is missing, or there are too many. */
export function wishOf(paper: PaperKind, { signatory, people, places }: IssueDraft): IssueWish | null {
  const recipients = Recipients.safeParse([
    ...people.map((participantId) => ({ participantId })),
    ...placesOf(places).map((text) => ({ text })),
  ])
  if (!recipients.success) return null
  if (paper === 'minutes') return { paper, recipients: recipients.data }
  const whole = signatoryOf(signatory)
  return whole && { paper, signatory: whole, recipients: recipients.data }
}
