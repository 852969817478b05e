import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'join.noSuchPage': 'There is no such page',
  'join.useYourLink': 'To join a session, open the link that the organising agency has sent you.',
  'join.staffEntrance': 'Staff entrance',
  'join.failed': 'This page has failed',
  'join.failedWhat': 'Reload it: you come back to your place in the session.',
  'join.reload': 'Reload the page',

  'dialog.close': 'Close',
  'dialog.cancel': 'Go back',
  'dialog.reason': 'Reason',
  'panels.send': 'Send',
  'forms.restored': 'What you typed last time is here again.',
  'forms.throwAway': 'Throw it away and begin anew',
  'forms.throwAway.title': 'Throw away what was typed?',
  'forms.throwAway.what': 'What was typed is lost and cannot be brought back.',
  'forms.leaving': 'Leave without sending?',
  'forms.leaving.what':
    'What you typed is kept in this window until it is sent or you sign out, and is here when you open this page again. Files must be chosen again.',
  'forms.stay': 'Stay on this page',
  'forms.keep': 'Leave, keep what was typed',
  'forms.leaveWithout': 'Leave, throw away what was typed',

  'fields.date.form': 'dd/mm/yyyy',
  'fields.date.pick': 'Calendar: {{field}}',
  'fields.date.wrong': 'This is not a date. Type day/month/year, for example 03/12/2026.',
  'fields.date.early': 'Not before {{first}}.',
  'fields.date.late': 'Not after {{last}}.',
  'fields.time.form': 'hh:mm',
  'fields.time.pick': 'Times: {{field}}',
  'fields.time.wrong': 'This is not a time. Type hour:minute from 00:00 to 23:59, for example 14:30.',
  'fields.picker.failed': 'The choices could not be opened. Type here, or press the button again.',
}
