// /api/register: files of a period, of receptions and of petitions, and how far an export has come. Each look at a citizen
// is written down.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import { registerApi } from '../../../shared/wire/reception/register-api.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { RegisterFiles } from '../../papers/kinds/register-sheet.ts'
import { notFound } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { createExports } from './exports.ts'
import type { Register } from './register.ts'
import { daysOf, purposeOf } from './register-periods.ts'
import { levelOfPetitions, levelOfReceptions, shownPetitions, shownRows } from './register-views.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly register: Register
  readonly registerFiles: RegisterFiles
  readonly citizens: Citizens
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
  readonly now: () => number
}
const petitionChunk = 200
/** What Typst sets in some seconds; a longer period is printed in parts. */
export const rowsPerPdf = 500

export const registerFileRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { register, registerFiles, cases, now } = dependencies
    const exports = createExports()

    serve(api, registerApi.workbook, { audit: 'export' }, async (request, reply) => {
      const { period, exportId } = request.query
      const reader = { accountId: accountOf(request).accountId, purpose: `Xuất ${purposeOf(period)}` }
      async function* chunks() {
        for await (const rows of register.lists.each({ period, state: 'all' }))
          yield await shownRows(dependencies, rows, reader)
      }
      const secrecy = await levelOfReceptions(dependencies, register.lists.each({ period, state: 'all' }))
      const followed = exports.follow(exportId, await register.lists.count(period, 'all'), chunks())
      return reply
        .type(mediaTypes.xlsx)
        .header('content-disposition', contentDisposition(`Sổ tiếp công dân ${period}.xlsx`))
        .send(await registerFiles.xlsx(followed, period, secrecy))
    })

    serve(api, registerApi.pdf, { audit: 'export' }, async (request, reply) => {
      const { period, part } = request.query
      const of = Math.max(1, Math.ceil((await register.lists.count(period, 'all')) / rowsPerPdf))
      if (part > of) throw notFound('part of the register')
      const reader = { accountId: accountOf(request).accountId, purpose: `In ${purposeOf(period)}` }
      const rows = await register.lists.slice(period, (part - 1) * rowsPerPdf, rowsPerPdf)
      const file = await registerFiles.pdf({
        rows: await shownRows(dependencies, rows, reader),
        period,
        part: of === 1 ? null : { number: part, of },
        printedAt: now(),
      })
      const name = `Sổ tiếp công dân ${period}${of === 1 ? '' : ` phần ${part}`}.pdf`
      return reply.type(mediaTypes.pdf).header('content-disposition', contentDisposition(name, 'inline')).send(file)
    })

    serve(api, registerApi.exportProgress, async ({ params }) => {
      const progress = exports.progress(params.exportId)
      if (!progress) throw notFound('export')
      return progress
    })

    serve(api, registerApi.petitionWorkbook, { audit: 'export' }, async (request, reply) => {
      const { period, exportId } = request.query
      const reader = { accountId: accountOf(request).accountId, purpose: `Xuất sổ theo dõi đơn ${period}` }
      async function* pages() {
        let after: string | undefined
        for (;;) {
          const page = await cases.lists.list({ ...daysOf(period), after, limit: petitionChunk })
          yield page.rows
          if (page.next === null) return
          after = page.next
        }
      }
      async function* chunks() {
        for await (const rows of pages()) yield await shownPetitions(dependencies, rows, reader)
      }
      const secrecy = await levelOfPetitions(pages())
      const followed = exports.follow(exportId, await cases.lists.countOf(daysOf(period)), chunks())
      return reply
        .type(mediaTypes.xlsx)
        .header('content-disposition', contentDisposition(`Sổ theo dõi đơn ${period}.xlsx`))
        .send(await registerFiles.petitionsXlsx(followed, period, secrecy))
    })
  }
