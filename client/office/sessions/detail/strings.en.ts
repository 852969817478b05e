import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'staff.agenda.line': '{{title}} – {{reporter}} ({{minutes}} minutes)',
  'staff.agenda.lineWithout': '{{title}} ({{minutes}} minutes)',
  'staff.session.advisingUnit': 'Advising unit: {{unit}}',

  'staff.reschedule': 'Change time or place',
  'staff.reschedule.what':
    'Whoever was invited by mail is told at once, with a new entry for the calendar. Please tell the others some other way. After a move of more than 30 days copy the links again: old ones may expire before the session.',
  'staff.reschedule.submit': 'Save and tell',
  'staff.cancel': 'Cancel the session',
  'staff.cancel.title': 'Cancel this session?',
  'staff.cancel.what':
    'A cancelled session cannot be brought back. Whoever opens a link reads this reason; those invited by mail are told at once.',
  'staff.session.cancelled': 'Cancelled. Reason: {{reason}}',
  'staff.series': 'Sessions of the same series',
  'staff.series.hint': 'Made together with this one. Each is moved or cancelled by itself.',

  'staff.conclusions.inside': 'Conclusions and assignments of this visit',
  'staff.conclusions.inside.hint':
    'This visit is protected: they are not in the list of conclusions, and no unit is reminded by mail. Follow them up here.',

  'staff.documents.underway': 'Sending documents, {{count}} files to go. Please do not close this page.',
  'staff.documents.underway_one': 'Sending documents, one file to go. Please do not close this page.',
  'staff.documents.refused': 'The session is booked, but {{count}} files were not taken in',
  'staff.documents.refused_one': 'The session is booked, but one file was not taken in',
  'staff.documents.goThere': 'See why and hand it in again under Documents',
  'staff.documents.hint':
    'Hand them in before the session to be read; in the session the secretary presents them from the documents panel.',
  'staff.documents.opened': 'opened by {{count}}',
  'staff.documents.acknowledged': 'studied by {{count}}',
  'staff.documents.removeName': 'Take away: {{title}}',
  'staff.session.openedAt': 'Opened: {{time}}',
  'staff.session.closedAt': 'Closed: {{time}}',
  'staff.session.course': 'Course of the session',
  'staff.session.open.hint': 'Normally the chair opens the session inside the room.',
  'staff.session.close.hint': 'Normally the chair closes the session inside the room.',
  'staff.session.close.title': 'Close this session?',
  'staff.session.close.what':
    'Sound and picture end for everybody. The minutes can be completed, signed and issued for 7 days. A closed session cannot be opened again.',
  'staff.session.seal.hint':
    'It is sealed once the minutes are issued, or somebody has said, with the reason, that there will be none.',
  'staff.session.seal.title': 'Seal the record of this session?',
  'staff.session.seal.what':
    'The journal is locked: the minutes can no longer be added to or changed. This cannot be undone.',
}
