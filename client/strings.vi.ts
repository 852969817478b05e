// The words of the first load: of the pages that a personal link opens. The other areas fetch theirs with their first page.
import type { WordsForCodes } from './base/i18n/words.ts'
import { strings as base } from './base/strings.vi.ts'
import { strings as live } from './live/strings.vi.ts'
import { strings as room } from './room/strings.vi.ts'

export const strings = { ...base, ...live, ...room } satisfies WordsForCodes
