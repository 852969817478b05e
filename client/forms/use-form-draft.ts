import { useState } from 'react'
import { createFormDraft, type FormDraft } from './form-draft.ts'
import { anybody, keptForms, keyOf } from './kept-forms.ts'

interface FormDraftOptions<Values> {
  /** The account whose form it is; without it: nobody signs in for it. */
  owner?: string
  /** One name, one form: `new-session`. */
  form: string
  blank: Values
  /** false: what is typed may be a state secret, and is not kept. */
  mayKeep?: (values: Values) => boolean
}

/** `initial` is what the form begins with; each change is told to `keep`, that it was sent to `end`. */
export function useFormDraft<Values extends object>(options: FormDraftOptions<Values>): FormDraft<Values> {
  const { owner = anybody, form, blank, mayKeep } = options
  const [draft] = useState(() => createFormDraft(keptForms, keyOf(owner, form), blank, mayKeep))
  return draft
}
