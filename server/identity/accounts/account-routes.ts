// /api/setup, /api/login, /api/logout, /api/me, /api/accounts: the staff of the agency.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AccountId } from '../../../shared/kernel/ids.ts'
import { AccountList, MadeAccount, MadePasswordLink, OwnNotices } from '../../../shared/wire/accounts.ts'
import { AccountChange, AccountReply, Credentials, NewAccount, OwnPassword, SetUp } from '../../../shared/wire/rest.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { limitPerNetwork, tooMany } from '../../platform/http/rate-limits.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { notedByLogin } from '../../platform/http/route-audit.ts'
import { accountEntries, mayConfirm, ownNotices } from './account-views.ts'
import type { Accounts } from './accounts.ts'
import type { Logins, SignIn, SignInFrom } from './login.ts'
import { clearLoginCookie, deviceCookie, loginToken, setDeviceCookie, setLoginCookie } from './login-cookie.ts'
import { passwordRefused } from './password-faults.ts'
import type { PasswordLinks } from './password-links.ts'
import { passwordFault } from './password-rules.ts'
import type { ProtectedReaders } from './reader.ts'
import type { SetUpLink } from './set-up-link.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly logins: Logins
  readonly setUpLink: SetUpLink
  readonly passwordLinks: PasswordLinks
  readonly protectedReaders: ProtectedReaders
  readonly now: () => number
  readonly settings: { readonly cookieSecure: boolean }
}

const anyone = { access: 'anyone' } as const
const administrator = { access: 'administrator' } as const
const AtAccount = z.object({ accountId: AccountId })

export const loginRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const {
      logins,
      setUpLink,
      settings: { cookieSecure },
    } = dependencies
    const tags = ['sign-in']

    const from = (request: FastifyRequest): SignInFrom => ({
      address: request.ip,
      device: deviceCookie(request, cookieSecure),
    })

    async function signedIn(
      result: Exclude<SignIn, { kind: 'refused' }>,
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<z.infer<typeof AccountReply>> {
      if (result.kind === 'too-many') throw tooMany(result.retryAfterMs)
      const earlier = loginToken(request, cookieSecure)
      if (earlier !== null) await logins.signOut(earlier, from(request))
      setLoginCookie(reply, result.token, cookieSecure)
      setDeviceCookie(reply, result.device, cookieSecure)
      return { account: result.account }
    }

    api.post(
      '/setup',
      {
        config: { ...anyone, limit: limitPerNetwork({ points: 20, seconds: 15 * 60 }), audit: 'set-up' },
        schema: {
          tags,
          summary: 'Make the first administrator',
          description: 'With the token of the link that the server prints at its start while it has no account.',
          body: SetUp,
          response: { 201: AccountReply },
        },
      },
      async (request, reply) => {
        const { token, ...account } = request.body
        const fault = passwordFault(account.password, account)
        if (fault) throw passwordRefused(fault)
        const made = await setUpLink.use(token, account)
        if (made === 'refused')
          throw new HttpError(
            403,
            'setup-refused',
            'This set-up link is not good any more. While there is no account, each start of the server prints a new one.',
          )
        request.made = { accountId: made.accountId }
        return reply.code(201).send({ account: made })
      },
    )

    api.post(
      '/login',
      {
        config: { ...anyone, audit: notedByLogin },
        schema: { tags, summary: 'Sign in', body: Credentials, response: { 200: AccountReply } },
      },
      async (request, reply) => {
        const result = await logins.signIn(request.body, from(request))
        if (result.kind === 'refused')
          throw new HttpError(401, 'sign-in-refused', 'User name or password is wrong, or the account is disabled.')
        return signedIn(result, request, reply)
      },
    )

    api.post(
      '/logout',
      {
        config: { ...anyone, audit: notedByLogin },
        schema: { tags, summary: 'Sign out', response: { 204: z.null() } },
      },
      async (request, reply) => {
        const token = loginToken(request, cookieSecure)
        clearLoginCookie(reply, cookieSecure)
        if (token !== null) await logins.signOut(token, from(request))
        return reply.code(204).send(null)
      },
    )

    api.get(
      '/me',
      {
        config: { access: 'staff' },
        schema: { tags, summary: 'The account signed in', response: { 200: AccountReply } },
      },
      async (request) => ({ account: accountOf(request) }),
    )

    api.get(
      '/me/notices',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'What the owner of the account has to know of its password, and whom they may confirm',
          response: { 200: OwnNotices },
        },
      },
      async (request) => ownNotices(dependencies, accountOf(request)),
    )

    api.put(
      '/me/password',
      {
        config: { access: 'staff', audit: 'password.change' },
        schema: { tags, summary: 'Change one’s own password', body: OwnPassword, response: { 200: AccountReply } },
      },
      async (request, reply) => {
        const result = await logins.changePassword({ account: accountOf(request), ...request.body }, from(request))
        if (result.kind === 'refused')
          throw new HttpError(403, 'wrong-password', 'The present password is wrong; nothing was changed.', {
            field: 'current',
          })
        if (result.kind !== 'too-many' && result.kind !== 'signed-in') throw passwordRefused(result.kind)
        return signedIn(result, request, reply)
      },
    )
  }

export const accountRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { accounts, passwordLinks, protectedReaders } = dependencies
    const tags = ['accounts']

    /** @throws HttpError */
    async function existing(accountId: AccountId) {
      const account = await accounts.find(accountId)
      if (!account) throw notFound('account')
      return account
    }

    api.get(
      '/accounts',
      { config: administrator, schema: { tags, summary: 'Every account', response: { 200: AccountList } } },
      async () => ({ accounts: await accountEntries(dependencies) }),
    )

    api.post(
      '/accounts',
      {
        config: { ...administrator, audit: 'account.make' },
        schema: {
          tags,
          summary: 'Make an account',
          description: 'Its owner sets the password with the one-time link that is answered.',
          body: NewAccount,
          response: { 201: MadeAccount },
        },
      },
      async (request, reply) => {
        const { body } = request
        const account = await accounts.create({ ...body, password: null })
        if (account === 'taken')
          throw new HttpError(409, 'username-taken', `The user name ${body.username} is taken: choose another.`, {
            field: 'username',
          })
        const { accountId } = account
        request.made = { accountId }
        const madeBy = accountOf(request).accountId
        const { address, expiresAt } = await passwordLinks.make({ accountId, madeBy, confirmers: null })
        return reply.code(201).send({ account, link: { address, expiresAt } })
      },
    )

    api.patch(
      '/accounts/:accountId',
      {
        config: { ...administrator, audit: 'account.change' },
        schema: {
          tags,
          summary: 'Disable or enable an account',
          params: AtAccount,
          body: AccountChange,
          response: { 200: AccountReply },
        },
      },
      async (request) => {
        const { accountId } = request.params
        if (accountId === accountOf(request).accountId && !request.body.isEnabled)
          throw new HttpError(409, 'own-account', 'Nobody disables their own account: ask another administrator.')
        if (!request.body.isEnabled) await passwordLinks.revoke(accountId)
        const account = await accounts.change(accountId, request.body)
        if (!account) throw notFound('account')
        return { account }
      },
    )

    api.post(
      '/accounts/:accountId/password-link',
      {
        config: { ...administrator, audit: 'account.reset' },
        schema: {
          tags,
          summary: 'Make a one-time link with which the owner of an account sets its password',
          description:
            'An earlier link is void. Once it is used every login of the account ends, and its access to what is protected is ' +
            'suspended until another reader, as they are now, confirms that it is the same person; where there is none, another administrator.',
          params: AtAccount,
          response: { 201: MadePasswordLink },
        },
      },
      async (request, reply) => {
        const { accountId } = request.params
        const madeBy = accountOf(request).accountId
        if (accountId === madeBy)
          throw new HttpError(409, 'own-password', 'You change your own password with the present one, in your menu.')
        const account = await existing(accountId)
        const confirmers = account.hasPassword ? await protectedReaders.confirmersOf(accountId, madeBy) : null
        const { address, expiresAt } = await passwordLinks.make({ accountId, madeBy, confirmers })
        return reply.code(201).send({ link: { address, expiresAt } })
      },
    )

    api.post(
      '/accounts/:accountId/confirmation',
      {
        config: { access: 'staff', audit: 'account.confirm' },
        schema: {
          tags,
          summary: 'Confirm that an account is used by the same person as before its password was reset',
          description:
            'By another reader of what is protected, or, where there was none at the reset, by another administrator; never by ' +
            'who has reset it.',
          params: AtAccount,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const account = await existing(request.params.accountId)
        const { suspension } = account
        if (!suspension) throw new HttpError(409, 'not-suspended', 'There is nothing to confirm: its access is open.')
        if (!mayConfirm(accountOf(request), account))
          throw new HttpError(
            403,
            'not-confirmer',
            'Another reader of what is protected confirms it, whose own access is open and who has not made the reset.',
          )
        if (!(await accounts.confirm(account.accountId, suspension)))
          throw new HttpError(409, 'not-suspended', 'It was reset anew or confirmed meanwhile: load the page again.')
        return reply.code(204).send()
      },
    )
  }
