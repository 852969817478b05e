// /api/password-link: the owner of an account opens their one-time link and sets the password, signed in as nobody.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AskedPasswordLink } from '../../../shared/wire/identity/accounts.ts'
import { passwordLinkApi } from '../../../shared/wire/identity/password-link-api.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { serve } from '../../platform/http/serve.ts'
import { passwordRefused } from './password-faults.ts'
import type { OpenPasswordLink, PasswordLinks } from './password-links.ts'
import { passwordFault } from './password-rules.ts'

interface Dependencies {
  readonly passwordLinks: PasswordLinks
}

const linkRefused = () =>
  new HttpError(
    403,
    'password-link-refused',
    'This link is not good any more: it was used, it has expired, or a newer one was made. Ask an administrator for a new one.',
  )

function tokenIn(body: unknown): string {
  const asked = AskedPasswordLink.safeParse(body)
  return asked.success ? asked.data.token : ''
}

/** Before the point stands the id of the account: that alone may be written down. */
const accountIn = (body: unknown): Record<string, string> => {
  const [accountId = ''] = tokenIn(body).split('.')
  return /^[0-9a-f-]{36}$/.test(accountId) ? { accountId } : {}
}

export const passwordLinkRoutes =
  ({ passwordLinks }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const limit = limitPerNetwork({ points: 60, seconds: 15 * 60 })
    /** @throws HttpError */
    async function opened(token: string): Promise<OpenPasswordLink> {
      const found = await passwordLinks.open(token)
      if (!found) throw linkRefused()
      return found
    }

    serve(api, passwordLinkApi.open, { limit, audit: null }, async (request) => {
      const { account, isFirst, expiresAt } = await opened(request.body.token)
      return { username: account.username, displayName: account.displayName, isFirst, expiresAt }
    })

    serve(
      api,
      passwordLinkApi.setPassword,
      {
        limit,
        audit: 'password.set',
        auditSubjects: ({ body }) => accountIn(body),
        preValidation: async ({ body }) => void (await opened(tokenIn(body))),
      },
      async (request, reply) => {
        const { token, password } = request.body
        const fault = passwordFault(password, (await opened(token)).account)
        if (fault) throw passwordRefused(fault)
        if ((await passwordLinks.use(token, password)) === 'refused') throw linkRefused()
        return reply.code(204).send()
      },
    )
  }
