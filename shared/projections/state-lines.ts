// The lines of the minutes that no event tells by itself: they are taken from the state at the end of the journal.
// Nobody amends them.
import type { Ms } from '../kernel/ids.ts'
import type { SessionState } from '../modules/index.ts'
import type { Acquaintance, CourseLine, ToldLine } from './minutes.ts'
import type { QuorumChange } from './quorum.ts'
import { studied } from './reading.ts'

type NameOf = Acquaintance['named']

/** `quorum`: its changes, which are counted along the way. */
export function linesOfState(state: SessionState, quorum: readonly QuorumChange[], named: NameOf): ToldLine[] {
  const lines: CourseLine[] = [
    ...quorum.map((change) => ({ kind: 'quorum', ...change }) as const),
    ...consultations(state),
    ...statements(state, named),
    ...interpretations(state, named),
    ...camerasOff(state, named),
    ...recordingGaps(state, named),
    ...documentsStudied(state),
  ]
  return lines.map((line) => ({ place: null, itemId: itemAt(state, line.at), line }))
}

const itemAt = ({ agenda: { items } }: SessionState, at: Ms) =>
  items.find(({ spans }) => spans.some(({ from, to }) => from <= at && (to === null || at < to)))?.itemId ?? null

/** Its times, and nothing of who took part or what was said. */
const consultations = ({ consultation }: SessionState): CourseLine[] =>
  consultation.consultations
    .filter(({ isIdentityCheck }) => !isIdentityCheck)
    .map(({ startedAt, endedAt }) => ({ at: startedAt, kind: 'consultation', endedAt }))

/** What a citizen acknowledged, or did not. */
const statements = ({ statement }: SessionState, named: NameOf): CourseLine[] =>
  statement.statements.flatMap(({ participantId, phase, versions }) =>
    versions.flatMap(({ version, text, readBackAt, outcome }): CourseLine[] => {
      const isLast = version === versions.length && phase !== 'settled'
      if (outcome === null && !isLast) return []
      const at = outcome?.at ?? readBackAt
      return [{ at, kind: 'statement', who: named(participantId), version, text, outcome }]
    }),
  )

const interpretations = (state: SessionState, named: NameOf): CourseLine[] =>
  interpreted(state).map(({ participantId, language, from, to }) => ({
    at: from,
    kind: 'interpreted',
    who: named(participantId),
    language,
    until: to,
  }))

/** Who spoke into which channel, in the order in which they began; `to` is null for those who still do. */
export function interpreted({ interpretation: { channels, turns } }: SessionState) {
  const going = channels.flatMap(({ language, live }) =>
    live ? [{ language, participantId: live.participantId, from: live.from, to: null }] : [],
  )
  return [...turns, ...going].toSorted((a, b) => a.from - b.from)
}

const camerasOff = ({ camera }: SessionState, named: NameOf): CourseLine[] =>
  camera.gaps.map(({ participantId, from, to }) => ({
    at: from,
    kind: 'cameraOff',
    who: named(participantId),
    until: to,
  }))

const recordingGaps = ({ recording }: SessionState, named: NameOf): CourseLine[] =>
  recording.gaps.map(({ track, cause, from, to }) => ({
    at: from,
    kind: 'recordingGap',
    of: track && { who: named(track.participantId), source: track.source },
    cause,
    until: to,
  }))

/** What was studied at home the evening before is told as of the opening. */
const documentsStudied = (state: SessionState): CourseLine[] =>
  studied(state).map((study) => ({
    kind: 'documentStudied',
    ...study,
    at: Math.max(study.at, state.session.openedAt ?? 0),
  }))
