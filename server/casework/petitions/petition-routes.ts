// What anybody may do about a petition: send one, and follow one by its code. No account, and nothing of anybody else.

import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { owesResult } from '../../../shared/cases/handling/contract.ts'
import type { CaseState } from '../../../shared/cases/index.ts'
import { isProtected, levelOf } from '../../../shared/cases/readers.ts'
import { CaseId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { LawInForce } from '../../../shared/projections/case-clocks.ts'
import { labelOf, matterOf, milestonesOf, statusOf } from '../../../shared/projections/cases.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import { type FollowedCase, WebPetition } from '../../../shared/wire/casework/cases.ts'
import { petitionApi } from '../../../shared/wire/casework/petition-api.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { noteFailedCode } from '../../platform/http/failed-codes.ts'
import { limitPerNetwork, tooMany } from '../../platform/http/rate-limits.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { Cases } from '../cases/cases.ts'
import { contactsOf } from '../cases/contacts.ts'
import type { FollowCodes } from '../cases/follow-codes.ts'
import { Refused } from '../cases/refused.ts'
import { promiseOf } from '../deadlines/clock-views.ts'
import type { LawData } from '../deadlines/law-data.ts'
import { petitionLimits, takePetition } from './petition-form.ts'

interface Dependencies {
  readonly documents: Documents
  readonly citizens: Citizens
  readonly law: LawData
  readonly cases: Cases
  readonly followCodes: FollowCodes
  readonly metrics: Metrics
  readonly now: () => number
  readonly newId: () => string
}

function courseOf(state: CaseState, law: LawInForce, now: number): FollowedCase['course'] {
  const { competence } = state.intake
  const status = statusOf(state)
  // What the body it went to has said may come after the end.
  const isToBeTold = status === 'closed' && owesResult(state.handling)
  return {
    // The number tells what kind of petition it is.
    number: isProtected(state) ? null : labelOf(state),
    status: isToBeTold ? 'toAnswer' : status,
    milestones: milestonesOf(state).map((one) => ({ ...one })),
    body: state.handling.sentOn ? (competence?.body ?? null) : null,
    promise: promiseOf(matterOf(state)?.facts ?? [], law, now),
  }
}

export const petitionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { cases, citizens, followCodes, law, now, newId } = dependencies
    await api.register(multipart, { throwFileSizeLimit: false, limits: petitionLimits })

    serve(
      api,
      petitionApi.send,
      { isUpload: true, limit: limitPerNetwork({ points: 10, seconds: 60 * 60 }) },
      async (request, reply) => {
        const caseId = CaseId.parse(newId())
        const receivedOn = calendarDayOf(now())
        const code = await takePetition(request, dependencies, caseId, WebPetition, async (words, attachments) => {
          const { kind, name, address, phone, email, subject, content } = words
          const citizen = { name, address, phone, email, identity: null }
          const petitionerId = await citizens.register(citizen)
          const petition = {
            caseId,
            way: 'web',
            reception: null,
            receivedOn,
            writtenOn: receivedOn,
            // Whoever does not know leaves it to the agency, which then sorts it first.
            kind: kind === 'unsure' ? 'mixed' : kind,
            signers: 1,
            petitionerIds: [petitionerId],
            subject,
            content,
            attachments,
            secrecy: 'open',
          } as const
          try {
            return (
              await cases.receive(
                { kind: 'system' },
                { ...petition, petitionerIds: [petitionerId] },
                contactsOf([citizen]),
              )
            ).code
          } catch (error) {
            await citizens.erase(petitionerId, { accountId: null, purpose: 'Gửi đơn không thành' })
            throw error instanceof Refused ? rejected(error.reply.rejection) : error
          }
        })
        return reply.code(201).send({ code, receivedOn })
      },
    )

    serve(api, petitionApi.follow, async (request) => {
      const { code, contact } = request.body
      const followed = await followCodes.open(code, contact, request.ip)
      if (followed.kind === 'too-many') {
        noteFailedCode(dependencies, request, { door: 'case', outcome: 'locked' })
        throw tooMany(followed.retryAfterMs)
      }
      const found = followed.kind === 'found' ? await cases.state(followed.caseId) : null
      // Of what is above “internal” the public page knows nothing, not even that it is there.
      const state = found && !isStateSecret(levelOf(found)) ? found : null
      if (!state) {
        noteFailedCode(dependencies, request, { door: 'case', outcome: 'unknown' })
        throw new HttpError(
          404,
          'follow.unknown',
          'There is no case with this code and contact. Check both, then try again.',
        )
      }
      const parts = await Promise.all(state.intake.parts.map((part) => cases.state(part.caseId)))
      const inForce = await law.inForce()
      const course = (one: CaseState) => courseOf(one, inForce, now())
      return {
        course: course(state),
        parts: parts.flatMap((part) => (part && !isStateSecret(levelOf(part)) ? [course(part)] : [])),
      }
    })
  }
