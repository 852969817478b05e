// What this browser receives over one transport: consumers made in batches, and resumed once an element shows them.
import type { types } from 'mediasoup-client'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { ConsumerParameters, MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import { mediaStore, type RemoteTrack, withoutTrack, withTracks } from './media-store.ts'
import type { RequestMedia } from './transport-care.ts'

/** As many as one `resume` may name. */
const maximumResumed = 200
const resumeAgainMs = 1000

interface Received extends RemoteTrack {
  readonly consumer: types.Consumer
}

export class Receiving {
  readonly #transport: types.Transport
  readonly #request: RequestMedia
  readonly #received = new Map<string, Received>()
  /** Closed by the server while the browser was still making them. */
  readonly #closedEarly = new Set<string>()
  readonly #running = new Set<string>()
  readonly #toResume = new Set<string>()

  constructor(transport: types.Transport, request: RequestMedia) {
    this.#transport = transport
    this.#request = request
  }

  get consumers(): { consumer: types.Consumer; participantId: ParticipantId; source: MediaSource }[] {
    return [...this.#received.values()]
  }

  /** The first screen takes the place of what an earlier transport showed; until then its last pictures stay. */
  async begin(list: readonly ConsumerParameters[]): Promise<void> {
    const received = await this.#make(list)
    if (!this.#transport.closed) mediaStore.setState({ remote: withTracks({}, received) })
  }

  async add(list: readonly ConsumerParameters[]): Promise<void> {
    const received = await this.#make(list)
    if (!this.#transport.closed) mediaStore.setState(({ remote }) => ({ remote: withTracks(remote, received) }))
  }

  remove(consumerIds: readonly string[]) {
    for (const id of consumerIds) {
      const received = this.#received.get(id)
      if (!received) {
        this.#closedEarly.add(id)
        continue
      }
      received.consumer.close()
      this.#received.delete(id)
      mediaStore.setState(({ remote }) => ({ remote: withoutTrack(remote, received) }))
    }
  }

  /** An element shows or plays this consumer. Those of one rendering go in one message. */
  attached(consumerId: string) {
    if (this.#running.has(consumerId)) return
    this.#running.add(consumerId)
    if (this.#toResume.size === 0) queueMicrotask(() => void this.#resume())
    this.#toResume.add(consumerId)
  }

  /** All in one tick: mediasoup-client then negotiates once. */
  async #make(list: readonly ConsumerParameters[]): Promise<Received[]> {
    const made = await Promise.allSettled(
      list.map(async ({ id, producerId, participantId, source, kind, rtpParameters }): Promise<Received | null> => {
        const consumer = await this.#transport.consume({
          id,
          producerId,
          kind,
          rtpParameters: rtpParameters as types.RtpParameters,
        })
        if (this.#closedEarly.delete(id)) {
          consumer.close()
          return null
        }
        const received = { participantId, source, consumerId: id, track: consumer.track, consumer }
        this.#received.set(id, received)
        return received
      }),
    )
    return made.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []))
  }

  async #resume() {
    const consumerIds = [...this.#toResume].filter((id) => this.#received.has(id)).slice(0, maximumResumed)
    this.#toResume.clear()
    if (consumerIds.length === 0 || this.#transport.closed) return
    const reply = await this.#request({ type: 'resume', consumerIds })
    if (reply.ok || this.#transport.closed) return
    for (const id of consumerIds) this.#running.delete(id)
    setTimeout(() => {
      for (const id of consumerIds) this.attached(id)
    }, resumeAgainMs)
  }
}
