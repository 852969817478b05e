// What is typed of a notice of refusal, and the notice that is issued of it.
import type { NoticeWish } from '../../../shared/wire/reception/refusal-notices.ts'
import type { SignatoryDraft } from '../signatory/signatory-draft.ts'
import { signatoryOf } from '../signatory/signatory-draft.ts'

export interface NoticeDraft {
  matter: string
  reason: string
  citation: string
  signer: SignatoryDraft
}

/** null: something is missing. */
export function wishOf(
  { matter, reason, citation, signer }: NoticeDraft,
  of: Pick<NoticeWish, 'noticeId' | 'participantId' | 'explainedAt'>,
): NoticeWish | null {
  const signatory = signatoryOf(signer)
  if (signatory === null || [matter, reason, citation].some((one) => one.trim() === '')) return null
  return { ...of, matter: matter.trim(), reason: reason.trim(), citation: citation.trim(), signatory }
}
