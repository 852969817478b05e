import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.consultation.too-few': 'Choose at least two people.',
  'rejection.consultation.not-present': 'Somebody chosen is not in the room. Please choose again.',
  'rejection.consultation.observer': 'Observers take no part in a consultation.',
  'rejection.consultation.in-another': 'Somebody chosen is in a consultation. Wait until they return.',
  'rejection.consultation.too-many': 'A consultation has {{maximum}} people at most.',
  'rejection.consultation.over': 'This consultation is over.',
  'rejection.consultation.not-in': 'You are no longer in a consultation.',
  'rejection.consultation.identity-check':
    'Papers are being looked at: by one officer and the citizen alone, until there is a result.',

  'hearing.consultation': 'Consultation',
  'hearing.consultationYours': 'You are in a consultation with {{names}}. Only they hear and see you.',
  'hearing.consultationOthers': 'In consultation: {{names}}. Please wait.',
  'hearing.consultationLeave': 'Return to the room',

  'panels.consultation.title': 'Consultation',
  'panels.consultation.what':
    'Those chosen step aside to talk among themselves: only they hear and see each other, the others wait in the room. The minutes keep only when it began and ended.',
  'panels.consultation.notRunning': 'A consultation is possible once the session is open.',
  'panels.consultation.choose': 'Who takes part',
  'panels.consultation.start': 'Begin ({{count}} people)',
  'panels.consultation.startNobody': 'Choose at least two people',
  'panels.consultation.going': 'Going on since {{time}}',
  'panels.consultation.end': 'End the consultation',
  'panels.consultation.endOf': 'End the consultation: {{names}}',
  'panels.consultation.add': 'Take in one more',

  'hearing.identityYours': '{{name}} is looking at your papers. Only this officer hears and sees you.',
  'hearing.identityHow': 'Please hold the paper close to the camera, still for a few seconds. No picture is stored.',
  'hearing.identityOfficer': 'You are looking at the papers of {{name}}. Only the two of you hear and see each other.',
  'hearing.identityOthers': 'The papers of a citizen are being looked at. Please wait.',
}
