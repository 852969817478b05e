// Pauses and resumes one producer or consumer in the order of the requests, so that the last one wins.
interface Pausable {
  readonly paused: boolean
  pause(): Promise<void>
  resume(): Promise<void>
  close(): void
}

/** A media worker, which does as it is asked. */
interface Worker {
  /** Resolves when it has done it, or is found not to answer. */
  confirmed(request: Promise<unknown>): Promise<void>
}

export class Switch {
  readonly #target: Pausable
  readonly #worker: Worker
  #isOn: boolean
  #settled: Promise<void> = Promise.resolve()

  constructor(target: Pausable, worker: Worker) {
    this.#target = target
    this.#worker = worker
    this.#isOn = !target.paused
  }

  get isOn(): boolean {
    return this.#isOn
  }

  /** Resolves when it is so, when the target is closed, or when its worker does not answer: then nothing flows either way. */
  set(isOn: boolean): Promise<void> {
    if (isOn !== this.#isOn) this.#turn(isOn)
    return this.#settled
  }

  #turn(isOn: boolean): void {
    this.#isOn = isOn
    // The worker serves requests in their order. What cannot be paused must not go on: it is closed.
    const done = (isOn ? this.#target.resume() : this.#target.pause()).catch(() => this.#target.close())
    this.#settled = this.#worker.confirmed(done)
  }
}
