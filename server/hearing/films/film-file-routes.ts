// /api/sessions/ID/film/…: the files of a finished film, for those who may look at it: picture, sound, a copy with their name; each look
// is written down.

import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { FilmUse } from '../../../shared/wire/hearing/film.ts'
import { filmApi } from '../../../shared/wire/hearing/film-api.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { noteLookAtWords } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { WordReads } from '../../identity/citizens/word-reads.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { sendRange } from '../../platform/http/send-range.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from '../../reception/appointments/appointments.ts'
import { demandFilm } from './film-rights.ts'
import type { Films } from './films.ts'
import type { FilmViewers } from './named-viewers.ts'
import { notedCopy } from './noted-copy.ts'
import { filmFile, soundFile } from './render.ts'
import type { Viewings } from './viewing-log.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly films: Films
  readonly viewings: Viewings
  readonly filmViewers: FilmViewers
  readonly citizens: Citizens
  readonly wordReads: WordReads
  readonly appointments: Appointments
  readonly now: () => number
  readonly newId: () => string
  readonly log: FastifyBaseLogger
}

export const filmFileRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { films, viewings, now, newId, log } = dependencies

    async function noteUse(state: SessionState, { accountId }: Account, what: z.infer<typeof FilmUse>) {
      const isNew = await viewings.note(state.session.sessionId, { by: accountId, what })
      // Who listens to somebody reads their words.
      if (isNew) await noteLookAtWords(dependencies, state, { accountId, purpose: 'Phim ghi hình' })
    }

    /** Throws HttpError. */
    async function madeFilm(sessionId: SessionId) {
      const film = await films.state(sessionId)
      if (film.state === 'done') return film
      if (film.state === 'erased')
        throw new HttpError(
          410,
          'film.erased',
          'The data of a person in this film have been erased, and the film with them. Make it anew.',
        )
      throw notFound('film')
    }

    for (const [what, name, type] of [
      ['film', filmFile, mediaTypes.mp4],
      ['sound', soundFile, mediaTypes.m4a],
    ] as const)
      serve(api, filmApi[what], { audit: exportByStaff }, async (request, reply) => {
        const { sessionId } = request.params
        const account = accountOf(request)
        const { state } = await demandFilm(dependencies, sessionId, account)
        await madeFilm(sessionId)
        const file = await films.open(sessionId, name)
        if (!file) throw notFound('film')
        await noteUse(state, account, what)
        return sendRange(request, reply.type(type), file)
      })

    serve(api, filmApi.peaks, async (request) => {
      const { sessionId } = request.params
      await demandFilm(dependencies, sessionId, accountOf(request))
      const peaks = await films.peaks(sessionId)
      if (!peaks) throw notFound('film')
      return peaks
    })

    serve(api, filmApi.copy, { audit: exportByStaff }, async (request, reply) => {
      const { sessionId } = request.params
      const account = accountOf(request)
      const { state } = await demandFilm(dependencies, sessionId, account, 'mayDownload')
      const { durationMs } = await madeFilm(sessionId)
      const leaving = new AbortController()
      reply.raw.once('close', () => leaving.abort())
      const note = `Bản sao cấp cho ${account.displayName} (${account.username}), lúc ${noted(now())}`
      const film = await films.open(sessionId, filmFile)
      if (!film) throw notFound('film')
      const beside = films.folderOf(sessionId)
      const { path, folder } = await notedCopy({
        film,
        beside,
        id: newId(),
        note,
        durationMs,
        signal: leaving.signal,
      })
      const remove = () =>
        rm(folder, { recursive: true, force: true }).catch((err: unknown) =>
          log.error({ err, folder }, 'a copy of a film is left over'),
        )
      reply.raw.once('close', () => void remove())
      if (leaving.signal.aborted) await remove()
      await noteUse(state, account, 'download')
      return reply
        .type('video/mp4')
        .header('content-length', (await stat(path)).size)
        .header('content-disposition', contentDisposition(fileName('Phim ghi hình', state.session, '.mp4')))
        .send(createReadStream(path))
    })
  }

const noted = (at: number) =>
  new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'medium' })
