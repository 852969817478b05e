import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'reading.title': 'Documents to be read before',
  'reading.goThere': 'Read documents before ({{count}})',
  'reading.remaining': '{{count}} documents are still to be opened or acknowledged.',
  'reading.remaining_one': 'One document is still to be opened or acknowledged.',
  'reading.done': 'You have seen all documents.',
  'reading.openedAt': 'Opened at {{time}}',
  'reading.failed': 'The list of documents to be read before could not be loaded',
  'reading.unsaid': 'It was not written down. Check the network and press again.',
}
