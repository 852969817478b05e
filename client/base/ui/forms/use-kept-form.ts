// Mantine's form, kept: the only place that makes one, so that none is forgotten.
import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form'
import type { DraftOptions } from './form-draft.ts'
import { type Kept, keptOf, useFormDraft } from './use-form-draft.ts'

/** Validated at once: whether it is complete is known while it is shown. */
export type KeptForm<Values> = UseFormReturnType<Values, Values, undefined>

type Options<Values extends object> = Omit<UseFormInput<Values>, 'initialValues' | 'mode'> & DraftOptions<Values>

/** The name is read once: another form has another `key`. */
export function useKeptForm<Values extends object>(
  name: string,
  { blank, isSecret, fits, makeId, onValuesChange, ...options }: Options<NoInfer<Values>> & { blank: Required<Values> },
): [form: KeptForm<Values>, kept: Kept] {
  const opened = useFormDraft(name, blank, {
    ...(isSecret && { isSecret }),
    ...(fits && { fits }),
    ...(makeId && { makeId }),
  })
  const [draft] = opened
  const form = useForm<Values>({
    ...options,
    initialValues: draft.initial,
    onValuesChange(values, previous) {
      draft.keep(values)
      onValuesChange?.(values, previous)
    },
  })
  const put = (values: Values) => {
    form.setValues(values)
    form.clearErrors()
  }
  return [form, keptOf(opened, form.getValues, put)]
}
