// The subscription of one socket to a session: what it may see now, and a queue that holds messages back so that none
// overtakes the welcome message or a new view.

import type { Viewer } from '../../../shared/kernel/actor.ts'
import type { Farewell } from '../../../shared/wire/engine/farewells.ts'
import type { Hello } from '../../../shared/wire/engine/socket-events.ts'
import type { Caller } from '../../platform/caller.ts'
import type { Subscriber } from './sessions.ts'

export class Subscription {
  readonly caller: Caller
  readonly connectionId: Subscriber['connectionId']
  viewer: Viewer
  /** What the browser can receive, for media joined later. */
  readonly wish: Pick<Hello, 'rtpCapabilities' | 'visible' | 'listensTo'>
  farewell: Farewell | null = null
  readonly #subscriber: Subscriber
  /** null: nothing is held back. */
  #held: ((subscriber: Subscriber) => void)[] | null = []

  constructor(caller: Caller, subscriber: Subscriber, viewer: Viewer, hello: Hello) {
    this.caller = caller
    this.connectionId = subscriber.connectionId
    this.viewer = viewer
    this.wish = hello
    this.#subscriber = subscriber
  }

  get participantId() {
    return this.caller.participantId
  }

  send(message: (subscriber: Subscriber) => void): void {
    if (this.#held) this.#held.push(message)
    else message(this.#subscriber)
  }

  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const message of held) message(this.#subscriber)
  }

  /** Before everything that was held back. */
  releaseAfter(message: (subscriber: Subscriber) => void): void {
    message(this.#subscriber)
    this.release()
  }

  dismiss(farewell: Farewell): void {
    this.farewell = farewell
    this.send((subscriber) => subscriber.farewell(farewell))
  }
}
