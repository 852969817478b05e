import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'verify.title': 'Check a paper of the agency',
  'verify.lead': 'Enter the code at the end of the paper, or scan its QR code. No account needed.',
  'verify.code': 'Code of the paper',
  'verify.code.hint': '16 letters and digits, K7M3-P9XQ-4RTA-CDEF for example. Capitals or not, as you like.',
  'verify.submit': 'Check',
  'verify.issued': 'The agency issued this paper, and it stands',
  'verify.withdrawn': 'This paper was withdrawn',
  'verify.replaced': 'Another paper took the place of this one',
  'verify.since': 'Withdrawn on {{date}}. Ask the agency for more.',
  'verify.by': 'Replaced by paper number {{number}} of {{year}}, since {{date}}.',
  'verify.compare': 'Compare the number and the day below with the paper you hold.',
  'verify.number': 'Number {{number}} of {{year}}',
  'verify.issuedOn': 'Issued on {{date}}',
  'verify.hash': 'SHA-256 of the PDF file:',
  'verify.unknown': 'No paper was issued under this code',
  'verify.unknown.what':
    'Check the code letter by letter. If it is as printed, the paper may be forged: ask the agency.',
  'verify.key': 'Fingerprint of the key that signs the archives of the agency:',
  'verify.file': 'Do you have the PDF? Compare it with the one that was issued',
  'verify.file.choose': 'Choose the PDF file, or drop it here',
  'verify.file.hint': 'It is compared on your device and sent nowhere.',
  'verify.file.none': 'Choose a file',
  'verify.file.same': 'This is the file that was issued',
  'verify.file.same.what': 'It is the same, byte by byte, as the file the agency issued.',
  'verify.file.but': 'But the paper stands no more, see above.',
  'verify.file.other': 'This is not the file that was issued',
  'verify.file.other.what':
    'It differs from the file the agency issued: changed, printed or saved anew, or another paper.',
  'verify.file.unreadable': 'This file cannot be compared',
  'verify.file.unreadable.what':
    'The browser cannot read it, or the page was not opened over https. Try another device.',
}
