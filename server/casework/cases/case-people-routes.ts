// /api/cases/ID: whose case it is, who may read it, and the code by which they follow it. Each look is written down.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { intake } from '../../../shared/cases/intake/contract.ts'
import { isProtected } from '../../../shared/cases/readers.ts'
import { AccountId, type CitizenId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { labelOf } from '../../../shared/projections/cases.ts'
import { casePeopleApi } from '../../../shared/wire/casework/case-people-api.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { notFound } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { IntakeGroup } from '../intake-group/intake-group.ts'
import { accepted } from './case-replies.ts'
import { caseAt, readCase } from './case-views.ts'
import type { Cases } from './cases.ts'
import { contactsOf } from './contacts.ts'
import type { FollowCodes } from './follow-codes.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly citizens: Citizens
  readonly intakeGroup: IntakeGroup
  readonly secrecyGate: SecrecyGate
  readonly cases: Cases
  readonly followCodes: FollowCodes
}

export const casePeopleRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { cases, citizens, followCodes, accounts } = dependencies

    serve(api, casePeopleApi.petitioners, async (request) => {
      const { accountId } = accountOf(request)
      const state = await readCase(dependencies, request.params.caseId, { accountId })
      const { petitionerIds: ids = [], representativeId = null } = state.intake.receipt ?? {}
      const purpose = `Xem vụ việc ${request.params.caseId}`
      const people = await citizens.read(ids, { accountId, purpose })
      const place = representativeId === null ? -1 : ids.indexOf(representativeId)
      return { petitioners: ids.map((id) => people.get(id) ?? null), representative: place < 0 ? null : place }
    })

    serve(api, casePeopleApi.correctPetitioners, async (request, reply) => {
      const { caseId } = request.params
      const { petitioners, representative, seq: expectedSeq } = request.body
      const { accountId } = accountOf(request)
      const state = await readCase(dependencies, caseId, { accountId })
      const { petitionerIds: before = [] } = state.intake.receipt ?? {}
      if (petitioners.some((one) => typeof one === 'number' && one >= before.length)) throw notFound('petitioner')
      const reader = { accountId, purpose: `Sửa người gửi, ${labelOf(state)}` }
      const added: CitizenId[] = []
      try {
        const petitionerIds: CitizenId[] = []
        for (const one of petitioners) {
          const kept = typeof one === 'number' ? before[one] : undefined
          const id = kept ?? (typeof one === 'number' ? undefined : await citizens.register(one))
          if (id === undefined) throw notFound('petitioner')
          if (kept === undefined) added.push(id)
          petitionerIds.push(id)
        }
        const representativeId = representative === null ? null : (petitionerIds[representative] ?? null)
        const data = { petitionerIds, representativeId }
        const by = { kind: 'account', accountId } as const
        accepted(await cases.dispatch(caseId, by, { ...wish(intake, 'correctPeople', data), expectedSeq }))
        if (!isProtected(state)) {
          const people = await citizens.read(petitionerIds, reader)
          await followCodes.ask(caseId, contactsOf([...people.values()]))
        }
      } catch (error) {
        // Nobody is kept of whom nothing was entered.
        const named = new Set((await cases.state(caseId))?.intake.receipt?.petitionerIds)
        for (const id of added)
          if (!named.has(id)) await citizens.erase(id, { ...reader, purpose: 'Sửa người gửi không thành' })
        throw error
      }
      return reply.code(204).send()
    })

    for (const command of ['nameReader', 'takeBackReader'] as const)
      serve(api, casePeopleApi[command], async (request, reply) => {
        const { caseId } = request.params
        const { seq: expectedSeq, ...data } = request.body
        await caseAt(dependencies, caseId)
        if (!(await accounts.find(AccountId.parse(data.accountId)))) throw notFound('account')
        const by = byAccount(accountOf(request))
        accepted(await cases.dispatch(caseId, by, { ...wish(intake, command, data), expectedSeq }))
        return reply.code(204).send()
      })

    serve(api, casePeopleApi.renewFollowCode, async (request) => {
      const { caseId } = request.params
      const { accountId } = accountOf(request)
      const state = await readCase(dependencies, caseId, { accountId })
      const { petitionerIds = [], isProtected: isAlone } = state.intake.receipt ?? {}
      if (isAlone) return { code: await followCodes.issue(caseId, { phone: null, email: null }) }
      const people = await citizens.read(petitionerIds, { accountId, purpose: 'Cấp lại mã tra cứu' })
      return { code: await followCodes.issue(caseId, contactsOf([...people.values()])) }
    })
  }
