// /api/reports: closing a period, the closed ones, and who may close beside administrators.

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { reportApi } from '../../../shared/wire/figures/report-api.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { askedReport } from './asked-report.ts'
import { mayClose } from './report-closers.ts'
import { shownReport } from './report-views.ts'
import type { Reports } from './reports.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly reports: Reports
  readonly now: () => number
  readonly log: FastifyBaseLogger
}

export const reportClosingRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reports, accounts, log, now } = dependencies

    serve(api, reportApi.close, async (request) => {
      const { params, body } = request
      const account = accountOf(request)
      if (!(await mayClose(reports, account)))
        throw new HttpError(
          403,
          'report.not-closer',
          'Periods are closed by administrators and by whom they have named for it.',
        )
      if (body.to >= calendarDayOf(now()))
        throw new HttpError(409, 'report.not-over', 'This period is not over yet: it is closed from the day after.')
      const asked = await askedReport(reports, params.name, body)
      if ((await reports.close(asked, account.accountId)) === 'closed-before')
        throw new HttpError(409, 'report.closed', 'This period was closed before; its figures stay as they were.')
      return shownReport(dependencies, asked)
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
