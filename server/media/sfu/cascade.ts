// Carries producers from the router where they arrive to the other routers of their session, once each and on demand.
import type { Producer } from 'mediasoup/types'
import type { MediaRouter } from './media-worker.ts'

export class Cascade {
  // Weak, so that a pipe is forgotten with its producer or its router, however they end.
  readonly #pipes = new WeakMap<Producer, WeakMap<MediaRouter, Promise<void>>>()

  /** Afterwards the target knows the producer by its own id. */
  bring(producer: Producer, from: MediaRouter, to: MediaRouter): Promise<void> {
    if (from === to) return Promise.resolve()
    const pipes = this.#pipes.get(producer) ?? new WeakMap<MediaRouter, Promise<void>>()
    this.#pipes.set(producer, pipes)
    const known = pipes.get(to)
    if (known) return known
    const forget = () => pipes.delete(to)
    const pipe = openPipe(producer, from, to).then((end) => {
      end.observer.once('close', forget)
    })
    pipes.set(to, pipe)
    // Who waits for it learns of the failure; the next one may try again.
    pipe.catch(forget)
    return pipe
  }
}

/** @returns the producer at the far end. */
async function openPipe(producer: Producer, from: MediaRouter, to: MediaRouter): Promise<Producer> {
  const { pipeConsumer, pipeProducer } = await from.router.pipeToRouter({
    producerId: producer.id,
    router: to.router,
    listenInfo: from.pipeListenInfo,
    enableSctp: false,
  })
  if (!pipeConsumer || !pipeProducer) throw new Error('mediasoup gave no pipe')
  // mediasoup follows pauses too, but lets the promise go: a worker that dies meanwhile would end this process.
  for (const event of ['pause', 'resume'] as const) pipeConsumer.observer.removeAllListeners(event)
  const follow = () => {
    const done = pipeConsumer.producerPaused ? pipeProducer.pause() : pipeProducer.resume()
    done.catch(() => pipeProducer.close())
  }
  pipeConsumer.observer.on('pause', follow)
  pipeConsumer.observer.on('resume', follow)
  // Between its last look and these listeners the producer may have been paused or resumed.
  if (pipeConsumer.producerPaused !== pipeProducer.paused) follow()
  return pipeProducer
}
