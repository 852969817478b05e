// /api/sessions/ID/refusal-notices: the notices owed for refusals, until when, and their issue under the next number of the year.

import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { groundOf } from '../../../shared/law/refusal-grounds.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { type Notice, notice, noticeOf } from '../../../shared/modules/notice/contract.ts'
import type { LawInForce } from '../../../shared/projections/case-clocks.ts'
import type { Signatory } from '../../../shared/projections/issued-paper.ts'
import { noticeClock } from '../../../shared/projections/refusal-notices.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { NumberedKind } from '../../../shared/wire/papers/numbering.ts'
import { refusalNoticeApi } from '../../../shared/wire/reception/refusal-notice-api.ts'
import type { NoticeWish } from '../../../shared/wire/reception/refusal-notices.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { AccessRequest } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Extension, IssuedPapers, Verification } from '../../papers/issued/issued-papers.ts'
import { extensions, isUncertain, yearInVietnam } from '../../papers/issued/issuing.ts'
import type { LastSignatory } from '../../papers/issued/last-signatory.ts'
import { registerSignatory, rememberSignatory } from '../../papers/issued/signatories.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import type { Printers } from '../../papers/session-papers.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { byAccount } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from '../appointments/appointments.ts'
import type { AppointmentRecord } from '../appointments/record.ts'
import { citizenPaperFile, type Known } from '../receipts/citizen-papers.ts'
import { demandOwnOrStaff } from '../receipts/paper-access.ts'
import type { Register } from '../register/register.ts'
import { matterOfVisit } from '../visits/matter-of-visit.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly lastSignatory: LastSignatory
  readonly register: Register
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
  readonly numbers: Numbers
  readonly citizens: Citizens
  readonly appointments: Appointments
  readonly appointmentRecord: AppointmentRecord
  readonly law: LawData
  readonly now: () => number
  readonly newId: () => string
}

export const refusalNoticeRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, law, lastSignatory, now } = dependencies
    const noticeFile = noticeFiles(dependencies)

    serve(api, refusalNoticeApi.list, async ({ params: { sessionId } }) => {
      const state = await stateOf(dependencies, sessionId)
      const [people, inForce] = await Promise.all([sessions.people(sessionId), law.inForce()])
      return {
        signatory: await lastSignatory.read(),
        matter: await matterOfVisit(dependencies, state),
        refusals: state.visit.refusals.map(({ participantId, groundId, explainedAt, words }) => {
          const personId = state.admission.participants[participantId]?.personId
          const ground = groundOf(groundId)
          const issued = noticeOf(state.notice.notices, { participantId, explainedAt })
          return {
            participantId,
            name: (personId && people[personId]?.name) || '……',
            explainedAt,
            words,
            ground: {
              words: ground?.words ?? groundId,
              source: ground?.source ?? '',
              needsNotice: ground?.needsNotice ?? false,
            },
            due: ground?.needsNotice ? dueFor(explainedAt, inForce, now()) : null,
            notice: issued ? { noticeId: issued.noticeId, number: issued.number, year: issued.year } : null,
          }
        }),
      }
    })

    serve(api, refusalNoticeApi.issue, async (request) => {
      const { sessionId } = request.params
      const { noticeId } = request.body
      const known = async () => noticeIn(await stateOf(dependencies, sessionId), noticeId)
      if (!(await known())) await issue(dependencies, request, sessionId, request.body)
      const state = await stateOf(dependencies, sessionId)
      const issued = noticeIn(state, noticeId)
      if (!issued) throw notFound('notice')
      await noticeFile(state, issued, 'pdf', request)
      return { noticeId, number: issued.number, year: issued.year }
    })

    for (const extension of extensions)
      serve(api, refusalNoticeApi[extension], { audit: exportByStaff }, async (request, reply) => {
        const { sessionId, noticeId } = request.params
        const state = await stateOf(dependencies, sessionId)
        const found = noticeIn(state, noticeId)
        if (!found) throw notFound('notice')
        demandOwnOrStaff(request, state, found.participantId, 'A notice is for whom it tells, and for staff.')
        const file = await noticeFile(state, found, extension, request)
        const name = fileName(`Thông báo từ chối số ${found.number}`, state.session, `.${extension}`)
        return reply.type(mediaTypes[extension]).header('content-disposition', contentDisposition(name)).send(file)
      })
  }

async function stateOf({ sessions }: Pick<Dependencies, 'sessions'>, sessionId: SessionId): Promise<SessionState> {
  const state = await sessions.state(sessionId)
  if (!state) throw notFound('session')
  return state
}

/** null: no term is known. */
function dueFor(explainedAt: number, inForce: LawInForce, now: number) {
  const clock = noticeClock(explainedAt, inForce, now)
  if (clock?.dueOn == null) return null
  const { dueOn: on, amount, row } = clock
  return { on, amount, unit: row.unit, source: row.source }
}

/** Under the next number of the year, or the one that an earlier attempt was given. @throws HttpError */
async function issue(
  dependencies: Dependencies,
  { account, caller }: Pick<FastifyRequest, 'account' | 'caller'>,
  sessionId: SessionId,
  { signatory, ...words }: z.output<typeof NoticeWish>,
): Promise<void> {
  const { sessions, numbers, law, now, newId } = dependencies
  const { noticeId, explainedAt } = words
  const due = dueFor(explainedAt, await law.inForce(), now())
  if (!due) throw new HttpError(409, 'notice.no-term', 'No term for a notice is known for the day of the refusal.')
  const signatoryId = await registerSignatory(sessions, sessionId, signatory)
  const year = yearInVietnam(now())
  const by = account ? byAccount(account) : ({ kind: 'system' } as const)
  await numbers.allot(
    { year, kind: 'refusalNotice' satisfies NumberedKind },
    `${sessionId}:${noticeId}`,
    async (number) => {
      const issuing = wish(notice, 'issue', {
        ...words,
        signatoryId,
        signing: signatory.signing,
        dueOn: due.on,
        number,
        year,
        byParticipantId: caller?.participantId ?? null,
      })
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...issuing })
      if (reply.ok) return { used: true, value: null }
      if (isUncertain(reply.rejection.code)) throw rejected(reply.rejection)
      // An earlier attempt whose answer was lost.
      return noticeIn(await stateOf(dependencies, sessionId), noticeId)
        ? { used: true, value: null }
        : { used: false, why: rejected(reply.rejection) }
    },
  )
  await rememberSignatory(dependencies, await stateOf(dependencies, sessionId), signatory)
}

const noticeIn = ({ notice: { notices } }: SessionState, noticeId: string) =>
  notices.find((one) => one.noticeId === noticeId)

/** Of a notice issued before forms of signing were kept, and of somebody erased since, what is known. */
function signatoryOf({ signatoryId, signing }: Notice, people: People): Signatory {
  const { name, title } = people[signatoryId] ?? { name: '……', title: null }
  return { name, signing: signing ?? { form: 'direct', signedFor: null, deputyOf: null, office: title ?? '……' } }
}

/** On the paper handed to them a denouncer has their own name; everywhere else the number they are called by. */
export function nameOf({ session, admission }: SessionState, participantId: ParticipantId, { people, citizen }: Known) {
  const personId = admission.participants[participantId]?.personId
  return (session.isProtected && citizen?.name) || (personId && people[personId]?.name) || '……'
}

function noticeFiles(dependencies: Dependencies) {
  const file = citizenPaperFile(dependencies)
  return (state: SessionState, notice: Notice, extension: Extension, request: AccessRequest) => {
    const { place } = state.session
    const paper = {
      ...notice,
      kind: 'refusalNotice' as const,
      name: 'Thông báo từ chối',
      at: `refusal-notices/${notice.noticeId}`,
      print: ({ people, citizen }: Known, where: Verification) => {
        const name = nameOf(state, notice.participantId, { people, citizen })
        const signatory = signatoryOf(notice, people)
        return dependencies.printIssued.refusalNotice({ notice, place, name, citizen, signatory }, where)
      },
    }
    return file(state, paper, extension, request)
  }
}
