// /api/sessions/ID/receipts: the receipt for what a citizen handed in, issued under the next number of its year, and as a file.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { type Receipt, receipt } from '../../../shared/modules/receipt/contract.ts'
import type { People, Person } from '../../../shared/wire/engine/socket-events.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { NumberedKind } from '../../../shared/wire/papers/numbering.ts'
import { receiptApi } from '../../../shared/wire/reception/receipt-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { AccessRequest } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { FirstPapers } from '../../papers/agency/first-papers.ts'
import type { Extension, IssuedPapers, Verification } from '../../papers/issued/issued-papers.ts'
import { extensions, isUncertain, yearInVietnam } from '../../papers/issued/issuing.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import type { Printers } from '../../papers/session-papers.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { callerOf } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from '../appointments/appointments.ts'
import { citizenPaperFile, type Known } from './citizen-papers.ts'
import { demandOwnOrStaff } from './paper-access.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
  readonly numbers: Numbers
  readonly citizens: Citizens
  readonly appointments: Appointments
  readonly firstPapers: FirstPapers
  readonly now: () => number
  readonly newId: () => string
}
const system: ActorReference = { kind: 'system' }

export const receiptRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, numbers, firstPapers, now, newId } = dependencies
    const receiptFile = receiptFiles(dependencies)
    const stateOf = async (sessionId: SessionId) => {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state
    }

    serve(api, receiptApi.issue, async (request) => {
      const { sessionId, participantId } = request.params
      const { receiptId, unlessFirst } = request.body
      const { participantId: officerId } = callerOf(request)
      const known = async () => receiptIn(await stateOf(sessionId), receiptId)
      if (!(await known())) {
        if (unlessFirst && (await firstPapers.isFirst('receipt')))
          throw new HttpError(409, 'receipt.first', 'It is the first receipt as papers look now: look at it before.')
        const year = yearInVietnam(now())
        await numbers.allot(
          { year, kind: 'receipt' satisfies NumberedKind },
          `${sessionId}:${receiptId}`,
          async (number) => {
            const issuing = wish(receipt, 'issue', { receiptId, participantId, officerId, number, year })
            const reply = await sessions.dispatch(sessionId, system, { id: newId(), ...issuing })
            if (reply.ok) return { used: true, value: null }
            if (isUncertain(reply.rejection.code)) throw rejected(reply.rejection)
            // An earlier attempt whose answer was lost.
            return (await known()) ? { used: true, value: null } : { used: false, why: rejected(reply.rejection) }
          },
        )
        await firstPapers.issued('receipt')
      }
      const state = await stateOf(sessionId)
      const issued = receiptIn(state, receiptId)
      if (!issued) throw notFound('receipt')
      // Printed now, while what it says is what was said; should that fail, the first who asks for it prints it.
      await receiptFile(state, issued, 'pdf', request)
      return { receiptId, number: issued.number, year: issued.year }
    })

    for (const extension of extensions)
      serve(api, receiptApi[extension], { audit: exportByStaff }, async (request, reply) => {
        const { sessionId, receiptId } = request.params
        const state = await stateOf(sessionId)
        const found = receiptIn(state, receiptId)
        if (!found) throw notFound('receipt')
        demandOwnOrStaff(request, state, found.participantId, 'A receipt is for whose papers it names, and for staff.')
        const file = await receiptFile(state, found, extension, request)
        const name = fileName(`Giấy biên nhận số ${found.number}`, state.session, `.${extension}`)
        return reply.type(mediaTypes[extension]).header('content-disposition', contentDisposition(name)).send(file)
      })
  }

const receiptIn = ({ receipt: { receipts } }: SessionState, receiptId: string) =>
  receipts.find((one) => one.receiptId === receiptId)

/** Who has taken the papers, as the receipt names them. */
export const officerOf = ({ admission }: SessionState, officerId: ParticipantId, people: People): Person => {
  const personId = admission.participants[officerId]?.personId
  return (personId && people[personId]) || { name: '……', title: null }
}

function receiptFiles(dependencies: Dependencies) {
  const file = citizenPaperFile(dependencies)
  return (state: SessionState, receipt: Receipt, extension: Extension, request: AccessRequest) => {
    const paper = {
      ...receipt,
      kind: 'receipt' as const,
      name: 'Giấy biên nhận',
      at: `receipts/${receipt.receiptId}`,
      print: ({ people, citizen }: Known, where: Verification) => {
        const officer = officerOf(state, receipt.officerId, people)
        return dependencies.printIssued.receipt({ receipt, place: state.session.place, officer, citizen }, where)
      },
    }
    return file(state, paper, extension, request)
  }
}
