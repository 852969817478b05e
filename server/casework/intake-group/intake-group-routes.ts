// /api/intake-group: who takes in what may be a denunciation, and who named them. Every account sees it; administrators change it.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { intakeGroupApi } from '../../../shared/wire/casework/intake-group-api.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { IntakeGroup as NamedIntakeGroup } from './intake-group.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly intakeGroup: NamedIntakeGroup
}

export const intakeGroupRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { intakeGroup, accounts } = dependencies
    const accepted = (reply: CommandReply) => {
      if (!reply.ok) throw rejected(reply.rejection)
    }

    serve(api, intakeGroupApi.read, async (request) => {
      const [{ members, record }, nameOf, staff] = await Promise.all([
        intakeGroup.state(),
        namesOfStaff(dependencies),
        accounts.list(),
      ])
      const named = (accountId: AccountId) => ({ accountId, name: nameOf(accountId) })
      return {
        members: members.map(named),
        others: staff.flatMap(({ accountId, isEnabled }) =>
          isEnabled && !members.includes(accountId) ? [named(accountId)] : [],
        ),
        record: record.toReversed().map(({ accountId, by, isNamed, reason, at }) => ({
          ...{ isNamed, reason, at },
          ...{ name: nameOf(accountId), by: nameOf(by) },
        })),
        isMember: members.includes(accountOf(request).accountId),
      }
    })

    serve(api, intakeGroupApi.name, async (request, reply) => {
      const { body } = request
      if (!(await accounts.find(body.accountId))?.isEnabled)
        throw new HttpError(404, 'not-found', 'There is no such account, or it is disabled.', { field: 'accountId' })
      accepted(await intakeGroup.name(accountOf(request).accountId, body))
      return reply.code(204).send()
    })

    serve(api, intakeGroupApi.takeBack, async (request, reply) => {
      accepted(await intakeGroup.takeBack(accountOf(request).accountId, request.body))
      return reply.code(204).send()
    })
  }
