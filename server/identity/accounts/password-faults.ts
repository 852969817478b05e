import { HttpError } from '../../platform/http/errors.ts'
import type { PasswordFault } from './password-rules.ts'

const texts: Readonly<Record<PasswordFault, string>> = {
  'password-common':
    'This password is on the list of those that are tried first. Choose a few words that only you would put together.',
  'password-own-name':
    'This password is little more than the name of the account. Choose a few words that only you would put together.',
  'password-repeated': 'This password repeats a few letters. Choose a few words that only you would put together.',
}

export const passwordRefused = (fault: PasswordFault): HttpError =>
  new HttpError(400, fault, texts[fault], { field: 'password' })
