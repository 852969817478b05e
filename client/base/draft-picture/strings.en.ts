import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'draftPicture.coming': 'The first page is being drawn',
  'draftPicture.failed': 'The paper cannot be shown as a picture now',
  'draftPicture.again': 'Draw it again',
  'draftPicture.large': 'See this page large',
  'draftPicture.incomplete': 'The paper is shown here once everything is filled in.',
}
