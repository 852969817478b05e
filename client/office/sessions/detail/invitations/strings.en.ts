import type { TranslationOf } from '../../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'staff.mail': 'Invitations by mail',
  'staff.mail.hint': 'Each with the personal link, its QR code and an entry for the calendar.',
  'staff.mail.off':
    'This server is not set up to send mail. Copy the links or print the QR codes above and hand them out. Who runs the server turns mail on with SMTP_URL and MAIL_FROM.',
  'staff.mail.recipients': 'Those who are invited by mail',
  'staff.mail.nobody': 'Nobody has an e-mail address yet.',
  'staff.mail.failed':
    '{{count}} messages could not be sent. See why below, correct the address if it is wrong, and send again.',
  'staff.mail.failed_one':
    '{{count}} message could not be sent. See why below, correct the address if it is wrong, and send again.',
  'staff.mail.withoutAddress': '{{count}} people have a link but no e-mail address: hand them the link some other way.',
  'staff.mail.withoutAddress_one':
    '{{count}} person has a link but no e-mail address: hand them the link some other way.',
  'staff.mail.send': 'Send',
  'staff.mail.sendAgain': 'Send again',
  'staff.mail.sendTo': 'Send the invitation: {{name}}',
  'staff.mail.sendAll': 'Send the invitation to {{count}} people who have not got it',
  'staff.mail.sendAll_one': 'Send the invitation to {{count}} person who has not got it',
  'staff.mail.kind.invitation': 'Invitation',
  'staff.mail.kind.update': 'Notice of change',
  'staff.mail.kind.cancellation': 'Notice of cancellation',
  'staff.mail.state.none': 'Not sent yet',
  'staff.mail.state.queued': '{{what}}: waiting to go out',
  'staff.mail.state.retrying': '{{what}}: not sent yet, the server tries again by itself ({{count}} attempts)',
  'staff.mail.state.retrying_one': '{{what}}: not sent yet, the server tries again by itself ({{count}} attempt)',
  'staff.mail.state.sent': '{{what}}: sent at {{time}}',
  'staff.mail.state.failed': '{{what}}: could not be sent, {{time}}',
  'staff.mail.outdated': 'The link in the message sent is no longer valid. Please send it again.',
  'staff.email': 'E-mail',
  'staff.email.title': 'E-mail of {{name}}',
  'staff.email.hint': 'Seen by staff alone. Empty: nothing is sent to this person.',
  'staff.email.change': 'Change the address',
  'staff.qr': 'QR code',
  'staff.qr.of': 'QR code: {{name}}',
  'staff.qr.how': 'Open the camera of the phone and scan this code. It is for one person alone, like the link.',
  'staff.qr.sheet': 'Print QR codes',
  'staff.qr.sheet.title': 'QR codes into the session',
  'staff.qr.sheet.hint':
    'Each code is for one person. Cut them apart and hand each to its owner: whoever has it comes in under that name.',
  'staff.qr.sheet.print': 'Print this page',
  'staff.qr.sheet.back': '← Back to the session',
  'staff.calendar.download': 'Download calendar entry (.ics)',

  'staff.person.erased': '(name erased)',
  'staff.participants': 'Participants and links',
  'staff.participants.hint':
    'Each link is for one person. Whoever holds it enters under that name, so send each one privately.',
  'staff.participants.empty': 'Nobody is invited yet.',
  'staff.participants.waits': 'meets the waiting room first',
  'staff.invite': 'Invite one more',
  'staff.invite.submit': 'Invite and create the link',
  'staff.link.show': 'Show the links',
  'staff.link.copy': 'Copy link',
  'staff.link.copyOf': 'Copy link: {{name}}',
  'staff.link.copyScreen': 'Copy link of a second screen',
  'staff.link.copyScreenOf': 'Copy link of a second screen: {{name}}',
  'staff.link.copyInvitation': 'Copy invitation',
  'staff.link.copyInvitationOf': 'Copy invitation: {{name}}',
  'staff.link.copyAll': 'Copy all links',
  'staff.link.copied': 'Copied',
  'staff.link.invitation':
    'Dear {{name}}: you are invited to “{{session}}”, {{time}}. When it is time, please open your personal link in Chrome, Safari or Firefox: {{link}}',
  'staff.link.revoked': 'link revoked',
  'staff.link.reissue': 'Issue a new link',
  'staff.link.reissue.title': 'Issue a new link for {{name}}?',
  'staff.link.reissue.what':
    'The old link is dead at once. If this person is in the room, they are disconnected and must come back by the new link.',
  'staff.withdraw': 'Note as not attending',
  'staff.withdraw.title': 'Will {{name}} not attend?',
  'staff.withdraw.what':
    'This person’s link is dead. For a chair, another chair can then be invited. Issue a new link to invite them again.',
  'staff.link.revoke': 'Revoke the link',
  'staff.link.revoke.title': 'Revoke the link of {{name}}?',
  'staff.link.revoke.what':
    'This person can no longer enter, and is disconnected at once if in the room. A new link can be issued later.',
  'staff.delegates': 'Delegates',
  'staff.delegates.hint': 'Called in the roll inside the room.',
  'staff.delegates.count': '{{count}} delegates',
  'staff.delegates.count_one': '{{count}} delegate',
}
