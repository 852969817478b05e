// An issue as it is being prepared: who signs, and to whom the paper goes.
import type { PaperKind } from '../../../../../shared/modules/approval/contract.ts'
import type { IssueProposal, IssueWish } from '../../../../../shared/wire/papers/issuing.ts'
import { type RecipientsDraft, recipientsDraftOf, recipientsOf } from '../../../../base/signatory/recipients-draft.ts'
import { draftOf, type SignatoryDraft, signatoryOf } from '../../../../base/signatory/signatory-draft.ts'

export interface IssueDraft extends RecipientsDraft {
  readonly signatory: SignatoryDraft
}

export const issueDraftOf = ({ signatory, recipients }: IssueProposal): IssueDraft => ({
  signatory: draftOf(signatory),
  ...recipientsDraftOf(recipients),
})

/** null: something is missing, or there are too many. */
export function wishOf(paper: PaperKind, draft: IssueDraft): IssueWish | null {
  const recipients = recipientsOf(draft)
  if (!recipients) return null
  if (paper === 'minutes') return { paper, recipients }
  const signatory = signatoryOf(draft.signatory)
  return signatory && { paper, signatory, recipients }
}
