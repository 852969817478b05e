// One loaded session with its connections: what each viewer sees of each commit, which connections are admitted, which
// are ended.

import { maySee, seesAlike } from '../../../shared/kernel/actor.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import type { ParticipantId, PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import {
  connected,
  connectionStanding,
  disconnected,
  doorAnswer,
  holdsConnection,
  knownPeople,
  suspension,
} from '../../../shared/projections/entrance.ts'
import { isTold, liveNotice } from '../../../shared/projections/live.ts'
import { recordingFacts, type TrackFact } from '../../../shared/projections/recording-facts.ts'
import type { SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import { type Farewell, farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type { MediaWelcome } from '../../../shared/wire/engine/media-requests.ts'
import type {
  Hello,
  LiveNotice,
  People,
  Person,
  PersonReply,
  Welcome,
} from '../../../shared/wire/engine/socket-events.ts'
import type { SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import type { AssistReply, AssistRequest, SessionHealth } from '../../../shared/wire/hearing/health.ts'
import type { PeopleRecord } from '../../identity/people/people.ts'
import type { PeerAddress } from '../../media/sfu/plane.ts'
import type { Caller } from '../../platform/caller.ts'
import { type ActorDependencies, SessionActor } from './actor.ts'
import { Departures } from './departures.ts'
import { HealthMonitor } from './health-monitor.ts'
import { SessionCaptions } from './session-captions.ts'
import type { Attachment, AttachReply, Subscriber } from './sessions.ts'
import { sharedSights } from './shared-sights.ts'
import { Subscription } from './subscription.ts'
import type { Transcripts } from './transcript.ts'

export interface LoadedSessionDependencies extends ActorDependencies {
  readonly people: PeopleRecord
  readonly transcripts: Pick<Transcripts, 'add'>
  /** Whether what has this level is handled on this installation now. */
  readonly admits: (level: SecrecyLevel) => boolean
  /** Told after each commit, and when a session was read from its journal. */
  readonly changed: (state: SessionState, seq: number) => void
}

type Entered = { farewell: Farewell } | { subscription: Subscription; sync: Welcome['sync'] }

export class LoadedSession {
  readonly actor: SessionActor
  readonly subscriptions = new Map<string, Subscription>()
  people: People = {}
  readonly #dependencies: LoadedSessionDependencies
  readonly #captions: SessionCaptions
  readonly #health: HealthMonitor
  readonly #departures = new Departures(({ participantId, connectionId, lastSeenAt, cause }) =>
    this.actor.report(disconnected(participantId, connectionId, lastSeenAt, cause)),
  )

  private constructor(sessionId: SessionId, dependencies: LoadedSessionDependencies) {
    this.#dependencies = dependencies
    this.actor = new SessionActor(sessionId, dependencies, (commit) => this.#publish(commit))
    this.#captions = new SessionCaptions(this.actor, (notice) => this.live(notice), dependencies)
    this.#health = new HealthMonitor({
      ...dependencies,
      actor: this.actor,
      isEmpty: () => this.subscriptions.size === 0,
      tellStaff: (health) => this.#tellStaff(health),
    })
  }

  /** Throws Unavailable. */
  static async load(sessionId: SessionId, dependencies: LoadedSessionDependencies): Promise<LoadedSession> {
    const session = new LoadedSession(sessionId, dependencies)
    await session.actor.inTurn(() => undefined)
    if (session.actor.seq > 0) dependencies.changed(session.actor.state, session.actor.seq)
    session.people = await dependencies.people.all(sessionId)
    return session
  }

  get sessionId(): SessionId {
    return this.actor.sessionId
  }

  get health(): SessionHealth {
    return this.#health.last
  }

  async attach(caller: Caller, subscriber: Subscriber, hello: Hello): Promise<AttachReply> {
    const { newId, now, admits } = this.#dependencies
    const { connectionId } = subscriber
    // Entering and subscribing are one job, so that no commit falls between them.
    const entered = await this.actor.inTurn<Entered>(async () => {
      const answer = doorAnswer(this.actor.state, caller.participantId, caller.linkId)
      if (answer !== 'welcome') return { farewell: answer }
      if (!admits(this.actor.state.session.secrecy)) return { farewell: farewellFor('secrecy') }
      await this.actor.perform({ kind: 'system' }, { id: newId(), ...connected(caller.participantId, connectionId) })
      this.#departures.cameBack(caller.participantId)
      const standing = connectionStanding(this.actor.state, { ...caller, connectionId })
      if ('farewell' in standing) return standing
      const subscription = new Subscription(caller, subscriber, standing.viewer, hello)
      this.subscriptions.set(connectionId, subscription)
      this.#health.came(caller.participantId)
      return { subscription, sync: this.#synchronise(subscription, hello) }
    })
    if ('farewell' in entered) return entered
    const { subscription, sync } = entered
    const welcome: Welcome = {
      participantId: caller.participantId,
      connectionId,
      serverTime: now(),
      sync,
      people: this.#known(subscription),
      media: await this.#mediaWelcome(subscription),
    }
    return subscription.farewell
      ? { farewell: subscription.farewell }
      : { welcome, attachment: this.#attachment(subscription) }
  }

  live(notice: LiveNotice): void {
    for (const subscription of this.subscriptions.values())
      if (subscription.viewer.standing === 'present' && isTold(this.actor.state, subscription.participantId, notice))
        subscription.send((subscriber) => subscriber.live(notice))
  }

  /** What the speech engine heard. */
  spoken(participantId: ParticipantId, phrase: SpokenPhrase): void {
    this.#captions.spoken(participantId, phrase)
  }

  /** What the recorder sees becomes a fact of the session. */
  recording(fact: TrackFact): void {
    for (const wish of recordingFacts(this.actor.state, fact)) void this.actor.report(wish)
  }

  async register(person: Person, email: string | null): Promise<PersonReply> {
    const { people, log } = this.#dependencies
    try {
      const personId = await people.register(this.sessionId, person, email)
      this.#tellNamed({ [personId]: person })
      return { ok: true, personId }
    } catch (error) {
      log.warn({ sessionId: this.sessionId, err: error }, 'a name could not be kept')
      return { ok: false, ...reject('unavailable') }
    }
  }

  /** Throws Unavailable. */
  async rename(personId: PersonId, name: string): Promise<void> {
    const person = await this.#dependencies.people.rename(this.sessionId, personId, name)
    if (person) this.#tellNamed({ [personId]: person })
  }

  #tellNamed(changed: People): void {
    this.people = { ...this.people, ...changed }
    this.#tellPresent((subscriber) => subscriber.people(changed))
  }

  /** When its level is not handled here any more (ADR 0066). */
  async stopRefused(reason: string): Promise<void> {
    const { admits } = this.#dependencies
    const { actor, subscriptions } = this
    if (admits(actor.state.session.secrecy)) return
    const wish = suspension(actor.state, reason)
    // Tried until it is written; nobody is kept inside for it.
    const isWritten = wish ? actor.report(wish) : null
    for (const subscription of subscriptions.values()) subscription.dismiss(farewellFor('secrecy'))
    subscriptions.clear()
    await isWritten
  }

  async close(farewell: Farewell): Promise<void> {
    for (const subscription of this.subscriptions.values()) subscription.dismiss(farewell)
    this.subscriptions.clear()
    this.#health.close()
    this.#departures.close()
    await this.actor.close()
  }

  #assist(request: AssistRequest, by: Subscription): AssistReply {
    const { log } = this.#dependencies
    if (!maySee('staff', by.viewer)) return { ok: false, ...reject('forbidden') }
    if (request.type === 'handleAlarm') {
      return this.#health.handle(request.alarmId) ? { ok: true } : { ok: false, ...reject('assist.unknown-alarm') }
    }
    const { participantId } = request
    const target = [...this.subscriptions.values()].find(
      (subscription) => subscription.participantId === participantId && subscription.viewer.standing === 'present',
    )
    if (!target) return { ok: false, ...reject('assist.not-present') }
    log.info({ sessionId: this.sessionId, participantId, by: by.participantId }, 'asked to restart its media')
    target.send((subscriber) => subscriber.media({ type: 'restartAsked' }))
    return { ok: true }
  }

  #tellStaff(health: SessionHealth): void {
    for (const subscription of this.subscriptions.values())
      if (maySee('staff', subscription.viewer))
        subscription.send((subscriber) => subscriber.live({ type: 'health', health }))
  }

  #tellPresent(message: (subscriber: Subscriber) => void): void {
    for (const subscription of this.subscriptions.values())
      if (subscription.viewer.standing === 'present') subscription.send(message)
  }

  #publish(commit: Commit): void {
    const { aggregate, changed } = this.#dependencies
    changed(this.actor.state, commit.seq)
    const visibleTo = sharedSights((viewer) => aggregate.redact(commit, viewer))
    for (const subscription of this.subscriptions.values()) {
      const { connectionId, caller, viewer } = subscription
      const standing = connectionStanding(this.actor.state, { ...caller, connectionId })
      if ('farewell' in standing) {
        this.subscriptions.delete(connectionId)
        subscription.dismiss(standing.farewell)
      } else if (!seesAlike(standing.viewer, viewer)) {
        subscription.viewer = standing.viewer
        if (standing.viewer.standing === viewer.standing) this.#showInRole(subscription)
        else void this.#showAnew(subscription)
      } else {
        const message = visibleTo(viewer)
        subscription.send((subscriber) => subscriber.commit(message))
      }
    }
  }

  /** The door was crossed, in or out: a whole new view, with media when there is any. */
  async #showAnew(subscription: Subscription): Promise<void> {
    subscription.hold()
    const media = await this.#mediaWelcome(subscription)
    const view = {
      ...this.#viewFor(subscription),
      media: subscription.viewer.standing === 'present' ? media : null,
    }
    subscription.releaseAfter((subscriber) => subscriber.view(view))
  }

  /** The same person at the same place in another role: a whole new view; picture and sound go on. */
  #showInRole(subscription: Subscription): void {
    const view = this.#viewFor(subscription)
    subscription.send((subscriber) => subscriber.view(view))
  }

  #viewFor(subscription: Subscription) {
    return {
      seq: this.actor.seq,
      state: this.#dependencies.aggregate.view(this.actor.state, subscription.viewer),
      people: this.#known(subscription),
    }
  }

  #peer({ participantId, connectionId }: Subscription): PeerAddress {
    return { sessionId: this.sessionId, participantId, connectionId }
  }

  async #mediaWelcome(subscription: Subscription): Promise<MediaWelcome | null> {
    const { rtpCapabilities, visible, listensTo } = subscription.wish
    if (subscription.viewer.standing !== 'present' || !rtpCapabilities) return null
    const peer = this.#peer(subscription)
    try {
      return await this.#dependencies.media.welcome(peer, { rtpCapabilities, visible, listensTo })
    } catch (error) {
      this.#dependencies.log.error({ ...peer, err: error }, 'no media welcome')
      return null
    }
  }

  #known({ viewer }: Subscription): People {
    const visible = knownPeople(this.actor.state, viewer)
    if (visible === 'all') return this.people
    return Object.fromEntries(Object.entries(this.people).filter(([personId]) => visible.includes(personId)))
  }

  /** Missed commits for a page that stands where it stood, in the same role, and is not far behind; a whole view for any other. */
  #synchronise({ viewer }: Subscription, { last }: Hello): Welcome['sync'] {
    const { aggregate } = this.#dependencies
    const isAsBefore = last?.standing === viewer.standing && last.role === viewer.role
    const missed = isAsBefore ? this.actor.since(last.seq) : null
    return missed
      ? { kind: 'commits', commits: missed.map((commit) => aggregate.redact(commit, viewer)) }
      : { kind: 'view', seq: this.actor.seq, state: aggregate.view(this.actor.state, viewer) }
  }

  #attachment(subscription: Subscription): Attachment {
    const { caller, connectionId } = subscription
    const by = { kind: 'participant', participantId: caller.participantId } as const
    const isLive = () => this.subscriptions.get(connectionId) === subscription
    const isPresent = () => isLive() && subscription.viewer.standing === 'present'
    return {
      ready: () => subscription.release(),
      command: async (command) => (isLive() ? this.actor.dispatch(by, command) : { ok: false, ...reject('forbidden') }),
      media: async (request) =>
        isPresent()
          ? this.#dependencies.media.request(this.#peer(subscription), request)
          : { ok: false, ...reject('media.not-allowed') },
      registerPerson: async (person) =>
        isPresent() && mayNamePeople.has(subscription.viewer.role)
          ? this.register(person, null)
          : { ok: false, ...reject('forbidden') },
      live: (message) => {
        const notice = isPresent() ? liveNotice(this.actor.state, caller.participantId, message) : null
        if (!notice) return
        if (notice.type === 'caption') this.#captions.beganAt(notice.lineId)
        this.live(notice)
      },
      captionLine: async (line) =>
        isPresent() ? this.#captions.finish(caller.participantId, line) : { ok: false, ...reject('forbidden') },
      health: (message) => {
        if (isPresent()) this.#health.told(caller.participantId, message)
      },
      assist: (request) => (isPresent() ? this.#assist(request, subscription) : { ok: false, ...reject('forbidden') }),
      detach: async (cause, lastSeenAt) => {
        if (isLive()) this.subscriptions.delete(connectionId)
        // A connection that a newer one has replaced is nobody’s any more.
        if (!holdsConnection(this.actor.state, caller.participantId, connectionId)) return
        await this.#departures.lost({ participantId: caller.participantId, connectionId, lastSeenAt, cause })
      },
    }
  }
}

/** Those who may name a substitute in the roll call. */
const mayNamePeople: ReadonlySet<string> = new Set(['chair', 'secretary', 'siteOperator'])
