import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'join.paper.minutesDocx': 'Minutes (Word)',
  'join.paper.minutesPdf': 'Minutes (PDF)',
  'join.paper.conclusionsDocx': 'Notice of conclusions (Word)',
  'join.paper.conclusionsPdf': 'Notice of conclusions (PDF)',
  'join.paper.attendanceXlsx': 'Attendance (Excel)',
  'join.paper.attendanceCsv': 'Attendance (CSV)',
  'join.paper.readingXlsx': 'Study of documents (Excel)',
  'join.paper.journal': 'Journal of the session',

  'minutes.waive': 'Issue no minutes',
  'minutes.waive.title': 'Issue no minutes of this session?',
  'minutes.waive.what':
    'The reason, who said so and when are kept in the journal. The record is then sealed when its time has come. If somebody signs the minutes before that, this ends.',

  'rejection.template.not-printed':
    'The template of the agency cannot be printed now. The number is kept; try again, or have an administrator remove the template.',
  'rejection.supplement.not-sealed':
    'The session is not sealed yet: correct its minutes in the room, by a new document that takes their place.',
  'rejection.supplement.not-issued':
    'No minutes were issued for this session: there is nothing to add to or to correct.',
  'rejection.supplement.already-written': 'This supplement was written before.',
  'rejection.supplement.unknown-recipient': 'A recipient is nobody of this session. Remove it, then issue again.',
  'rejection.supplement.too-many': 'This session has as many supplements as there may be.',
}
