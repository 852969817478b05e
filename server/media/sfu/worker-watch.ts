// Checks whether one media worker answers. A process that is stopped or caught in a loop does not end by itself: it is
// polled, ended when it stays silent, and no request waits for it meanwhile (ADR 0073). Knows no mediasoup.

export interface WorkerPatience {
  /** For a process to begin, and to open its port. */
  readonly startMs: number
  /** Between an answer and the next question. */
  readonly everyMs: number
  /** For one answer. */
  readonly answerMs: number
  /** So many missed answers in a row, and the worker is ended. */
  readonly misses: number
}

export const workerPatience: WorkerPatience = { startMs: 10_000, everyMs: 2_000, answerMs: 2_000, misses: 3 }

/**
 * So long after a request without its answer nobody waits for the worker any longer. One thread of it serves requests and packets: while it
 * answers nothing it carries nothing either, and the request is the first thing it reads when it goes on.
 */
const SILENT_AFTER_MS = 300

export interface WorkerWatchOptions {
  readonly patience: WorkerPatience
  /** A question that costs the worker nothing. */
  readonly ask: () => Promise<unknown>
  /** It fell silent, or answers again. */
  readonly changed: () => void
  /** It missed as many answers as it may. */
  readonly stoodStill: (forMs: number) => void
}

export class WorkerWatch {
  readonly #options: WorkerWatchOptions
  readonly #waiting = new Set<() => void>()
  #isClosed = false
  #next: NodeJS.Timeout | undefined
  #silentSince: number | null = null
  #answeredAt = performance.now()
  #missed = 0

  constructor(options: WorkerWatchOptions) {
    this.#options = options
    void this.#ask()
  }

  /** How long it has not answered; null: it answers. */
  get silentForMs(): number | null {
    return this.#silentSince === null ? null : performance.now() - this.#silentSince
  }

  /** Resolves when the worker has done it, or is found not to answer. @throws what the request throws before that. */
  confirmed(request: Promise<unknown>): Promise<void> {
    const askedAt = performance.now()
    let isOpen = true
    // A turn later: an answer may have come while this process was busy, and not be read yet.
    const overdue = setTimeout(() => setImmediate(() => isOpen && this.#fallSilent(askedAt)), SILENT_AFTER_MS)
    return new Promise((resolve, reject) => {
      this.#waiting.add(resolve)
      if (this.#silentSince !== null) resolve()
      const answered = () => {
        isOpen = false
        clearTimeout(overdue)
        this.#waiting.delete(resolve)
        this.#speakAgain()
      }
      request.finally(answered).then(() => resolve(), reject)
    })
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#next)
  }

  async #ask(): Promise<void> {
    const { patience, stoodStill } = this.#options
    const isAnswered = await this.#isAnsweredWithin(patience.answerMs)
    if (this.#isClosed) return
    if (isAnswered) {
      this.#missed = 0
      this.#answeredAt = performance.now()
      this.#next = setTimeout(() => void this.#ask(), patience.everyMs).unref()
      return
    }
    this.#missed += 1
    if (this.#missed < patience.misses) return this.#ask()
    stoodStill(performance.now() - this.#answeredAt)
  }

  #isAnsweredWithin(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const tooLong = setTimeout(() => setImmediate(resolve, false), milliseconds)
      const answered = () => {
        clearTimeout(tooLong)
        resolve(true)
      }
      const request = this.#options.ask()
      // One that is refused is answered, too: the worker has ended.
      request.then(answered, answered)
      this.confirmed(request).catch(() => undefined)
    })
  }

  #fallSilent(since: number): void {
    if (this.#silentSince !== null || this.#isClosed) return
    this.#silentSince = since
    for (const resolve of this.#waiting) resolve()
    this.#options.changed()
  }

  #speakAgain(): void {
    if (this.#silentSince === null || this.#isClosed) return
    this.#silentSince = null
    this.#options.changed()
  }
}
