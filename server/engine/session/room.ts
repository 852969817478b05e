// One loaded session with its connections: what each viewer sees of each commit, which connections are admitted, which
// are ended.

import { maySee, seesAlike } from '../../../shared/kernel/actor.ts'
import type { Commit, RecordedEvent, VisibleCommit } from '../../../shared/kernel/commit.ts'
import type { Ms, ParticipantId, PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { advanceCameras, type MissingSince } from '../../../shared/projections/camera-watch.ts'
import { captionNotice, keepsTranscript, recognisedNotice } from '../../../shared/projections/captions.ts'
import { advanceConnections, type HoldingSince } from '../../../shared/projections/connection-watch.ts'
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
import { markingIn } from '../../../shared/secrecy/markings.ts'
import { type Farewell, farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type { MediaWelcome } from '../../../shared/wire/engine/media-requests.ts'
import type {
  CaptionReply,
  Hello,
  LiveNotice,
  People,
  Person,
  PersonReply,
  Welcome,
} from '../../../shared/wire/engine/socket-events.ts'
import { linesOf } from '../../../shared/wire/hearing/caption-text.ts'
import type { CaptionLine, CaptionNotice, SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import {
  type AssistReply,
  type AssistRequest,
  type Flow,
  type LackingSite,
  nothingTold,
  type SessionHealth,
} from '../../../shared/wire/hearing/health.ts'
import type { PeopleRecord } from '../../identity/people/people.ts'
import type { PeerAddress } from '../../media/sfu/plane.ts'
import type { Caller } from '../../platform/caller.ts'
import { type ActorDependencies, SessionActor } from './actor.ts'
import { Departures } from './departures.ts'
import { SessionHealthWatch } from './health.ts'
import type { Attachment, AttachReply, Subscriber } from './sessions.ts'
import { Subscription } from './subscription.ts'
import type { Transcripts } from './transcript.ts'

export interface RoomDependencies extends ActorDependencies {
  readonly people: PeopleRecord
  readonly transcripts: Pick<Transcripts, 'add'>
  /** Whether what has this level is handled on this installation now. */
  readonly admits: (level: SecrecyLevel) => boolean
  /** Told after each commit, and when a session was read from its journal. */
  readonly changed: (state: SessionState, seq: number) => void
}

/** How often health is judged, and shown to staff. */
const judgeEveryMs = 2000

type Entered = { farewell: Farewell } | { subscription: Subscription; sync: Welcome['sync'] }

export class SessionRoom {
  readonly actor: SessionActor
  readonly subscriptions = new Map<string, Subscription>()
  people: People = {}
  /** As of the last look. */
  health: SessionHealth = nothingTold
  readonly #dependencies: RoomDependencies
  readonly #watch = new SessionHealthWatch()
  #missingPictures: MissingSince = new Map()
  #holdingConnections: HoldingSince = new Map()
  #judging: NodeJS.Timeout | undefined
  /** The line of the captions that is being written. */
  #captionBegan: { readonly lineId: string; readonly at: number } | null = null
  /** Phrases of the engine of which some words are shown, and the end is not known. */
  readonly #partlySpoken = new Set<string>()
  readonly #departures = new Departures(({ participantId, connectionId, lastSeenAt, cause }) =>
    this.actor.report(disconnected(participantId, connectionId, lastSeenAt, cause)),
  )

  private constructor(sessionId: SessionId, dependencies: RoomDependencies) {
    this.#dependencies = dependencies
    this.actor = new SessionActor(sessionId, dependencies, (commit) => this.#publish(commit))
  }

  /** Throws Unavailable. */
  static async load(sessionId: SessionId, dependencies: RoomDependencies): Promise<SessionRoom> {
    const room = new SessionRoom(sessionId, dependencies)
    await room.actor.inTurn(() => undefined)
    if (room.actor.seq > 0) dependencies.changed(room.actor.state, room.actor.seq)
    room.people = await dependencies.people.all(sessionId)
    return room
  }

  get sessionId(): SessionId {
    return this.actor.sessionId
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
      this.#watch.came(caller.participantId, now())
      this.#judging ??= setInterval(() => this.#judge(), judgeEveryMs)
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

  /** Told to all who may, and kept where that is allowed; not kept, it is to be sent again. */
  async #finishCaption(participantId: ParticipantId, line: CaptionLine): Promise<CaptionReply> {
    const { now } = this.#dependencies
    const notice = captionNotice(this.actor.state, participantId, line, true)
    if (!notice) return { ok: false, ...reject('captions.not-writing') }
    if (markingIn(line.text)) return { ok: false, ...reject('secrecy.marking') }
    const from = this.#captionBeganAt(line.lineId)
    this.live({ type: 'caption', ...notice })
    return (await this.#keepCaption(notice, from, now())) ? { ok: true } : { ok: false, ...reject('unavailable') }
  }

  /** False: it should have been kept, and could not be. */
  async #keepCaption({ lineId, text, speaker, isAutomatic }: CaptionNotice, from: Ms, to: Ms): Promise<boolean> {
    if (!keepsTranscript(this.actor.state)) return true
    const { transcripts, log } = this.#dependencies
    const { sessionId } = this
    try {
      await transcripts.add(sessionId, { lineId, from, to, speaker, text, isAutomatic })
      return true
    } catch (error) {
      log.warn({ sessionId, err: error }, 'a line of the captions could not be kept')
      return false
    }
  }

  /** What the engine heard. Words on their way are one line; what turned out longer is finished as several. */
  spoken(participantId: ParticipantId, { phraseId, from, to, text, isFinished }: SpokenPhrase): void {
    const lines = linesOf(text)
    const isShown = this.#partlySpoken.delete(phraseId)
    let isTold = false
    for (const [index, line] of (isFinished ? lines : [lines.at(-1) ?? '']).entries()) {
      const lineId = index === 0 ? phraseId : this.#dependencies.newId()
      const notice = recognisedNotice(this.actor.state, { lineId, text: line, speakerId: participantId }, isFinished)
      if (!notice) continue
      isTold = true
      this.live({ type: 'caption', ...notice })
      // An engine says nothing twice: what could not be kept is in the log.
      if (isFinished) void this.#keepCaption(notice, from, to)
    }
    if (isTold && !isFinished) this.#partlySpoken.add(phraseId)
    // What may not be said to its end is not left on the screens half said.
    if (isShown && !isTold)
      this.live({ type: 'caption', lineId: phraseId, text: '', speaker: null, isFinished: false, isAutomatic: true })
  }

  #captionBeganAt(lineId: string): number {
    if (this.#captionBegan?.lineId !== lineId) this.#captionBegan = { lineId, at: this.#dependencies.now() }
    return this.#captionBegan.at
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
    clearInterval(this.#judging)
    this.#departures.close()
    await this.actor.close()
  }

  /** Ends by itself when nobody is left to be shown it. */
  #judge(): void {
    const { media, now } = this.#dependencies
    if (this.subscriptions.size === 0) {
      clearInterval(this.#judging)
      this.#judging = undefined
      return
    }
    const pictures = media.pictures(this.sessionId)
    const watched = this.#watch.tick(this.actor.state, pictures, now())
    this.#tellCameras(pictures)
    const health = { ...watched, lacking: this.#tellConnections(pictures), speech: media.speech() }
    this.health = health
    for (const subscription of this.subscriptions.values())
      if (maySee('staff', subscription.viewer))
        subscription.send((subscriber) => subscriber.live({ type: 'health', health }))
  }

  /** What the media plane sees missing becomes a fact of the session. */
  #tellCameras(pictures: ReadonlyMap<ParticipantId, Flow>): void {
    const { newId, now, log } = this.#dependencies
    const { missing, facts } = advanceCameras(this.#missingPictures, this.actor.state, pictures, now())
    this.#missingPictures = missing
    for (const fact of facts)
      this.actor.dispatch({ kind: 'system' }, { id: newId(), ...fact }).catch((error: unknown) => {
        log.warn({ sessionId: this.sessionId, err: error }, 'a missing picture could not be noted')
      })
  }

  /** That a site and the centre see and hear each other becomes a fact of the session, once. Gives those of which it is none yet. */
  #tellConnections(pictures: ReadonlyMap<ParticipantId, Flow>): LackingSite[] {
    const { newId, now } = this.#dependencies
    const at = now()
    const told = { pictures, arrivedAt: (participantId: ParticipantId) => this.#watch.arrivedAt(participantId, at) }
    const { holding, facts, lacking } = advanceConnections(this.#holdingConnections, this.actor.state, told, at)
    this.#holdingConnections = holding
    // dispatch() never throws; what could not be written is tried at the next look.
    for (const fact of facts) void this.actor.dispatch({ kind: 'system' }, { id: newId(), ...fact })
    return lacking
  }

  #assist(request: AssistRequest, by: Subscription): AssistReply {
    const { log, now } = this.#dependencies
    if (!maySee('staff', by.viewer)) return { ok: false, ...reject('forbidden') }
    if (request.type === 'handleAlarm') {
      if (!this.#watch.handle(request.alarmId, now())) return { ok: false, ...reject('assist.unknown-alarm') }
      this.#judge()
      return { ok: true }
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

  #tellPresent(message: (subscriber: Subscriber) => void): void {
    for (const subscription of this.subscriptions.values())
      if (subscription.viewer.standing === 'present') subscription.send(message)
  }

  #publish(commit: Commit): void {
    const { aggregate, changed } = this.#dependencies
    changed(this.actor.state, commit.seq)
    const sights = new Map<string, VisibleCommit>()
    const numbers = new Map<RecordedEvent, number>()
    // Of what was changed for somebody, each is another: never is one viewer sent what was made for another.
    const numberOf = (event: RecordedEvent): number => {
      const number = numbers.get(event) ?? numbers.size
      numbers.set(event, number)
      return number
    }
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
        const visible = aggregate.redact(commit, viewer)
        const sight = visible.events.map(numberOf).join()
        // Those who see the same are sent the same object.
        const message = sights.get(sight) ?? visible
        sights.set(sight, message)
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
        if (notice.type === 'caption') this.#captionBeganAt(notice.lineId)
        this.live(notice)
      },
      captionLine: async (line) =>
        isPresent() ? this.#finishCaption(caller.participantId, line) : { ok: false, ...reject('forbidden') },
      health: (message) => {
        if (isPresent()) this.#watch.told(caller.participantId, message, this.#dependencies.now())
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
