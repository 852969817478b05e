// The draft of one opened form: what it begins with, and what is kept of it as it is typed.
import type { KeptForms } from './kept-forms.ts'

export interface FormDraft<Values> {
  /** What the form is without a draft. */
  readonly blank: Values
  /** What it begins with. */
  readonly initial: Values
  /** It began with what was typed before, which is there still. */
  readonly isRestored: boolean
  /** Of what is made by sending it: the same when it is sent again, also after a reload. '': the form needs none. */
  readonly newId: string
  /** At every change. */
  keep(values: Values): void
  isChanged(): boolean
  /** Thrown away: the form goes on. */
  forget(): void
  /** Sent, and the form goes on with what it says. */
  saved(values: Values): void
  /** Sent: nothing is kept any more. */
  end(): void
}

export interface DraftOptions<Values> {
  /** true: what is typed may be a state secret, and stays in the memory of the page. */
  isSecret?: (values: Values) => boolean
  /** false: what it was begun with has changed since so that it must not be sent any more; it is not offered. */
  fits?: (found: Partial<Values>) => boolean
  /** Makes the id of what is made by sending the form. */
  makeId?: () => string
}

/** A list stays a list: what an earlier release kept does not break the form. */
const isLike = (kept: unknown, blank: unknown): boolean =>
  kept === null || blank === null || (Array.isArray(kept) === Array.isArray(blank) && isPlain(kept) === isPlain(blank))
const isPlain = (value: unknown) => typeof value !== 'object'

/** Of a form’s fields, those that are not as they are without a draft. */
function changesOf(values: object, rest: object) {
  const at = new Map<string, unknown>(Object.entries(rest))
  return Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(at.get(name)))
}

/**
 * `blank` has every field: what it has not is of an earlier release.
 * Kept is what differs from the blank form alone: what was not touched is as it is now, however long ago the form was begun.
 */
export function createFormDraft<Values extends object>(
  kept: KeptForms,
  key: string,
  blank: Required<Values>,
  { isSecret = () => false, fits = () => true, makeId = () => '' }: DraftOptions<Values> = {},
): FormDraft<Values> {
  const { newId: keptId = makeId(), ...found } = (kept.read(key) ?? {}) as { newId?: string }
  let newId = keptId
  let rest: Values = blank
  const fields = new Map<string, unknown>(Object.entries(blank))
  const known = changesOf(found, rest).filter(([name, value]) => fields.has(name) && isLike(value, fields.get(name)))
  const restored = fits(Object.fromEntries(known) as Partial<Values>) ? known : []
  let isRestored = restored.length > 0
  let isChanged = isRestored
  let hasEnded = false
  /** As this form wrote it last: opened again meanwhile, the form may have written something else. */
  let own = kept.read(key)
  const forget = () => {
    isChanged = false
    isRestored = false
    newId = makeId()
    kept.forget(key)
  }
  // Or nothing of it is other than it is now: it was sent, and the answer did not come.
  if (!isRestored) kept.forget(key)
  return {
    get blank() {
      return rest
    },
    initial: { ...blank, ...Object.fromEntries(restored) },
    get isRestored() {
      return isRestored
    },
    get newId() {
      return newId
    },
    isChanged: () => isChanged,
    keep(values) {
      if (hasEnded) return
      const changed = changesOf(values, rest)
      isChanged = changed.length > 0
      if (isChanged) kept.write(key, { ...Object.fromEntries(changed), ...(newId && { newId }) }, isSecret(values))
      else kept.forget(key)
      own = kept.read(key)
    },
    forget,
    saved(values) {
      rest = values
      forget()
    },
    end() {
      hasEnded = true
      const isOwn = JSON.stringify(kept.read(key)) === JSON.stringify(own)
      if (isOwn) forget()
      else isChanged = false
    },
  }
}
