// Checks whether the recording of a session fits on the disk: by its planned length, its people and the measured rates.
// Used when the server is to begin recording, and shown where sessions are booked. Called by app/engine.ts.
import type { Outcome, Wish } from '../../../shared/kernel/aggregate.ts'
import type { Ms } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isWanted } from '../../../shared/modules/recording/contract.ts'
import { isOver, recordingRuleOf } from '../../../shared/modules/session/contract.ts'
import type { MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import type { SessionDiskSpace } from '../../../shared/wire/hearing/disk.ts'
import type { BlockingReason } from '../../engine/session/loaded-sessions.ts'
import { type Forecasts, WITH_FILM } from '../../media/recording/disk-forecast.ts'

export interface DiskSpace {
  /** What a session needs, and what is there for it when those of `running` that are being recorded have theirs. */
  of(state: SessionState, running: readonly SessionState[]): Promise<SessionDiskSpace>
  /** Not null: the server is to begin recording what would not fit. */
  readonly blockingReason: BlockingReason
}

interface Dependencies {
  readonly forecasts: Forecasts
  readonly now: () => Ms
}

/** Everybody who may speak has a microphone and a camera; one screen is shown at a time. */
function tracksOf({ session, admission }: SessionState): readonly (readonly [MediaSource, number])[] {
  const people = Object.values(admission.participants).filter(({ role }) => role !== 'observer').length
  return session.recordsPictures
    ? [
        ['microphone', people],
        ['camera', people],
        ['screen', 1],
      ]
    : [['microphone', people]]
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)

export function createDiskSpace({ forecasts, now }: Dependencies): DiskSpace {
  async function needed(state: SessionState, seconds: number): Promise<number> {
    const rates = await forecasts.rates()
    const rateOf = (source: MediaSource) => rates.find((rate) => rate.source === source)?.bytesPerSecond ?? 0
    const perSecond = tracksOf(state).reduce((sum, [source, count]) => sum + count * rateOf(source), 0)
    return Math.ceil(perSecond * seconds * WITH_FILM)
  }

  /** What it needs until its planned end. */
  async function stillNeeded(state: SessionState): Promise<number> {
    const { openedAt, plannedMinutes } = state.session
    const endsAt = (openedAt ?? now()) + plannedMinutes * 60_000
    return needed(state, Math.max(0, endsAt - now()) / 1000)
  }

  async function of(state: SessionState, running: readonly SessionState[]): Promise<SessionDiskSpace> {
    const others = running.filter(
      ({ session, recording }) =>
        session.sessionId !== state.session.sessionId && isWanted(recording) && !isOver(session.status),
    )
    const [neededBytes, free, ...taken] = await Promise.all([
      stillNeeded(state),
      forecasts.freeBytes(),
      ...others.map(stillNeeded),
    ])
    const freeBytes = Math.max(
      0,
      taken.reduce((left, bytes) => left - bytes, free),
    )
    const isRecorded = recordingRuleOf(state.session) !== 'never'
    return { isRecorded, neededBytes, freeBytes, fits: !isRecorded || neededBytes <= freeBytes }
  }

  return {
    of,
    async blockingReason(state, wish, outcome, running) {
      if (!wouldRecord(wish, outcome) || isWanted(state.recording)) return null
      const { fits, neededBytes, freeBytes } = await of(state, running)
      if (fits) return null
      return reject('recording.no-room', { needed: megabytes(neededBytes), free: megabytes(freeBytes) })
    },
  }
}

/** Also an opening that waits for nothing but the recording. */
const wouldRecord = ({ type }: Wish, outcome: Outcome): boolean =>
  'rejection' in outcome
    ? type === 'session.open' && outcome.rejection.code === 'recording.not-written'
    : outcome.events.some((event) => event.type === 'recording.requested')
