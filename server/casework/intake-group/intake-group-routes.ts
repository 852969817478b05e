// /api/intake-group: who takes in what may be a denunciation, and who named them. Every account sees it; administrators change it.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { IntakeGroup, IntakeGroupNaming } from '../../../shared/wire/intake-group.ts'
import type { CommandReply } from '../../../shared/wire/socket-events.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import type { IntakeGroup as NamedIntakeGroup } from './intake-group.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly intakeGroup: NamedIntakeGroup
}

const tags = ['accounts']
const administrator = { access: 'administrator' } as const
const nothing = { 204: z.undefined() }

export const intakeGroupRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { intakeGroup, accounts } = dependencies
    const accepted = (reply: CommandReply) => {
      if (!reply.ok) throw rejected(reply.rejection)
    }

    api.get(
      '/intake-group',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Who takes in what may be a denunciation, and who named them',
          response: { 200: IntakeGroup },
        },
      },
      async (request) => {
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
      },
    )

    api.post(
      '/intake-group/members',
      {
        config: administrator,
        schema: { tags, summary: 'Name an account for the intake group', body: IntakeGroupNaming, response: nothing },
      },
      async (request, reply) => {
        const { body } = request
        if (!(await accounts.find(body.accountId))?.isEnabled)
          throw new HttpError(404, 'not-found', 'There is no such account, or it is disabled.', { field: 'accountId' })
        accepted(await intakeGroup.name(accountOf(request).accountId, body))
        return reply.code(204).send()
      },
    )

    api.post(
      '/intake-group/members/taking-back',
      {
        config: administrator,
        schema: {
          tags,
          summary: 'Take an account out of the intake group',
          body: IntakeGroupNaming,
          response: nothing,
        },
      },
      async (request, reply) => {
        accepted(await intakeGroup.takeBack(accountOf(request).accountId, request.body))
        return reply.code(204).send()
      },
    )
  }
