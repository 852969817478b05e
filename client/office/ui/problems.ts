// What went wrong with a request, in words that say what to do.
import type { TFunction } from 'i18next'
import type { MailFault } from '../../../shared/wire/hearing/mail.ts'
import { ApiError } from '../../base/api.ts'
import { rejectionText, wordsFor } from '../../base/i18n/index.ts'

export function problemText(t: TFunction, error: unknown): string {
  if (!(error instanceof ApiError)) return t('staff.problem.unknown')
  const { code, incident = '' } = error
  return wordsFor(t, `staff.problem.${code}`) ?? rejectionText(t, { code, params: { incident } })
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.code === 'sign-in-required'

/** Why a letter did not go, with what the mail server said of it. */
export function mailFaultText(t: TFunction, { code, detail }: MailFault): string {
  const words = t(`staff.mail.fault.${code}`)
  return detail === '' ? words : `${words} (${detail})`
}
