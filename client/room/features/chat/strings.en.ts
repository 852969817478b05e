import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.chat.only-to-staff': 'You can write to the chair and the secretary only.',
  'rejection.chat.other-site': 'You can only write to your own site.',
  'rejection.chat.unknown-recipient': 'There is no such recipient.',
  'rejection.chat.too-many': 'The session is full: {{maximum}} messages.',

  'panels.chat.title': 'Messages',
  'panels.chat.empty': 'No messages yet.',
  'panels.chat.older': 'Show older ones ({{count}} left)',
  'panels.chat.you': 'You',
  'panels.chat.staffMember': 'Chair or secretary',
  'panels.chat.toStaff': 'To the chair and the secretary',
  'panels.chat.toSite': 'To {{site}}; the chair and the secretary read it too',
  'panels.chat.toYou': 'To you only',
  'panels.chat.toOne': 'To {{name}} only',
  'panels.chat.reply': 'Reply privately',
  'panels.chat.replyTo': 'Reply privately: {{name}}',
  'panels.chat.replyingTo': 'Replying privately to:',
  'panels.chat.endReply': 'Stop replying privately',
  'panels.chat.recipient': 'Recipient',
  'panels.chat.all': 'Everybody',
  'panels.chat.staff': 'Chair, secretary',
  'panels.chat.write': 'Write a message',
  'panels.chat.withStaff': 'Messages with the chair and the secretary',
  'panels.chat.waitingEmpty': 'You can write to the chair and the secretary while you wait.',
}
