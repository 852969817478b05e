import type { TranslationOf } from '../../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'readiness.law':
    'Times set by {{source}}. Working days are counted back from the hour of the session, without its day.',
  'readiness.before.workingDays': 'at least {{count}} working days before',
  'readiness.before.workingDays_one': 'at least {{count}} working day before',
  'readiness.before.hours': 'at least {{count}} hours before',
  'readiness.before.hours_one': 'at least {{count}} hour before',
  'readiness.state.open': 'Until {{due}}',
  'readiness.state.missed': 'Was due {{due}}, not noted yet',
  'readiness.state.passed': 'Passed at {{passed}} (until {{due}})',
  'readiness.state.late': 'Noted at {{passed}}, after {{due}}',
  'readiness.overridden': '{{who}} decides to open although steps are missing. Reason: {{reason}}',
  'readiness.recordNotice': 'Note that everybody was notified',
  'readiness.tests': 'Connection test of each site',
  'readiness.test.none': 'Not tested yet',
  'readiness.test.passed': 'Passed at {{time}}. {{by}}',
  'readiness.test.failed': 'Failed at {{time}}. {{by}}',
  'readiness.test.pass': 'Passed',
  'readiness.test.passOf': 'Test passed: {{site}}',
  'readiness.test.fail': 'Failed',
  'readiness.test.failOf': 'Test failed: {{site}}',
  'readiness.test.note': 'What went wrong',
  'readiness.test.save': 'Save',
  'readiness.connections': 'Sees and hears the centre',
  'readiness.connections.how':
    'Noted by itself once picture and sound go both ways. A site without a camera, or on the telephone, is confirmed by hand.',
  'readiness.connection.none': 'Not noted yet',
  'readiness.connection.measured': 'Measured at {{time}}',
  'readiness.connection.noted': 'Confirmed by hand at {{time}}. {{by}}. Reason: {{reason}}',
  'readiness.connection.notedEarlier': 'Confirmed by hand at {{time}}. {{by}}',
}
