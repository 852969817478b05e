// Places the peers of one session: on one router while it suffices, then on another one in another worker.
import type { MediaRouter, MediaWorker } from './media-worker.ts'
import type { WorkerPool } from './worker-pool.ts'

interface Place {
  readonly opening: Promise<MediaRouter>
  /** Null until it is open. */
  router: MediaRouter | null
}

export class SessionRouters {
  readonly #pool: WorkerPool
  readonly #consumersPerRouter: number
  readonly #places = new Map<MediaWorker, Place>()

  constructor(pool: WorkerPool, consumersPerRouter: number) {
    this.#pool = pool
    this.#consumersPerRouter = consumersPerRouter
  }

  get count(): number {
    return this.#places.size
  }

  /** A router for one more peer; null when no worker answers. */
  async place(): Promise<MediaRouter | null> {
    for (let worker = this.#choose(); worker; worker = this.#choose()) {
      try {
        return await (this.#places.get(worker) ?? this.#open(worker)).opening
      } catch (error) {
        if (worker.isLiving) throw error
      }
    }
    return null
  }

  /** A later peer gets a new router. */
  close(): void {
    for (const { opening } of this.#places.values())
      opening.then(
        (router) => router.close(),
        // It never opened: place() has told.
        () => undefined,
      )
    this.#places.clear()
  }

  #choose(): MediaWorker | undefined {
    const ready = this.#pool.ready
    const used = ready
      .filter((worker) => this.#places.has(worker))
      .sort((one, other) => this.#loadOn(one) - this.#loadOn(other))
    const emptiest = used.find((worker) => this.#loadOn(worker) < this.#consumersPerRouter)
    return emptiest ?? ready.find((worker) => !this.#places.has(worker)) ?? used[0]
  }

  #loadOn(worker: MediaWorker): number {
    return this.#places.get(worker)?.router?.load ?? 0
  }

  #open(worker: MediaWorker): Place {
    const place: Place = { opening: worker.openRouter(), router: null }
    const forget = () => {
      if (this.#places.get(worker) === place) this.#places.delete(worker)
    }
    this.#places.set(worker, place)
    place.opening.then((router) => {
      place.router = router
      router.whenClosed(forget)
    }, forget)
    return place
  }
}
