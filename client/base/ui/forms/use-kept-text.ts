import type { Kept } from './use-form-draft.ts'
import { useKeptForm } from './use-kept-form.ts'

/** Like useState for the one text of a form, each change of it written down under `field`. What asks for more is made by `useKeptForm`. */
export function useKeptText(name: string, field = 'text'): [text: string, write: (text: string) => void, kept: Kept] {
  const [form, kept] = useKeptForm<Record<string, string>>(name, { blank: { [field]: '' } })
  return [form.values[field] ?? '', (text) => form.setFieldValue(field, text), kept]
}
