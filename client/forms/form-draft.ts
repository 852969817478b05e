// The draft of one opened form: what it begins with, and what is kept of it as it is typed.
import type { KeptForms } from './kept-forms.ts'

export interface FormDraft<Values> {
  /** What the form is without a draft. */
  readonly blank: Values
  /** What it begins with. */
  readonly initial: Values
  readonly isRestored: boolean
  /** At every change. */
  keep(values: Values): void
  isChanged(): boolean
  /** Thrown away: the form goes on. */
  forget(): void
  /** Sent: nothing is kept any more. */
  end(): void
}

export function createFormDraft<Values extends object>(
  kept: KeptForms,
  key: string,
  blank: Values,
  mayKeep: (values: Values) => boolean = () => true,
): FormDraft<Values> {
  const found = kept.read(key)
  const isRestored = typeof found === 'object' && found !== null
  const untouched = JSON.stringify(blank)
  let isChanged = isRestored
  let hasEnded = false
  const forget = () => {
    isChanged = false
    kept.forget(key)
  }
  return {
    blank,
    initial: isRestored ? { ...blank, ...found } : blank,
    isRestored,
    isChanged: () => isChanged,
    keep(values) {
      if (hasEnded) return
      isChanged = JSON.stringify(values) !== untouched
      if (isChanged && mayKeep(values)) kept.write(key, values)
      else kept.forget(key)
    },
    forget,
    end() {
      hasEnded = true
      forget()
    },
  }
}
