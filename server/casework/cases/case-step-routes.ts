// /api/cases/ID: the steps of a case. Each names the version that was looked at (`seq`): nobody overwrites what another
// has done meanwhile.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { handling } from '../../../shared/cases/handling/contract.ts'
import { intake } from '../../../shared/cases/intake/contract.ts'
import { levelOf } from '../../../shared/cases/readers.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { dialogue } from '../../../shared/modules/dialogue/contract.ts'
import { isAbove } from '../../../shared/secrecy/levels.ts'
import { caseApi } from '../../../shared/wire/casework/case-api.ts'
import { caseStepApi } from '../../../shared/wire/casework/case-step-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { demandHandled } from '../../identity/secrecy/secrecy-rule.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { IntakeGroup } from '../intake-group/intake-group.ts'
import { accepted, refusing } from './case-replies.ts'
import { demandCases, readCase } from './case-views.ts'
import type { Cases } from './cases.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly intakeGroup: IntakeGroup
  readonly secrecyGate: SecrecyGate
  readonly cases: Cases
  readonly newId: () => string
}

export const caseStepRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { cases, sessions, newId } = dependencies

    for (const step of Object.values(caseStepApi))
      serve(api, step, async (request, reply) => {
        const { caseId } = request.params
        const account = accountOf(request)
        await readCase(dependencies, caseId, account)
        const { seq: expectedSeq, ...sent } = request.body as { seq: number }
        accepted(await cases.dispatch(caseId, byAccount(account), { ...step.wish(sent), expectedSeq }))
        return reply.code(204).send()
      })

    serve(api, caseApi.classify, async (request, reply) => {
      const { caseId } = request.params
      await readCase(dependencies, caseId, accountOf(request))
      const { seq: expectedSeq, ...as } = request.body
      const by = byAccount(accountOf(request))
      await refusing(() => cases.classify(caseId, by, { ...as, expectedSeq }))
      return reply.code(204).send()
    })

    serve(api, caseApi.changeLevel, async (request, reply) => {
      const { caseId } = request.params
      const { seq: expectedSeq, ...data } = request.body
      const account = accountOf(request)
      const before = levelOf(await readCase(dependencies, caseId, account))
      demandHandled(dependencies, data.secrecy)
      if (isAbove(before, data.secrecy) && account.role !== 'administrator')
        throw new HttpError(403, 'secrecy.lowered-by-administrator', 'A level is lowered by an administrator.')
      accepted(await cases.dispatch(caseId, byAccount(account), { ...wish(intake, 'setLevel', data), expectedSeq }))
      return reply.code(204).send()
    })

    serve(api, caseApi.split, async (request, reply) => {
      const { caseId } = request.params
      await readCase(dependencies, caseId, accountOf(request))
      const by = byAccount(accountOf(request))
      await refusing(() => cases.split(caseId, by, request.body.parts, request.body.seq))
      return reply.code(204).send()
    })

    serve(api, caseApi.linkEarlier, async (request, reply) => {
      const { caseId } = request.params
      const { earlierIds, seq: expectedSeq } = request.body
      await readCase(dependencies, caseId, accountOf(request))
      await demandCases(dependencies, earlierIds, accountOf(request))
      const by = byAccount(accountOf(request))
      const linking = { ...wish(intake, 'linkEarlier', { earlierIds }), expectedSeq }
      accepted(await cases.dispatch(caseId, by, linking))
      return reply.code(204).send()
    })

    serve(api, caseApi.pointToDialogue, async (request, reply) => {
      const { caseId } = request.params
      const { sessionId, seq: expectedSeq } = request.body
      await readCase(dependencies, caseId, accountOf(request))
      const booked = await sessions.state(sessionId)
      if (!booked) throw notFound('session')
      const data = { sessionId, on: calendarDayOf(booked.session.scheduledAt) }
      const by = byAccount(accountOf(request))
      accepted(await cases.dispatch(caseId, by, { ...wish(handling, 'bookDialogue', data), expectedSeq }))
      // Should it fail, the officers begin it in its panel.
      const begin = wish(dialogue, 'begin', {})
      if (booked.session.kind === 'reception') await sessions.dispatch(sessionId, by, { id: newId(), ...begin })
      return reply.code(204).send()
    })
  }
