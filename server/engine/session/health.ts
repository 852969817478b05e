// The health of one loaded session: the latest reports of its pages, what the media plane sees, and the alarms that
// follow. In memory only. loaded-session.ts feeds it, ticks it every two seconds and shows it to staff.
import type { Ms, ParticipantId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { type AlarmWatch, advance, handle, quiet } from '../../../shared/projections/health-alarms.ts'
import { observationsOf, staleAfterMs } from '../../../shared/projections/health-board.ts'
import {
  type Arrived,
  type Flow,
  type HealthMessage,
  type HealthReport,
  healthEveryMs,
  type SessionHealth,
} from '../../../shared/wire/hearing/health.ts'

/** What a page reported as received counts as current until its next report is late. */
const arrivedForMs = 1.5 * healthEveryMs

interface Told {
  readonly report: HealthReport | null
  readonly arrived: Arrived | null
  readonly at: Ms
}

export class SessionHealthWatch {
  readonly #told = new Map<ParticipantId, Told>()
  #watch: AlarmWatch = quiet

  /** A connection begins: what was told before is of another one. */
  came(participantId: ParticipantId, at: Ms): void {
    this.#told.set(participantId, { report: null, arrived: null, at })
  }

  told(participantId: ParticipantId, { arrived, ...report }: HealthMessage, at: Ms): void {
    this.#told.set(participantId, { report, arrived, at })
  }

  /** Of whom a page has picture and sound now; null: it does not say. */
  arrivedAt(participantId: ParticipantId, at: Ms): Arrived | null {
    const told = this.#told.get(participantId)
    return told && at - told.at <= arrivedForMs ? told.arrived : null
  }

  /** Only while the session is in use: without anybody in it nothing is told, and nothing can be done. */
  tick(
    state: SessionState,
    pictures: ReadonlyMap<ParticipantId, Flow>,
    at: Ms,
  ): Pick<SessionHealth, 'participants' | 'alarms'> {
    const observations = observationsOf(state, (participantId) => ({
      picture: pictures.get(participantId) ?? 'none',
      report: this.#fresh(participantId, at),
    }))
    this.#watch = advance(this.#watch, observations, at)
    const present = observations.filter(({ isLost }) => !isLost)
    const known = new Set(observations.map(({ participantId }) => participantId))
    for (const participantId of this.#told.keys()) if (!known.has(participantId)) this.#told.delete(participantId)
    return {
      participants: Object.fromEntries(
        present.map(({ participantId, picture, report, since }) => [
          participantId,
          { picture, report, lastSeenAt: this.#told.get(participantId)?.at ?? since },
        ]),
      ),
      alarms: [...this.#watch.alarms],
    }
  }

  /** False: there is no such alarm. */
  handle(alarmId: string, at: Ms): boolean {
    const handled = handle(this.#watch, alarmId, at)
    if (handled) this.#watch = handled
    return handled !== null
  }

  #fresh(participantId: ParticipantId, at: Ms): HealthReport | null {
    const told = this.#told.get(participantId)
    return told && at - told.at <= staleAfterMs ? told.report : null
  }
}
