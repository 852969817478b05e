// /api/register/DAY/ROW: what staff write into a row of the register: opened by hand, written, closed, corrected, linked
// with a petition.

import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { type AccountId, CaseId, RegisterRowId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { type ColumnChange, register as registerModule } from '../../../shared/reception/register/contract.ts'
import type { WrittenColumns } from '../../../shared/wire/reception/register.ts'
import { type AtRow, registerApi } from '../../../shared/wire/reception/register-api.ts'
import { readCase } from '../../casework/cases/case-views.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { Refused } from '../../casework/cases/refused.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Register } from './register.ts'
import { purposeOf } from './register-periods.ts'
import { shownRows } from './register-views.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly register: Register
  readonly citizens: Citizens
  readonly intakeGroup: IntakeGroup
  readonly secrecyGate: SecrecyGate
  readonly cases: Cases
  readonly now: () => number
}

export const registerRowRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { register, cases, now } = dependencies

    serve(api, registerApi.open, async (request, reply) => {
      const { day, columns } = request.body
      const rowId = RegisterRowId.parse(request.body.rowId)
      const { accountId } = accountOf(request)
      if (day > calendarDayOf(now()))
        throw new HttpError(400, 'invalid', 'day: nobody has been received yet on this day', { field: 'day' })
      if (!(await register.row(day, rowId)))
        await keeping(dependencies, columns, accountId, true, async (written) => {
          try {
            await register.openByHand(accountId, day, { rowId, columns: written })
          } catch (error) {
            if (error instanceof Refused) throw rejected(error.reply.rejection)
            throw error
          }
        })
      return reply.code(201).send(await shown(dependencies, day, rowId, accountId))
    })

    serve(api, registerApi.write, async (request) => {
      const { day, rowId } = request.params
      const { accountId } = accountOf(request)
      const before = await register.row(day, rowId)
      if (!before) throw notFound('row')
      const { revision, ...body } = request.body
      await keeping(dependencies, body, accountId, !before.isProtected, (columns) =>
        act(register, request, request.params, wish(registerModule, 'write', { rowId, columns, revision })),
      )
      return shown(dependencies, day, rowId, accountId)
    })

    serve(api, registerApi.close, async (request) => {
      const { day, rowId } = request.params
      if (!(await register.row(day, rowId))) throw notFound('row')
      await act(register, request, request.params, wish(registerModule, 'close', { rowId }))
      return shown(dependencies, day, rowId, accountOf(request).accountId)
    })

    serve(api, registerApi.correct, async (request) => {
      const { day, rowId } = request.params
      const { columns, reason, revision } = request.body
      const { accountId } = accountOf(request)
      const before = await register.row(day, rowId)
      if (!before) throw notFound('row')
      await keeping(dependencies, columns, accountId, !before.isProtected, (corrected) =>
        act(
          register,
          request,
          request.params,
          wish(registerModule, 'correct', { rowId, columns: corrected, reason, revision }),
        ),
      )
      return shown(dependencies, day, rowId, accountId)
    })

    serve(api, registerApi.linkCase, async (request) => {
      const { day, rowId } = request.params
      if (!(await register.row(day, rowId))) throw notFound('row')
      const number = request.body.number.toUpperCase()
      const [found] = (await cases.lists.list({ number, limit: 1 })).rows
      if (!found) throw new HttpError(404, 'register.no-case', 'There is no petition of this number.')
      await readCase(dependencies, found.caseId, accountOf(request))
      const caseId = CaseId.parse(found.caseId)
      await act(register, request, request.params, wish(registerModule, 'linkCase', { rowId, caseId, insteadOf: null }))
      return shown(dependencies, day, rowId, accountOf(request).accountId)
    })
  }

async function shown(dependencies: Dependencies, day: string, rowId: string, accountId: AccountId) {
  const row = await dependencies.register.row(day, rowId)
  const [found] = row ? await shownRows(dependencies, [row], { accountId, purpose: purposeOf(day) }) : []
  if (!found) throw notFound('row')
  return found
}

/** Who was received is kept in the record of citizens, the row knows them by id: a new one, for what was known before stays. */
async function keeping<T>(
  { citizens }: Dependencies,
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

async function act(register: Register, request: FastifyRequest, { day, rowId }: z.output<typeof AtRow>, wanted: Wish) {
  const { accountId } = accountOf(request)
  const reply = await register.dispatch(day, { kind: 'account', accountId }, rowId, wanted)
  if (!reply.ok) throw rejected(reply.rejection)
}
