import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.secrecy.no-captions': 'There are no captions in a session of the level Mật or higher.',

  'rejection.secrecy.reception':
    'A reception must be recorded, a secret of the state must not be: a reception cannot have the level Mật or higher. Book a conference.',
  'rejection.secrecy.internet':
    'This server is on the Internet: by the Law on the protection of state secrets nothing of the level Mật, Tối mật or Tuyệt mật is handled here.',
  'rejection.secrecy.agency-network':
    'This server is on a network of agencies: by the Law on the protection of state secrets the levels Mật, Tối mật and Tuyệt mật are for a closed local network alone.',
  'rejection.secrecy.route-found':
    'This server has found a way to the Internet. Until it is cut, nothing of the level Mật, Tối mật or Tuyệt mật is handled here. Tell the administrator.',
  'rejection.secrecy.route-unknown':
    'This server has not yet made sure that it has no way to the Internet. Try again in a minute.',
  'rejection.secrecy.no-chat': 'There is no chat in a session of the level Mật or higher.',
  'rejection.secrecy.marking':
    'The message has the mark of a secret paper (MẬT, TỐI MẬT or TUYỆT MẬT) and was not sent. State secrets do not belong in messages.',
  'rejection.secrecy.no-documents':
    'A session of the level Mật or higher takes no files in. Hand papers out in the room and collect them afterwards.',
  'rejection.accessList.no-part':
    'Links, voting codes and the waiver of the minutes are for whoever booked the session and the accounts named for it.',
  'rejection.accessList.too-many': 'There are {{maximum}} accounts already. Take one back first.',
  'rejection.accessList.not-named': 'This account is not on the list.',
  'rejection.secrecy.above-session':
    'A document cannot have a higher level of secrecy than its session. Choose a lower level, or put it into a session of its own level.',
  'rejection.secrecy.named-only':
    'To a session of the level Mật or higher only chair, secretary and site operators are invited, each by name.',

  'secrecy.level': 'Level of secrecy',
  'secrecy.level.hint': 'It cannot be changed once the session is booked.',
  'secrecy.open': 'Open',
  'secrecy.internal': 'Internal',
  'secrecy.confidential': 'Mật (confidential)',
  'secrecy.secret': 'Tối mật (secret)',
  'secrecy.topSecret': 'Tuyệt mật (top secret)',
  'secrecy.open.what': 'Nothing changes.',
  'secrecy.internal.what': 'The minutes say “Lưu hành nội bộ” (for internal use). Everything else works as usual.',
  'secrecy.secret.what': 'The same as for Mật.',
  'secrecy.topSecret.what': 'The same as for Mật.',
  'secrecy.confidential.what':
    'No recording, no chat, no files. Only the chair, the secretary and site operators can be invited, each by name. The minutes carry the mark of the level.',
  'secrecy.document.hint': 'No higher than that of the session: everybody in it can open the document.',
  'secrecy.noDocuments': 'This session takes no files. Hand papers out in the room and collect them afterwards.',
  'secrecy.noChat': 'This session has no chat.',
  'secrecy.noPublicPages': 'This page is not used on this server',
  'secrecy.noPublicPages.what':
    'This server stands on a closed local network and has no pages for citizens: no booking, no tickets, no petitions, no inquiries. Please come to the agency, or contact it.',
  'secrecy.noPublicPages.invited': 'If you are invited to a session, open the personal link of your invitation.',
  'secrecy.noPublicPages.here':
    'There are no pages for citizens (booking, tickets, waiting, petitions, inquiries); only staff who have signed in and people with a personal link can use it.',
  'secrecy.session': 'Session with state secrets',
  'staff.problem.accessList.no-part':
    'Links, voting codes and the waiver of the minutes of this session are for whoever booked it and the accounts named for it. Ask that person, or an administrator, to name you, with the reason.',
  'staff.problem.secrecy.not-named':
    'This session holds state secrets: only the accounts named for it can open it, by the Law on the protection of state secrets. If it is part of your task, ask whoever booked it, or an administrator, to name you.',
  'secrecy.installation': 'State secrets',
  'secrecy.profile.internet': 'This server is set up to be used over the Internet.',
  'secrecy.profile.agencyNetwork': 'This server is set up for a network of agencies.',
  'secrecy.profile.closedLan': 'This server is set up for a closed local network.',
  'secrecy.allowed': 'Sessions up to this level may be booked: {{level}}.',
  'secrecy.route.none':
    'At {{time}} the server tried {{tried}}: none answered, so no way to the Internet was seen. This checks the server alone, not the other machines of the network.',
  'secrecy.route.found':
    'At {{time}} the server reached the Internet: {{reached}} answered. Cut the way out; the server checks again every minute.',
  'secrecy.source': 'Source: {{source}}.',
  'secrecy.source.check': 'Source: {{source}}. To be checked against the text in force before it is relied on.',
}
