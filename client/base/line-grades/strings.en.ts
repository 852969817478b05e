import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'selftest.at': 'Devices tested at {{time}}: {{verdict}}',
  'selftest.none': 'Devices not tested yet',
  'selftest.code': 'Result code {{code}}',
  'selftest.details': 'Details',
  'selftest.slowComputer': 'The computer could not keep up',
  'selftest.noSignal': 'No WebSocket gets through',
  'selftest.noMedia': 'Picture and sound are blocked',
  'selftest.notTested': 'The connection was not measured',
  'line.up': 'Up {{rate}} Mbit/s',
  'line.down': 'Down at least {{rate}} Mbit/s',
  'line.loss': 'Loss {{up}} % up, {{down}} % down',
  'line.roundTrip': 'Round trip {{ms}} ms',
  'line.jitter': 'Jitter {{ms}} ms',
  'line.route.udp': 'Over UDP',
  'line.route.tcp': 'Over TCP',
  'line.route.relay': 'Through a relay',

  'grade.good': 'Good',
  'grade.usable': 'Usable',
  'grade.bad': 'Not good enough',
  'grade.skipped': 'Not tried',

  'rejection.selftest.too-many':
    'The test was made {{maximum}} times in this session. If something still does not work, ask the agency.',

  'check.part.camera': 'Camera',
  'check.part.microphone': 'Microphone',
  'check.part.speaker': 'Loudspeaker',
  'check.part.browser': 'Computer and browser',
  'check.part.line': 'Connection',
}
