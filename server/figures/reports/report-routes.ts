// /api/reports: figures of a period, the rows behind each, files of them, and closing a period. Looking at rows is a look at citizens that
// is written down; figures name nobody.

import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { sourcesBehind } from '../../../shared/projections/reports.ts'
import { definitionOn } from '../../../shared/reports/definition.ts'
import { reportApi } from '../../../shared/wire/figures/report-api.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Units } from '../../identity/units/units.ts'
import type { RegisterFiles } from '../../papers/kinds/register-sheet.ts'
import type { ReportFiles } from '../../papers/kinds/report-paper.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import {
  levelOfPetitions,
  levelOfReceptions,
  shownPetitions,
  shownRows,
} from '../../reception/register/register-views.ts'
import { shownReport } from './report-views.ts'
import type { AskedReport, Reports } from './reports.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly registerFiles: RegisterFiles
  readonly reports: Reports
  readonly reportFiles: ReportFiles
  readonly citizens: Citizens
  readonly units: Units
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
  readonly now: () => number
  readonly log: FastifyBaseLogger
}
const pageLength = 50

const titleOf = ({ definition: { columns, remarks } }: AskedReport, key: string): string | null =>
  [...columns, ...remarks].find((one) => one.key === key)?.title ?? null

const readerOf = (request: FastifyRequest, { definition, period: { from, to } }: AskedReport) => ({
  accountId: accountOf(request).accountId,
  purpose: `${definition.title} ${from} – ${to}`,
})

interface Question {
  readonly from: string
  readonly to: string
  readonly unit?: string | undefined
}

export const reportRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reports, reportFiles, registerFiles, cases, units, accounts, log, now } = dependencies

    /** A closed period is counted by the definition it was closed with. */
    async function askedOf(name: string, { from, to, unit = '' }: Question): Promise<AskedReport> {
      const named = { name, period: { from, to }, unit: unit === '' ? null : unit }
      const closed = await reports.closed(named)
      const definition = closed?.definition ?? (await reports.definition(name, named.period))
      if (!definition)
        throw new HttpError(
          404,
          'report.not-in-force',
          'No definition of this report is in force on the last day of the period. Choose a later one.',
        )
      return { definition, period: named.period, unit: named.unit }
    }

    const mayClose = async ({ accountId, role }: Account) =>
      role === 'administrator' || (await reports.closers()).has(accountId)

    const shown = async (name: string, question: Question) => shownReport(dependencies, await askedOf(name, question))

    serve(api, reportApi.list, async (request) => {
      const [all, entered, assigned, may] = await Promise.all([
        reports.definitions(),
        units.list(),
        cases.lists.units(),
        mayClose(accountOf(request)),
      ])
      const today = calendarDayOf(now())
      const names = [...new Set(all.map(({ name }) => name))]
      return {
        reports: names.flatMap((name) => {
          const found = definitionOn(all, name, today)
          return found ? [{ name, title: found.title, mark: found.mark }] : []
        }),
        units: [...new Set([...entered.map(({ name }) => name), ...assigned])].sort(new Intl.Collator('vi').compare),
        mayClose: may,
      }
    })

    serve(api, reportApi.read, async ({ params, query }) => shown(params.name, query))

    serve(api, reportApi.rows, async (request) => {
      const { name, key } = request.params
      const { after, ...question } = request.query
      const asked = await askedOf(name, question)
      const found = await reports.rows(asked, key, { after, limit: pageLength })
      const title = titleOf(asked, key)
      if (!found || title === null) throw notFound('figure')
      const reader = readerOf(request, asked)
      return {
        title,
        receptions: await shownRows(dependencies, found.receptions, reader),
        petitions: await shownPetitions(dependencies, found.petitions, reader),
        of: [...sourcesBehind(asked.definition, key)],
        next: found.next,
      }
    })

    serve(api, reportApi.workbook, { audit: 'export' }, async (request, reply) => {
      const { name, key, of } = request.params
      const asked = await askedOf(name, request.query)
      const reader = readerOf(request, asked)
      const { from, to } = asked.period
      const title = titleOf(asked, key)
      const [receptions, petitions] =
        of === 'register' ? [reports.receptionsBehind(asked, key), null] : [null, reports.petitionsBehind(asked, key)]
      if (title === null || (!receptions && !petitions)) throw notFound('figure')
      const what = { figure: title, from, to }
      const secrecy = receptions
        ? await levelOfReceptions(dependencies, reports.receptionsBehind(asked, key) ?? [])
        : await levelOfPetitions(reports.petitionsBehind(asked, key) ?? [])
      async function* shownReceptions() {
        for await (const rows of receptions ?? []) yield await shownRows(dependencies, rows, reader)
      }
      async function* shownCases() {
        for await (const rows of petitions ?? []) yield await shownPetitions(dependencies, rows, reader)
      }
      return reply
        .type(mediaTypes.xlsx)
        .header('content-disposition', contentDisposition(`${title} ${from} ${to}.xlsx`))
        .send(
          receptions
            ? await registerFiles.xlsx(shownReceptions(), what, secrecy)
            : await registerFiles.petitionsXlsx(shownCases(), what, secrecy),
        )
    })

    serve(api, reportApi.file, { audit: 'export' }, async ({ params: { name, format }, query }, reply) => {
      const report = await shown(name, query)
      const file =
        format === 'json' ? Buffer.from(JSON.stringify(report, null, 2)) : await reportFiles[format](report, now())
      const title = `${report.title} ${query.from} ${query.to}.${format}`
      const how = format === 'pdf' ? 'inline' : 'attachment'
      return reply.type(mediaTypes[format]).header('content-disposition', contentDisposition(title, how)).send(file)
    })

    serve(api, reportApi.close, async (request) => {
      const { params, body } = request
      const account = accountOf(request)
      if (!(await mayClose(account)))
        throw new HttpError(
          403,
          'report.not-closer',
          'Periods are closed by administrators and by whom they have named for it.',
        )
      if (body.to >= calendarDayOf(now()))
        throw new HttpError(409, 'report.not-over', 'This period is not over yet: it is closed from the day after.')
      const asked = await askedOf(params.name, body)
      if ((await reports.close(asked, account.accountId)) === 'closed-before')
        throw new HttpError(409, 'report.closed', 'This period was closed before; its figures stay as they were.')
      return shown(params.name, body)
    })

    serve(api, reportApi.closedPeriods, async () => {
      const [closed, nameOf] = await Promise.all([reports.closedPeriods(), namesOfStaff(dependencies)])
      return {
        periods: closed.map(({ definition: { name, title }, period, unit, at, accountId }) => ({
          ...{ name, title, period, unit, at },
          by: nameOf(accountId),
        })),
      }
    })

    serve(api, reportApi.closers, async () => {
      const [closers, nameOf] = await Promise.all([reports.closers(), namesOfStaff(dependencies)])
      return {
        closers: [...closers].map(([accountId, { at, by }]) => ({
          ...{ accountId, name: nameOf(accountId), at },
          by: nameOf(by),
        })),
      }
    })

    serve(api, reportApi.addCloser, async (request, reply) => {
      const { accountId } = request.params
      if (!(await accounts.list()).some((one) => one.accountId === accountId)) throw notFound('account')
      await reports.nameCloser(accountId, accountOf(request).accountId)
      log.info({ accountId, by: accountOf(request).accountId }, 'an account may close periods of reports now')
      return reply.code(204).send()
    })

    serve(api, reportApi.removeCloser, async (request, reply) => {
      await reports.removeCloser(request.params.accountId)
      log.info({ ...request.params, by: accountOf(request).accountId }, 'an account closes periods no more')
      return reply.code(204).send()
    })
  }
