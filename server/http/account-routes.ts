// /api/setup, /api/login, /api/logout, /api/me, /api/accounts: the staff of the agency.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AccountId } from '../../shared/kernel/ids.ts'
import {
  AccountChange,
  AccountList,
  AccountReply,
  Credentials,
  NewAccount,
  OwnPassword,
  SetUp,
} from '../../shared/wire/rest.ts'
import type { SignIn } from '../access/login.ts'
import type { HttpDependencies } from './dependencies.ts'
import { HttpError, notFound } from './errors.ts'
import { accountOf } from './guard.ts'
import { clearLoginCookie, loginToken, setLoginCookie } from './login-cookie.ts'
import { limitPerNetwork, tooMany } from './rate-limits.ts'

const anyone = { access: 'anyone' } as const
const administrator = { access: 'administrator' } as const

export const loginRoutes =
  ({ logins, setUpLink, settings: { cookieSecure } }: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const tags = ['sign-in']

    async function signedIn(
      result: Exclude<SignIn, { kind: 'refused' }>,
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<z.infer<typeof AccountReply>> {
      if (result.kind === 'too-many') throw tooMany(result.retryAfterMs)
      const earlier = loginToken(request, cookieSecure)
      if (earlier !== null) await logins.signOut(earlier)
      setLoginCookie(reply, result.token, cookieSecure)
      return { account: result.account }
    }

    api.post(
      '/setup',
      {
        config: { ...anyone, limit: limitPerNetwork({ points: 20, seconds: 15 * 60 }) },
        schema: {
          tags,
          summary: 'Make the first administrator',
          description: 'With the token of the link that the server prints at its start while it has no account.',
          body: SetUp,
          response: { 201: AccountReply },
        },
      },
      async ({ body: { token, ...account } }, reply) => {
        const made = await setUpLink.use(token, account)
        if (made === 'refused')
          throw new HttpError(
            403,
            'setup-refused',
            'This set-up link is not good any more. While there is no account, each start of the server prints a new one.',
          )
        return reply.code(201).send({ account: made })
      },
    )

    api.post(
      '/login',
      { config: anyone, schema: { tags, summary: 'Sign in', body: Credentials, response: { 200: AccountReply } } },
      async (request, reply) => {
        const result = await logins.signIn(request.body, request.ip)
        if (result.kind === 'refused')
          throw new HttpError(401, 'sign-in-refused', 'User name or password is wrong, or the account is disabled.')
        return signedIn(result, request, reply)
      },
    )

    api.post(
      '/logout',
      { config: anyone, schema: { tags, summary: 'Sign out', response: { 204: z.null() } } },
      async (request, reply) => {
        const token = loginToken(request, cookieSecure)
        if (token !== null) await logins.signOut(token)
        clearLoginCookie(reply, cookieSecure)
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

    api.put(
      '/me/password',
      {
        config: { access: 'staff' },
        schema: { tags, summary: 'Change one’s own password', body: OwnPassword, response: { 200: AccountReply } },
      },
      async (request, reply) => {
        const result = await logins.changePassword({ account: accountOf(request), ...request.body }, request.ip)
        if (result.kind === 'refused')
          throw new HttpError(403, 'wrong-password', 'The present password is wrong; nothing was changed.', {
            field: 'current',
          })
        return signedIn(result, request, reply)
      },
    )
  }

export const accountRoutes =
  ({ accounts }: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const tags = ['accounts']

    api.get(
      '/accounts',
      { config: administrator, schema: { tags, summary: 'Every account', response: { 200: AccountList } } },
      async () => ({ accounts: await accounts.list() }),
    )

    api.post(
      '/accounts',
      {
        config: administrator,
        schema: { tags, summary: 'Make an account', body: NewAccount, response: { 201: AccountReply } },
      },
      async ({ body }, reply) => {
        const account = await accounts.create(body)
        if (account === 'taken')
          throw new HttpError(409, 'username-taken', `The user name ${body.username} is taken: choose another.`, {
            field: 'username',
          })
        return reply.code(201).send({ account })
      },
    )

    api.patch(
      '/accounts/:accountId',
      {
        config: administrator,
        schema: {
          tags,
          summary: 'Disable, enable, or give another password',
          params: z.object({ accountId: AccountId }),
          body: AccountChange,
          response: { 200: AccountReply },
        },
      },
      async (request) => {
        const { accountId } = request.params
        if (accountId === accountOf(request).accountId && request.body.isEnabled === false)
          throw new HttpError(409, 'own-account', 'Nobody disables their own account: ask another administrator.')
        const account = await accounts.change(accountId, request.body)
        if (!account) throw notFound('account')
        return { account }
      },
    )
  }
