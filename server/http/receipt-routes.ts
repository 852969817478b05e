// /api/sessions/ID/receipts: the receipt for what a citizen handed in, issued under the next number of its year, and as a file.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { receipt } from '../../shared/modules/receipt/contract.ts'
import type { NumberedKind } from '../../shared/wire/numbering.ts'
import { IssuedReceipt } from '../../shared/wire/receipt.ts'
import type { HttpDependencies } from './dependencies.ts'
import { HttpError, notFound, rejected } from './errors.ts'
import { contentDisposition, fileName } from './file-names.ts'
import { callerOf } from './guard.ts'
import { isUncertain, yearInVietnam } from './issuing.ts'
import { wish } from './wish.ts'

const tags = ['reception']
const system: ActorReference = { kind: 'system' }
const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export const receiptRoutes =
  ({ sessions, citizens, numbers, printReceipt, now, newId }: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const receiptsOf = async (sessionId: SessionId) => {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state.receipt.receipts
    }

    api.post(
      '/sessions/:sessionId/receipts/:participantId',
      {
        config: { access: 'recordKeeper' },
        schema: {
          tags,
          summary: 'Issue the receipt for what a citizen has handed in since the last one',
          params: z.object({ sessionId: SessionId, participantId: ParticipantId }),
          body: z.object({ receiptId: z.uuid().describe('made by the sender; the same again gets the same receipt') }),
          response: { 200: IssuedReceipt },
        },
      },
      async (request) => {
        const { sessionId, participantId } = request.params
        const { receiptId } = request.body
        const { participantId: officerId } = callerOf(request)
        const known = async () => (await receiptsOf(sessionId)).find((one) => one.receiptId === receiptId)
        const earlier = await known()
        if (earlier) return { receiptId, number: earlier.number, year: earlier.year }
        const year = yearInVietnam(now())
        return numbers.allot(
          { year, kind: 'receipt' satisfies NumberedKind },
          `${sessionId}:${receiptId}`,
          async (number) => {
            const issuing = wish(receipt, 'issue', { receiptId, participantId, officerId, number, year })
            const reply = await sessions.dispatch(sessionId, system, { id: newId(), ...issuing })
            const done = { used: true, value: { receiptId, number, year } } as const
            if (reply.ok) return done
            if (isUncertain(reply.rejection.code)) throw rejected(reply.rejection)
            // An earlier attempt whose answer was lost.
            return (await known()) ? done : { used: false, why: rejected(reply.rejection) }
          },
        )
      },
    )

    for (const [extension, type] of Object.entries(types) as ['pdf' | 'docx', string][])
      api.get(
        `/sessions/:sessionId/receipts/:receiptId/${extension}`,
        {
          config: { access: 'staffOrInvited' },
          schema: {
            tags,
            summary: `A receipt as ${extension.toUpperCase()}`,
            description: 'For staff, for chair and secretary, and for whose papers it names, by their own link.',
            params: z.object({ sessionId: SessionId, receiptId: z.uuid() }),
            response: {
              200: { description: 'the file', content: { [type]: { schema: z.custom<Uint8Array>() } } },
            },
          },
        },
        async (request, reply) => {
          const { sessionId, receiptId } = request.params
          const state = await sessions.state(sessionId)
          const found = state?.receipt.receipts.find((one) => one.receiptId === receiptId)
          if (!state || !found) throw notFound('receipt')
          const { participants } = state.admission
          const caller = request.caller && participants[request.caller.participantId]
          const isTheirs = caller?.participantId === found.participantId
          if (request.caller && !isTheirs && caller?.role !== 'chair' && caller?.role !== 'secretary')
            throw new HttpError(403, 'forbidden', 'A receipt is for whose papers it names, and for staff.')
          const people = await sessions.people(sessionId)
          const officerId = participants[found.officerId]?.personId
          const citizenId = state.identity.citizenIds[found.participantId]
          const purpose = `receipt ${found.number}/${found.year}`
          const reader = { accountId: request.account?.accountId ?? null, purpose }
          const citizen = citizenId ? (await citizens.read([citizenId], reader)).get(citizenId) : undefined
          const file = await printReceipt[extension]({
            receipt: found,
            place: state.session.place,
            officer: (officerId && people[officerId]) || { name: '……', title: null },
            citizen: citizen ?? null,
          })
          const name = fileName(`Giấy biên nhận số ${found.number}`, state.session, `.${extension}`)
          return reply.type(type).header('content-disposition', contentDisposition(name)).send(file)
        },
      )
  }
