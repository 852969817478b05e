// The recorded files as input of a film: the position of each in session time, independent of changes of the system
// clock (ADR 0086), and which are joined for decoding.
import type { Language, Ms, ParticipantId } from '../kernel/ids.ts'
import type { MediaSource } from '../wire/engine/media-requests.ts'
import { type RecordedTime, recordedLength, type Stamped, sessionFrom, wasSetWithin } from './recorded-time.ts'

/** A file of the recording, as far as a film needs it. */
export interface RecordedFile extends Stamped {
  readonly participantId: ParticipantId
  readonly source: MediaSource
  /** The language that is interpreted into; null: said on the floor. */
  readonly channel: Language | null
  readonly file: string
}

/** What a scene takes of a file: its packets say by themselves when they were. */
export interface Piece {
  readonly file: string
  /** By how much its packets are stamped later than the film has it, by a clock that was set. Without it, not at all. */
  readonly aheadMs?: number
  readonly from: Ms
  readonly until: Ms
}

/** Files of one track, in their order: decoded as one, for a decoder that begins anew at each is heard as a click. */
export interface Sound {
  readonly files: readonly { readonly file: string; readonly begins: Ms }[]
  readonly from: Ms
  readonly until: Ms
}

export interface PlacedFile extends Omit<RecordedFile, 'ahead'>, Pick<Piece, 'aheadMs'> {
  /** What it holds behind its end is stamped by another clock: no other file is decoded as one with it. */
  readonly isBrokenOff: boolean
}

/** Where the events of its session are, whatever the clock said that stamped it. */
export function placed({ ahead, ...file }: RecordedFile, time: RecordedTime): PlacedFile {
  const stamped = { ...file, ahead }
  const from = time.inRecording(sessionFrom(stamped))
  const aheadMs = file.from - from
  const until = from + recordedLength(stamped)
  return { ...file, from, until, ...(aheadMs !== 0 && { aheadMs }), isBrokenOff: wasSetWithin(stamped) }
}

/** A clock that was set back begins files that overlap those before; they cannot follow them. */
const overlapMs = 100

export function soundsOf(files: readonly PlacedFile[]): Sound[] {
  const tracks = new Map<string, Sound[]>()
  const brokenOff = new Set<string>()
  for (const { participantId, source, file, from, until, isBrokenOff } of files) {
    if (source !== 'microphone' && source !== 'screenSound') continue
    const track = `${source} ${participantId}`
    const sounds = tracks.get(track) ?? []
    const next = { file, begins: from }
    const last = sounds.at(-1)
    if (last && !brokenOff.has(track) && from > last.until - overlapMs)
      sounds[sounds.length - 1] = { files: [...last.files, next], from: last.from, until }
    else sounds.push({ files: [next], from, until })
    tracks.set(track, sounds)
    if (isBrokenOff) brokenOff.add(track)
    else brokenOff.delete(track)
  }
  return [...tracks.values()].flat()
}
