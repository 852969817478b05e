// /api/report-definitions: which definitions there are, the check of a file, a trial before it is put in force, and taking one back.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { standingOn } from '../../../shared/law/dated-rows.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { ReportDefinition } from '../../../shared/reports/definition.ts'
import { reportDefinitionApi } from '../../../shared/wire/figures/report-definition-api.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { readDefinitionFile } from './definition-file.ts'
import type { KeptDefinition } from './report-definitions.ts'
import { shownReport } from './report-views.ts'
import type { Reports } from './reports.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly reports: Reports
  readonly now: () => number
}

/** What counts on the day on which this one would begin to. */
function replacedBy({ name, validFrom }: ReportDefinition, kept: readonly KeptDefinition[]) {
  const standing = kept.filter(({ withdrawn }) => withdrawn === null)
  const states = standingOn(
    standing.map(({ definition }) => definition),
    validFrom,
  )
  const found = standing.find(({ definition }, index) => definition.name === name && states[index]?.state === 'inForce')
  return found ? { title: found.definition.title, validFrom: found.definition.validFrom, origin: found.origin } : null
}

export const reportDefinitionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reports, now } = dependencies

    serve(api, reportDefinitionApi.list, async () => {
      const [kept, nameOf] = await Promise.all([reports.kept(), namesOfStaff(dependencies)])
      const standing = kept.filter(({ withdrawn }) => withdrawn === null)
      const states = standingOn(
        standing.map(({ definition }) => definition),
        calendarDayOf(now()),
      )
      return {
        definitions: kept.map((one) => {
          const { entered, withdrawn } = one
          const { state, validTo } = states[standing.indexOf(one)] ?? { state: 'withdrawn' as const, validTo: null }
          return {
            ...{ definitionId: one.definitionId, definition: one.definition, origin: one.origin, state, validTo },
            entered: entered && { at: entered.at, by: nameOf(entered.accountId) },
            withdrawn: withdrawn && {
              ...{ at: withdrawn.at, by: nameOf(withdrawn.accountId) },
              reason: withdrawn.reason,
            },
          }
        }),
      }
    })

    serve(api, reportDefinitionApi.file, { audit: null }, async ({ params: { definitionId } }, reply) => {
      const found = (await reports.kept()).find((one) => one.definitionId === definitionId)
      if (!found) throw notFound('definition')
      const { definition } = found
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', contentDisposition(`${definition.name} ${definition.validFrom}.json`))
        .send(Buffer.from(`${JSON.stringify(definition, null, 2)}\n`))
    })

    serve(api, reportDefinitionApi.check, async ({ body }) => {
      const { definition, faults } = readDefinitionFile(body.text)
      return { definition, faults, replaces: definition && replacedBy(definition, await reports.kept()) }
    })

    serve(api, reportDefinitionApi.tryOut, async ({ body: { definition, from, to } }) =>
      shownReport(dependencies, { definition, period: { from, to }, unit: null }, { isTrial: true }),
    )

    serve(api, reportDefinitionApi.add, async (request, reply) => {
      const added = await reports.add(request.body, accountOf(request).accountId)
      if (added === 'too-many')
        throw new HttpError(409, 'report.too-many', 'There are as many definitions as can be kept.')
      if (added === 'there-already')
        throw new HttpError(409, 'report.there-already', 'The very same definition is there already.')
      return reply.code(204).send()
    })

    serve(api, reportDefinitionApi.withdraw, async (request, reply) => {
      const { definitionId } = request.params
      const done = await reports.withdraw(definitionId, request.body.reason, accountOf(request).accountId)
      if (done === 'unknown') throw notFound('definition')
      if (done === 'supplied')
        throw new HttpError(
          409,
          'report.supplied',
          'What came with the software stays. Enter one of your own, which takes its place.',
        )
      if (done === 'withdrawn-before')
        throw new HttpError(409, 'report.withdrawn', 'This definition was withdrawn before.')
      return reply.code(204).send()
    })
  }
