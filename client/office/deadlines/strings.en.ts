import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'deadlines.title': 'Deadlines',
  'deadlines.hint': 'What is near or over by law, of all open cases, and of refusals that want a written notice.',
  'deadlines.visit': 'Reception',
  'deadlines.none': 'Nothing is near or over.',
  'deadlines.noneChosen': 'There is nothing of this kind.',
  'deadlines.amber': 'Near',
  'deadlines.red': 'Overdue',
  'deadlines.all': 'All',
  'deadlines.colour': 'State',
  'deadlines.count': '{{what}} ({{count}})',
  'deadlines.unit': 'Unit',
  'deadlines.everyUnit': 'Every unit',
  'deadlines.unassigned': 'No unit yet',
  'deadlines.clock': 'Deadline',
  'deadlines.everyClock': 'Every deadline',
  'deadlines.xlsx': 'Download as Excel',
  'deadlines.left': '{{count}} working days left',
  'deadlines.left_one': '1 working day left',
  'deadlines.over': '{{count}} working days over',
  'deadlines.over_one': '1 working day over',
  'deadlines.more':
    'This page shows the {{shown}} most urgent of {{total}}. Choose a unit, or download the Excel file to see all.',
  'deadlines.missingYears':
    'Nobody has entered the days off of {{years}}. Working days into that year leave out weekends alone.',
  'deadlines.recounting':
    'The calendar or the table was changed a moment ago. The list is being counted anew: load the page again in a few minutes.',
  'deadlines.units': 'By unit',
  'deadlines.mailOff': 'This server sends no mail: tell the units by this list.',
  'deadlines.digest': 'Each working day a unit with something near or overdue gets one letter.',
  'deadlines.noAddress': 'no address: tell them yourself',
  'deadlines.letter.queued': 'today’s letter waits to be sent',
  'deadlines.letter.retrying': 'today’s letter could not be sent yet and is tried again',
  'deadlines.letter.sent': 'today’s letter was sent',
  'deadlines.letter.failed': 'today’s letter could not be sent: tell them yourself',
  'deadlines.letter.dropped': 'no letter was needed today',
  'deadlines.unitCount': '{{red}} overdue, {{amber}} near',
}
