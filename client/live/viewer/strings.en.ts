import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'viewer.controls': 'Turning pages and zooming',
  'viewer.previous': 'Previous page',
  'viewer.next': 'Next page',
  'viewer.page': 'Page',
  'viewer.pageOf': 'Page {{page}} of “{{title}}”',
  'viewer.smaller': 'Smaller',
  'viewer.larger': 'Larger',
  'viewer.fitPage': 'Whole page',
  'viewer.fitWidth': 'Full width',
  'viewer.loading': 'Opening “{{title}}”…',
  'viewer.failed': '“{{title}}” could not be opened. Check the network and try again.',
  'viewer.retry': 'Try again',
  'viewer.unavailable': 'The document viewer could not be loaded. Check the network and reload the page.',
  'viewer.reload': 'Reload the page',
}
