import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'certificate.title': 'Certificate of the agency',
  'certificate.hint':
    'The PDF of each issued paper is signed with it. That is the digital signature of the agency, not of a person.',
  'certificate.standing.none': 'There is none: issued papers carry no digital signature.',
  'certificate.standing.valid': 'Valid.',
  'certificate.standing.expiresSoon': 'Expires soon. Hand in a new one before that day.',
  'certificate.standing.expired': 'Expired: papers are still issued, without a digital signature.',
  'certificate.standing.notYetValid':
    'Not valid yet, or the clock of the server was set back: papers are still issued, without a digital signature.',
  'certificate.standing.unreadable':
    'The server cannot read its file: papers are still issued, without a digital signature. Hand it in again.',
  'certificate.subject': 'Made out to',
  'certificate.issuer': 'Made out by',
  'certificate.validity': 'Valid',
  'certificate.period': 'From {{from}} to {{until}}',
  'certificate.proves':
    'The signature shows that the agency has issued the paper and that nobody changed it. Its hour is that of the server’s clock, unless the server is connected to a time stamp authority; whether the certificate was revoked is not checked.',
  'certificate.file': 'Certificate file (.p12 or .pfx)',
  'certificate.password': 'Password of the file',
  'certificate.submit': 'Use this certificate',
  'certificate.kept': 'The certificate is kept. Papers issued from now on are signed.',
  'certificate.remove': 'Take the certificate away',
  'certificate.remove.what': 'Papers issued after that are not signed. Those that are signed do not change.',
  'certificate.unreadableFile': 'The browser cannot read the file. Choose it again.',

  'staff.problem.certificate.not-pkcs12':
    'This is no PKCS#12 file (.p12, .pfx). Ask who has made out the certificate for one.',
  'staff.problem.certificate.too-demanding':
    'Opening this file takes too long and was stopped. Export the certificate again with the usual settings.',
  'staff.problem.certificate.wrong-password': 'The password does not open this file. Type it again.',
  'staff.problem.certificate.no-private-key':
    'The file has no private key, so nothing can be signed with it. Export it again with its key.',
  'staff.problem.certificate.no-certificate':
    'The file has no certificate that belongs to its private key. Export both together.',
  'staff.problem.certificate.weak-key':
    'The key is too weak, or of a kind that cannot be used (RSA from 2048 bits on, or P-256, P-384, P-521).',
  'staff.problem.certificate.key-usage': 'This certificate was not made out to sign documents. Ask for one that was.',
  'staff.problem.certificate.expired': 'The certificate has expired. Ask for a new one.',
  'staff.problem.certificate.not-yet-valid':
    'The certificate is not valid yet. Hand it in from that day on, or set the clock of the server right.',

  'staff.numbering': 'Numbers of papers',
  'staff.numbering.hint':
    'Issued papers are numbered by kind, from 01 on the first of January of each year (Decree 30/2020/NĐ-CP, article 15). If your agency has numbered by hand this year, enter the last number before the first paper is issued here.',
  'staff.numbering.minutes': 'Minutes',
  'staff.numbering.conclusions': 'Notice of conclusions',
  'staff.numbering.receipt': 'Receipt',
  'staff.numbering.register': 'Register of receptions (row number)',
  'staff.numbering.refusalNotice': 'Notice of refusal',
  'staff.numbering.supplement': 'Supplement to minutes',
  'staff.templates': 'Templates of the agency',
  'staff.templates.hint':
    'Replace the Word file of this system by one of your own. In it, write names of fields in braces, {so} for example.',
  'staff.templates.noConverter':
    'This server has no LibreOffice, so no template can be used (its PDF could not be made). Tell whoever runs the server.',
  'staff.templates.standard': 'The layout of this system is used',
  'staff.templates.own': 'Your own is used: {{name}}',
  'staff.templates.choose': 'Choose a template (.docx)',
  'staff.templates.chooseFor': 'Choose a template (.docx) for {{kind}}',
  'staff.templates.starter': 'Download an empty one',
  'staff.templates.example': 'Download one filled in',
  'staff.templates.remove': 'Remove your own',
  'staff.templates.fields': 'Fields it may have',
  'staff.templates.field': 'Field',
  'staff.templates.what': 'What stands there',
  'staff.templates.forExample': 'For example',
  'staff.templates.qr':
    'QR code: put a picture where the code is to be printed, and write {{name}} as its alternative text (in Word: right-click on the picture, Edit Alt Text). When a paper is issued, its QR code takes the place of that picture. The empty template has it already.',
  'staff.templates.withQr': 'It has a place for the QR code.',
  'staff.templates.withoutQr': 'It has no place for the QR code: papers have the code in letters alone.',
  'staff.templates.kind.receipt': 'Receipt (form 02/TCD)',
  'staff.templates.kind.refusalNotice': 'Notice of refusal (form 01/TCD)',
  'staff.templates.kind.minutes': 'Minutes of a conference (form 1.9)',
  'staff.templates.kind.receptionMinutes': 'Minutes of a reception',
  'staff.templates.kind.dialogueMinutes': 'Minutes of a dialogue (form 14)',
  'staff.templates.kind.conclusions': 'Notice of conclusions',
  'staff.templates.kind.supplement': 'Addition to minutes, or their correction',
  'staff.templates.required': 'required',
  'staff.numbering.none': '{{year}}: no number given yet',
  'staff.numbering.last': '{{year}}: the last number given is {{last}}',
  'staff.numbering.byHand': 'Last number given by hand in {{year}}',
  'staff.numbering.keep': 'Keep',
  'staff.numbering.kept': 'Kept. The next paper has the number {{next}}.',
}
