// What is written to issued minutes, as it is being typed.
import type { SupplementKind } from '../../../../../shared/modules/supplement/contract.ts'
import type { SupplementWish } from '../../../../../shared/wire/custody/supplements.ts'
import type { IssueProposal } from '../../../../../shared/wire/papers/issuing.ts'
import { type RecipientsDraft, recipientsDraftOf, recipientsOf } from '../../../../base/signatory/recipients-draft.ts'
import { draftOf, type SignatoryDraft, signatoryOf } from '../../../../base/signatory/signatory-draft.ts'

export interface SupplementDraft extends RecipientsDraft {
  readonly kind: SupplementKind
  readonly text: string
  readonly reason: string
  readonly signer: SignatoryDraft
}

export const supplementDraftOf = ({ signatory, recipients }: IssueProposal): SupplementDraft => ({
  kind: 'addition',
  text: '',
  reason: '',
  signer: draftOf(signatory),
  ...recipientsDraftOf(recipients),
})

/** null: something is missing, or too long. */
export function supplementWishOf(supplementId: string, { kind, ...draft }: SupplementDraft): SupplementWish | null {
  const [text, reason] = [draft.text.trim(), draft.reason.trim()]
  const [signatory, recipients] = [signatoryOf(draft.signer), recipientsOf(draft)]
  return text && reason && signatory && recipients ? { supplementId, kind, text, reason, signatory, recipients } : null
}
