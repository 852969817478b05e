// The sessions that are loaded on this node: read from their journals when they are asked for, forgotten when
// nobody uses them, closed when their journal does not hold. Called by registry.ts.
import type { Outcome } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import { LoadedSession, type LoadedSessionDependencies } from './loaded-session.ts'

/** As the actor's, with the sessions in which somebody is now. */
export type BlockingReason = (
  ...wish: [...Parameters<LoadedSessionDependencies['blockingReason']>, running: readonly SessionState[]]
) => ReturnType<LoadedSessionDependencies['blockingReason']>

export interface SessionsDependencies extends Omit<LoadedSessionDependencies, 'blockingReason'> {
  readonly blockingReason: BlockingReason
}

/** A session that nobody uses is forgotten after this; its journal brings it back. */
const idleMs = 10 * 60 * 1000

const isSealing = (outcome: Outcome): boolean =>
  'events' in outcome && outcome.events.some(({ type }) => type === 'session.sealed')

export interface LoadedSessions {
  /** Throws Unavailable, BrokenJournal. */
  load(sessionId: SessionId): Promise<LoadedSession>
  /** null: there is no such session. Nothing stays loaded for a made-up id. */
  existing(sessionId: SessionId): Promise<LoadedSession | null>
  /** Without reading its journal. */
  loaded(sessionId: SessionId): LoadedSession | undefined
  all(): LoadedSession[]
  /** Those in which somebody is now. */
  inUse(): LoadedSession[]
  close(): Promise<void>
}

export function createLoadedSessions(given: SessionsDependencies): LoadedSessions {
  const { journal, media, now } = given
  const sessions = new Map<SessionId, LoadedSession>()
  const loading = new Map<SessionId, Promise<LoadedSession>>()
  const inUse = () => [...sessions.values()].filter(({ subscriptions }) => subscriptions.size > 0)
  const dependencies: LoadedSessionDependencies = {
    ...given,
    async blockingReason(state, wish, outcome) {
      // What is sealed is what was written: all of it is read again, for this node may have read it long ago.
      if (isSealing(outcome)) await journal.read(state.session.sessionId, null)
      return given.blockingReason(
        state,
        wish,
        outcome,
        inUse().map(({ actor }) => actor.state),
      )
    },
  }

  const stopListening = media.listen({
    notice(connectionId, notice) {
      for (const { subscriptions } of sessions.values())
        subscriptions.get(connectionId)?.send((subscriber) => subscriber.media(notice))
    },
    live: (sessionId, notice) => sessions.get(sessionId)?.live(notice),
    recording: (sessionId, fact) => sessions.get(sessionId)?.recording(fact),
    spoken: (sessionId, participantId, phrase) => sessions.get(sessionId)?.spoken(participantId, phrase),
  })
  const stopWatching = journal.onBroken((sessionId) => {
    const found = sessions.get(sessionId)
    sessions.delete(sessionId)
    void found?.close(farewellFor('journal-broken'))
  })
  const sweep = setInterval(() => void forgetIdle(), idleMs / 4)
  sweep.unref()

  async function load(sessionId: SessionId): Promise<LoadedSession> {
    journal.demandUnbroken(sessionId)
    const loaded = sessions.get(sessionId)
    if (loaded) return loaded
    const begun = loading.get(sessionId) ?? LoadedSession.load(sessionId, dependencies)
    loading.set(sessionId, begun)
    try {
      const found = await begun
      sessions.set(sessionId, found)
      return found
    } finally {
      loading.delete(sessionId)
    }
  }

  async function forgetIdle(): Promise<void> {
    for (const [sessionId, { actor, subscriptions }] of sessions) {
      if (subscriptions.size > 0 || !actor.isIdle || now() - actor.lastUsedAt < idleMs) continue
      sessions.delete(sessionId)
      await actor.close()
    }
  }

  return {
    load,
    async existing(sessionId) {
      const found = await load(sessionId)
      if (found.actor.seq > 0) return found
      sessions.delete(sessionId)
      return null
    },
    loaded: (sessionId) => sessions.get(sessionId),
    all: () => [...sessions.values()],
    inUse,
    async close() {
      clearInterval(sweep)
      stopListening()
      stopWatching()
      await Promise.all([...sessions.values()].map((one) => one.close(farewellFor('shutdown'))))
      sessions.clear()
    },
  }
}
