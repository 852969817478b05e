import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'staff.person.email': '{{who}}: e-mail',

  'protection.session': 'Protected visit',

  'staff.person.name': '{{who}}: full name',
  'staff.person.title': '{{who}}: position, unit',
  'staff.newSession.date': 'Date',
  'staff.newSession.time': 'Start',
  'staff.newSession.when': 'The session starts at {{time}}, Vietnam time.',
  'staff.newSession.plannedMinutes': 'Planned minutes',
}
