import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'staff.health': 'Technical board',
  'staff.health.what':
    'Picture, sound and lines of all sessions with people in the room, renewed every 5 seconds. Trouble comes first.',
  'staff.health.none': 'There is nobody in any session now.',
  'staff.health.openAlarms': '{{count}} tasks',
  'staff.health.openAlarms_one': '{{count}} task',
}
