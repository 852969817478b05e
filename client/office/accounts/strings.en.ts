import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'staff.accounts': 'Accounts',
  'staff.displayName': 'Full name',
  'staff.displayName.hint': 'As shown in the system.',
  'staff.username': 'User name',
  'staff.username.hint': 'At least 3 characters: letters a–z, digits, dot, hyphen, underscore.',
  'staff.password': 'Password',
  'staff.password.new': 'New password',
  'staff.password.hint': 'At least 12 characters. A long phrase is better than a hard word.',
  'staff.password.repeat': 'Password again',
  'staff.passwordsDiffer': 'The two passwords differ.',
  'staff.showPassword': 'Show or hide the password',

  'accountRole.administrator': 'Administrator',
  'accountRole.staff': 'Staff',
  'intakeGroup.title': 'Intake group',
  'intakeGroup.what':
    'Accounts that sort petitions with several matters, take in and hand on denunciations, and open desks for them. Others see the number alone.',
  'intakeGroup.name': 'Name somebody',
  'intakeGroup.name.hint': 'The decision or the reason. Who named them is kept.',
  'intakeGroup.account': 'Account',
  'intakeGroup.record': 'Who named whom, when and why',
  'intakeGroup.named': '{{by}} named {{name}}',
  'intakeGroup.takenBack': '{{by}} took {{name}} out',
  'staff.problem.intakeGroup.too-many': 'The intake group is full. Take somebody out, then name this person again.',
  'staff.problem.intakeGroup.not-named': 'This person is not in the intake group any more. Load the page again.',
  'staff.newAccount': 'New account',
  'staff.newAccount.submit': 'Create the account',
  'staff.account.role': 'Role',
  'staff.account.role.hint': 'Staff schedule and manage sessions. Administrators manage accounts besides.',
  'staff.account.disabled': 'Disabled',
  'staff.account.disable': 'Disable',
  'staff.account.disableName': 'Disable: {{name}}',
  'staff.account.enable': 'Enable',
  'staff.account.enableName': 'Enable: {{name}}',
  'staff.account.reset': 'Reset the password',
  'staff.account.resetOf': 'Reset the password: {{name}}',
  'staff.account.reset.make': 'Make the link',
  'staff.account.reset.what':
    'A link is made that can be used once: the owner sets a new password with it, which nobody else knows. Once it is set, every login of the account ends, and its access to protected matters is suspended until another reader confirms that it is the same person. The owner is told who made the link and when. If the old password may be known to others, disable the account first.',
  'staff.account.link.title': 'Link to set the password: {{name}}',
  'staff.account.link.what':
    'Hand this link to {{name}} in person. It can be used once, until {{time}}, and is shown here this once.',
  'staff.account.link.address': 'Link',
  'staff.account.link.copy': 'Copy',
  'staff.account.link.copied': 'Copied',
  'staff.account.pendingLink': 'There is an unused link to set the password, until {{time}}.',
  'staff.account.suspended': 'Access to protected matters is suspended. It can be confirmed by: {{names}}.',
  'staff.account.suspended.byAdministrator':
    'Access to protected matters is suspended. An administrator other than {{name}} can confirm it.',
  'staff.notice.pendingLink':
    'At {{time}}, {{by}} made a link by which the password of this account can be reset. If you did not ask for it, tell whoever is responsible for security at once.',
  'staff.notice.reset':
    'The password of this account was reset at {{time}}, with a link made by {{by}}. If it was not you who set it, tell whoever is responsible for security at once.',
  'staff.notice.suspended':
    'After the reset, access to protected matters is suspended. Ask one of these to confirm that it is you: {{names}}.',
  'staff.notice.suspended.byAdministrator':
    'After the reset, access to protected matters is suspended. Ask an administrator other than {{name}} to confirm that it is you.',
  'staff.notice.toConfirm':
    'The password of {{name}} was reset at {{time}}, with a link made by {{by}}. Meet or call them before you confirm.',
  'staff.notice.confirm': 'Confirm',
  'staff.notice.confirm.title': 'Is it still {{name}}?',
  'staff.notice.confirm.what':
    'Confirm that you have met {{name}} or talked to them, and that they set the new password themselves. They read protected matters again; that you confirmed is written down.',
  'staff.notice.confirm.yes': 'It is the same person',
}
