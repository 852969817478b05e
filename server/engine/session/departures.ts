// Reports lost connections of one session as facts: normally at once; for a participant whose connection keeps
// dropping, only after some seconds of absence (ADR 0077). Each fact has the time the connection was last alive, so
// attendance is not affected. Owned by loaded-session.ts.
import type { ConnectionId, Ms, ParticipantId } from '../../../shared/kernel/ids.ts'

export interface Departure {
  readonly participantId: ParticipantId
  readonly connectionId: ConnectionId
  readonly lastSeenAt: Ms
  readonly cause: 'closed' | 'timeout'
}

/** More losses than these within this time: the connection comes and goes. */
const lossesAtOnce = 2
const withinMs = 30_000
const graceMs = 5000

export class Departures {
  readonly #report: (departure: Departure) => Promise<void>
  /** When each was lost of late, by a clock that nobody sets. */
  readonly #losses = new Map<ParticipantId, number[]>()
  readonly #waiting = new Map<ParticipantId, { departure: Departure; timer: NodeJS.Timeout }>()

  constructor(report: (departure: Departure) => Promise<void>) {
    this.#report = report
  }

  /** Resolves once it is written, or waits to be. */
  async lost(departure: Departure): Promise<void> {
    const { participantId } = departure
    const at = performance.now()
    for (const [whose, times] of this.#losses) if ((times.at(-1) ?? 0) < at - withinMs) this.#losses.delete(whose)
    const recent = [...(this.#losses.get(participantId) ?? []).filter((time) => time >= at - withinMs), at]
    this.#losses.set(participantId, recent)
    if (recent.length <= lossesAtOnce) return this.#report(departure)
    this.cameBack(participantId)
    const timer = setTimeout(() => {
      this.#waiting.delete(participantId)
      void this.#report(departure)
    }, graceMs)
    this.#waiting.set(participantId, { departure, timer })
  }

  /** Another connection of theirs takes the place of the one that was lost. */
  cameBack(participantId: ParticipantId): void {
    clearTimeout(this.#waiting.get(participantId)?.timer)
    this.#waiting.delete(participantId)
  }

  /** What waits is told now. */
  close(): void {
    for (const { departure, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      void this.#report(departure)
    }
    this.#waiting.clear()
  }
}
