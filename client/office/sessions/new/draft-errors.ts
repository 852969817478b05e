// Faults of the form of a new session, by field: found here by the server’s own schema, or told by the server.
import type { TFunction } from 'i18next'
import type { z } from 'zod'
import { NewSession } from '../../../../shared/wire/hearing/booking.ts'
import { ApiError } from '../../../base/api.ts'
import { issueText } from '../../ui/form-errors.ts'
import { problemText } from '../../ui/problems.ts'
import type { SessionDraft } from './session-draft.ts'
import { requestOf } from './session-request.ts'

/** More lines are told once these are mended. */
const MOST_LINES_TOLD = 5

export function draftErrors(t: TFunction, draft: SessionDraft): Record<string, string> {
  const { request, fieldOf } = requestOf(draft)
  const parsed = NewSession.safeParse(request)
  const errors: Record<string, string> = { ...siteMissing(t, draft), ...reporterMissing(t, draft) }
  const lines = new Map<string, string[]>()
  for (const issue of parsed.error?.issues ?? []) {
    const { field, line } = fieldOf(issue.path)
    if (line === undefined) errors[field] ??= issueText(t, issue)
    else lines.set(field, [...(lines.get(field) ?? []), lineText(t, line, issue, fieldOf)])
  }
  for (const [field, texts] of lines) errors[field] ??= texts.slice(0, MOST_LINES_TOLD).join(' ')
  return errors
}

function lineText(
  t: TFunction,
  line: number,
  issue: z.core.$ZodIssue,
  fieldOf: ReturnType<typeof requestOf>['fieldOf'],
): string {
  const isNameMissing = issue.code === 'too_small' && issue.path.at(-1) === 'name'
  if (isNameMissing) return t('staff.form.lineName', { line })
  if (issue.code === 'custom' && Array.isArray(issue.params?.repeats)) {
    const first = fieldOf(issue.params.repeats)
    return first.line !== undefined && first.field === fieldOf(issue.path).field
      ? t('staff.form.lineRepeated', { line, first: first.line })
      : t('staff.form.lineRepeatedAt', { line })
  }
  return t('staff.form.line', { line, fault: issueText(t, issue) })
}

/** The rules ask it of an operator; the form says it before the server must. */
function siteMissing(t: TFunction, { guests }: SessionDraft): Record<string, string> {
  return Object.fromEntries(
    guests.flatMap(({ role, site }, index) =>
      role === 'siteOperator' && site === null ? [[`guests.${index}.site`, t('rejection.admission.unknown-site')]] : [],
    ),
  )
}

/** Somebody who was chosen as reporter and then renamed or taken off the form. */
function reporterMissing(t: TFunction, draft: SessionDraft): Record<string, string> {
  const { reporters } = requestOf(draft)
  return Object.fromEntries(
    draft.agenda.flatMap(({ reporter }, index) =>
      reporter !== null && !reporters.has(reporter)
        ? [[`agenda.${index}.reporter`, t('staff.agenda.reporterGone', { name: reporter })]]
        : [],
    ),
  )
}

/** null: it is of no field, the page shows it as a whole. */
export function serverErrors(t: TFunction, draft: SessionDraft, error: unknown): Record<string, string> | null {
  if (!(error instanceof ApiError) || error.field === undefined) return null
  const { field } = requestOf(draft).fieldOf(error.field.split('.'))
  return { [field]: problemText(t, error) }
}
