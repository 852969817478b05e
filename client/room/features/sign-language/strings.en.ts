import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.signLanguage.unknown': 'This person is not in the session, or was sent out of it.',
  'rejection.signLanguage.too-many': 'At most {{maximum}} sign language interpreters.',
  'rejection.signLanguage.not-appointed': 'This person is no longer a sign language interpreter.',

  'hearing.signLanguage': 'Sign language interpreter',
  'hearing.signSeen': 'You interpret in sign language. Everybody sees you all the time.',
  'hearing.signUnseen': 'Nobody sees you interpret: your camera is off.',
  'hearing.signCamera': 'Turn the camera on',
  'hearing.signPartner': '{{name}} interprets in sign language.',
  'hearing.signTakeOver': 'Take over',

  'panels.signLanguage.title': 'Sign language',
  'panels.signLanguage.hint': 'The picture of the interpreter stays large on every screen while they are in the room.',
  'panels.signLanguage.interpreters': 'Sign language interpreters',
  'panels.signLanguage.appoint': 'Choose a sign language interpreter',
  'panels.signLanguage.shown': 'on every screen now',
  'panels.signLanguage.dismissName': 'Dismiss {{name}}',
}
