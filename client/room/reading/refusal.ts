import type { TFunction } from 'i18next'
import { ApiError } from '../../base/api.ts'
import { rejectionText } from '../../base/i18n/index.ts'

/** Why something was not written down, in words. */
export const refusalText = (t: TFunction, error: unknown): string =>
  error instanceof ApiError && error.code !== 'unreachable'
    ? rejectionText(t, { code: error.code, params: { incident: error.incident ?? '' } })
    : t('reading.unsaid')
