// /api/setup, /api/login, /api/logout, /api/me, /api/accounts: the staff of the agency.

import { z } from 'zod'
import { AccountId } from '../../kernel/ids.ts'
import { noContent, route } from '../route.ts'
import { AccountChange, AccountReply, Credentials, NewAccount, OwnPassword, SetUp } from './account.ts'
import { AccountList, MadeAccount, MadePasswordLink, OwnNotices } from './accounts.ts'

const AtAccount = z.object({ accountId: AccountId })
const tags = ['sign-in']

export const accountApi = {
  setUp: route({
    method: 'POST',
    path: '/setup',
    access: 'anyone',
    tags,
    summary: 'Make the first administrator',
    description: 'With the token of the link that the server prints at its start while it has no account.',
    body: SetUp,
    response: { 201: AccountReply },
  }),
  signIn: route({
    method: 'POST',
    path: '/login',
    access: 'anyone',
    tags,
    summary: 'Sign in',
    body: Credentials,
    response: { 200: AccountReply },
  }),
  signOut: route({
    method: 'POST',
    path: '/logout',
    access: 'anyone',
    tags,
    summary: 'Sign out',
    response: noContent,
  }),
  me: route({
    method: 'GET',
    path: '/me',
    access: 'staff',
    tags,
    summary: 'The account signed in',
    response: { 200: AccountReply },
  }),
  ownNotices: route({
    method: 'GET',
    path: '/me/notices',
    access: 'staff',
    tags,
    summary: 'What the owner of the account has to know of its password, and whom they may confirm',
    response: { 200: OwnNotices },
  }),
  changePassword: route({
    method: 'PUT',
    path: '/me/password',
    access: 'staff',
    tags,
    summary: 'Change one’s own password',
    body: OwnPassword,
    response: { 200: AccountReply },
  }),
  list: route({
    method: 'GET',
    path: '/accounts',
    access: 'administrator',
    tags: ['accounts'],
    summary: 'Every account',
    response: { 200: AccountList },
  }),
  add: route({
    method: 'POST',
    path: '/accounts',
    access: 'administrator',
    tags: ['accounts'],
    summary: 'Make an account',
    description: 'Its owner sets the password with the one-time link that is answered.',
    body: NewAccount,
    response: { 201: MadeAccount },
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:accountId',
    access: 'administrator',
    tags: ['accounts'],
    summary: 'Disable or enable an account',
    params: AtAccount,
    body: AccountChange,
    response: { 200: AccountReply },
  }),
  resetPassword: route({
    method: 'POST',
    path: '/accounts/:accountId/password-link',
    access: 'administrator',
    tags: ['accounts'],
    summary: 'Make a one-time link with which the owner of an account sets its password',
    description:
      'An earlier link is void. Once it is used every login of the account ends, and its access to what is protected is ' +
      'suspended until another reader, as they are now, confirms that it is the same person; where there is none, another administrator.',
    params: AtAccount,
    response: { 201: MadePasswordLink },
  }),
  confirm: route({
    method: 'POST',
    path: '/accounts/:accountId/confirmation',
    access: 'staff',
    tags: ['accounts'],
    summary: 'Confirm that an account is used by the same person as before its password was reset',
    description:
      'By another reader of what is protected, or, where there was none at the reset, by another administrator; never by ' +
      'who has reset it.',
    params: AtAccount,
    response: noContent,
  }),
}
