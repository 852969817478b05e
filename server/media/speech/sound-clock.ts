// Computes when samples were spoken. Sound arrives as it is spoken, with gaps: a muted or a silent microphone sends
// nothing. Pure.
import type { Ms } from '../../../shared/kernel/ids.ts'

export const sampleRate = 16_000
const samplesIn = (milliseconds: number) => Math.round((milliseconds * sampleRate) / 1000)
const millisecondsOf = (samples: number) => (samples * 1000) / sampleRate

/** Later than that by its arrival, sound does not follow what came before. */
const leastHoleMs = 100
/** So much silence ends a phrase; a longer hole is heard as one of this length. */
const longestSilenceMs = 1000
/** Nothing has come for so long: whoever spoke has ended. */
const quietAfterMs = 500

export class SoundClock {
  #endsAt: Ms | null = null
  #isQuiet = true

  /** The samples of silence that belong before these, and when these began. */
  arrived(samples: number, now: Ms): { silence: number; from: Ms } {
    const from = now - millisecondsOf(samples)
    const hole = this.#endsAt === null ? 0 : from - this.#endsAt
    const isHole = this.#endsAt === null || hole > leastHoleMs
    // What arrives earlier than expected shows that what came before was late.
    const beginsAt = isHole ? from : Math.min(from, this.#endsAt ?? from)
    const silence = isHole && !this.#isQuiet ? samplesIn(Math.min(hole, longestSilenceMs)) : 0
    this.#endsAt = beginsAt + millisecondsOf(samples)
    this.#isQuiet = false
    return { silence, from: beginsAt }
  }

  /** The samples of silence that are to be heard because nothing comes; 0 once that was said. */
  quiet(now: Ms): number {
    if (this.#isQuiet || this.#endsAt === null || now - this.#endsAt < quietAfterMs) return 0
    this.#isQuiet = true
    return samplesIn(longestSilenceMs)
  }
}

interface Anchor {
  readonly index: number
  readonly at: Ms
}

/** Longer than any phrase. */
const anchorsKept = 200

/** The times of samples that are counted from the first. */
export class SampleTimes {
  #count = 0
  #anchors: Anchor[] = []

  add(samples: number, from: Ms): void {
    if (this.#anchors.length === 0 || Math.abs(this.timeOf(this.#count) - from) > 1)
      this.#anchors = [...this.#anchors, { index: this.#count, at: from }].slice(-anchorsKept)
    this.#count += samples
  }

  timeOf(index: number): Ms {
    const anchor = this.#anchors.findLast((one) => one.index <= index) ?? this.#anchors[0]
    return anchor ? Math.round(anchor.at + millisecondsOf(index - anchor.index)) : 0
  }
}
