// The sessions loaded on this node. Implements Sessions for HTTP and the gateway.
import type { Outcome } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { disconnected, heldConnections } from '../../../shared/projections/entrance.ts'
import { recordingLostWithServer } from '../../../shared/projections/recording-facts.ts'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type { PersonReply } from '../../../shared/wire/engine/socket-events.ts'
import { BrokenJournal, unlessBroken } from '../../platform/broken-journal.ts'
import { Unavailable } from '../../platform/errors.ts'
import { type RoomDependencies, SessionRoom } from './room.ts'
import type { Sessions } from './sessions.ts'

/** As the actor's, with the sessions in which somebody is now. */
export type BlockingReason = (
  ...wish: [...Parameters<RoomDependencies['blockingReason']>, running: readonly SessionState[]]
) => ReturnType<RoomDependencies['blockingReason']>

export interface SessionsDependencies extends Omit<RoomDependencies, 'blockingReason'> {
  readonly blockingReason: BlockingReason
}

/** A session that nobody uses is forgotten after this; its journal brings it back. */
const idleMs = 10 * 60 * 1000

type NotReadable = 'unavailable' | 'journal-broken'

const isSealing = (outcome: Outcome): boolean =>
  'events' in outcome && outcome.events.some(({ type }) => type === 'session.sealed')

export function createSessions(given: SessionsDependencies): Sessions {
  const { journal, sealing, people, media, now, log } = given
  const rooms = new Map<SessionId, SessionRoom>()
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
  const loading = new Map<SessionId, Promise<SessionRoom>>()

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

  /** Throws Unavailable, BrokenJournal. */
  async function room(sessionId: SessionId): Promise<SessionRoom> {
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

  /** null: there is no such session. Nothing stays loaded for a made-up id. */
  async function existing(sessionId: SessionId): Promise<SessionRoom | null> {
    const found = await room(sessionId)
    if (found.actor.seq > 0) return found
    rooms.delete(sessionId)
    return null
  }

  async function forgetIdle(): Promise<void> {
    for (const [sessionId, { actor, subscriptions }] of rooms) {
      if (subscriptions.size > 0 || !actor.isIdle || now() - actor.lastUsedAt < idleMs) continue
      rooms.delete(sessionId)
      await actor.close()
    }
  }

  /** The store being away is an answer here, not a fault; so is a journal that does not hold. */
  async function available<T, U>(call: () => Promise<T>, otherwise: (code: NotReadable) => U): Promise<T | U> {
    try {
      return await call()
    } catch (error) {
      if (error instanceof BrokenJournal) return otherwise('journal-broken')
      if (!(error instanceof Unavailable)) throw error
      log.warn({ err: error }, 'the journal cannot be reached')
      return otherwise('unavailable')
    }
  }

  return {
    state: async (sessionId) => (await existing(sessionId))?.actor.state ?? null,
    journal: async (sessionId) => sealing.open(sessionId, await journal.read(sessionId, null)),
    storedJournal: (sessionId) => journal.read(sessionId, null),
    people: async (sessionId) => (await existing(sessionId))?.people ?? {},
    health: () => inUse().map(({ actor: { state }, people, health }) => ({ state, people, health })),
    dispatch: (sessionId, by, command) =>
      available(
        async () => (await room(sessionId)).actor.dispatch(by, command),
        (code) => ({ ok: false, ...reject(code) }) as const,
      ),
    async registerPeople(sessionId, persons) {
      const found = await room(sessionId)
      const replies: PersonReply[] = []
      for (const { email, ...person } of persons) replies.push(await found.register(person, email ?? null))
      return replies
    },
    rename: async (sessionId, personId, name) => (await room(sessionId)).rename(personId, name),
    async erasePeople(sessionId) {
      await people.eraseAll(sessionId)
      const loaded = rooms.get(sessionId)
      if (loaded) loaded.people = {}
    },
    async erasePerson(sessionId, personId) {
      await people.erase(sessionId, personId)
      const loaded = rooms.get(sessionId)
      if (!loaded) return
      const { [personId]: _, ...others } = loaded.people
      loaded.people = others
    },
    emails: (sessionId) => people.emails(sessionId),
    changeEmail: (sessionId, personId, email) => people.changeEmail(sessionId, personId, email),
    attach: (caller, subscriber, hello) =>
      available(
        async () =>
          (await existing(caller.sessionId))?.attach(caller, subscriber, hello) ?? {
            farewell: farewellFor('link-invalid'),
          },
        (reason) => ({ farewell: farewellFor(reason) }),
      ),
    async stopRefused(reason) {
      await Promise.all([...rooms.values()].map((one) => one.stopRefused(reason)))
    },
    async recover(sessionIds, lastAliveAt) {
      for (const sessionId of sessionIds) {
        const actor = (await unlessBroken(existing(sessionId)))?.actor
        for (const { participantId, connectionId } of actor ? heldConnections(actor.state) : [])
          await actor?.report(disconnected(participantId, connectionId, lastAliveAt, 'serverRestarted'))
        const lost = actor && recordingLostWithServer(actor.state)
        if (lost) await actor.report(lost)
      }
    },
    statistics() {
      const all = [...rooms.values()]
      return {
        loaded: all.length,
        connections: all.reduce((sum, { subscriptions }) => sum + subscriptions.size, 0),
        timers: all.filter(({ actor }) => actor.hasTimer).length,
      }
    },
    async close() {
      clearInterval(sweep)
      stopListening()
      stopWatching()
      await Promise.all([...rooms.values()].map((one) => one.close(farewellFor('shutdown'))))
      rooms.clear()
    },
  }
}
