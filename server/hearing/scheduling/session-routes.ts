// /api/sessions: what staff do with sessions before and after the meeting itself.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate, Wish } from '../../../shared/kernel/aggregate.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isPlanned } from '../../../shared/modules/readiness/contract.ts'
import { session } from '../../../shared/modules/session/contract.ts'
import { summaryOf } from '../../../shared/projections/session-summary.ts'
import { Cancellation, NewSession, SessionChange } from '../../../shared/wire/booking.ts'
import { SessionOpening } from '../../../shared/wire/readiness.ts'
import {
  ScheduledSession,
  SessionDetail,
  SessionList,
  SessionQuery,
  SessionSummary,
} from '../../../shared/wire/rest.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Links } from '../../identity/links/links.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { bookingSheet } from '../../papers/kinds/booking-sheet.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import type { Mail } from '../invitations/mail.ts'
import { nothingSaid, openSession } from './opening.ts'
import { planOf, scheduleSession } from './scheduling.ts'
import { detailOf } from './session-views.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly sessionLists: SessionLists
  readonly aggregate: Aggregate<SessionState>
  readonly links: Links
  readonly mail: Mail
  readonly law: LawData
  readonly secrecyGate: SecrecyGate
  readonly now: () => number
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
}

/** Two hundred sites with their delegates, and all participants. */
const largestScheduleBytes = 8 * 1024 * 1024
const AtSession = z.object({ sessionId: SessionId })
const tags = ['sessions']
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const steps: Readonly<Record<'close' | 'seal', { summary: string; wish: Wish }>> = {
  close: { summary: 'Close a session: nobody may speak afterwards', wish: wish(session, 'close', {}) },
  seal: { summary: 'End the journal of a closed session for good', wish: wish(session, 'seal', {}) },
}

export const sessionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, sessionLists, mail, law, newId } = dependencies

    async function existing(sessionId: SessionId): Promise<SessionState> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state
    }

    api.get(
      '/sessions',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Sessions: those to come and going on, then those that are over, page by page',
          querystring: SessionQuery,
          response: { 200: SessionList },
        },
      },
      ({ query: { of, ...query } }) => sessionLists.list({ ...query, areVisits: of === 'visits' }),
    )

    api.get(
      '/booking-sheet.xlsx',
      {
        config: { access: 'staff', audit: null },
        schema: {
          tags,
          summary: 'The list of sites and people to fill in',
          description: 'The form of a new session reads it back, and names every row that is wrong.',
          response: {
            200: { description: 'the file', content: { [workbook]: { schema: z.custom<Uint8Array>() } } },
          },
        },
      },
      async (_request, reply) =>
        reply
          .type(workbook)
          .header('content-disposition', contentDisposition('Danh sách điểm cầu, đại biểu.xlsx'))
          .send(await bookingSheet()),
    )

    api.post(
      '/sessions',
      {
        config: { access: 'staff', audit: 'link.take' },
        bodyLimit: largestScheduleBytes,
        schema: {
          tags,
          summary: 'Schedule a session',
          description:
            'One wish: with its sites, their delegates and the participants, each of whom gets a personal link. ' +
            'When something is refused, nothing is scheduled.',
          body: NewSession,
          response: { 201: ScheduledSession },
        },
      },
      async (request, reply) => {
        const scheduled = await scheduleSession(dependencies, byAccount(accountOf(request)), request.body)
        request.made = { sessionId: scheduled.sessionId }
        return reply.code(201).send(scheduled)
      },
    )

    api.get(
      '/sessions/:sessionId',
      {
        config: { access: 'staff', words: null },
        schema: {
          tags,
          summary: 'One session with its sites and participants',
          params: AtSession,
          response: { 200: SessionDetail },
        },
      },
      async ({ params: { sessionId } }) => {
        const state = await existing(sessionId)
        const [people, emails] = await Promise.all([sessions.people(sessionId), sessions.emails(sessionId)])
        return detailOf(state, people, emails)
      },
    )

    async function dispatch(sessionId: SessionId, by: ActorReference, wanted: Wish): Promise<SessionState> {
      await existing(sessionId)
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
      if (!reply.ok) throw rejected(reply.rejection)
      return existing(sessionId)
    }

    api.put(
      '/sessions/:sessionId/schedule',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Change time, place or title before the session opens',
          description: 'Whoever was invited by mail is told, with a new entry for the calendar.',
          params: AtSession,
          body: SessionChange,
          response: { 200: SessionSummary },
        },
      },
      async (request) => {
        const { sessionId } = request.params
        const before = await existing(sessionId)
        const by = byAccount(accountOf(request))
        const after = await dispatch(sessionId, by, wish(session, 'reschedule', request.body))
        const hasChanged = after.session.revision !== before.session.revision
        // Saved as it was, too: a plan that did not come through the last time is made good so.
        if (after.session.visitOf === null && (hasChanged || !isPlanned(after.readiness, after.session)))
          await dispatch(sessionId, by, planOf(after.session.scheduledAt, await law.calendar()))
        if (hasChanged) await mail.announceChange(sessionId)
        return summaryOf(after)
      },
    )

    api.post(
      '/sessions/:sessionId/cancellation',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Cancel a session that has not been opened',
          description: 'Whoever was invited by mail is told; who opens a link reads the reason.',
          params: AtSession,
          body: Cancellation,
          response: { 200: SessionSummary },
        },
      },
      async (request) => {
        const { sessionId } = request.params
        const after = await dispatch(sessionId, byAccount(accountOf(request)), wish(session, 'cancel', request.body))
        await mail.announceCancellation(sessionId, null)
        return summaryOf(after)
      },
    )

    api.post(
      '/sessions/:sessionId/open',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Open a session',
          description:
            'A reception of which gates are missing is opened with a reason only; one that nothing records, with what is ' +
            'said of the agency’s own equipment: when that is refused, nothing is written.',
          params: AtSession,
          body: SessionOpening.nullish(),
          response: { 200: SessionSummary },
        },
      },
      async (request) => {
        const { sessionId } = request.params
        await openSession(dependencies, accountOf(request), await existing(sessionId), request.body ?? nothingSaid)
        return summaryOf(await existing(sessionId))
      },
    )

    for (const [name, { summary, wish }] of Object.entries(steps))
      api.post(
        `/sessions/:sessionId/${name}`,
        {
          config: { access: 'staff' },
          schema: { tags, summary, params: AtSession, response: { 200: SessionSummary } },
        },
        async (request) => {
          return summaryOf(await dispatch(request.params.sessionId, byAccount(accountOf(request)), wish))
        },
      )
  }
