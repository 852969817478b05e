// /api/password-link: the owner of an account opens their one-time link and sets the password, signed in as nobody.

import { noContent, route } from '../route.ts'
import { AskedPasswordLink, OpenedPasswordLink, SetPassword } from './accounts.ts'

const tags = ['sign-in']

export const passwordLinkApi = {
  open: route({
    method: 'POST',
    path: '/password-link',
    access: 'anyone',
    tags,
    summary: 'Whose password a link sets',
    body: AskedPasswordLink,
    response: { 200: OpenedPasswordLink },
  }),
  setPassword: route({
    method: 'POST',
    path: '/password-link/password',
    access: 'anyone',
    tags,
    summary: 'Set the password of an account, with its one-time link',
    description:
      'Ends every login of the account. After a reset its access to what is protected is suspended until somebody else ' +
      'confirms that it is the same person.',
    body: SetPassword,
    response: noContent,
  }),
}
