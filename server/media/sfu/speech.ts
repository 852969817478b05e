// Measures who of a session is speaking: the active speaker and the audio levels. Soft state: nothing is decided by it.
// Both observers sit on one router, to which all running audio is brought.
import type { ActiveSpeakerObserver, AudioLevelObserver, Producer } from 'mediasoup/types'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { LiveNotice } from '../../../shared/wire/engine/socket-events.ts'
import type { Log } from '../../platform/log.ts'
import type { Cascade } from './cascade.ts'
import type { MediaRouter } from './media-worker.ts'
import type { Source } from './peer-producers.ts'

/** What of a source matters here. */
export type Voice = Omit<Source, 'source' | 'keyFrames'>

const INTERVAL_MS = 300
/** In dBov; quieter is a room, not a voice. */
const THRESHOLD = -70
/** As many as ever speak at once. */
const MAX_LEVELS = 8

interface Ear {
  readonly router: MediaRouter
  readonly speaker: ActiveSpeakerObserver
  readonly levels: AudioLevelObserver
  readonly members: WeakSet<Producer>
}

export class Speech {
  readonly #cascade: Cascade
  readonly #live: (notice: LiveNotice) => void
  readonly #log: Log
  #ear: Ear | null = null
  #audible: ReadonlySet<ParticipantId> = new Set()
  #activeSpeaker: ParticipantId | null = null
  #turn: Promise<void> = Promise.resolve()

  constructor(cascade: Cascade, live: (notice: LiveNotice) => void, log: Log) {
    this.#cascade = cascade
    this.#live = live
    this.#log = log
  }

  /**
   * Listens to those that run and no longer to the others. mediasoup names a speaker only when it changes, so somebody
   * who fell silent by the floor or by their own switch has to go, to be named again when they return.
   */
  follow(sources: readonly Voice[]): void {
    this.#turn = this.#turn.then(() => this.#apply(sources))
    const running = sources.filter(({ isRunning }) => isRunning)
    this.#audible = new Set(running.map(({ participantId }) => participantId))
    if (this.#activeSpeaker !== null && !this.#audible.has(this.#activeSpeaker)) this.#name(null)
  }

  async #apply(sources: readonly Voice[]): Promise<void> {
    if (this.#ear?.router.isClosed) this.#ear = null
    for (const source of sources) {
      const done = source.isRunning ? this.#listen(source) : this.#ignore(source)
      // It was closed meanwhile, or the router was; either brings the next call.
      await done.catch((err: unknown) => this.#log.debug({ err }, 'audio could not be listened to'))
    }
  }

  async #listen({ producer, router }: Voice): Promise<void> {
    this.#ear ??= await this.#open(router)
    const { members, speaker, levels, router: home } = this.#ear
    if (members.has(producer)) return
    await this.#cascade.bring(producer, router, home)
    await Promise.all([speaker, levels].map((observer) => observer.addProducer({ producerId: producer.id })))
    members.add(producer)
  }

  async #ignore({ producer }: Voice): Promise<void> {
    if (!this.#ear?.members.delete(producer)) return
    const { speaker, levels } = this.#ear
    await Promise.all([speaker, levels].map((observer) => observer.removeProducer({ producerId: producer.id })))
  }

  async #open(router: MediaRouter): Promise<Ear> {
    const [speaker, levels] = await Promise.all([
      router.router.createActiveSpeakerObserver({ interval: INTERVAL_MS }),
      router.router.createAudioLevelObserver({ interval: INTERVAL_MS, threshold: THRESHOLD, maxEntries: MAX_LEVELS }),
    ])
    speaker.on('dominantspeaker', ({ producer }) => {
      const participantId = participantOf(producer)
      if (this.#audible.has(participantId)) this.#name(participantId)
    })
    levels.on('volumes', (volumes) => {
      const entries = volumes.map(({ producer, volume }) => [participantOf(producer), volume] as const)
      this.#live({ type: 'levels', levels: Object.fromEntries(entries.filter(([id]) => this.#audible.has(id))) })
    })
    levels.on('silence', () => this.#live({ type: 'levels', levels: {} }))
    return { router, speaker, levels, members: new WeakSet() }
  }

  #name(participantId: ParticipantId | null): void {
    if (participantId === this.#activeSpeaker) return
    this.#activeSpeaker = participantId
    this.#live({ type: 'activeSpeaker', participantId })
  }
}

/** The pipe of a producer carries its appData along. */
function participantOf({ appData }: Producer): ParticipantId {
  return appData.participantId as ParticipantId
}
