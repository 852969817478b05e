// /api/sessions/ID/NAME: the papers of a session as files.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Aggregate } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { PaperKind } from '../../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { type PaperName, paperApi, paperPictureApi, paperTitles } from '../../../shared/wire/hearing/paper-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { AccessRequest } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Extension, IssuedPapers } from '../../papers/issued/issued-papers.ts'
import type { Papers, Printers } from '../../papers/session-papers.ts'
import { paperNames } from '../../papers/session-papers.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from '../../reception/appointments/appointments.ts'
import { issuedMinutes } from './issued-minutes.ts'
import { paperSource, withPartyPapers } from './paper-source.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly aggregate: Aggregate<SessionState>
  readonly papers: Papers
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
  readonly citizens: Citizens
  readonly appointments: Appointments
  /** Of its first page, PNG. */
  readonly pictureOfPaper: (pdf: Uint8Array) => Promise<Uint8Array>
  readonly now: () => number
}

const isText: ReadonlySet<string> = new Set(['csv', 'jsonl'])

export const paperRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    async function filed(request: AccessRequest, sessionId: SessionId, name: PaperName, version?: number) {
      const issued = issuable(name)
      const plain = await paperSource(dependencies, sessionId, version)
      const source = issued ? await withPartyPapers(dependencies, plain, request) : plain
      const file =
        (issued && (await issuedMinutes(dependencies, source, ...issued))) ?? (await dependencies.papers[name](source))
      return { file, source }
    }

    for (const name of paperNames)
      serve(api, paperApi[name], { audit: 'export' }, async (request, reply) => {
        const { sessionId } = request.params
        const { version } = request.query
        const { file, source } = await filed(request, sessionId, name, version)
        const [paper, extension] = name.split('.') as [keyof typeof paperTitles, keyof typeof mediaTypes]
        return reply
          .type(isText.has(extension) ? `${mediaTypes[extension]}; charset=utf-8` : mediaTypes[extension])
          .header(
            'content-disposition',
            contentDisposition(fileName(paperTitles[paper], source.state.session, `.${extension}`)),
          )
          .send(file)
      })

    for (const kind of PaperKind.options)
      serve(api, paperPictureApi[kind], { audit: exportByStaff }, async (request, reply) => {
        const { file } = await filed(request, request.params.sessionId, `${kind}.pdf`)
        return reply.type(mediaTypes.png).send(await dependencies.pictureOfPaper(Buffer.from(file)))
      })
  }

/** Of which kind, and as what, for those that are issued under a number. */
function issuable(name: PaperName): [PaperKind, Extension] | null {
  switch (name) {
    case 'minutes.pdf':
      return ['minutes', 'pdf']
    case 'minutes.docx':
      return ['minutes', 'docx']
    case 'conclusions.pdf':
      return ['conclusions', 'pdf']
    case 'conclusions.docx':
      return ['conclusions', 'docx']
    default:
      return null
  }
}
