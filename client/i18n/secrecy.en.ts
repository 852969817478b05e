// The words of levels of secrecy: on the form that books, on sessions, and of what the server found of itself.
export const secrecy = {
  'secrecy.level': 'Level of secrecy',
  'secrecy.level.hint': 'It cannot be changed once the session is booked.',
  'secrecy.open': 'Open',
  'secrecy.internal': 'Internal',
  'secrecy.confidential': 'Mật (confidential)',
  'secrecy.secret': 'Tối mật (secret)',
  'secrecy.topSecret': 'Tuyệt mật (top secret)',
  'secrecy.open.what': 'Nothing changes.',
  'secrecy.internal.what': 'The minutes say “Lưu hành nội bộ” (for internal use). Everything else works as usual.',
  'secrecy.secret.what': 'As with Mật.',
  'secrecy.topSecret.what': 'As with Mật.',
  'secrecy.confidential.what':
    'Nothing is recorded, there is no chat, no files are taken in. Only chair, secretary and site operators are invited, each by name. The minutes carry the mark of the level.',
  'secrecy.document.hint': 'At most that of the session: whoever attends can open the document.',
  'secrecy.noDocuments':
    'A session with this level takes no files in. Hand papers out in the room and collect them afterwards.',
  'secrecy.noChat': 'There is no chat in a session with this level.',
  'secrecy.noPublicPages': 'This page is not used on this server',
  'secrecy.noPublicPages.what':
    'This server stands on a closed local network and has no pages for citizens: no booking, no tickets, no petitions, no inquiries. Please come to the agency, or contact it.',
  'secrecy.noPublicPages.invited': 'If you are invited to a session, open the personal link of your invitation.',
  'secrecy.noPublicPages.here':
    'There are no pages for citizens (booking, tickets, waiting, petitions, inquiries); only staff who have signed in and people with a personal link can use it.',
  'secrecy.installation': 'State secrets',
  'secrecy.profile.internet': 'This server is set up to be used over the Internet.',
  'secrecy.profile.agencyNetwork': 'This server is set up for a network of agencies.',
  'secrecy.profile.closedLan': 'This server is set up for a closed local network.',
  'secrecy.allowed': 'Sessions up to this level may be booked: {{level}}.',
  'secrecy.route.none':
    'At {{time}} the server tried {{tried}}: none answered, so no way to the Internet was seen. This checks the server alone, not the other machines of the network.',
  'secrecy.route.found':
    'At {{time}} the server reached the Internet: {{reached}} answered. Cut the way out; the server checks again every minute.',
  'secrecy.source': 'By: {{source}}.',
  'secrecy.source.check': 'By: {{source}}. To be checked against the text in force before it is relied on.',
} as const
