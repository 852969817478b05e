// Opens what belongs to a session before, beside and after it: invitations, films and their viewers, phrases for the
// minutes, and the readers of protected sessions.
import { filmOf } from '../../shared/projections/film.ts'
import type { Casework } from '../casework/open.ts'
import type { Engine } from '../engine/open.ts'
import type { Transcripts } from '../engine/session/transcript.ts'
import type { Identity } from '../identity/open.ts'
import type { Sending } from '../mail/transport.ts'
import type { Recordings } from '../media/recording/recording.ts'
import type { Papers } from '../papers/open.ts'
import type { Base } from '../platform/base.ts'
import { eraseWhereNotAllowed } from './captions/erasing.ts'
import { createFilms } from './films/films.ts'
import { createFilmViewers } from './films/named-viewers.ts'
import { render } from './films/render.ts'
import { createViewings } from './films/viewing-log.ts'
import { createMail } from './invitations/create-mail.ts'
import { createPhrases } from './minutes/phrases.ts'
import { createProtectedReaders } from './protection/protected-readers.ts'

interface Parts {
  readonly engine: Pick<Engine, 'aggregate' | 'sessions' | 'sessionLists' | 'commits'>
  readonly identity: Pick<Identity, 'accounts' | 'links' | 'people'>
  readonly papers: Pick<Papers, 'agency' | 'store'>
  readonly casework: Pick<Casework, 'cases'>
  readonly recordings: Recordings
  readonly transcripts: Transcripts
  readonly sending: Sending | null
  readonly filmStoodStill: (pid: number) => void
  /** Instead of ffmpeg. */
  readonly render?: typeof render
}

export type Hearing = ReturnType<typeof openHearing>

export function openHearing(base: Base, parts: Parts) {
  const { redis, dataDir, files, now, log, lifetime } = base
  const { aggregate, sessions, sessionLists, commits } = parts.engine
  const { accounts, links, people } = parts.identity
  const { recordings, transcripts } = parts
  commits.listen(eraseWhereNotAllowed(transcripts, log))
  const mail = createMail({
    ...{ sessions, links, redis, now, log },
    lists: sessionLists,
    sending: parts.sending,
    organisation: parts.papers.agency.organisation,
  })
  lifetime.closes(() => mail.close())
  lifetime.starts(() => mail.recover())
  const films = createFilms({
    dataDir,
    store: files,
    recordings,
    planOf: async (sessionId) => {
      await recordings.finished(sessionId)
      const [journal, segments, named] = await Promise.all([
        sessions.journal(sessionId),
        recordings.segments(sessionId),
        people.all(sessionId),
      ])
      return filmOf(aggregate, journal, segments, named)
    },
    erasableOf: async (sessionId) => {
      const [named, state] = await Promise.all([people.all(sessionId), sessions.state(sessionId)])
      return { people: named, documentIds: (state?.documents.documents ?? []).map(({ documentId }) => documentId) }
    },
    readDocument: (sessionId, sha256) => parts.papers.store.read(sessionId, sha256),
    render: parts.render ?? render,
    stoodStill: parts.filmStoodStill,
    now,
    log,
  })
  lifetime.closes(() => films.close())
  lifetime.starts(() => films.recover())
  return {
    mail,
    films,
    filmViewers: createFilmViewers(redis, now),
    viewings: createViewings(redis, now),
    transcripts,
    phrases: createPhrases(redis),
    protectedReaders: createProtectedReaders({ accounts, sessions, sessionLists, cases: parts.casework.cases }),
  }
}
