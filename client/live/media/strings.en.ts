import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.media.not-allowed': 'You may not send sound or picture now.',
  'rejection.media.invalid': 'The browser sent sound or picture parameters that are not valid. Reload the page.',
  'rejection.media.unknown': 'The sound and picture connection has changed. Connecting again.',
  'rejection.media.unavailable': 'Sound and picture are interrupted. They come back by themselves.',
}
