// /api/reports: figures of a period, the rows behind each, and files of them. Looking at rows is a look at citizens that
// is written down; figures name nobody.

import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { sourcesBehind } from '../../../shared/projections/reports.ts'
import { definitionOn } from '../../../shared/reports/definition.ts'
import { reportApi } from '../../../shared/wire/figures/report-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Units } from '../../identity/units/units.ts'
import type { RegisterFiles } from '../../papers/kinds/register-sheet.ts'
import type { ReportFiles } from '../../papers/kinds/report-paper.ts'
import { notFound } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import {
  levelOfPetitions,
  levelOfReceptions,
  shownPetitions,
  shownRows,
} from '../../reception/register/register-views.ts'
import { askedReport } from './asked-report.ts'
import { mayClose } from './report-closers.ts'
import type { AskedReport } from './report-rows.ts'
import { shownReport } from './report-views.ts'
import type { Reports } from './reports.ts'

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
}
const pageLength = 50

const titleOf = ({ definition: { columns, remarks } }: AskedReport, key: string): string | null =>
  [...columns, ...remarks].find((one) => one.key === key)?.title ?? null

const readerOf = (request: FastifyRequest, { definition, period: { from, to } }: AskedReport) => ({
  accountId: accountOf(request).accountId,
  purpose: `${definition.title} ${from} – ${to}`,
})

export const reportRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reports, reportFiles, registerFiles, cases, units, now } = dependencies

    serve(api, reportApi.list, async (request) => {
      const [all, entered, assigned, may] = await Promise.all([
        reports.definitions(),
        units.list(),
        cases.lists.units(),
        mayClose(reports, accountOf(request)),
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

    serve(api, reportApi.read, async ({ params, query }) =>
      shownReport(dependencies, await askedReport(reports, params.name, query)),
    )

    serve(api, reportApi.rows, async (request) => {
      const { name, key } = request.params
      const { after, ...question } = request.query
      const asked = await askedReport(reports, name, question)
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
      const asked = await askedReport(reports, name, request.query)
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
      const report = await shownReport(dependencies, await askedReport(reports, name, query))
      const file =
        format === 'json' ? Buffer.from(JSON.stringify(report, null, 2)) : await reportFiles[format](report, now())
      const title = `${report.title} ${query.from} ${query.to}.${format}`
      const how = format === 'pdf' ? 'inline' : 'attachment'
      return reply.type(mediaTypes[format]).header('content-disposition', contentDisposition(title, how)).send(file)
    })
  }
