// /api/report-definitions: which definitions there are, the check of a file, a trial before it is put in force, and taking one back.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { standingOn } from '../../../shared/law/dated-rows.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { ReportDefinition } from '../../../shared/reports/definition.ts'
import {
  AtDefinition,
  CheckedDefinition,
  DefinitionFile,
  DefinitionList,
  DefinitionTrial,
  DefinitionWithdrawal,
  Report,
} from '../../../shared/wire/reports.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { readDefinitionFile } from './definition-file.ts'
import { shownReport } from './report-views.ts'
import type { KeptDefinition, Reports } from './reports.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly reports: Reports
  readonly now: () => number
}

const tags = ['reports']
const config = { access: 'administrator' } as const

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

    api.get(
      '/report-definitions',
      {
        config,
        schema: {
          tags,
          summary: 'The definitions of reports, those withdrawn and replaced, too',
          response: { 200: DefinitionList },
        },
      },
      async () => {
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
      },
    )

    api.get(
      '/report-definitions/:definitionId/file.json',
      {
        config: { ...config, audit: null },
        schema: {
          tags,
          summary: 'A definition as a file, from which one’s own begins',
          params: AtDefinition,
          response: {
            200: { description: 'the file', content: { 'application/json': { schema: z.custom<Uint8Array>() } } },
          },
        },
      },
      async ({ params: { definitionId } }, reply) => {
        const found = (await reports.kept()).find((one) => one.definitionId === definitionId)
        if (!found) throw notFound('definition')
        const { definition } = found
        return reply
          .type('application/json; charset=utf-8')
          .header('content-disposition', contentDisposition(`${definition.name} ${definition.validFrom}.json`))
          .send(Buffer.from(`${JSON.stringify(definition, null, 2)}\n`))
      },
    )

    api.post(
      '/report-definitions/check',
      {
        config,
        schema: {
          tags,
          summary: 'Check the file of a definition; nothing is kept',
          body: DefinitionFile,
          response: { 200: CheckedDefinition },
        },
      },
      async ({ body }) => {
        const { definition, faults } = readDefinitionFile(body.text)
        return { definition, faults, replaces: definition && replacedBy(definition, await reports.kept()) }
      },
    )

    api.post(
      '/report-definitions/trial',
      {
        config,
        schema: {
          tags,
          summary: 'The figures of a period by a definition that is not in force; nothing is kept',
          body: DefinitionTrial,
          response: { 200: Report },
        },
      },
      async ({ body: { definition, from, to } }) =>
        shownReport(dependencies, { definition, period: { from, to }, unit: null }, { isTrial: true }),
    )

    api.post(
      '/report-definitions',
      {
        config,
        schema: {
          tags,
          summary: 'A definition of the agency: of a new report, or of one that is another from a day on',
          description: 'Periods that end before that day are counted as before; closed ones stay.',
          body: ReportDefinition,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const added = await reports.add(request.body, accountOf(request).accountId)
        if (added === 'too-many')
          throw new HttpError(409, 'report.too-many', 'There are as many definitions as can be kept.')
        if (added === 'there-already')
          throw new HttpError(409, 'report.there-already', 'The very same definition is there already.')
        return reply.code(204).send()
      },
    )

    api.post(
      '/report-definitions/:definitionId/withdrawal',
      {
        config,
        schema: {
          tags,
          summary: 'Take a definition of the agency back, with the reason',
          description: 'What it replaced counts again, for periods that are not closed. It stays to be read.',
          params: AtDefinition,
          body: DefinitionWithdrawal,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
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
      },
    )
  }
