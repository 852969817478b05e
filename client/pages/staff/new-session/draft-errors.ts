// Faults of the form of a new session, by field: found here by the server’s own schema, or told by the server.
import type { TFunction } from 'i18next'
import type { z } from 'zod'
import { NewSession } from '../../../../shared/wire/rest.ts'
import { ApiError } from '../../../api.ts'
import { issueText } from '../form-errors.ts'
import { problemText } from '../problems.ts'
import { requestOf, type SessionDraft } from './session-draft.ts'

export function draftErrors(t: TFunction, draft: SessionDraft): Record<string, string> {
  const { request, fieldOf } = requestOf(draft)
  const parsed = NewSession.safeParse(request)
  const errors: Record<string, string> = siteMissing(t, draft)
  for (const issue of parsed.error?.issues ?? []) {
    const { field, line } = fieldOf(issue.path)
    errors[field] ??= line === undefined ? issueText(t, issue) : lineText(t, line, issue)
  }
  return errors
}

function lineText(t: TFunction, line: number, issue: z.core.$ZodIssue): string {
  const isNameMissing = issue.code === 'too_small' && issue.path.at(-1) === 'name'
  return isNameMissing ? t('staff.form.lineName', { line }) : t('staff.form.line', { line, fault: issueText(t, issue) })
}

/** The rules ask it of an operator; the form says it before the server must. */
function siteMissing(t: TFunction, { guests }: SessionDraft): Record<string, string> {
  return Object.fromEntries(
    guests.flatMap(({ role, site }, index) =>
      role === 'siteOperator' && site === null ? [[`guests.${index}.site`, t('rejection.admission.unknown-site')]] : [],
    ),
  )
}

/** null: it is of no field, the page shows it as a whole. */
export function serverErrors(t: TFunction, draft: SessionDraft, error: unknown): Record<string, string> | null {
  if (!(error instanceof ApiError) || error.field === undefined) return null
  const { field } = requestOf(draft).fieldOf(error.field.split('.'))
  return { [field]: problemText(t, error) }
}
