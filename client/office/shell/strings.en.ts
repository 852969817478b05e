import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'forms.signOut.title': 'Sign out and throw away what was typed?',
  'forms.signOut.what': 'A form was begun and not sent. Signing out throws it away.',

  'staff.reception.today': 'Today',

  'staff.receptionPlan': 'Calendar',

  'staff.register': 'Register',

  'staff.skip': 'Skip to the content',
  'staff.navigation': 'Staff pages',
  'staff.settings': 'Settings',
  'staff.section.cases': 'Petitions',
  'staff.section.conclusions': 'Conclusions',
  'staff.section.health': 'Technical',
  'staff.signOut': 'Sign out',
  'staff.signOutFailed': 'Signing out failed. Please try again.',
  'intakeGroup.none':
    'Nobody is named: no desk for denunciations can be opened, and nobody reads a denunciation, or a petition not yet sorted, that came by the web. Name two people at least: nobody gives a denunciation to themselves.',
}
