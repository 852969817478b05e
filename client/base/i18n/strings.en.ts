import type { strings as vietnamese } from './strings.vi.ts'
import type { TranslationOf } from './words.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'duration.lessThanAMinute': 'less than a minute',
  'duration.minutes': '{{count}} minutes',
  'duration.minutes_one': '{{count}} minute',

  'rejection.unknown-command': 'The server does not know this request. Reload the page and try again.',
  'rejection.invalid': 'What you entered is not valid. Please check it.',
  'rejection.forbidden': 'You are not allowed to do this.',
  'rejection.command-id-reused': 'This request was sent before. Please do it again.',
  'rejection.conflict': 'Several people acted at once. Please try again.',
  'rejection.rate-limited': 'Too fast. Wait a few seconds and try again.',
  'rejection.unavailable':
    'The server cannot record this right now. Sound and picture go on; try again in a few seconds.',
  'rejection.answer-unreadable':
    'This page is older than the server and cannot read its answer. Reload it to see whether what you did was recorded.',
  'rejection.unreachable': 'The server cannot be reached. Check the network and try again.',
  'rejection.not-found': 'Not found. The address may be wrong, or what it named was taken away.',
  'rejection.too-large': 'What was sent is too large for the server. Split it and send it again.',
  'rejection.busy': 'Too many people want this at the same time. Nothing was changed; try again in a few seconds.',
  'rejection.link-invalid': 'This link is not valid. Ask the agency for a new one.',
  'rejection.link-expired': 'This link has expired. Ask the agency for a new one.',
  'rejection.link-revoked': 'This link was replaced or revoked. Use the newest one, or ask the agency for another.',
  'rejection.account.suspended':
    'The password of this account was reset: protected matters open again when another reader has confirmed that it is you.',
  'rejection.store-away':
    'The file cannot be fetched from the archive store right now. Nothing is lost; try again in a few minutes, and tell whoever runs the server.',
  'rejection.files-not-read':
    'The server takes no files for now: it cannot read them safely. Tell whoever runs the server; the page of its health says what is missing.',
  'rejection.box-unreadable':
    'The server no longer has the key to this ballot box. Withdraw this ballot and hold it again.',
  'rejection.journal-broken':
    'What was kept of this was changed past the system, so it is closed: nothing is shown and nothing is written. Tell the administrator of the server, who restores it from a backup.',
  'rejection.internal': 'The server failed. Incident code for technical support: {{incident}}',

  'join.language': 'Language',
}
