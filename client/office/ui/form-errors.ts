// What is wrong with a form, by field, in words for people. The schema is the server’s own, of shared/wire.
import type { TFunction } from 'i18next'
import type { z } from 'zod'
import { hiddenCharacters } from '../../../shared/kernel/ids.ts'

type Issue = z.core.$ZodIssue

/** Keyed as @mantine/form keys fields: `branches.0.name`. The first fault of a field is told. */
export function formErrors(
  t: TFunction,
  schema: z.ZodType,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of schema.safeParse(values).error?.issues ?? []) {
    const field = issue.path.join('.')
    // Of what was not filled in at all, the form of its content is no matter.
    errors[field] ??= values[field] === '' ? t('staff.form.required') : issueText(t, issue)
  }
  return errors
}

export function issueText(t: TFunction, issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return t('staff.form.required')
    case 'too_small':
      return issue.origin === 'string'
        ? tooShort(t, Number(issue.minimum))
        : t('staff.form.least', { minimum: Number(issue.minimum) })
    case 'too_big':
      return t(issue.origin === 'string' ? 'staff.form.longest' : 'staff.form.most', { maximum: Number(issue.maximum) })
    case 'invalid_format':
      if (issue.format === 'email') return t('staff.form.email')
      return t(issue.message === hiddenCharacters ? 'staff.form.hiddenCharacters' : 'staff.form.format')
    case 'custom':
      return t(issue.params?.repeats ? 'staff.form.repeated' : 'staff.form.format')
    default:
      return t('staff.form.format')
  }
}

const tooShort = (t: TFunction, minimum: number) =>
  minimum <= 1 ? t('staff.form.required') : t('staff.form.shortest', { minimum })
