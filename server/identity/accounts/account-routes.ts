// /api/setup, /api/login, /api/logout, /api/me, /api/accounts: the staff of the agency.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import type { AccountReply } from '../../../shared/wire/identity/account.ts'
import { accountApi } from '../../../shared/wire/identity/account-api.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { limitPerNetwork, tooMany } from '../../platform/http/rate-limits.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { notedByLogin } from '../../platform/http/route-audit.ts'
import { serve } from '../../platform/http/serve.ts'
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

export const loginRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const {
      logins,
      setUpLink,
      settings: { cookieSecure },
    } = dependencies

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

    serve(
      api,
      accountApi.setUp,
      { limit: limitPerNetwork({ points: 20, seconds: 15 * 60 }), audit: 'set-up' },
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

    serve(api, accountApi.signIn, { audit: notedByLogin }, async (request, reply) => {
      const result = await logins.signIn(request.body, from(request))
      if (result.kind === 'refused')
        throw new HttpError(401, 'sign-in-refused', 'User name or password is wrong, or the account is disabled.')
      return signedIn(result, request, reply)
    })

    serve(api, accountApi.signOut, { audit: notedByLogin }, async (request, reply) => {
      const token = loginToken(request, cookieSecure)
      clearLoginCookie(reply, cookieSecure)
      if (token !== null) await logins.signOut(token, from(request))
      return reply.code(204).send()
    })

    serve(api, accountApi.me, async (request) => ({ account: accountOf(request) }))

    serve(api, accountApi.ownNotices, async (request) => ownNotices(dependencies, accountOf(request)))

    serve(api, accountApi.changePassword, { audit: 'password.change' }, async (request, reply) => {
      const result = await logins.changePassword({ account: accountOf(request), ...request.body }, from(request))
      if (result.kind === 'refused')
        throw new HttpError(403, 'wrong-password', 'The present password is wrong; nothing was changed.', {
          field: 'current',
        })
      if (result.kind !== 'too-many' && result.kind !== 'signed-in') throw passwordRefused(result.kind)
      return signedIn(result, request, reply)
    })
  }

export const accountRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { accounts, passwordLinks, protectedReaders } = dependencies

    /** @throws HttpError */
    async function existing(accountId: AccountId) {
      const account = await accounts.find(accountId)
      if (!account) throw notFound('account')
      return account
    }

    serve(api, accountApi.list, async () => ({ accounts: await accountEntries(dependencies) }))

    serve(api, accountApi.add, { audit: 'account.make' }, async (request, reply) => {
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
    })

    serve(api, accountApi.change, { audit: 'account.change' }, async (request) => {
      const { accountId } = request.params
      if (accountId === accountOf(request).accountId && !request.body.isEnabled)
        throw new HttpError(409, 'own-account', 'Nobody disables their own account: ask another administrator.')
      if (!request.body.isEnabled) await passwordLinks.revoke(accountId)
      const account = await accounts.change(accountId, request.body)
      if (!account) throw notFound('account')
      return { account }
    })

    serve(api, accountApi.resetPassword, { audit: 'account.reset' }, async (request, reply) => {
      const { accountId } = request.params
      const madeBy = accountOf(request).accountId
      if (accountId === madeBy)
        throw new HttpError(409, 'own-password', 'You change your own password with the present one, in your menu.')
      const account = await existing(accountId)
      const confirmers = account.hasPassword ? await protectedReaders.confirmersOf(accountId, madeBy) : null
      const { address, expiresAt } = await passwordLinks.make({ accountId, madeBy, confirmers })
      return reply.code(201).send({ link: { address, expiresAt } })
    })

    serve(api, accountApi.confirm, { audit: 'account.confirm' }, async (request, reply) => {
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
    })
  }
