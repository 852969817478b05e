// Who signs, as it is being typed: fields of every form stay while another form is looked at.
import { type LetterheadKind, letterheadOf } from '../../../shared/papers/letterheads.ts'
import { type SigningForm, signingForms, signingLines } from '../../../shared/papers/signing.ts'
import { NamedSignatory } from '../../../shared/wire/papers/issuing.ts'

export interface SignatoryDraft {
  readonly form: SigningForm
  readonly signedFor: string
  readonly isDeputy: boolean
  readonly deputyOf: string
  readonly office: string
  readonly name: string
}

const empty: SignatoryDraft = { form: 'direct', signedFor: '', isDeputy: false, deputyOf: '', office: '', name: '' }

/** null: nobody is proposed. */
export function draftOf(signatory: NamedSignatory | null): SignatoryDraft {
  if (signatory === null) return empty
  const { name, signing } = signatory
  const { form, signedFor, deputyOf, office } = signing
  return { form, signedFor: signedFor ?? '', isDeputy: deputyOf !== null, deputyOf: deputyOf ?? '', office, name }
}

const signingOf = ({ form, signedFor, isDeputy, deputyOf, office }: SignatoryDraft, blank: string) => ({
  form,
  signedFor: signingForms[form].signedFor === null ? null : signedFor.trim() || blank,
  deputyOf: signingForms[form].mayBeDeputy && isDeputy ? deputyOf.trim() || blank : null,
  office: office.trim() || blank,
})

/** null: something is missing still. */
export const signatoryOf = (draft: SignatoryDraft): NamedSignatory | null =>
  NamedSignatory.safeParse({ name: draft.name, signing: signingOf(draft, '') }).data ?? null

/** As it will be printed; what is missing is dots. */
export const shownLines = (draft: SignatoryDraft, letterhead: LetterheadKind): string[] =>
  signingLines(signingOf(draft, '……'), letterheadOf(letterhead))
