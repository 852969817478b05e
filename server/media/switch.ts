// Pauses and resumes one producer or consumer in the order of the wishes, so that the last wish wins.
interface Pausable {
  readonly paused: boolean
  pause(): Promise<void>
  resume(): Promise<void>
  close(): void
}

export class Switch {
  readonly #target: Pausable
  #isOn: boolean
  #settled: Promise<void> = Promise.resolve()

  constructor(target: Pausable) {
    this.#target = target
    this.#isOn = !target.paused
  }

  get isOn(): boolean {
    return this.#isOn
  }

  /** Resolves when it is so, or when the target is closed. */
  set(isOn: boolean): Promise<void> {
    if (isOn === this.#isOn) return this.#settled
    this.#isOn = isOn
    // The worker serves requests in their order. What cannot be paused must not go on: it is closed.
    this.#settled = (isOn ? this.#target.resume() : this.#target.pause()).catch(() => this.#target.close())
    return this.#settled
  }
}
