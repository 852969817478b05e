// The rooms of the sessions that are loaded on this node: read from their journals when they are asked for, forgotten when
// nobody uses them, closed when their journal does not hold. Called by registry.ts.
import type { Outcome } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import { type RoomDependencies, SessionRoom } from './room.ts'

/** As the actor's, with the sessions in which somebody is now. */
export type BlockingReason = (
  ...wish: [...Parameters<RoomDependencies['blockingReason']>, running: readonly SessionState[]]
) => ReturnType<RoomDependencies['blockingReason']>

export interface SessionsDependencies extends Omit<RoomDependencies, 'blockingReason'> {
  readonly blockingReason: BlockingReason
}

/** A session that nobody uses is forgotten after this; its journal brings it back. */
const idleMs = 10 * 60 * 1000

const isSealing = (outcome: Outcome): boolean =>
  'events' in outcome && outcome.events.some(({ type }) => type === 'session.sealed')

export interface LoadedRooms {
  /** Throws Unavailable, BrokenJournal. */
  load(sessionId: SessionId): Promise<SessionRoom>
  /** null: there is no such session. Nothing stays loaded for a made-up id. */
  existing(sessionId: SessionId): Promise<SessionRoom | null>
  /** Without reading its journal. */
  loaded(sessionId: SessionId): SessionRoom | undefined
  all(): SessionRoom[]
  /** Those in which somebody is now. */
  inUse(): SessionRoom[]
  close(): Promise<void>
}

export function createLoadedRooms(given: SessionsDependencies): LoadedRooms {
  const { journal, media, now } = given
  const rooms = new Map<SessionId, SessionRoom>()
  const loading = new Map<SessionId, Promise<SessionRoom>>()
  const inUse = () => [...rooms.values()].filter(({ subscriptions }) => subscriptions.size > 0)
  const dependencies: RoomDependencies = {
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
      for (const { subscriptions } of rooms.values())
        subscriptions.get(connectionId)?.send((subscriber) => subscriber.media(notice))
    },
    live: (sessionId, notice) => rooms.get(sessionId)?.live(notice),
    recording: (sessionId, fact) => rooms.get(sessionId)?.recording(fact),
    spoken: (sessionId, participantId, phrase) => rooms.get(sessionId)?.spoken(participantId, phrase),
  })
  const stopWatching = journal.onBroken((sessionId) => {
    const found = rooms.get(sessionId)
    rooms.delete(sessionId)
    void found?.close(farewellFor('journal-broken'))
  })
  const sweep = setInterval(() => void forgetIdle(), idleMs / 4)
  sweep.unref()

  async function load(sessionId: SessionId): Promise<SessionRoom> {
    journal.demandUnbroken(sessionId)
    const loaded = rooms.get(sessionId)
    if (loaded) return loaded
    const begun = loading.get(sessionId) ?? SessionRoom.load(sessionId, dependencies)
    loading.set(sessionId, begun)
    try {
      const found = await begun
      rooms.set(sessionId, found)
      return found
    } finally {
      loading.delete(sessionId)
    }
  }

  async function forgetIdle(): Promise<void> {
    for (const [sessionId, { actor, subscriptions }] of rooms) {
      if (subscriptions.size > 0 || !actor.isIdle || now() - actor.lastUsedAt < idleMs) continue
      rooms.delete(sessionId)
      await actor.close()
    }
  }

  return {
    load,
    async existing(sessionId) {
      const found = await load(sessionId)
      if (found.actor.seq > 0) return found
      rooms.delete(sessionId)
      return null
    },
    loaded: (sessionId) => rooms.get(sessionId),
    all: () => [...rooms.values()],
    inUse,
    async close() {
      clearInterval(sweep)
      stopListening()
      stopWatching()
      await Promise.all([...rooms.values()].map((one) => one.close(farewellFor('shutdown'))))
      rooms.clear()
    },
  }
}
