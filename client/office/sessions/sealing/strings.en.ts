import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'sealing.title': 'Waiting for minutes or the seal',
  'sealing.owed': 'Waiting for minutes',
  'sealing.owed.hint':
    'Sessions that are closed and whose minutes are not issued. Such a session is not sealed until they are issued, or somebody says that there will be none.',
  'sealing.owed.none': 'No session waits for its minutes.',
  'sealing.chooseAll': 'Choose all',
  'sealing.choose': 'Choose “{{title}}”',
  'sealing.dueOn': 'Minutes due: {{time}}',
  'sealing.late': 'Late',
  'sealing.waiveChosen': 'Issue no minutes of the chosen sessions ({{count}})',
  'sealing.waive.many': 'Issue no minutes of these sessions ({{count}})?',
  'sealing.settled': 'Waiting for the seal',
  'sealing.sealsAt': 'Sealed by itself: {{time}}',
}
