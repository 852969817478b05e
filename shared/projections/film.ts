// Plans a film from the journal, the people record and the list of recorded files: who is shown and heard when, with
// which name. Drawing is the renderer’s task. Omits pauses and participants in a consultation.
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Commit } from '../kernel/commit.ts'
import type { Ms } from '../kernel/ids.ts'
import { documentOf } from '../modules/documents/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isOver } from '../modules/session/contract.ts'
import type { People } from '../wire/engine/socket-events.ts'
import type { FilmAside, FilmSpan, OmissionReason } from '../wire/hearing/film.ts'
import { type Piece, type PlacedFile, placed, type RecordedFile, type Sound, soundsOf } from './film-files.ts'
import { type PresentedPage, type Seen, type View, viewOf } from './film-view.ts'
import type { Named } from './minutes.ts'
import { type RecordedTime, recordedTime } from './recorded-time.ts'

export const framesPerSecond = 25
const frameMs = 1000 / framesPerSecond
/** That much is made anew after a crash, and no more. */
const longestSceneMs = 60_000

export interface Picture {
  readonly who: Named
  /** None: their camera was off, or pictures were not recorded. */
  readonly pieces: readonly Piece[]
}

/** A stretch in which the picture is laid out in one way. */
export interface Scene {
  /** When its session began it; without it, that is `from`. */
  readonly sessionFrom?: Ms
  /** In the time of the recording, as all times in it. */
  readonly from: Ms
  readonly until: Ms
  /** Of the whole film, before this scene. */
  readonly startFrame: number
  readonly frames: number
  /** The item of the agenda that was going on. */
  readonly item: string | null
  /** Who had the floor. */
  readonly speaker: Named | null
  readonly large: Picture | null
  readonly strip: readonly Picture[]
  /** All of one size; then there is no large one and no strip. */
  readonly tiles: readonly Picture[]
  /** How many more were in the room and are not in the picture. */
  readonly others: number
  /** The sign language interpreter, who stands beside all of it. */
  readonly signer: Picture | null
  readonly document: PresentedPage | null
  readonly sounds: readonly Sound[]
}

/** A stretch of the meeting that is not in the film. */
export interface Omission {
  readonly from: Ms
  readonly until: Ms
  readonly why: OmissionReason
}

export interface Chapter {
  readonly startMs: number
  readonly endMs: number
  readonly item: string | null
  readonly speaker: Named | null
}

export interface Film {
  readonly title: string
  readonly durationMs: number
  readonly scenes: readonly Scene[]
  /** In their order; what lies between two is left out. */
  readonly spans: readonly FilmSpan[]
  readonly omissions: readonly Omission[]
  /** While some were in a consultation and the film shows the others. */
  readonly asides: readonly FilmAside[]
  readonly chapters: readonly Chapter[]
}

type Stretch = View & { readonly from: Ms; readonly until: Ms }

/** Time zero is that of the first file. Scenes are in the time of the recording; what is said of the film, in that of the session. */
export function filmOf(
  aggregate: Aggregate<SessionState>,
  journal: readonly Commit[],
  files: readonly RecordedFile[],
  people: People,
): Film {
  const time = recordedTime(files)
  const { state, stretches } = stretchesOf(aggregate, journal, people, time)
  const heardOrSeen = files.filter(({ channel }) => channel === null).map((file) => placed(file, time))
  const begin = Math.min(...heardOrSeen.map(({ from }) => from))
  const end = Math.max(...heardOrSeen.map(({ until }) => until))
  const whole = withoutGaps(state, stretches, time)
    .map((one) => ({ ...one, from: Math.max(one.from, begin), until: Math.min(one.until, end) }))
    .filter(({ from, until }) => from < until)
  const shown = joined(whole)
  const scenes = scenesOf(shown, heardOrSeen, time)
  const inSession = <T extends { from: Ms; until: Ms }>(one: T): T => ({
    ...one,
    from: time.inSession(one.from),
    until: time.inSession(one.until),
  })
  return {
    title: state.session.title,
    durationMs: (scenes.at(-1) ? endFrameOf(scenes.at(-1)) : 0) * frameMs,
    scenes,
    spans: spansOf(scenes, time),
    omissions: omissionsOf(whole).map(inSession),
    asides: asidesOf(shown).map(inSession),
    chapters: chaptersOf(scenes),
  }
}

function stretchesOf(
  aggregate: Aggregate<SessionState>,
  journal: readonly Commit[],
  people: People,
  { inRecording }: RecordedTime,
) {
  const stretches: Stretch[] = []
  let state = aggregate.initial
  for (const [index, commit] of journal.entries()) {
    state = aggregate.evolve(state, commit)
    const from = inRecording(commit.at)
    const until = inRecording(journal[index + 1]?.at ?? Number.POSITIVE_INFINITY)
    if (from < until && !isOver(state.session.status)) stretches.push({ ...viewOf(state, people), from, until })
  }
  return { state, stretches: stretches.map((one) => withoutWithdrawn(one, state)) }
}

/** What was taken back since is not shown again: its title stands there, as in the minutes. */
function withoutWithdrawn(one: Stretch, { documents: { documents } }: SessionState): Stretch {
  const { document } = one
  return document === null || documentOf(documents, document.documentId)
    ? one
    : { ...one, document: { ...document, file: null, card: 'withdrawn' } }
}

/** What the recorder could not write at all is not shown as if nobody had been there. */
function withoutGaps(
  { recording }: SessionState,
  stretches: readonly Stretch[],
  { inRecording }: RecordedTime,
): Stretch[] {
  const gaps = recording.gaps
    .filter(({ track }) => track === null)
    .map(({ from, to }) => ({ from: inRecording(from), to: to === null ? null : inRecording(to) }))
  return gaps.reduce<Stretch[]>(
    (left, { from, to }) =>
      left.flatMap((one) => {
        const [begin, end] = [Math.max(one.from, from), Math.min(one.until, to ?? one.until)]
        if (begin >= end) return [one]
        const parts: Stretch[] = [
          { ...one, until: begin },
          { ...one, from: begin, until: end, omitted: one.omitted ?? 'gap' },
          { ...one, from: end },
        ]
        return parts.filter((part) => part.from < part.until)
      }),
    [...stretches],
  )
}

/** Most commits change nothing that is seen. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const one of stretches) {
    if (one.omitted !== null) continue
    const last = result.at(-1)
    if (last && last.until === one.from && sameView(last, one))
      result[result.length - 1] = { ...last, until: one.until }
    else result.push(one)
  }
  return result
}

const sameView = ({ from: _f, until: _u, ...one }: Stretch, { from: _from, until: _until, ...other }: Stretch) =>
  JSON.stringify(one) === JSON.stringify(other)

/** Each begins on a frame of the whole, so that no rounding adds up. */
function scenesOf(stretches: readonly Stretch[], files: readonly PlacedFile[], time: RecordedTime): Scene[] {
  const scenes: Scene[] = []
  let before = 0
  for (const { from, until, omitted: _omitted, aside, large, strip, tiles, signer, ...view } of stretches) {
    for (let begin = from; begin < until; begin += longestSceneMs) {
      const end = Math.min(until, begin + longestSceneMs)
      const startFrame = Math.round(before / frameMs)
      before += end - begin
      const frames = Math.round(before / frameMs) - startFrame
      if (frames === 0) continue
      const meanwhile = files.filter((one) => one.from < end && one.until > begin)
      const within = <T extends { from: Ms; until: Ms }>(one: T): T => ({
        ...one,
        from: Math.max(one.from, begin),
        until: Math.min(one.until, end),
      })
      const pieces = (isOfIt: (file: PlacedFile) => boolean): Piece[] =>
        meanwhile
          .filter(isOfIt)
          .map(({ file, from, until, aheadMs }) => within({ file, from, until, ...(aheadMs && { aheadMs }) }))
      const picture = ({ participantId, source, who }: Seen): Picture => ({
        who,
        pieces: pieces((one) => one.participantId === participantId && one.source === source),
      })
      const sessionBegin = time.inSession(begin)
      scenes.push({
        ...view,
        ...(sessionBegin !== begin && { sessionFrom: sessionBegin }),
        from: begin,
        until: end,
        startFrame,
        frames,
        large: large && picture(large),
        strip: strip.map(picture),
        tiles: tiles.map(picture),
        signer: signer && picture(signer),
        sounds: soundsOf(meanwhile.filter(({ participantId }) => !aside.includes(participantId))).map(within),
      })
    }
  }
  return scenes
}

const endFrameOf = (scene: Scene | undefined) => (scene ? scene.startFrame + scene.frames : 0)

function omissionsOf(stretches: readonly Stretch[]): Omission[] {
  const result: Omission[] = []
  for (const { omitted: why, from, until } of stretches) {
    if (why === null) continue
    const last = result.at(-1)
    if (last?.why === why && last.until === from) result[result.length - 1] = { ...last, until }
    else result.push({ from, until, why })
  }
  return result
}

function spansOf(scenes: readonly Scene[], { inSession }: RecordedTime): FilmSpan[] {
  const spans: FilmSpan[] = []
  let isLastEven = false
  for (const scene of scenes) {
    const [from, until] = [inSession(scene.from), inSession(scene.until)]
    const last = spans.at(-1)
    // Within one the two times run alike: where a clock is being made good, each scene is one.
    const isEven = until - from === scene.until - scene.from
    if (last?.until === from && isEven && isLastEven) spans[spans.length - 1] = { ...last, until }
    else spans.push({ from, until, startMs: scene.startFrame * frameMs })
    isLastEven = isEven
  }
  return spans
}

function asidesOf(stretches: readonly Stretch[]): FilmAside[] {
  const asides: FilmAside[] = []
  for (const { aside, from, until } of stretches) {
    if (aside.length === 0) continue
    const last = asides.at(-1)
    if (last?.until === from) asides[asides.length - 1] = { from: last.from, until }
    else asides.push({ from, until })
  }
  return asides
}

/** One for each item and each speaker; the time between two speakers belongs to the one before. */
function chaptersOf(scenes: readonly Scene[]): Chapter[] {
  const chapters: Chapter[] = []
  for (const scene of scenes) {
    const last = chapters.at(-1)
    const startMs = scene.startFrame * frameMs
    const endMs = endFrameOf(scene) * frameMs
    const goesOn = last && last.item === scene.item && (scene.speaker === null || isSame(last.speaker, scene.speaker))
    if (goesOn) chapters[chapters.length - 1] = { ...last, endMs }
    else chapters.push({ startMs, endMs, item: scene.item, speaker: scene.speaker })
  }
  return chapters
}

const isSame = (one: Named | null, other: Named | null) => JSON.stringify(one) === JSON.stringify(other)
