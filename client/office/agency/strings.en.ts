import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'agency.title': 'The agency',
  'agency.what':
    'Name, symbol and place as printed on every paper of the agency. A paper that was issued keeps the name the agency had on that day.',
  'agency.first': 'First of all: what is the agency called?',
  'agency.first.why':
    'Minutes, notices and receipts are issued in the name of the agency, and cannot be changed afterwards. So no paper is given a number before the name of the agency, its symbol and its place are known.',
  'agency.inForce': 'In force',
  'agency.byAdministrators': 'Administrators set and change it.',
  'agency.organisation': 'Name of the agency',
  'agency.organisation.hint': 'In full, as on its seal; papers print it in capitals by themselves.',
  'agency.organisation.example': 'Ủy ban nhân dân xã Tân Lập',
  'agency.parentOrganisation': 'Superior agency',
  'agency.parentOrganisation.hint': 'Printed over the name. Leave it empty if papers name none.',
  'agency.abbreviation': 'Symbol (abbreviation)',
  'agency.abbreviation.hint': 'Capitals, digits and hyphens, as {{abbreviation}} in number {{number}}.',
  'agency.placeName': 'Place',
  'agency.placeName.hint': 'Printed before the day of issue.',
  'agency.letterhead': 'Letterhead',
  'agency.letterhead.hint':
    'The heading, the form of number and symbol, of signing and of the recipients, on all papers this system prints. An own template keeps the head it was made with.',
  'agency.letterhead.state': 'Papers of the State',
  'agency.letterhead.party': 'Papers of the Party',
  'agency.letterhead.check': 'To be checked by the agency before anything is issued',
  'agency.letterhead.check.why':
    'This form follows copies and summaries on the web of {{source}}; nobody has compared it with the text itself. Compare the sample with the text before the first paper is issued. Numbers begin again with 01 each year here, those of the Party run through a term: at the beginning of each year enter the last number of the year before on the page of numbers.',
  'agency.keep': 'Save',
  'agency.kept': 'Saved. Papers issued from now on say so.',
  'agency.sample': 'Sample',
  'agency.sample.hint': 'Drawn by the printer of real papers, laid out by {{source}}, from what is being typed.',
  'agency.sample.incomplete': 'It is shown once name, symbol and place are typed.',
  'agency.sample.alt': 'A sample paper with the name, number and symbol, and place that were typed',
  'agency.emblem': 'Emblem',
  'agency.emblem.hint':
    'Shown on top of the pages for citizens and of the page before a session. Papers of Decree 30/2020/NĐ-CP have none.',
  'agency.emblem.file': 'PNG picture of at most 512 kB and 1024 pixels a side',
  'agency.emblem.submit': 'Use this picture',
  'agency.emblem.remove': 'Take the emblem away',
  'staff.problem.agency.emblem-too-large': 'The picture is larger than 512 kB. Choose a smaller one.',
  'agency.palette': 'Colours of the pages',
  'agency.palette.hint':
    'The bar on top, buttons and links on the pages for citizens, of the staff and in the room. Click to choose; others see it when they next open a page. Red is not offered: here it is kept for what warns, ends or records.',
  'agency.palette.blue': 'Blue',
  'agency.palette.teal': 'Teal',
  'agency.palette.indigo': 'Indigo',
  'agency.palette.slate': 'Slate',
  'agency.record': 'Changes',
  'agency.record.hint': 'One line each time it was saved, the newest first.',
  'agency.record.by': 'Saved by {{name}}, {{time}}',
  'agency.missing': 'Nobody has said what the agency is called',
  'agency.missing.set': 'No paper is given a number before the name of the agency, its symbol and its place are known.',
  'agency.missing.open': 'Enter them',
  'agency.missing.ask':
    'No paper is given a number. Ask an administrator to enter the name of the agency, its symbol and its place, in the settings, on the page of the agency.',
}
