// /api/personal-data: requests of people about what is kept of them. For administrators: who asks is found by what they show, whatever
// is opened is written down, and an erasure is a list that goes the way of all lists (ADR 0060, 0061).

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { CitizenId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { personalRequest } from '../../../shared/personal-data/contract.ts'
import type { PersonalRequestState } from '../../../shared/personal-data/index.ts'
import type { PersonalCopy } from '../../../shared/wire/custody/personal-data.ts'
import { personalDataApi } from '../../../shared/wire/custody/personal-data-api.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { typedIndexes } from '../../identity/citizens/blind-indexes.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { InstalledAgency } from '../../papers/agency/agency.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Register } from '../../reception/register/register.ts'
import type { Retention } from '../retention/retention.ts'
import { copyZip } from './copy.ts'
import { keptOf } from './kept-of.ts'
import { listedRequests, personalCopy, requestAt, requestDetail, shownClocks } from './personal-data-views.ts'
import { proposeErasure } from './propose-erasure.ts'
import type { AddedClocks } from './request-clocks.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly register: Register
  readonly citizens: Citizens
  readonly agency: InstalledAgency
  readonly law: LawData
  readonly retention: Retention
  readonly personalRequests: Aggregates<{ readonly personalRequest: PersonalRequestState }>
  readonly requestClocks: AddedClocks
  readonly personalCopyPdf: (copy: PersonalCopy) => Promise<Uint8Array>
  readonly cases: Cases
  readonly now: () => number
  readonly newId: () => string
  readonly log: FastifyBaseLogger
}

export const personalDataRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { personalRequests, requestClocks, citizens, now, newId, log } = dependencies

    /** Throws HttpError. */
    async function dispatch(requestId: string, account: Account, command: Wish): Promise<void> {
      const reply = await personalRequests.dispatch(requestId, byAccount(account), command)
      if (!reply.ok) throw rejected(reply.rejection)
    }

    serve(api, personalDataApi.page, async () => {
      const [requests, clocks] = await Promise.all([listedRequests(dependencies), shownClocks(dependencies)])
      return { requests, clocks }
    })

    serve(api, personalDataApi.addClock, async (request, reply) => {
      await requestClocks.add(request.body, accountOf(request).accountId)
      return reply.code(204).send()
    })

    serve(api, personalDataApi.receive, async (request, reply) => {
      const { kind, typed, receivedOn } = request.body
      const account = accountOf(request)
      const indexes = typedIndexes(citizens.blindIndexOf, typed)
      const found = [...(await citizens.withBlindIndexes(indexes)).keys()].map((id) => CitizenId.parse(id))
      const purpose = 'Tìm theo yêu cầu về dữ liệu cá nhân'
      await citizens.sameAs(found, { accountId: account.accountId, purpose })
      const { ids } = await keptOf(dependencies, found)
      if (ids.length === 0)
        throw new HttpError(404, 'personal-data.nobody', 'Nothing is kept under this number or address.', {
          field: 'typed',
        })
      const requestId = newId()
      await dispatch(
        requestId,
        account,
        wish(personalRequest, 'receive', { kind, citizenIds: [...ids], receivedOn, today: calendarDayOf(now()) }),
      )
      return reply.code(201).send({ requestId })
    })

    serve(api, personalDataApi.read, async ({ params }) => requestDetail(dependencies, params.requestId))

    serve(api, personalDataApi.checkIdentity, async (request, reply) => {
      await dispatch(request.params.requestId, accountOf(request), wish(personalRequest, 'checkIdentity', request.body))
      return reply.code(204).send()
    })

    serve(api, personalDataApi.refuse, async (request, reply) => {
      await dispatch(request.params.requestId, accountOf(request), wish(personalRequest, 'refuse', request.body))
      return reply.code(204).send()
    })

    serve(api, personalDataApi.copy, { audit: 'export' }, async (request, reply) => {
      const standing = await requestAt(dependencies, request.params.requestId)
      if (standing.status !== 'identityChecked' && standing.status !== 'answered')
        throw rejected(reject('personalRequest.not-checked').rejection)
      const copy = await personalCopy(dependencies, standing, accountOf(request).accountId)
      const pdf = await dependencies.personalCopyPdf(copy)
      return reply
        .type(mediaTypes.zip)
        .header('content-disposition', contentDisposition('Dữ liệu cá nhân.zip'))
        .send(copyZip(copy, pdf))
    })

    serve(api, personalDataApi.answer, async (request, reply) => {
      const { requestId } = request.params
      const account = accountOf(request)
      const { request: asked, status } = await requestAt(dependencies, requestId)
      if (asked.kind === 'export') {
        await dispatch(requestId, account, wish(personalRequest, 'answer', { listId: null }))
        return reply.code(204).send()
      }
      if (status !== 'identityChecked')
        throw rejected(
          reject(status === 'received' ? 'personalRequest.not-checked' : 'personalRequest.ended').rejection,
        )
      await proposeErasure(dependencies, { requestId, ...asked, by: account.accountId })
      await dispatch(requestId, account, wish(personalRequest, 'answer', { listId: requestId }))
      log.info({ requestId, accountId: account.accountId }, 'an erasure was put up at the request of a person')
      return reply.code(204).send()
    })
  }
