// Records by how much the clock of this machine was ahead of session time while a program wrote: files are stamped with
// the machine clock, which somebody may set (ADR 0086).
import type { Ms } from '../../../shared/kernel/ids.ts'

interface Note {
  /** By the clock of the machine. */
  readonly from: Ms
  until: Ms
  readonly aheadMs: number
}

/** Nearer than this is the same: it is less than a word takes. */
const alikeMs = 20
/** So far two clocks that nobody has set may be apart. */
const agreeMs = 50

export class ClockNotes {
  readonly #machine: () => Ms
  readonly #session: () => Ms
  readonly #notes: Note[] = []

  constructor(session: () => Ms, machine: () => Ms = Date.now) {
    this.#session = session
    this.#machine = machine
    this.note()
  }

  /** To be called every second or so. */
  note(): void {
    const at = this.#machine()
    const aheadMs = at - this.#session()
    const last = this.#notes.at(-1)
    if (last && Math.abs(last.aheadMs - aheadMs) < alikeMs) last.until = at
    else this.#notes.push({ from: at, until: at, aheadMs })
  }

  /** At this time of the machine: as it was noted nearest to it. 0: they agree. */
  aheadAt(at: Ms): number {
    // What was stamped a moment ago may be by a clock that nobody has looked at since.
    this.note()
    let nearest = 0
    let least = Number.POSITIVE_INFINITY
    for (const { from, until, aheadMs } of this.#notes) {
      const distance = Math.max(from - at, at - until, 0)
      // Of two alike the later: a clock that was set back passes the same times again.
      if (distance > least) continue
      least = distance
      nearest = aheadMs
    }
    return Math.abs(nearest) < agreeMs ? 0 : nearest
  }
}
