import { useState } from 'react'
import { createFormDraft, type DraftOptions, type FormDraft } from './form-draft.ts'
import { useFormOwner } from './form-owner.ts'
import { keptForms, keyOf } from './kept-forms.ts'

/** What a form does with its draft. */
export interface Kept extends Pick<FormDraft<unknown>, 'isRestored' | 'newId' | 'isChanged' | 'end'> {
  /** Thrown away: the form is blank, and goes on. */
  empty(): void
  /** Sent, and the form goes on with what it says. */
  saved(): void
  /** For what happens when it was sent: `onSuccess: kept.sent(onClose)`. */
  sent(then?: () => void): () => void
}

/** One name, one form of one thing: `register-row.17`. Used by the hooks beside, never by a form. */
export function useFormDraft<Values extends object>(
  name: string,
  blank: Required<Values>,
  { isSecret, ...options }: DraftOptions<Values>,
): FormDraft<Values> {
  const { owner, isSecret: isSecretHere } = useFormOwner()
  const [draft] = useState(() =>
    createFormDraft(keptForms, keyOf(owner, name), blank, {
      ...options,
      isSecret: (values) => isSecretHere || isSecret?.(values) === true,
    }),
  )
  return draft
}

export const keptOf = <Values>(
  draft: FormDraft<Values>,
  values: () => Values,
  put: (values: Values) => void,
): Kept => ({
  get isRestored() {
    return draft.isRestored
  },
  get newId() {
    return draft.newId
  },
  isChanged: draft.isChanged,
  end: draft.end,
  saved: () => draft.saved(values()),
  empty() {
    put(draft.blank)
    draft.forget()
  },
  sent: (then) => () => {
    draft.end()
    then?.()
  },
})
