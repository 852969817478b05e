// /api/reports: figures of a period, the rows behind each, files of them, and closing a period. Looking at rows is a look at citizens that
// is written down; figures name nobody.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { definitionOn } from '../../shared/reports/definition.ts'
import {
  AtReport,
  Report,
  ReportClosing,
  type ReportFormat,
  ReportList,
  ReportQuery,
  ReportRows,
  ReportRowsQuery,
  reportFormats,
} from '../../shared/wire/reports.ts'
import type { AskedReport } from '../reports/reports.ts'
import type { HttpDependencies } from './dependencies.ts'
import { HttpError, notFound } from './errors.ts'
import { contentDisposition } from './file-names.ts'
import { accountOf } from './guard.ts'
import { shownPetitions, shownRows } from './register-views.ts'
import { shownReport } from './report-views.ts'

const tags = ['reports']
const config = { access: 'staff' } as const
const pageLength = 50
const AtFigure = AtReport.extend({ key: z.string().max(40) })
const AtFile = AtReport.extend({ format: z.enum(reportFormats) })
const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
}

interface Question {
  readonly from: string
  readonly to: string
  readonly unit?: string | undefined
}

export const reportRoutes =
  (dependencies: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reports, reportFiles, cases, units, now } = dependencies

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

    const shown = async (name: string, question: Question) => shownReport(dependencies, await askedOf(name, question))

    api.get(
      '/reports',
      { config, schema: { tags, summary: 'The reports there are', response: { 200: ReportList } } },
      async () => {
        const [all, entered, assigned] = await Promise.all([reports.definitions(), units.list(), cases.lists.units()])
        const today = calendarDayOf(now())
        const names = [...new Set(all.map(({ name }) => name))]
        return {
          reports: names.flatMap((name) => {
            const found = definitionOn(all, name, today)
            return found ? [{ name, title: found.title, mark: found.mark }] : []
          }),
          units: [...new Set([...entered.map(({ name }) => name), ...assigned])].sort(new Intl.Collator('vi').compare),
        }
      },
    )

    api.get(
      '/reports/:name',
      {
        config,
        schema: {
          tags,
          summary: 'The figures of a period, beside those of the period before',
          params: AtReport,
          querystring: ReportQuery,
          response: { 200: Report },
        },
      },
      async ({ params, query }) => shown(params.name, query),
    )

    api.get(
      '/reports/:name/figures/:key',
      {
        config,
        schema: {
          tags,
          summary: 'The rows behind a figure',
          params: AtFigure,
          querystring: ReportRowsQuery,
          response: { 200: ReportRows },
        },
      },
      async (request) => {
        const { name, key } = request.params
        const { after, ...question } = request.query
        const asked = await askedOf(name, question)
        const found = await reports.rows(asked, key, { after, limit: pageLength })
        const column = [...asked.definition.columns, ...asked.definition.remarks].find((one) => one.key === key)
        if (!found || !column) throw notFound('figure')
        const { accountId } = accountOf(request)
        const reader = { accountId, purpose: `${asked.definition.title} ${question.from} – ${question.to}` }
        return {
          title: column.title,
          receptions: await shownRows(dependencies, found.receptions, reader),
          petitions: await shownPetitions(dependencies, found.petitions, reader),
          next: found.next,
        }
      },
    )

    api.get(
      '/reports/:name/files/:format',
      {
        config,
        schema: {
          tags,
          summary: 'The report of a period as a file',
          params: AtFile,
          querystring: ReportQuery,
          response: {
            200: {
              description: 'the file',
              content: Object.fromEntries(
                Object.values(mediaTypes).map((type) => [type, { schema: z.custom<Uint8Array>() }]),
              ),
            },
          },
        },
      },
      async ({ params: { name, format }, query }, reply) => {
        const report = await shown(name, query)
        const file =
          format === 'json' ? Buffer.from(JSON.stringify(report, null, 2)) : await reportFiles[format](report, now())
        const title = `${report.title} ${query.from} ${query.to}.${format}`
        const how = format === 'pdf' ? 'inline' : 'attachment'
        return reply.type(mediaTypes[format]).header('content-disposition', contentDisposition(title, how)).send(file)
      },
    )

    api.post(
      '/reports/:name/closing',
      {
        config: { access: 'administrator' },
        schema: {
          tags,
          summary: 'Close a period: its figures are kept as they are now, with their hash',
          description: 'Later changes of the rows are shown as differences.',
          params: AtReport,
          body: ReportClosing,
          response: { 200: Report },
        },
      },
      async (request) => {
        const { params, body } = request
        if (body.to >= calendarDayOf(now()))
          throw new HttpError(409, 'report.not-over', 'This period is not over yet: it is closed from the day after.')
        const asked = await askedOf(params.name, body)
        if ((await reports.close(asked, accountOf(request).accountId)) === 'closed-before')
          throw new HttpError(409, 'report.closed', 'This period was closed before; its figures stay as they were.')
        return shown(params.name, body)
      },
    )
  }
