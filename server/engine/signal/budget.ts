// A token bucket: a burst, then so much per second. Called for every frame of every socket, so it neither waits nor
// allocates.

export interface Allowance {
  readonly atOnce: number
  readonly perSecond: number
}

export class Budget {
  readonly #allowance: Allowance
  readonly #monotonicMs: () => number
  #left: number
  #countedAt: number

  constructor(allowance: Allowance, monotonicMs: () => number) {
    this.#allowance = allowance
    this.#monotonicMs = monotonicMs
    this.#left = allowance.atOnce
    this.#countedAt = monotonicMs()
  }

  /** False: more than there is. Nothing is taken then. */
  take(amount: number): boolean {
    this.#refill()
    if (amount > this.#left) return false
    this.#left -= amount
    return true
  }

  get isFull(): boolean {
    this.#refill()
    return this.#left >= this.#allowance.atOnce
  }

  #refill(): void {
    const at = this.#monotonicMs()
    const { atOnce, perSecond } = this.#allowance
    this.#left = Math.min(atOnce, this.#left + ((at - this.#countedAt) / 1000) * perSecond)
    this.#countedAt = at
  }
}
