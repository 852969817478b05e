import type { TranslationOf } from '../../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'accessList.title': 'Who may open this session',
  'accessList.what':
    'This session holds state secrets: only these accounts can open it and its papers. Those who attend come in by their personal links.',
  'accessList.links.title': 'Links and voting codes: who is given them',
  'accessList.links':
    'Only whoever booked the session and the accounts named here see its links and print voting codes. Each time is noted.',
  'accessList.suspended':
    'The password of this account was reset: links and voting codes stay shut until somebody has confirmed that it is still you.',
  'accessList.noPart':
    'Links and voting codes are for whoever booked the session ({{name}}) and the accounts named for it. If it is part of your task, ask that person, or an administrator, to name you, with the reason.',
  'accessList.noPart.gone': 'an account that is gone',
  'accessList.looks': 'When links were shown and codes printed',
  'accessList.look.everybody': 'everybody',
  'accessList.look.links': 'Links shown: {{whose}}',
  'accessList.look.calendar': 'Calendar entry with the link: {{whose}}',
  'accessList.look.codes': 'Voting codes printed: {{whose}}',
  'accessList.booked': 'Booked the session',
  'accessList.reason': 'Reason: {{reason}}. Named by {{by}}.',
  'accessList.name': 'Add an account',
  'accessList.account': 'Account',
  'accessList.reason.hint': 'For example the number of the assignment. It is kept in the journal of the session.',
  'accessList.submit': 'Let them open it',
  'accessList.takeBack': 'Take back',
  'accessList.takeBackOf': 'Take back from {{name}}',

  'staff.session.protect':
    'If the citizen comes to denounce, protect them before they enter. After that only who booked the session, and who is named, can open this page.',
}
