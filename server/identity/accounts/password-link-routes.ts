// /api/password-link: the owner of an account opens their one-time link and sets the password, signed in as nobody.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AskedPasswordLink, OpenedPasswordLink, SetPassword } from '../../../shared/wire/accounts.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
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

const tags = ['sign-in']

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

    api.post(
      '/password-link',
      {
        // It only looks.
        config: { access: 'anyone', limit, audit: null },
        schema: {
          tags,
          summary: 'Whose password a link sets',
          body: AskedPasswordLink,
          response: { 200: OpenedPasswordLink },
        },
      },
      async (request) => {
        const { account, isFirst, expiresAt } = await opened(request.body.token)
        return { username: account.username, displayName: account.displayName, isFirst, expiresAt }
      },
    )

    api.post(
      '/password-link/password',
      {
        // Before it is written down that somebody sets one: guesses fill no log.
        preValidation: async ({ body }) => void (await opened(tokenIn(body))),
        config: { access: 'anyone', limit, audit: 'password.set', auditSubjects: ({ body }) => accountIn(body) },
        schema: {
          tags,
          summary: 'Set the password of an account, with its one-time link',
          description:
            'Ends every login of the account. After a reset its access to what is protected is suspended until somebody else ' +
            'confirms that it is the same person.',
          body: SetPassword,
          response: { 204: z.undefined() },
        },
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
