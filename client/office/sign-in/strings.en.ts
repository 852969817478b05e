import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'staff.ownPassword': 'Change password',
  'staff.ownPassword.current': 'Present password',
  'staff.ownPassword.done': 'The password is changed. Every other login of this account has ended.',
  'staff.signIn': 'Sign in',
  'staff.signIn.title': 'Sign in',
  'staff.signIn.introduction':
    'For staff who organise sessions. Participants open the personal link they were given and need not sign in.',
  'staff.setUp.title': 'Create the first administrator',
  'staff.setUp.introduction':
    'There is no account yet. The one made here manages sessions and all other accounts. The link to this page works once.',
  'staff.setUp.noToken': 'The set-up token is missing. Open the link exactly as the server printed it.',
  'staff.setUp.submit': 'Create the account and sign in',
  'staff.setPassword.title': 'Set the password',
  'staff.setPassword.first': 'Welcome, {{displayName}}. Set the password of your account; nobody else knows it.',
  'staff.setPassword.reset':
    'Welcome, {{displayName}}. Set a new password; nobody else knows it. Every earlier login will end.',
  'staff.setPassword.submit': 'Set the password',
  'staff.setPassword.noToken': 'The link is not whole. Open it exactly as you were given it.',
  'staff.setPassword.done': 'The password is set',
  'staff.setPassword.done.what': 'Now sign in with the new password.',
}
