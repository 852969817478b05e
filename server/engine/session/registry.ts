// The sessions of this node as HTTP and the gateway use them. Which of them are loaded: loaded-loadedSessions.ts.
import { reject } from '../../../shared/kernel/rejection.ts'
import { disconnected, heldConnections } from '../../../shared/projections/entrance.ts'
import { recordingLostWithServer } from '../../../shared/projections/recording-facts.ts'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type { PersonReply } from '../../../shared/wire/engine/socket-events.ts'
import { BrokenJournal, unlessBroken } from '../../platform/broken-journal.ts'
import { Unavailable } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { createLoadedSessions, type SessionsDependencies } from './loaded-sessions.ts'
import type { Sessions } from './sessions.ts'

export function createSessions(given: SessionsDependencies): Sessions {
  const { journal, eventEncryption, people, log } = given
  const loadedSessions = createLoadedSessions(given)

  return {
    state: async (sessionId) => (await loadedSessions.existing(sessionId))?.actor.state ?? null,
    journal: async (sessionId) => eventEncryption.decrypt(sessionId, await journal.read(sessionId, null)),
    storedJournal: (sessionId) => journal.read(sessionId, null),
    people: async (sessionId) => (await loadedSessions.existing(sessionId))?.people ?? {},
    health: () => loadedSessions.inUse().map(({ actor: { state }, people, health }) => ({ state, people, health })),
    dispatch: (sessionId, by, command) =>
      available(
        log,
        async () => (await loadedSessions.load(sessionId)).actor.dispatch(by, command),
        (code) => ({ ok: false, ...reject(code) }) as const,
      ),
    async registerPeople(sessionId, persons) {
      const found = await loadedSessions.load(sessionId)
      const replies: PersonReply[] = []
      for (const { email, ...person } of persons) replies.push(await found.register(person, email ?? null))
      return replies
    },
    rename: async (sessionId, personId, name) => (await loadedSessions.load(sessionId)).rename(personId, name),
    async erasePeople(sessionId) {
      await people.eraseAll(sessionId)
      const loaded = loadedSessions.loaded(sessionId)
      if (loaded) loaded.people = {}
    },
    async erasePerson(sessionId, personId) {
      await people.erase(sessionId, personId)
      const loaded = loadedSessions.loaded(sessionId)
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
          (await loadedSessions.existing(caller.sessionId))?.attach(caller, subscriber, hello) ?? {
            farewell: farewellFor('link-invalid'),
          },
        (reason) => ({ farewell: farewellFor(reason) }),
      ),
    async stopRefused(reason) {
      await Promise.all(loadedSessions.all().map((one) => one.stopRefused(reason)))
    },
    async recover(sessionIds, lastAliveAt) {
      for (const sessionId of sessionIds) {
        const actor = (await unlessBroken(loadedSessions.existing(sessionId)))?.actor
        for (const { participantId, connectionId } of actor ? heldConnections(actor.state) : [])
          await actor?.report(disconnected(participantId, connectionId, lastAliveAt, 'serverRestarted'))
        const lost = actor && recordingLostWithServer(actor.state)
        if (lost) await actor.report(lost)
      }
    },
    statistics() {
      const all = loadedSessions.all()
      return {
        loaded: all.length,
        connections: all.reduce((sum, { subscriptions }) => sum + subscriptions.size, 0),
        timers: all.filter(({ actor }) => actor.hasTimer).length,
      }
    },
    close: () => loadedSessions.close(),
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
