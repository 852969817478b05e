import type { DraftOptions } from './form-draft.ts'
import type { Kept } from './use-form-draft.ts'
import { useKeptForm } from './use-kept-form.ts'

export function useKept<Values extends object>(
  name: string,
  blank: Required<Values>,
  options: DraftOptions<Values> = {},
): [values: Values, write: (changes: Partial<Values>) => void, kept: Kept] {
  const [form, kept] = useKeptForm<Values>(name, { ...options, blank })
  return [form.values, form.setValues, kept]
}
