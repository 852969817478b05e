// Text messages: to all in the room, to staff, to a site, or from staff to one person (also in the waiting room).
import { z } from 'zod'
import { type Audience, anyoneConnected, maySee } from '../../kernel/actor.ts'
import { Ms, ParticipantId, SiteId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const Recipient = z.discriminatedUnion('to', [
  z.object({ to: z.literal('all') }),
  z.object({ to: z.literal('staff') }),
  z.object({ to: z.literal('site'), siteId: SiteId }).describe('those of the site who are in the room, and staff'),
  z.object({ to: z.literal('one'), participantId: ParticipantId }),
])
export type Recipient = z.infer<typeof Recipient>

const Message = z.object({ messageId: z.uuid(), from: ParticipantId, recipient: Recipient, text: text(2000) })
export const ChatMessage = Message.extend({ at: Ms })
export type ChatMessage = z.infer<typeof ChatMessage>

export const maximumMessages = 10_000

function audienceOf({ from, recipient }: Pick<ChatMessage, 'from' | 'recipient'>): Audience {
  switch (recipient.to) {
    case 'all':
      return 'present'
    case 'staff':
      return { to: 'staff', and: [from] }
    case 'site':
      return { to: 'staff', and: [from], atSite: recipient.siteId }
    case 'one':
      return { to: 'staff', and: [from, recipient.participantId] }
  }
}

export const chat = defineModule('chat', {
  commands: {
    post: command('Writes a message.', anyoneConnected, z.object({ recipient: Recipient, text: text(2000) }), [
      'session.over',
      'chat.only-to-staff',
      'chat.other-site',
      'chat.unknown-recipient',
      'chat.too-many',
      'secrecy.no-chat',
      'secrecy.marking',
    ]),
  },
  events: { posted: event(audienceOf, Message) },
  state: z.object({ messages: z.array(ChatMessage) }),
  initial: { messages: [] },
  view: ({ messages }, viewer) => ({ messages: messages.filter((message) => maySee(audienceOf(message), viewer)) }),
})
