import type { TranslationOf } from '../../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'fields.calendar.otherMonth': '{{shown}}. Choose another month',
  'fields.calendar.otherYear': '{{shown}}. Choose another year',
  'fields.calendar.previousMonth': 'Previous month',
  'fields.calendar.nextMonth': 'Next month',
  'fields.calendar.previousYear': 'Previous year',
  'fields.calendar.nextYear': 'Next year',
  'fields.calendar.previousDecade': 'Previous ten years',
  'fields.calendar.nextDecade': 'Next ten years',
}
