// The sessions of this node as HTTP and the gateway use them. Which of them are loaded: loaded-rooms.ts.
import { reject } from '../../../shared/kernel/rejection.ts'
import { disconnected, heldConnections } from '../../../shared/projections/entrance.ts'
import { recordingLostWithServer } from '../../../shared/projections/recording-facts.ts'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type { PersonReply } from '../../../shared/wire/engine/socket-events.ts'
import { BrokenJournal, unlessBroken } from '../../platform/broken-journal.ts'
import { Unavailable } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { createLoadedRooms, type SessionsDependencies } from './loaded-rooms.ts'
import type { Sessions } from './sessions.ts'

export function createSessions(given: SessionsDependencies): Sessions {
  const { journal, sealing, people, log } = given
  const rooms = createLoadedRooms(given)

  return {
    state: async (sessionId) => (await rooms.existing(sessionId))?.actor.state ?? null,
    journal: async (sessionId) => sealing.open(sessionId, await journal.read(sessionId, null)),
    storedJournal: (sessionId) => journal.read(sessionId, null),
    people: async (sessionId) => (await rooms.existing(sessionId))?.people ?? {},
    health: () => rooms.inUse().map(({ actor: { state }, people, health }) => ({ state, people, health })),
    dispatch: (sessionId, by, command) =>
      available(
        log,
        async () => (await rooms.load(sessionId)).actor.dispatch(by, command),
        (code) => ({ ok: false, ...reject(code) }) as const,
      ),
    async registerPeople(sessionId, persons) {
      const found = await rooms.load(sessionId)
      const replies: PersonReply[] = []
      for (const { email, ...person } of persons) replies.push(await found.register(person, email ?? null))
      return replies
    },
    rename: async (sessionId, personId, name) => (await rooms.load(sessionId)).rename(personId, name),
    async erasePeople(sessionId) {
      await people.eraseAll(sessionId)
      const loaded = rooms.loaded(sessionId)
      if (loaded) loaded.people = {}
    },
    async erasePerson(sessionId, personId) {
      await people.erase(sessionId, personId)
      const loaded = rooms.loaded(sessionId)
      if (!loaded) return
      const { [personId]: _, ...others } = loaded.people
      loaded.people = others
    },
    emails: (sessionId) => people.emails(sessionId),
    changeEmail: (sessionId, personId, email) => people.changeEmail(sessionId, personId, email),
    attach: (caller, subscriber, hello) =>
      available(
        log,
        async () =>
          (await rooms.existing(caller.sessionId))?.attach(caller, subscriber, hello) ?? {
            farewell: farewellFor('link-invalid'),
          },
        (reason) => ({ farewell: farewellFor(reason) }),
      ),
    async stopRefused(reason) {
      await Promise.all(rooms.all().map((one) => one.stopRefused(reason)))
    },
    async recover(sessionIds, lastAliveAt) {
      for (const sessionId of sessionIds) {
        const actor = (await unlessBroken(rooms.existing(sessionId)))?.actor
        for (const { participantId, connectionId } of actor ? heldConnections(actor.state) : [])
          await actor?.report(disconnected(participantId, connectionId, lastAliveAt, 'serverRestarted'))
        const lost = actor && recordingLostWithServer(actor.state)
        if (lost) await actor.report(lost)
      }
    },
    statistics() {
      const all = rooms.all()
      return {
        loaded: all.length,
        connections: all.reduce((sum, { subscriptions }) => sum + subscriptions.size, 0),
        timers: all.filter(({ actor }) => actor.hasTimer).length,
      }
    },
    close: () => rooms.close(),
  }
}

type NotReadable = 'unavailable' | 'journal-broken'

/** The store being away is an answer here, not a fault; so is a journal that does not hold. */
async function available<T, U>(log: Log, call: () => Promise<T>, otherwise: (code: NotReadable) => U): Promise<T | U> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof BrokenJournal) return otherwise('journal-broken')
    if (!(error instanceof Unavailable)) throw error
    log.warn({ err: error }, 'the journal cannot be reached')
    return otherwise('unavailable')
  }
}
