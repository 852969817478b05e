import { rules } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isStateSecret } from '../../secrecy/levels.ts'
import { secrecyMarkingIn } from '../../secrecy/secrecy-markings.ts'
import { admission } from '../admission/contract.ts'
import { hasEnded, session } from '../session/contract.ts'
import { siteOf, sites } from '../sites/contract.ts'
import { chat, maximumMessages } from './contract.ts'

export const chatRules = rules(chat, {
  decide: {
    post({ messages }, { recipient, text }, { actor, newId, read }) {
      if (actor.kind !== 'participant') return []
      if (hasEnded(read(session).status)) return reject('session.over')
      if (isStateSecret(read(session).secrecy)) return reject('secrecy.no-chat')
      if (secrecyMarkingIn(text)) return reject('secrecy.marking')
      if (messages.length >= maximumMessages) return reject('chat.too-many', { maximum: maximumMessages })
      const isStaffMember = actor.role === 'chair' || actor.role === 'secretary'
      if (actor.standing === 'waiting' && recipient.to !== 'staff') return reject('chat.only-to-staff')
      if (recipient.to === 'site') {
        if (!siteOf(read(sites).sites, recipient.siteId)) return reject('chat.unknown-recipient')
        if (!isStaffMember && actor.siteId !== recipient.siteId) return reject('chat.other-site')
      }
      if (recipient.to === 'one') {
        if (!isStaffMember) return reject('chat.only-to-staff')
        if (!read(admission).participants[recipient.participantId]) return reject('chat.unknown-recipient')
      }
      return [{ type: 'posted', data: { messageId: newId(), from: actor.participantId, recipient, text } }]
    },
  },
  evolve: {
    posted: ({ messages }, message, { at }) => ({ messages: [...messages, { ...message, at }] }),
  },
})
