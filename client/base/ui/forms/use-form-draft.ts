import { useEffect, useRef, useState } from 'react'
import { createFormDraft, type DraftOptions, type FormDraft } from './form-draft.ts'
import { useFormOwner } from './form-owner.ts'
import { keptForms, keyOf } from './kept-forms.ts'

/** What a form does with its draft. */
export interface Kept extends Pick<FormDraft<unknown>, 'isRestored' | 'newId' | 'isChanged' | 'end'> {
  /** Thrown away: the form is blank, and goes on. */
  empty(): void
  /** Sent, and the form goes on with what it says. */
  saved(): void
  sent(then?: () => void): () => void
  /**
   * The draft ends when `work` has sent it, also when the form was closed before the answer came; `then` is for a form that is still
   * open. Why it failed is shown by whoever works.
   */
  sentBy<Sent>(work: Promise<Sent>, then?: (sent: Sent) => void): void
  /** As `saved`, when `work` is done. */
  savedBy(work: Promise<unknown>): void
  /** As `empty`, when `work` is done. */
  emptiedBy(work: Promise<unknown>): void
}

/** One name, one form of one thing: `register-row.17`. Used by the hooks beside, never by a form. */
export function useFormDraft<Values extends object>(
  name: string,
  blank: Required<Values>,
  { isSecret, ...options }: DraftOptions<Values>,
): [draft: FormDraft<Values>, isOpen: () => boolean] {
  const { owner, isSecret: isSecretHere } = useFormOwner()
  const [draft] = useState(() =>
    createFormDraft(keptForms, keyOf(owner, name), blank, {
      ...options,
      isSecret: (values) => isSecretHere || isSecret?.(values) === true,
    }),
  )
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])
  return [draft, () => isOpen.current]
}

const after = <Sent>(work: Promise<Sent>, end: (sent: Sent) => void): void => void work.then(end, () => undefined)

export function keptOf<Values>(
  [draft, isOpen]: readonly [FormDraft<Values>, () => boolean],
  values: () => Values,
  put: (values: Values) => void,
): Kept {
  const saved = () => draft.saved(values())
  function empty() {
    put(draft.blank)
    draft.forget()
  }
  return {
    get isRestored() {
      return draft.isRestored
    },
    get newId() {
      return draft.newId
    },
    isChanged: draft.isChanged,
    end: draft.end,
    saved,
    empty,
    sent: (then) => () => {
      draft.end()
      then?.()
    },
    sentBy: (work, then) =>
      after(work, (sent) => {
        draft.end()
        if (isOpen()) then?.(sent)
      }),
    savedBy: (work) => after(work, saved),
    emptiedBy: (work) => after(work, empty),
  }
}
