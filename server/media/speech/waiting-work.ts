// A bounded queue of sound to be recognised, one piece at a time. When it is full, the oldest waiting piece is dropped:
// captions that come a minute late are of no use.

interface Piece {
  readonly seconds: number
  readonly recognise: () => Promise<void>
}

export interface WaitingWorkOptions {
  /** Of sound. */
  readonly mostSeconds: number
  /** The oldest pieces were left out, of so many seconds. */
  readonly skipped: (seconds: number) => void
}

export class WaitingWork {
  readonly #options: WaitingWorkOptions
  #pieces: Piece[] = []
  #working: Promise<void> | null = null

  constructor(options: WaitingWorkOptions) {
    this.#options = options
  }

  add(seconds: number, recognise: () => Promise<void>): void {
    this.#pieces.push({ seconds, recognise })
    this.#leaveOut()
    this.#working ??= this.#work()
  }

  /** Resolves when nothing waits. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working
  }

  #leaveOut(): void {
    let waiting = this.#pieces.reduce((sum, { seconds }) => sum + seconds, 0)
    let left = 0
    while (waiting > this.#options.mostSeconds && this.#pieces.length > 1) {
      const seconds = this.#pieces.shift()?.seconds ?? 0
      waiting -= seconds
      left += seconds
    }
    if (left > 0) this.#options.skipped(left)
  }

  async #work(): Promise<void> {
    for (let piece = this.#pieces.shift(); piece; piece = this.#pieces.shift()) await piece.recognise()
    this.#working = null
  }
}
