import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'check.title': 'Test devices and connection',

  'farewell.link-invalid': 'The link is wrong or has run out. Ask the organising agency for a new one.',
  'farewell.link-revoked': 'This link was replaced or revoked. Use the newest one, or ask the organising agency.',
  'farewell.account-suspended':
    'This protected visit is shut to your account: its password was reset, or it is disabled. Your page of notices says who can confirm you.',
  'farewell.superseded': 'You have joined on another device, so this one was disconnected.',
  'farewell.left': 'You have left the session.',
  'farewell.refused': 'Your request to enter was not accepted.',
  'farewell.removed': 'You have been asked to leave the session.',
  'farewell.over': 'The session is over. Thank you.',
  'farewell.cancelled': 'This session was cancelled.',
  'farewell.secrecy':
    'This session has a level of secrecy that this server may not handle now. Ask the organising agency.',
  'farewell.protocol': 'This page sent something the server does not accept. Reload the page.',
  'farewell.rate-limited':
    'This page sent too much, or connected too often, in a short time and was cut off. Wait some seconds.',
  'farewell.outdated-page': 'The system has been upgraded. Reload the page to go on.',
  'farewell.unavailable': 'The server is not available right now. Try again in a few minutes.',
  'farewell.journal-broken':
    'What was kept of this session was changed past the system, so the session is closed. Contact the organising agency; the administrator of the server has to restore it from a backup.',
  'farewell.shutdown': 'The server is restarting. This page will connect again by itself.',

  'join.loading': 'Opening the page',
  'join.unreachable': 'Check Wi-Fi or mobile data. The page tries again by itself.',
  'join.fromAgency': 'The agency that holds the session',
  'join.fromStaff': 'the chair or the secretary of the session',
  'join.comeBack': 'Come back',
  'join.useThisDevice': 'Use this device',
  'join.mayClose': 'You may close this window.',
  'join.mayCloseOrComeBack': 'If you need not come back, you may close this window.',
}
