// /api/cases/ID: whose case it is, who may read it, and the code by which they follow it. Each look is written down.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { intake } from '../../../shared/cases/intake/contract.ts'
import { isProtected } from '../../../shared/cases/readers.ts'
import { AccountId, CaseId, type CitizenId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { labelOf } from '../../../shared/projections/cases.ts'
import { CorrectedPetitioners, Petitioners, ReceivedCase } from '../../../shared/wire/cases.ts'
import { notedByRoute } from '../../../shared/wire/route.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { notFound } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
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

const tags = ['cases']
const staff = { access: 'staff' } as const
const AtCase = z.object({ caseId: CaseId })
const seq = z.int().positive().describe('of the case as it was looked at')

export const casePeopleRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { cases, citizens, followCodes, accounts } = dependencies

    api.get(
      '/cases/:caseId/petitioners',
      {
        config: { ...staff, words: notedByRoute },
        schema: {
          tags,
          summary: 'Whose case it is',
          description:
            'Each time, who asked is written down. Of a denunciation, and of a secret of the state, for those named alone.',
          params: AtCase,
          response: { 200: Petitioners },
        },
      },
      async (request) => {
        const { accountId } = accountOf(request)
        const state = await readCase(dependencies, request.params.caseId, { accountId })
        const { petitionerIds: ids = [], representativeId = null } = state.intake.receipt ?? {}
        const purpose = `Xem vụ việc ${request.params.caseId}`
        const people = await citizens.read(ids, { accountId, purpose })
        const place = representativeId === null ? -1 : ids.indexOf(representativeId)
        return { petitioners: ids.map((id) => people.get(id) ?? null), representative: place < 0 ? null : place }
      },
    )

    api.put(
      '/cases/:caseId/petitioners',
      {
        config: staff,
        schema: {
          tags,
          summary: 'Correct who sent it',
          description:
            'In the place of whoever is corrected stands an entry of their own: a visit or another case that names the one before ' +
            'keeps it. The code is asked for with the contacts as they are then.',
          params: AtCase,
          body: CorrectedPetitioners.extend({ seq }),
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
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
      },
    )

    const readerSteps = {
      readers: {
        summary: 'Let an account read what is for those named alone: a denunciation, a secret of the state',
        command: 'nameReader',
      },
      'readers/taking-back': { summary: 'Take back that an account may read it', command: 'takeBackReader' },
    } as const
    for (const [path, { summary, command }] of Object.entries(readerSteps))
      api.post(
        `/cases/:caseId/${path}`,
        {
          config: { access: 'administrator' },
          schema: {
            tags,
            summary,
            params: AtCase,
            body: intake.commands[command].data.extend({ seq }),
            response: { 204: z.undefined() },
          },
        },
        async (request, reply) => {
          const { caseId } = request.params
          const { seq: expectedSeq, ...data } = request.body
          await caseAt(dependencies, caseId)
          if (!(await accounts.find(AccountId.parse(data.accountId)))) throw notFound('account')
          const by = { kind: 'account', accountId: accountOf(request).accountId } as const
          accepted(await cases.dispatch(caseId, by, { ...wish(intake, command, data), expectedSeq }))
          return reply.code(204).send()
        },
      )

    api.post(
      '/cases/:caseId/follow-code',
      {
        config: staff,
        schema: {
          tags,
          summary: 'Give the citizen another code to follow the case by; the one before opens nothing any more',
          params: AtCase,
          response: { 200: ReceivedCase.pick({ code: true }) },
        },
      },
      async (request) => {
        const { caseId } = request.params
        const { accountId } = accountOf(request)
        const state = await readCase(dependencies, caseId, { accountId })
        const { petitionerIds = [], isProtected: isAlone } = state.intake.receipt ?? {}
        if (isAlone) return { code: await followCodes.issue(caseId, { phone: null, email: null }) }
        const people = await citizens.read(petitionerIds, { accountId, purpose: 'Cấp lại mã tra cứu' })
        return { code: await followCodes.issue(caseId, contactsOf([...people.values()])) }
      },
    )
  }
