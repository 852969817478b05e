// The archive of a sealed session as one ZIP, and the key by which anybody checks such archives.

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { archiveApi } from '../../../shared/wire/custody/archive-api.ts'
import type { SessionSeal } from '../../../shared/wire/custody/verification-key.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { paperSource } from '../../hearing/minutes/paper-source.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Recordings } from '../../media/recording/recording.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import type { IssuedPapers } from '../../papers/issued/issued-papers.ts'
import type { Printers } from '../../papers/session-papers.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Retention } from '../retention/retention.ts'
import { endSupplements } from '../supplements/supplement-files.ts'
import { archiveContents } from './archive-contents.ts'
import type { Seals } from './seals.ts'
import type { SigningKey } from './signature.ts'
import type { KeptSupplement } from './supplements.ts'
import { writeArchive } from './write-archive.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly documents: Documents
  /** Signs archives. */
  readonly signingKey: SigningKey
  readonly seals: Seals
  readonly recordings: Pick<Recordings, 'segments' | 'read' | 'readIndex'>
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
  readonly citizens: Citizens
  readonly retention: Retention
  readonly now: () => number
  readonly log: FastifyBaseLogger
}

export const archiveRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { signingKey, seals, log } = dependencies

    async function shownSupplement(supplement: KeptSupplement) {
      const { number, kind, madeAt, files } = supplement.content
      const stamp = stampShown(await seals.stampOfSupplement(supplement))
      return { number, kind, madeAt, files: files.length, sha256: supplement.sha256, stamp }
    }

    serve(api, archiveApi.verificationKey, async () => signingKey.published)

    serve(api, archiveApi.seal, async ({ params: { sessionId } }) => {
      const kept = await seals.kept(sessionId)
      if (!kept) return { seal: null }
      const { seal, sha256 } = kept
      const stamp = await seals.stampOf(kept)
      const { sealedAt, madeAt, isRecordingOpen } = seal
      const [files, faults] = [seal.files.length, seal.faults.length]
      const supplements = await Promise.all((await seals.keptSupplements(sessionId)).map(shownSupplement))
      const shown = {
        sha256,
        sealedAt,
        madeAt,
        files,
        faults,
        isRecordingOpen,
        stamp: stampShown(stamp),
        supplements,
      }
      return { seal: shown }
    })

    serve(api, archiveApi.archive, { audit: 'export' }, async (request, reply) => {
      const account = accountOf(request)
      const { sessionId } = request.params
      const kept = await seals.of(sessionId)
      if (!kept)
        throw new HttpError(
          409,
          'archive.not-sealed',
          'The session is not sealed yet. Seal it first: its archive is of what no longer changes.',
        )
      const state = await dependencies.sessions.state(sessionId)
      if (state) await endSupplements(dependencies, state)
      // Read after its seal, which it may have waited for: an archive is dated after it.
      const source = await paperSource(dependencies, sessionId)
      const contents = await archiveContents(dependencies, source, account, kept)
      log.info({ sessionId, accountId: account.accountId, files: contents.files.length }, 'an archive was taken')
      return reply
        .type(mediaTypes.zip)
        .header('content-disposition', contentDisposition(fileName('Hồ sơ lưu trữ', source.state.session, '.zip')))
        .send(writeArchive(contents, signingKey))
    })
  }

function stampShown(stamp: Awaited<ReturnType<Seals['stampOf']>>): NonNullable<SessionSeal['seal']>['stamp'] {
  if (stamp === null) return { is: 'none' }
  return stamp === 'pending' ? { is: 'pending' } : { is: 'stamped', at: new Date(stamp.at).toISOString(), by: stamp.by }
}
