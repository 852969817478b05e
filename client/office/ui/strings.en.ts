import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'staff.form.email': 'This e-mail address is not right. Example: an.nguyen@tinh.gov.vn',
  'staff.form.hiddenCharacters':
    'There are hidden characters, or some that turn the writing around. Delete and type again.',
  'staff.form.repeated': 'This person is on the list already.',

  'staff.problem.mail-off': 'This server sends no e-mail. Ask its administrator to set up a mail server.',
  'staff.mail.fault.unreachable': 'The mail server cannot be reached.',
  'staff.mail.fault.login-refused': 'The mail server refuses the account that sends. Tell who runs this server.',
  'staff.mail.fault.address-refused': 'The mail server refuses this address. Please check it.',
  'staff.mail.fault.refused': 'The mail server refuses this message.',
  'staff.mail.fault.no-address': 'There is no e-mail address any more.',
  'staff.mail.fault.other': 'Sending failed.',
  'staff.email.submit': 'Save',

  'nameSearch.hint': 'Whole words, with or without diacritics, then Enter. Each search by name is written down.',
  'nameSearch.search': 'Find',
  'nameSearch.clear': 'Clear the name',

  'staff.file.choose': 'Choose a file',
  'staff.file.none': 'Take the chosen file away',
  'staff.retry': 'Try again',
  'staff.problem.verification.stands-no-more': 'This paper was withdrawn before. Load the page again.',
  'staff.problem.template.broken': 'The template has a brace left open, or in a wrong place. See: {{names}}',
  'staff.problem.template.damaged':
    'The file of the template is damaged. Open it in Word, save it as .docx and hand it in again.',
  'staff.problem.template.too-demanding':
    'The template needs too much memory or time to be filled in. Make it simpler and hand it in again.',
  'staff.problem.template.missing-fields': 'The template lacks fields it must have: {{names}}',
  'staff.problem.template.unknown-fields': 'The template has fields that are not known: {{names}}',
  'staff.problem.template.not-docx': 'A template is a Word file (.docx).',
  'staff.problem.template.one-file': 'Choose one file.',
  'staff.problem.template.no-converter': 'This server has no LibreOffice, so no template can be used.',
  'staff.problem.numbering.begun':
    'A paper of this kind has its number from this system already, so where it begins can no longer be changed.',

  'staff.problem.unknown': 'Something went wrong on this page. Reload it.',
  'staff.problem.sign-in-required': 'Your login has ended. Reload the page and sign in again.',
  'staff.problem.sign-in-refused': 'User name or password is wrong, or the account is disabled.',
  'staff.problem.wrong-password': 'The present password is wrong; nothing was changed.',
  'staff.problem.rate-limited': 'Too many attempts. Wait a few minutes and try again.',
  'staff.problem.setup-refused':
    'This set-up link is no longer good. If there is no account yet, restart the server to get a new one.',
  'staff.problem.username-taken': 'This user name is taken. Choose another.',
  'staff.problem.own-account': 'Nobody disables their own account. Ask another administrator.',
  'staff.problem.cross-site':
    'The request came from another site and was refused. Open the system by its official address.',

  'staff.form.required': 'Please fill this in.',
  'staff.form.format': 'This is not in the right form.',
  'staff.form.shortest': 'At least {{minimum}} characters.',
  'staff.form.longest': 'At most {{maximum}} characters.',
  'staff.form.least': 'At least {{minimum}}.',
  'staff.form.most': 'At most {{maximum}}.',
  'staff.problem.password-common':
    'This password is on the list of those that are tried first. Choose a few words that only you would put together.',
  'staff.problem.password-own-name':
    'This password is little more than the name of the account. Choose a few words that only you would put together.',
  'staff.problem.password-repeated':
    'This password repeats a few letters. Choose a few words that only you would put together.',
  'staff.problem.password-link-refused':
    'This link is not good any more: it was used, it has expired, or a newer one was made. Ask an administrator for a new one.',
  'staff.problem.own-password': 'Change your own password in the menu under your name, at the top of the page.',
  'staff.problem.not-confirmer':
    'Another reader of protected matters confirms it, who is not the one who made the reset.',
  'staff.problem.not-suspended': 'There is nothing left to confirm. Load the page again.',
}
