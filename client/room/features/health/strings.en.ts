import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.assist.not-present': 'They are not in the room, so they cannot be asked.',
  'rejection.assist.unknown-alarm': 'This has been dealt with.',

  'panels.health.title': 'Technical',
  'panels.health.tasks': 'To be dealt with',
  'panels.health.noTasks': 'There is no trouble.',
  'panels.health.sites': 'The sites',
  'panels.health.loading': 'Waiting for figures…',
  'panels.health.task': '{{who}}: {{what}} at {{time}}',
  'panels.health.ended': 'Well again at {{time}}',
  'panels.health.handled': 'Done',
  'panels.health.message': 'Message',
  'panels.health.messageTo': 'Message: {{who}}',
  'panels.health.restart': 'Restart picture and sound',
  'panels.health.restartOf': 'Restart picture and sound: {{who}}',
  'panels.health.restartAsked': 'Asked to restart picture and sound: {{who}}. It takes some seconds.',

  'hearing.restartAsked':
    'The staff of the session asked to restart your picture and sound. It happens by itself in some seconds.',
  'hearing.messageFrom': 'Message from {{name}}',
}
