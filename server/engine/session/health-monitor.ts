// The health of one session: judged every two seconds while somebody is there, told to staff, and what it shows becomes
// facts of the session (a picture that is missing, a site that sees and hears the centre). Called by loaded-session.ts.

import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { advanceCameras, type MissingSince } from '../../../shared/projections/camera-watch.ts'
import { advanceConnections, type HoldingSince } from '../../../shared/projections/connection-watch.ts'
import {
  type Flow,
  type HealthMessage,
  type LackingSite,
  nothingTold,
  type SessionHealth,
} from '../../../shared/wire/hearing/health.ts'
import type { ActorDependencies, SessionActor } from './actor.ts'
import { SessionHealthWatch } from './health.ts'

/** How often health is judged, and shown to staff. */
const judgeEveryMs = 2000

interface HealthMonitorOptions extends Pick<ActorDependencies, 'media' | 'now' | 'newId' | 'log'> {
  readonly actor: Pick<SessionActor, 'sessionId' | 'state' | 'dispatch'>
  readonly isEmpty: () => boolean
  readonly tellStaff: (health: SessionHealth) => void
}

export class HealthMonitor {
  /** As of the last look. */
  last: SessionHealth = nothingTold
  readonly #options: HealthMonitorOptions
  readonly #watch = new SessionHealthWatch()
  #missingPictures: MissingSince = new Map()
  #holdingConnections: HoldingSince = new Map()
  #judging: NodeJS.Timeout | undefined

  constructor(options: HealthMonitorOptions) {
    this.#options = options
  }

  came(participantId: ParticipantId): void {
    this.#watch.came(participantId, this.#options.now())
    this.#judging ??= setInterval(() => this.#judge(), judgeEveryMs)
  }

  told(participantId: ParticipantId, message: HealthMessage): void {
    this.#watch.told(participantId, message, this.#options.now())
  }

  /** False: there is no such alarm. */
  handle(alarmId: string): boolean {
    if (!this.#watch.handle(alarmId, this.#options.now())) return false
    this.#judge()
    return true
  }

  close(): void {
    clearInterval(this.#judging)
  }

  /** Ends by itself when nobody is left to be shown it. */
  #judge(): void {
    const { actor, media, now, isEmpty, tellStaff } = this.#options
    if (isEmpty()) {
      clearInterval(this.#judging)
      this.#judging = undefined
      return
    }
    const pictures = media.pictures(actor.sessionId)
    const watched = this.#watch.tick(actor.state, pictures, now())
    this.#tellCameras(pictures)
    this.last = { ...watched, lacking: this.#tellConnections(pictures), speech: media.speech() }
    tellStaff(this.last)
  }

  /** What the media plane sees missing becomes a fact of the session. */
  #tellCameras(pictures: ReadonlyMap<ParticipantId, Flow>): void {
    const { actor, newId, now, log } = this.#options
    const { missing, facts } = advanceCameras(this.#missingPictures, actor.state, pictures, now())
    this.#missingPictures = missing
    for (const fact of facts)
      actor.dispatch({ kind: 'system' }, { id: newId(), ...fact }).catch((error: unknown) => {
        log.warn({ sessionId: actor.sessionId, err: error }, 'a missing picture could not be noted')
      })
  }

  /** That a site and the centre see and hear each other becomes a fact of the session, once. Gives those of which it is none yet. */
  #tellConnections(pictures: ReadonlyMap<ParticipantId, Flow>): LackingSite[] {
    const { actor, newId, now } = this.#options
    const at = now()
    const told = { pictures, arrivedAt: (participantId: ParticipantId) => this.#watch.arrivedAt(participantId, at) }
    const { holding, facts, lacking } = advanceConnections(this.#holdingConnections, actor.state, told, at)
    this.#holdingConnections = holding
    // dispatch() never throws; what could not be written is tried at the next look.
    for (const fact of facts) void actor.dispatch({ kind: 'system' }, { id: newId(), ...fact })
    return lacking
  }
}
