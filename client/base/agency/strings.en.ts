import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.agency.missing':
    'Nothing can be issued yet: nobody has entered the name of the agency, its symbol and its place. Ask an administrator to enter them at /staff/agency, then issue again. Nothing was changed.',
}
