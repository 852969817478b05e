// /api/sessions/ID/mail: who can be written to, what went out; and the entry for a person's own calendar.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { readiness } from '../../../shared/modules/readiness/contract.ts'
import type { MailStatus } from '../../../shared/wire/hearing/mail.ts'
import { mailApi } from '../../../shared/wire/hearing/mail-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { noteLookAtLinks } from './link-looks.ts'
import type { Mail } from './mail.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly mail: Mail
  readonly newId: () => string
}
/** What is sent has the link of whoever it is sent to. */

export const mailRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, mail, newId } = dependencies

    async function statusOf(sessionId: SessionId): Promise<MailStatus> {
      const status = await mail.status(sessionId)
      if (!status) throw notFound('session')
      return status
    }

    serve(api, mailApi.read, ({ params: { sessionId } }) => statusOf(sessionId))

    serve(api, mailApi.send, { audit: 'link.take' }, async (request, reply) => {
      const { sessionId } = request.params
      const { isOn } = await statusOf(sessionId)
      if (!isOn) throw new HttpError(409, 'mail-off', 'This server sends no mail: set SMTP_URL and MAIL_FROM.')
      const queued = await mail.invite(sessionId, request.body.personIds)
      // Inviting everybody is the notice that a gate asks for; inviting one person again is not.
      if (queued > 0 && request.body.personIds === null)
        await sessions.dispatch(sessionId, byAccount(accountOf(request)), {
          id: newId(),
          ...wish(readiness, 'recordNotice', {}),
        })
      return reply.code(202).send({ queued })
    })

    serve(
      api,
      mailApi.correctEmail,
      { audit: 'link.take' },
      async ({ params: { sessionId, personId }, body: { email } }, reply) => {
        if (!(personId in (await sessions.people(sessionId)))) throw notFound('person')
        await sessions.changeEmail(sessionId, personId, email)
        return reply.code(204).send()
      },
    )

    serve(api, mailApi.calendarEntry, { audit: 'link.take' }, async (request, reply) => {
      const { sessionId, participantId } = request.params
      const state = await sessions.state(sessionId)
      if (state?.admission.participants[participantId])
        await noteLookAtLinks(dependencies, request, sessionId, { way: 'calendar', participantId })
      const participant = state?.admission.participants[participantId]
      const calendar = participant && (await mail.calendarOf(sessionId, participant.personId))
      if (!state || !calendar) throw notFound('invitation')
      return reply
        .type(`${mediaTypes.ics}; charset=utf-8`)
        .header('content-disposition', contentDisposition(fileName('Lịch họp', state.session, '.ics')))
        .send(calendar)
    })
  }
