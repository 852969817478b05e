import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'staff.sessions': 'Sessions',
  'staff.sessions.search': 'Find by title',
  'staff.sessions.which': 'Which sessions',
  'staff.sessions.meetings': 'Sessions',
  'staff.sessions.visits': 'Visits of citizens',
  'staff.sessions.noneFound': 'There is no such session.',
  'staff.sessions.more': 'Show more',
  'staff.empty.title': 'No sessions yet',
  'staff.empty.what':
    'Create a session with its time, sites and participants. Everybody gets a personal link to be sent by mail or message.',
  'staff.siteCount': '{{count}} sites',
  'staff.siteCount_one': '{{count}} site',
  'staff.participantCount': '{{count}} participants',
  'staff.participantCount_one': '{{count}} participant',
  'staff.presentCount': '{{count}} in the room',
}
