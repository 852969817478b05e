// The recorder writes real RTP from a real worker into files, which are read back with ffprobe.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createRecordings, type RecordingsOptions } from '../../server/media/recording/recorder.ts'
import type { MediaRouter } from '../../server/media/sfu/media-worker.ts'
import { type RecordedSource, SessionRecorder } from '../../server/media/sfu/session-recorder.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import type { TrackFact } from '../../shared/projections/recording-facts.ts'
import { openRouter, silent } from '../harness/media-server.ts'
import { encoderOn } from '../harness/rtp-source.ts'
import { until } from '../harness/wait.ts'

const run = promisify(execFile)
const sessionId = SessionId.parse('phien-1')
const chair = ParticipantId.parse('chair')

async function openRecorder(options: Partial<RecordingsOptions> = {}) {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'diemcau-recording-')))
  const { store } = await openStore({ dataDir })
  const recordings = createRecordings({ dataDir, program: 'ffmpeg', segmentSeconds: 2, store, log: silent, ...options })
  const facts: TrackFact[] = []
  const recorder = new SessionRecorder(sessionId, recordings, (fact) => void facts.push(fact), silent)
  onTestFinished(async () => {
    await recorder.follow([])
    await recordings.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const folder = join(dataDir, 'recordings', sessionId)
  const untilTold = (type: TrackFact['type'], times = 1) =>
    until(() => (facts.filter((fact) => fact.type === type).length >= times ? null : `told: ${JSON.stringify(facts)}`))
  /** Where a stored segment lies as other programs read it. */
  async function inClear(file: string): Promise<string> {
    const clear = join(dataDir, file)
    await writeFile(clear, (await recordings.read(sessionId, file)) ?? '')
    return clear
  }
  return { recordings, recorder, facts, folder, dataDir, untilTold, inClear }
}

const sourceOf = (
  router: MediaRouter,
  kind: 'audio' | 'video',
  producer: RecordedSource['producer'],
): RecordedSource => ({
  participantId: chair,
  source: kind === 'audio' ? 'microphone' : 'camera',
  channel: null,
  producer,
  router,
})

async function packetsIn(path: string): Promise<number[]> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', path])
  return stdout.split('\n').map(Number.parseFloat).filter(Number.isFinite)
}

const recorders = async () =>
  (
    await run('pgrep', ['-P', `${process.pid}`, '-f', 'use_wallclock_as_timestamps']).catch(() => ({ stdout: '' }))
  ).stdout
    .split('\n')
    .filter(Boolean)

test('writes what is sent into segments with absolute times, each with its hash', async () => {
  const router = await openRouter()
  const { recordings, recorder, facts, folder, untilTold, inClear } = await openRecorder()
  const begin = Date.now()
  const [voice, picture] = [await encoderOn(router.router, 'audio'), await encoderOn(router.router, 'video')]
  await recorder.follow([sourceOf(router, 'audio', voice.producer), sourceOf(router, 'video', picture.producer)])
  await untilTold('written', 2)
  await until(async () => ((await recordings.segments(sessionId)).length >= 4 ? null : 'too few segments'))
  await recorder.follow([])
  await recordings.close()
  const segments = await recordings.segments(sessionId)
  expect(new Set(segments.map(({ source }) => source))).toEqual(new Set(['microphone', 'camera']))
  for (const { file, from, until: to, sha256, participantId } of segments) {
    expect(await readdir(folder)).not.toContain(file)
    const clear = await inClear(file)
    const [first = 0, ...rest] = await packetsIn(clear)
    const last = rest.at(-1) ?? first
    expect(participantId).toBe(chair)
    expect(Math.abs(first * 1000 - from)).toBeLessThan(100)
    expect(last * 1000).toBeLessThanOrEqual(to + 100)
    expect(from).toBeGreaterThan(begin - 1000)
    expect(to).toBeLessThan(Date.now() + 1000)
    expect(
      createHash('sha256')
        .update(await readFile(clear))
        .digest('hex'),
    ).toBe(sha256)
  }
  expect(facts.filter(({ type }) => type === 'interrupted')).toEqual([])
  expect(facts.filter(({ type }) => type === 'ended')).toHaveLength(2)
})

test('writes H.264, as old Safari devices send it, unchanged and playable', async () => {
  const router = await openRouter()
  const { recordings, recorder, facts, untilTold, inClear } = await openRecorder()
  const { producer } = await encoderOn(router.router, 'h264')
  await recorder.follow([sourceOf(router, 'video', producer)])
  await untilTold('written')
  await until(async () => ((await recordings.segments(sessionId)).length >= 2 ? null : 'too few segments'))
  await recorder.follow([])
  await recordings.close()
  for (const { file } of await recordings.segments(sessionId)) {
    const asked = ['-count_frames', '-show_entries', 'stream=codec_name,width,height,nb_read_frames']
    const shown = await run('ffprobe', ['-v', 'error', ...asked, '-of', 'csv=p=0', await inClear(file)])
    expect(shown.stdout).toMatch(/^h264,320,180,[1-9]/)
    expect(shown.stderr).toBe('')
  }
  expect(facts.filter(({ type }) => type === 'interrupted')).toEqual([])
})

test('reports a killed recording program to staff, continues in another file, and keeps what was written', async () => {
  const router = await openRouter()
  const { recordings, recorder, facts, untilTold } = await openRecorder()
  const { producer } = await encoderOn(router.router, 'video')
  await recorder.follow([sourceOf(router, 'video', producer)])
  await untilTold('written')
  const [pid] = await recorders()
  process.kill(Number(pid), 'SIGKILL')
  await untilTold('interrupted')
  await untilTold('written', 2)
  expect(facts[1]).toEqual({ type: 'interrupted', participantId: chair, source: 'camera', cause: 'programEnded' })
  await recorder.follow([])
  await recordings.close()
  const files = (await recordings.segments(sessionId)).map(({ file }) => file.slice(0, 6))
  expect(new Set(files)).toEqual(new Set(['0001-1', '0001-2']))
})

test('adds a file left by a crash to the index, and skips an incomplete line of the index', async () => {
  const router = await openRouter()
  const { recordings, recorder, folder, dataDir, untilTold } = await openRecorder()
  const { producer } = await encoderOn(router.router, 'audio')
  await recorder.follow([sourceOf(router, 'audio', producer)])
  await untilTold('written')
  await recorder.follow([])
  await recordings.close()
  const before = await recordings.segments(sessionId)
  // The server ended when the last file was complete and had no line yet: it lies where it was written.
  const last = before.at(-1)?.file ?? ''
  await writeFile(join(folder, last), (await recordings.read(sessionId, last)) ?? '')
  await (await openStore({ dataDir })).store.remove(`recordings/${sessionId}/${last}`)
  const index = join(folder, 'index.jsonl')
  const lines = (await readFile(index, 'utf8')).trimEnd().split('\n')
  await writeFile(index, `${lines.slice(0, -1).join('\n')}\n`)
  await appendFile(index, (lines.at(-1) ?? '').slice(0, 30))

  const { recordings: restarted } = await openRecorder({ dataDir })
  const found = await restarted.segments(sessionId)
  expect(found.map(({ file, sha256 }) => [file, sha256])).toEqual(before.map(({ file, sha256 }) => [file, sha256]))
  expect(Math.abs((found.at(-1)?.from ?? 0) - (before.at(-1)?.from ?? 0))).toBeLessThan(100)
})

test('waits for the last file when a session is sealed at once: the index has everything on disk', async () => {
  const router = await openRouter()
  const { recordings, recorder, folder, untilTold } = await openRecorder()
  const { producer } = await encoderOn(router.router, 'audio')
  await recorder.follow([sourceOf(router, 'audio', producer)])
  await untilTold('written')
  await recorder.follow([])
  await recordings.finished(sessionId)
  // Those before the last may be in the store by now.
  const written = (await readdir(folder)).filter((name) => name.endsWith('.mkv'))
  const named = (await readFile(join(folder, 'index.jsonl'), 'utf8')).match(/[\w-]+\.mkv/g) ?? []
  expect(named).toEqual(expect.arrayContaining(written))
  expect(named.length).toBeGreaterThan(0)
  for (const file of named) expect(await recordings.read(sessionId, file), file).not.toBeNull()
})

test('starts no recording on a full disk, and reports the reason', async () => {
  const router = await openRouter()
  const { recorder, facts, folder, untilTold } = await openRecorder({ leastFreeBytes: Number.MAX_SAFE_INTEGER })
  const { producer } = await encoderOn(router.router, 'audio')
  await recorder.follow([sourceOf(router, 'audio', producer)])
  await untilTold('interrupted')
  expect(facts).toEqual([{ type: 'interrupted', participantId: chair, source: 'microphone', cause: 'diskFull' }])
  expect((await readdir(folder)).filter((name) => name.endsWith('.mkv'))).toEqual([])
})

test('stopping while the RTP line is still being opened waits until no RTP arrives any more', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'diemcau-recording-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const { store } = await openStore({ dataDir })
  const recordings = createRecordings({ dataDir, program: 'ffmpeg', store, log: silent })
  const opened = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  let isOpen = false
  const codec = { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }
  const track = recordings.record(
    { sessionId, participantId: chair, source: 'microphone', channel: null, codec },
    async () => {
      asked.resolve()
      await opened.promise
      isOpen = true
      return {
        sent: async () => 0,
        close: async () => {
          isOpen = false
        },
      }
    },
    { written: () => undefined, interrupted: () => undefined },
  )
  await asked.promise
  const stopped = track.stop().then(() => isOpen)
  opened.resolve()
  expect(await stopped).toBe(false)
  await recordings.close()
})

test('does not report a source that ends as an interruption, and ends its program', async () => {
  const router = await openRouter()
  const { recordings, recorder, facts, untilTold } = await openRecorder()
  const { producer } = await encoderOn(router.router, 'audio')
  await recorder.follow([sourceOf(router, 'audio', producer)])
  await untilTold('written')
  producer.close()
  await recorder.follow([])
  await recordings.close()
  expect(facts.map(({ type }) => type)).toEqual(['written', 'ended'])
  await until(async () => ((await recorders()).length === 0 ? null : 'a program is left'))
})

test('includes the last words in a finished recording, even if it is requested at once', async () => {
  const router = await openRouter()
  // Files end by the clock: of such length only one would at midnight.
  const { recordings, recorder, untilTold } = await openRecorder({ segmentSeconds: 24 * 3600 })
  const voice = await encoderOn(router.router, 'audio')
  await recorder.follow([sourceOf(router, 'audio', voice.producer)])
  await untilTold('written')
  const ended = Date.now()
  await recorder.follow([])
  await recordings.finished(sessionId)
  const segments = await recordings.segments(sessionId)
  expect(segments).toHaveLength(1)
  expect(segments[0]?.until).toBeGreaterThan(ended - 500)
})
