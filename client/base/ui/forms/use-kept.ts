import { useRef, useState } from 'react'
import type { DraftOptions } from './form-draft.ts'
import { type Kept, keptOf, useFormDraft } from './use-form-draft.ts'

/** Like useState for the words of a form, each change of them written down. The name is read once: another form has another `key`. */
export function useKept<Values extends object>(
  name: string,
  blank: Required<Values>,
  options: DraftOptions<Values> = {},
): [values: Values, write: (changes: Partial<Values>) => void, kept: Kept] {
  const opened = useFormDraft(name, blank, options)
  const [draft] = opened
  const [values, setValues] = useState(draft.initial)
  // Two changes of one moment are both there.
  const latest = useRef(draft.initial)
  const put = (next: Values) => {
    latest.current = next
    setValues(next)
  }
  const write = (changes: Partial<Values>) => {
    put({ ...latest.current, ...changes })
    draft.keep(latest.current)
  }
  return [values, write, keptOf(opened, () => latest.current, put)]
}
