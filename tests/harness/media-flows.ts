// Who receives whom, as reported by the media workers themselves, independently of the media plane.
import type { WebRtcTransport } from 'mediasoup/types'
import type { MediaPage } from './media-page.ts'
import type { MediaServer } from './media-server.ts'

export type Flow<Name extends string> = `${string} → ${Name}: ${string}`

export class MediaFlows<Name extends string> {
  readonly #server: MediaServer
  readonly #pages: Readonly<Record<Name, MediaPage>>

  constructor(server: MediaServer, pages: Readonly<Record<Name, MediaPage>>) {
    this.#server = server
    this.#pages = pages
  }

  get #names(): Name[] {
    return Object.keys(this.#pages) as Name[]
  }

  /** As a page does with all it was told of. */
  async resumes(name: Name): Promise<void> {
    const consumerIds = (await this.#consumersOf(name)).map(({ id }) => id)
    await this.#pages[name].request({ type: 'resume', consumerIds })
  }

  /** Every consumer the workers hold for the pages. */
  async consumers(): Promise<Flow<Name>[]> {
    return this.#flows(() => true)
  }

  /** Those of them through which packets would pass now. */
  async flows(): Promise<Flow<Name>[]> {
    return this.#flows(({ paused, producerPaused }) => !paused && !producerPaused)
  }

  async consumerIds(from: Name, to: Name): Promise<string[]> {
    const consumers = await this.#consumersOf(to)
    return consumers.filter(({ producerId }) => this.#sender(producerId) === from).map(({ id }) => id)
  }

  #sender(producerId: string): unknown {
    return this.#server.census.producer(producerId).appData.participantId
  }

  async #flows(isMeant: (dump: { paused: boolean; producerPaused: boolean }) => boolean): Promise<Flow<Name>[]> {
    const lists = await Promise.all(
      this.#names.map(async (name) => {
        const consumers = (await this.#consumersOf(name)).filter(isMeant)
        return consumers.map(({ producerId, kind }): Flow<Name> => `${this.#sender(producerId)} → ${name}: ${kind}`)
      }),
    )
    return lists.flat().toSorted()
  }

  async #consumersOf(name: Name) {
    const { census } = this.#server
    const transport = census.transport(this.#pages[name].receiveId) as WebRtcTransport
    const { consumerIds } = await transport.dump()
    // One that was closed while the worker was writing its list is in no list any more.
    const open = [...census.consumers].filter(({ id }) => consumerIds.includes(id))
    const dumps = await Promise.all(open.map((consumer) => consumer.dump().catch(() => null)))
    return dumps.filter((dump) => dump !== null)
  }
}
