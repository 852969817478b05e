// What went wrong with a request, in words that say what to do.
import type { TFunction } from 'i18next'
import { ApiError } from '../../api.ts'
import { rejectionText, wordsFor } from '../../i18n/index.ts'

export function problemText(t: TFunction, error: unknown): string {
  if (!(error instanceof ApiError)) return t('staff.problem.unknown')
  const { code, incident = '' } = error
  return wordsFor(t, `staff.problem.${code}`) ?? rejectionText(t, { code, params: { incident } })
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.code === 'sign-in-required'
