// /api/register: the register of receptions and that of petitions: rows of a period, what staff write into them, files of them. Each
// look at a citizen is written down.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { type AccountId, CaseId, RegisterRowId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { type ColumnChange, register as registerModule } from '../../../shared/reception/register/contract.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { RegisterQuery, WrittenColumns } from '../../../shared/wire/reception/register.ts'
import { type AtRow, registerApi } from '../../../shared/wire/reception/register-api.ts'
import { findCases } from '../../casework/cases/case-finding.ts'
import { readCase } from '../../casework/cases/case-views.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { Refused } from '../../casework/cases/cases.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { searchedByName } from '../../identity/citizens/name-search-routes.ts'
import type { NameSearches } from '../../identity/citizens/name-searches.ts'
import type { AskedName } from '../../identity/citizens/person-marks.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import type { RegisterFiles } from '../../papers/kinds/register-sheet.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { createExports } from './exports.ts'
import type { Register } from './register.ts'
import { levelOfPetitions, levelOfReceptions, rowsOpenTo, shownPetitions, shownRows } from './register-views.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly register: Register
  readonly registerFiles: RegisterFiles
  readonly citizens: Citizens
  readonly nameSearches: NameSearches
  readonly intakeGroup: IntakeGroup
  readonly secrecyGate: SecrecyGate
  readonly cases: Cases
  readonly now: () => number
}
const pageLength = 50
const petitionChunk = 200
/** What Typst sets in some seconds; a longer period is printed in parts. */
const rowsPerPdf = 500
/** Days in the order of the alphabet: no month has a day after its 31st. */
const daysOf = (period: string) => ({
  from: period.length === 4 ? `${period}-01-01` : period.length === 7 ? `${period}-01` : period,
  to: period.length === 4 ? `${period}-12-31` : period.length === 7 ? `${period}-31` : period,
})
const purpose = (period: string) => `Sổ tiếp công dân ${period}`

/** By what it was searched, not for what: that may be the words of somebody. Names looked for are listed elsewhere. */
function searched({ period, kind, officerId, text, name }: z.output<typeof RegisterQuery>): string {
  const by = [
    ...(kind === undefined ? [] : ['loại việc']),
    ...(officerId === undefined ? [] : ['người tiếp']),
    ...(text === undefined ? [] : ['nội dung']),
    ...(name === undefined ? [] : ['họ tên']),
  ]
  return by.length === 0 ? purpose(period) : `${purpose(period)}, lọc theo ${by.join(', ')}`
}

export const registerRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { register, registerFiles, accounts, citizens, cases, intakeGroup, now } = dependencies
    const exports = createExports()
    type Request = Parameters<typeof accountOf>[0]

    async function shown(day: string, rowId: string, accountId: AccountId) {
      const row = await register.row(day, rowId)
      const [found] = row ? await shownRows(dependencies, [row], { accountId, purpose: purpose(day) }) : []
      if (!found) throw notFound('row')
      return found
    }

    /** Who was received is kept in the record of citizens, the row knows them by id: a new one, for what was known before stays. */
    async function keeping<T>(
      { citizen, ...columns }: z.output<typeof WrittenColumns>,
      accountId: AccountId,
      isNamed: boolean,
      use: (columns: ColumnChange) => Promise<T>,
    ): Promise<T> {
      if (!citizen) return use(columns)
      if (!isNamed || columns.kind === 'denunciation')
        throw new HttpError(409, 'register.protected', 'Who denounces is not named in the register.')
      const citizenId = await citizens.register({ ...citizen, phone: null, email: null })
      try {
        return await use({ ...columns, citizenId })
      } catch (error) {
        if (error instanceof HttpError || error instanceof Refused)
          await citizens.erase(citizenId, { accountId, purpose: 'Ghi sổ không thành' })
        throw error
      }
    }

    async function act(request: Request, { day, rowId }: z.output<typeof AtRow>, wanted: Wish) {
      const { accountId } = accountOf(request)
      const reply = await register.dispatch(day, { kind: 'account', accountId }, rowId, wanted)
      if (!reply.ok) throw rejected(reply.rejection)
    }

    serve(api, registerApi.list, async (request) => {
      const { after, officerId, name, ...query } = request.query
      const { accountId } = accountOf(request)
      const listed = (called?: AskedName) =>
        register.lists.list(
          { ...query, accountId: officerId, name: called },
          { after, isBackwards: query.state !== 'open', limit: pageLength },
        )
      const [{ rows, next }, all, open, officers] = await Promise.all([
        name === undefined
          ? listed()
          : searchedByName(
              dependencies,
              { name, place: 'register', by: accountId },
              listed,
              (page) => page.rows.length,
            ),
        register.lists.count(query.period, 'all'),
        register.lists.count(query.period, 'open'),
        accounts.list(),
      ])
      // What is withheld is not told by being found, either.
      const isSearch = query.text !== undefined || name !== undefined
      const found = isSearch ? await rowsOpenTo(dependencies, rows, accountId) : rows
      return {
        rows: await shownRows(dependencies, found, { accountId, purpose: searched(request.query) }),
        next,
        count: { all, open },
        officers: officers.map((one) => ({ accountId: one.accountId, name: one.displayName })),
        rowsPerPdf,
      }
    })

    serve(api, registerApi.open, async (request, reply) => {
      const { day, columns } = request.body
      const rowId = RegisterRowId.parse(request.body.rowId)
      const { accountId } = accountOf(request)
      if (day > calendarDayOf(now()))
        throw new HttpError(400, 'invalid', 'day: nobody has been received yet on this day', { field: 'day' })
      if (!(await register.row(day, rowId)))
        await keeping(columns, accountId, true, async (written) => {
          try {
            await register.openByHand(accountId, day, { rowId, columns: written })
          } catch (error) {
            if (error instanceof Refused) throw rejected(error.reply.rejection)
            throw error
          }
        })
      return reply.code(201).send(await shown(day, rowId, accountId))
    })

    serve(api, registerApi.write, async (request) => {
      const { day, rowId } = request.params
      const { accountId } = accountOf(request)
      const before = await register.row(day, rowId)
      if (!before) throw notFound('row')
      const { revision, ...body } = request.body
      await keeping(body, accountId, !before.isProtected, (columns) =>
        act(request, request.params, wish(registerModule, 'write', { rowId, columns, revision })),
      )
      return shown(day, rowId, accountId)
    })

    serve(api, registerApi.close, async (request) => {
      const { day, rowId } = request.params
      if (!(await register.row(day, rowId))) throw notFound('row')
      await act(request, request.params, wish(registerModule, 'close', { rowId }))
      return shown(day, rowId, accountOf(request).accountId)
    })

    serve(api, registerApi.correct, async (request) => {
      const { day, rowId } = request.params
      const { columns, reason, revision } = request.body
      const { accountId } = accountOf(request)
      const before = await register.row(day, rowId)
      if (!before) throw notFound('row')
      await keeping(columns, accountId, !before.isProtected, (corrected) =>
        act(request, request.params, wish(registerModule, 'correct', { rowId, columns: corrected, reason, revision })),
      )
      return shown(day, rowId, accountId)
    })

    serve(api, registerApi.linkCase, async (request) => {
      const { day, rowId } = request.params
      if (!(await register.row(day, rowId))) throw notFound('row')
      const number = request.body.number.toUpperCase()
      const [found] = (await cases.lists.list({ number, limit: 1 })).rows
      if (!found) throw new HttpError(404, 'register.no-case', 'There is no petition of this number.')
      await readCase(dependencies, found.caseId, accountOf(request))
      const caseId = CaseId.parse(found.caseId)
      await act(request, request.params, wish(registerModule, 'linkCase', { rowId, caseId, insteadOf: null }))
      return shown(day, rowId, accountOf(request).accountId)
    })

    serve(api, registerApi.workbook, { audit: 'export' }, async (request, reply) => {
      const { period, exportId } = request.query
      const reader = { accountId: accountOf(request).accountId, purpose: `Xuất ${purpose(period)}` }
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
      const reader = { accountId: accountOf(request).accountId, purpose: `In ${purpose(period)}` }
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

    // Petitions

    serve(api, registerApi.petitions, async (request) => {
      const { period, kind, name, after } = request.query
      const { accountId } = accountOf(request)
      const { rows, next } = await findCases(
        dependencies,
        { ...daysOf(period), kind, name, after, limit: pageLength },
        await intakeGroup.readerOf(accountId),
        'petitions',
      )
      const reader = { accountId, purpose: `Sổ theo dõi đơn ${period}` }
      return { rows: await shownPetitions(dependencies, rows, reader), next }
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
