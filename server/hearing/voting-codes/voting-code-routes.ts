// /api/sessions/ID/voting-codes: the codes of one site on a sheet to be sealed. They are made as they are printed and shown once; whoever
// prints again makes others, which the journal says and everybody in the room sees (ADR 0075).

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { wish } from '../../../shared/kernel/wish.ts'
import { ballot } from '../../../shared/modules/ballot/contract.ts'
import type { Site } from '../../../shared/modules/sites/contract.ts'
import { siteOf } from '../../../shared/modules/sites/contract.ts'
import { votingCodeApi } from '../../../shared/wire/hearing/voting-code-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { PaperSource } from '../../papers/session-papers.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { paperSource } from '../minutes/paper-source.ts'

interface Dependencies {
  readonly sessions: Sessions
  /** The sheet of one site, with the codes that this printing has made. */
  readonly printVotingCodes: (source: PaperSource, site: Site, printId: string) => Promise<Uint8Array>
  readonly now: () => number
  readonly newId: () => string
}

export const votingCodeRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, printVotingCodes, newId } = dependencies

    serve(api, votingCodeApi.print, { audit: 'codes.print' }, async (request, reply) => {
      const { sessionId } = request.params
      const { siteId, delegateId } = request.body
      const printId = newId()
      const print = wish(ballot, 'printCodes', { ...request.body, printId })
      if (!(await sessions.state(sessionId))) throw notFound('session')
      const answer = await sessions.dispatch(sessionId, actorOf(request), { id: newId(), ...print })
      if (!answer.ok) throw rejected(answer.rejection)
      const source = await paperSource(dependencies, sessionId)
      const site = siteOf(source.state.sites.sites, siteId)
      if (!site) throw notFound('site')
      const delegates = site.delegates.filter((one) => delegateId === null || one.delegateId === delegateId)
      const sheet = await printVotingCodes(source, { ...site, delegates }, printId)
      const title = `Mã biểu quyết - ${site.name}`
      return reply
        .type(mediaTypes.pdf)
        .header('cache-control', 'no-store')
        .header('content-disposition', contentDisposition(fileName(title, source.state.session, '.pdf')))
        .send(sheet)
    })
  }
