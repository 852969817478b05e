// What went wrong with a request of a public page, in words that say what to do.
import type { TFunction } from 'i18next'
import { ApiError } from '../../base/api.ts'
import { wordsFor } from '../../base/i18n/index.ts'
import { NoCryptography } from './proof.ts'

export function problemText(t: TFunction, error: unknown): string {
  if (error instanceof NoCryptography) return t('reception.problem.insecure')
  if (!(error instanceof ApiError)) return t('reception.problem.unknown')
  const { code } = error
  return wordsFor(t, `reception.problem.${code}`) ?? wordsFor(t, `rejection.${code}`) ?? t('reception.problem.unknown')
}
