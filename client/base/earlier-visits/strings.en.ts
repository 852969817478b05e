import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'sameBy.record': 'Same entry of a citizen',
  'sameBy.paper': 'Same number of a paper',
  'sameBy.phone': 'Same telephone number',
  'sameBy.email': 'Same e-mail address',
  'sameBy.nameAndAddress': 'Same name and address',
  'earlier.comparedBy.paper': 'number of the paper',
  'earlier.comparedBy.phone': 'telephone number',
  'earlier.comparedBy.email': 'e-mail address',
  'earlier.visits': 'Earlier visits: {{count}}, the last on {{date}}',
  'earlier.visits_one': 'One earlier visit, on {{date}}',
  'earlier.visits.first': 'No earlier visit is known (compared: {{by}}).',
  'earlier.visits.unknown':
    'Too little is known to tell whether this citizen has come before: it takes the number of a paper, a telephone number or an e-mail address.',
  'earlier.visits.notWhole':
    'What people are compared by is being made anew: nothing can be said yet. Look again in some minutes.',
}
