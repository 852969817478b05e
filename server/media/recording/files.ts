// The folder of one session’s recording: its segments, and an index of JSON lines, one for each track that begins and
// one for each complete segment. A segment left without its line by a crash is found and added. Complete segments are
// moved into the store; what cannot be moved stays and is moved later.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Language, Ms, ParticipantId } from '../../../shared/kernel/ids.ts'
import { MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import { type Limits, runConfined } from '../../platform/confined-program.ts'
import type { Log } from '../../platform/log.ts'
import type { ClockNotes } from './clock-notes.ts'
import type { Segment, TrackDescription } from './recording.ts'

const TrackLine = z.object({
  line: z.literal('track'),
  track: z.int().positive(),
  participantId: ParticipantId,
  source: MediaSource,
  channel: Language.nullable(),
  mimeType: z.string(),
})
const SegmentLine = z.object({
  line: z.literal('segment'),
  track: z.int().positive(),
  file: z.string(),
  from: Ms,
  until: Ms,
  ahead: z
    .object({ from: z.number(), until: z.number() })
    .optional()
    .describe(
      'by how much the clock of the machine, by which they are, was ahead of the time of the session; absent: they agreed',
    ),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
})
const IndexLine = z.discriminatedUnion('line', [TrackLine, SegmentLine])
type TrackLine = z.infer<typeof TrackLine>
type SegmentLine = z.infer<typeof SegmentLine>

export const indexName = 'index.jsonl'
export const isSegment = (name: string) => name.endsWith('.mkv')

/** A line that a crash has torn is left out: it names a segment that is found again. */
export const linesOf = (index: string): z.infer<typeof IndexLine>[] =>
  index.split('\n').flatMap((line) => IndexLine.safeParse(parsed(line)).data ?? [])

export class RecordingFiles {
  readonly folder: string
  readonly #store: (file: string, path: string) => Promise<unknown>
  readonly #log: Log
  readonly #tracks = new Map<number, TrackLine>()
  readonly #segments: SegmentLine[] = []
  #writing: Promise<void> = Promise.resolve()
  #storing: Promise<void> = Promise.resolve()

  private constructor(folder: string, store: (file: string, path: string) => Promise<unknown>, log: Log) {
    this.folder = folder
    this.#store = store
    this.#log = log
  }

  /** `store`: keeps a complete segment for good. @throws when the folder cannot be made or read. */
  static async open(
    folder: string,
    store: (file: string, path: string) => Promise<unknown>,
    log: Log,
  ): Promise<RecordingFiles> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const files = new RecordingFiles(folder, store, log)
    await files.#read()
    return files
  }

  /** @returns the number of the track, with which the names of its files begin. */
  begin({ participantId, source, channel, codec: { mimeType } }: TrackDescription): number {
    const track = Math.max(0, ...this.#tracks.keys()) + 1
    const line: TrackLine = { line: 'track', track, participantId, source, channel, mimeType }
    this.#tracks.set(track, line)
    this.#append(line)
    return track
  }

  /** Complete: on the disk for good, and known by its hash. */
  add(track: number, file: string, times: { from: Ms; until: Ms }, clock: Pick<ClockNotes, 'aheadAt'>): void {
    this.#inTurn(async () => {
      const path = join(this.folder, file)
      await flush(path)
      // ffmpeg calls the beginning of the first segment zero.
      const from = times.from > 0 ? times.from : (await timesOf(path))?.from
      // Nobody spoke: the file has a head and no packet.
      if (from === undefined) return unlink(path)
      const { until } = times
      const stamps = { from, until, ...aheadOf(clock, from, until) }
      await this.#addLine({ line: 'segment', track, file, ...stamps, ...(await fingerprintOf(path)) })
    })
  }

  get segments(): readonly Segment[] {
    return this.#segments.flatMap(({ line: _line, ...segment }) => {
      const track = this.#tracks.get(segment.track)
      if (!track) return []
      const { participantId, source, channel, mimeType } = track
      return [{ ...segment, participantId, source, channel, mimeType }]
    })
  }

  /** What is complete and still lies in the folder goes into the store. */
  async storeAll(signal: AbortSignal): Promise<void> {
    const lying = new Set(await readdir(this.folder))
    for (const { file } of this.#segments) if (lying.has(file)) this.#keepLater(file, signal)
    await this.stored()
  }

  /** Resolves when every complete segment is stored, or could not be. */
  async stored(): Promise<void> {
    await this.#writing
    await this.#storing
  }

  /** Resolves when every line is written. */
  settled(): Promise<void> {
    return this.#writing
  }

  async #read(): Promise<void> {
    const text = await readFile(join(this.folder, indexName), 'utf8').catch(() => '')
    for (const line of linesOf(text)) {
      if (line.line === 'track') this.#tracks.set(line.track, line)
      else this.#segments.push(line)
    }
    if (text !== '' && !text.endsWith('\n')) this.#inTurn(() => appendDurably(this.#index, '\n'))
    const known = new Set(this.#segments.map(({ file }) => file))
    for (const file of (await readdir(this.folder)).filter(isSegment).sort())
      if (!known.has(file)) this.recover(file, null)
    await this.settled()
  }

  /** A file that its program has not finished; none, or one without a packet, is nothing. `clock`: null, nobody knows any more. */
  recover(file: string, clock: Pick<ClockNotes, 'aheadAt'> | null): void {
    this.#inTurn(async () => {
      const path = join(this.folder, file)
      if (!existsSync(path)) return
      const track = Number.parseInt(file, 10)
      const times = await timesOf(path)
      if (!times) return unlink(path)
      if (!this.#tracks.has(track)) return
      const ahead = clock ? aheadOf(clock, times.from, times.until) : this.#aheadBefore(track)
      await this.#addLine({ line: 'segment', track, file, ...times, ...ahead, ...(await fingerprintOf(path)) })
      this.#log.warn({ file, folder: this.folder }, 'a segment that was left open was added to the recording')
    })
  }

  /** As the file before it ended. */
  #aheadBefore(track: number): Pick<SegmentLine, 'ahead'> {
    const before = this.#segments.findLast((one) => one.track === track)?.ahead?.until
    return before === undefined ? {} : { ahead: { from: before, until: before } }
  }

  async #addLine(line: SegmentLine): Promise<void> {
    await appendDurably(this.#index, `${JSON.stringify(line)}\n`)
    this.#segments.push(line)
    this.#keepLater(line.file)
  }

  /** One after another, and apart from the index: a slow place must not keep lines from being written. */
  #keepLater(file: string, signal?: AbortSignal): void {
    this.#storing = this.#storing.then(() => (signal?.aborted ? undefined : this.#keep(file)))
  }

  async #keep(file: string): Promise<void> {
    const path = join(this.folder, file)
    // It is asked for twice when what is left over is looked for meanwhile.
    if (!existsSync(path)) return
    try {
      await this.#store(file, path)
      await unlink(path)
    } catch (err) {
      this.#log.error(
        { err, file, folder: this.folder },
        'a segment could not be stored; it stays where it was written',
      )
    }
  }

  #append(line: TrackLine): void {
    this.#inTurn(() => appendDurably(this.#index, `${JSON.stringify(line)}\n`))
  }

  get #index(): string {
    return join(this.folder, indexName)
  }

  #inTurn(work: () => Promise<void>): void {
    this.#writing = this.#writing
      .then(work)
      .catch((err: unknown) =>
        this.#log.error(
          { err, folder: this.folder },
          'a line of the index of a recording could not be written; its file stays, and is looked at again at the next start',
        ),
      )
  }
}

function aheadOf(clock: Pick<ClockNotes, 'aheadAt'>, at: Ms, end: Ms): Pick<SegmentLine, 'ahead'> {
  const [from, until] = [clock.aheadAt(at), clock.aheadAt(end)]
  return from === 0 && until === 0 ? {} : { ahead: { from, until } }
}

async function appendDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.write(text)
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function fingerprintOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** A segment is read through in less than a second. */
const limits: Limits = { memoryBytes: 2 * 1024 ** 3, seconds: 10, writtenBytes: 0, saidBytes: 64 * 1024 ** 2 }
/** The head of a Matroska file, which ffmpeg writes before the first packet, is longer. */
const cutHeadBytes = 512

/**
 * From the stamps of its packets; null: there is none.
 * @throws when nobody could look, or what is there could not be read: it is not thrown away then
 */
async function timesOf(path: string): Promise<{ from: Ms; until: Ms } | null> {
  if ((await stat(path)).size < cutHeadBytes) return null
  // One that stood still was ended: another may not.
  const said = await packetTimes(path).catch(() => packetTimes(path))
  const times = said.toString().split('\n').map(Number.parseFloat).filter(Number.isFinite)
  // Packets that came when the clock had been set back are stamped earlier than those before them.
  const setBack = times.findIndex((time, index) => index > 0 && time < (times[index - 1] ?? time) - 1)
  const [first, last] = [times[0], times.at(setBack === -1 ? -1 : setBack - 1)]
  return first === undefined || last === undefined
    ? null
    : { from: Math.round(first * 1000), until: Math.round(last * 1000) }
}

function packetTimes(path: string): Promise<Buffer> {
  const asked = ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', path]
  return runConfined(['ffprobe', ...asked], { limits, reads: [path], isOwed: true })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
