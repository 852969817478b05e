// Makes a film of what real encoders sent through mediasoup and the recorder, and checks its length, its content, and
// the synchronisation of picture and sound. With FILM_KEPT_IN=FOLDER the film is kept for viewing.
import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { notedCopy } from '../../server/hearing/films/noted-copy.ts'
import { createPages } from '../../server/hearing/films/pages.ts'
import { filmFile, peaksFile, render, soundFile } from '../../server/hearing/films/render.ts'
import { createRecordings } from '../../server/media/recording/recorder.ts'
import { type RecordedSource, SessionRecorder } from '../../server/media/sfu/session-recorder.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { filmOf } from '../../shared/projections/film.ts'
import type { MediaSource } from '../../shared/wire/engine/media-requests.ts'
import { aPdf } from '../harness/files.ts'
import {
  aDocument,
  all,
  by,
  closes,
  given,
  grants,
  inFullSession,
  later,
  type Step,
  seconds,
  start,
} from '../harness/given.ts'
import { openRouter, silent } from '../harness/media-server.ts'
import { clapperOn, encoderOn } from '../harness/rtp-source.ts'
import { aggregate } from '../harness/session-model.ts'
import { until } from '../harness/wait.ts'

const run = promisify(execFile)
// ffmpeg takes its turn behind everything else on the machine.
const patienceMs = 300_000
const sessionId = SessionId.parse('phien-1')
const anHour = 3_600_000
const noPages = createPages(async () => null, silent)
const people = {
  'person-chair': { name: 'Nguyễn Văn Hùng', title: 'Phó Chủ tịch UBND thành phố' },
  'person-siteA': { name: "Lê Quang Đạo; '%{pts}' [x]: \\n", title: 'Chủ tịch UBND phường Hải Châu' },
}

/**
 * A chair who claps and a site that shows a test picture, ten seconds at least; after four the site has the floor. `aheadMs`: so far the
 * clock of the machine, which stamps the files, is ahead of the session.
 */
async function recordedMeeting(inFirstScene: Step = all(), aheadMs = 0) {
  const dataDir = await mkdtemp(join(tmpdir(), 'diemcau-film-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const { store } = await openStore({ dataDir })
  const now = () => Date.now() - aheadMs
  const recordings = createRecordings({ dataDir, program: 'ffmpeg', segmentSeconds: 4, store, now, log: silent })
  const recorder = new SessionRecorder(sessionId, recordings, () => undefined, silent)
  const router = await openRouter()
  const clapper = await clapperOn(router.router, dataDir)
  const site = await encoderOn(router.router, 'video')
  const of = (who: string, source: MediaSource, producer: RecordedSource['producer']): RecordedSource => ({
    participantId: ParticipantId.parse(who),
    source,
    channel: null,
    producer,
    router,
  })
  await recorder.follow([
    of('chair', 'microphone', clapper.voice),
    of('chair', 'camera', clapper.picture),
    of('siteA', 'camera', site.producer),
  ])
  await until(async () => {
    const done = await recordings.segments(sessionId)
    const spans = ['microphone', 'camera'].map(
      (source) => done.filter((one) => one.source === source).at(-1)?.until ?? 0,
    )
    return Math.min(...spans) - (done[0]?.from ?? 0) > 10_000 ? null : 'too short'
  }, 60_000)
  await recorder.follow([])
  await recordings.close()
  const files = await recordings.segments(sessionId)
  const begin = Math.min(...files.map(({ from, ahead }) => from - (ahead?.from ?? 0)))
  const { session } = given(
    inFullSession,
    all(by('chair', 'recording.request', {}), by('system', 'recording.confirm', {})),
    later(begin - start),
    inFirstScene,
    later(seconds(4)),
    grants('siteA'),
    later(seconds(6)),
    closes,
  )
  const film = filmOf(aggregate, session.journal, files, people)
  const bring = async (file: string, to: string) =>
    pipeline((await recordings.read(sessionId, file)) ?? [], createWriteStream(to))
  return { film, bring, folder: join(dataDir, 'film') }
}

const probed = async (path: string) => {
  const what = ['-show_entries', 'format=duration:stream=codec_name,width,height,avg_frame_rate', '-show_chapters']
  return JSON.parse((await run('ffprobe', ['-v', 'error', ...what, '-of', 'json', path])).stdout)
}

/** In ms since 1970. */
async function packetTimes(path: string): Promise<number[]> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', path])
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => Math.round(Number.parseFloat(line) * 1000))
}

/** When it flashes and when it sounds, in seconds. */
async function claps(path: string) {
  const { stderr } = await run('ffmpeg', [
    ...['-i', path, '-vf', 'crop=200:200:380:220,blackdetect=d=0.2:pix_th=0.3', '-af', 'silencedetect=n=-30dB:d=0.3'],
    ...['-f', 'null', '-'],
  ])
  const times = (word: string) =>
    [...stderr.matchAll(new RegExp(`${word}: ?([\\d.]+)`, 'g'))].map(([, at]) => Number(at))
  return { flashes: times('black_end'), sounds: times('silence_end') }
}

test(
  'makes one film of many files with the right length, streams and chapters; picture and sound differ by 80 ms at most, although the clock was set',
  async () => {
    const { film, bring, folder } = await recordedMeeting(all(), anHour)
    const [piece] = film.scenes[0]?.large?.pieces ?? []
    expect(piece?.aheadMs).toBe(anHour)
    const told: number[] = []
    const signal = new AbortController().signal
    await render({ film, bring, folder, drawPage: noPages, signal, progress: (done) => told.push(done) })
    const path = join(folder, filmFile)
    if (process.env.FILM_KEPT_IN) await copyFile(path, join(process.env.FILM_KEPT_IN, filmFile))

    const { format, streams, chapters } = await probed(path)
    expect(Math.abs(Number(format.duration) - 10)).toBeLessThan(0.1)
    // MP4 keeps the titles of the chapters in a stream of its own.
    expect(streams.filter((one: { codec_name: string }) => one.codec_name !== 'bin_data')).toMatchObject([
      { codec_name: 'h264', width: 1280, height: 720, avg_frame_rate: '25/1' },
      { codec_name: 'aac' },
    ])
    expect(
      chapters.map((one: { start_time: string; tags: { title: string } }) => [Number(one.start_time), one.tags.title]),
    ).toEqual([
      [0, 'Hội nghị thử'],
      [4, people['person-siteA'].name],
    ])
    expect(told.at(-1)).toBe(1)
    expect(Number((await probed(join(folder, soundFile))).format.duration)).toBeCloseTo(10, 0)
    const peaks: number[] = JSON.parse(await readFile(join(folder, peaksFile), 'utf8'))
    expect(Math.max(...peaks)).toBeGreaterThan(0.3)
    expect(peaks.filter((peak) => peak < 0.05).length).toBeGreaterThan(peaks.length / 2)

    // The chair is large in the first scene alone.
    const { flashes, sounds } = await claps(path)
    const apart = flashes
      .filter((at) => at > 0.5 && at < 3.9)
      .map((flash) => Math.min(...sounds.map((sound) => Math.abs(sound - flash))))
    expect(apart.length).toBeGreaterThan(0)
    if (process.env.FILM_KEPT_IN) process.stdout.write(`flash and sound apart, in s: ${apart.join(' ')}\n`)
    for (const one of apart) expect(one).toBeLessThanOrEqual(0.08)
  },
  patienceMs,
)

/** Samples that do not go on as those before: a pure tone tells each by the two in front of it. */
async function breaksOfTone(path: string, hertz: number): Promise<number[]> {
  const rate = 48_000
  const decoded = ['-v', 'error', '-i', path, '-map', '0:a', '-f', 's16le', '-ac', '1', '-ar', `${rate}`, 'pipe:1']
  const { stdout } = await run('ffmpeg', decoded, { encoding: 'buffer', maxBuffer: 64 * 1024 ** 2 })
  const sample = (index: number) => stdout.readInt16LE(index * 2)
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate)
  const breaks = new Set<number>()
  for (let index = 2; index < stdout.length / 2; index++) {
    const expected = turn * sample(index - 1) - sample(index - 2)
    if (Math.abs(sample(index) - expected) > 150) breaks.add(Math.round((index / rate) * 10) / 10)
  }
  return [...breaks]
}

test(
  'a voice over several files and two scenes is heard without a gap',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'diemcau-film-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const at = (name: string) => join(folder, name)
    const hertz = 310
    const tone = `sine=frequency=${hertz}:sample_rate=48000:duration=14`
    await run('ffmpeg', ['-f', 'lavfi', '-i', tone, '-c:a', 'libopus', '-b:a', '48k', at('tone.mkv')])
    const cut = ['-c', 'copy', '-copyts', '-output_ts_offset', `${start / 1000}`, '-f', 'segment', '-segment_time', '4']
    await run('ffmpeg', ['-i', at('tone.mkv'), ...cut, at('tone-%d.mkv')])
    const files = await Promise.all(
      [0, 1, 2, 3].map(async (number) => {
        const packets = await packetTimes(at(`tone-${number}.mkv`))
        const span = { from: packets[0] ?? Number.NaN, until: packets.at(-1) ?? Number.NaN }
        return {
          participantId: ParticipantId.parse('chair'),
          source: 'microphone' as const,
          channel: null,
          ...span,
          file: `tone-${number}.mkv`,
        }
      }),
    )
    const { session } = given(
      inFullSession,
      all(by('chair', 'recording.request', {}), by('system', 'recording.confirm', {})),
      later(seconds(6)),
      grants('siteA'),
      later(seconds(6)),
      closes,
    )
    const film = filmOf(aggregate, session.journal, files, people)
    const bring = (file: string, to: string) => copyFile(at(file), to)
    const signal = new AbortController().signal
    await render({ film, bring, folder: at('film'), drawPage: noPages, signal, progress: () => undefined })
    expect(film.scenes.length).toBeGreaterThan(1)
    // A tone that begins and one that ends are breaks as well.
    const inside = (second: number) => second > 0.2 && second < film.durationMs / 1000 - 0.2
    expect((await breaksOfTone(at(join('film', filmFile)), hertz)).filter(inside)).toEqual([])
  },
  patienceMs,
)

test(
  'an interrupted rendering continues with the finished scenes and deletes them at the end',
  async () => {
    const { film, bring, folder } = await recordedMeeting()
    const breaking = new AbortController()
    const broken = render({
      film,
      bring,
      folder,
      drawPage: noPages,
      signal: breaking.signal,
      progress: () => breaking.abort(),
    })
    await expect(broken).rejects.toThrow()
    const [made = ''] = (await readdir(folder)).filter((name) => name.endsWith('.mkv'))
    const { mtimeMs } = await stat(join(folder, made))
    let unchanged = false
    const { signal } = new AbortController()
    const progress = () => {
      void stat(join(folder, made)).then((now) => {
        unchanged ||= now.mtimeMs === mtimeMs
      })
    }
    await render({ film, bring, folder, drawPage: noPages, signal, progress })
    expect(unchanged).toBe(true)
    expect((await readdir(folder)).sort()).toEqual([filmFile, peaksFile, soundFile].sort())
  },
  patienceMs,
)

/** How dark a part of the picture is at a moment, from 0 to 255. */
async function darkest(path: string, at: number, crop: string): Promise<number> {
  const filters = `crop=${crop},signalstats,metadata=print:key=lavfi.signalstats.YMIN:file=-`
  const { stdout } = await run('ffmpeg', [
    ...['-v', 'error', '-ss', `${at}`, '-i', path, '-frames:v', '1', '-vf', filters, '-f', 'null', '-'],
  ])
  return Number(/YMIN=(\d+)/.exec(stdout)?.[1])
}

test(
  'a presented page is shown large; one that cannot be rendered is replaced by its title and reported',
  async () => {
    const presents = (documentId: string, page: number) =>
      all(by('system', 'documents.add', aDocument(documentId)), by('chair', 'documents.present', { documentId, page }))
    const meeting = await recordedMeeting(all(presents('to-trinh', 2), later(seconds(2)), presents('hong', 1)))
    const documents = new Map([['to-trinh', aPdf(3)]])
    const { film, ...places } = meeting
    // Both have the same hash in the harness: here they are told apart.
    const scenes = film.scenes.map((scene) => ({
      ...scene,
      document: scene.document && {
        ...scene.document,
        file: { sha256: scene.document.documentId, format: 'pdf' as const },
      },
    }))
    const drawPage = createPages(async (sha256) => Readable.from([documents.get(sha256) ?? 'no PDF']), silent)
    const signal = new AbortController().signal
    const remarks = await render({ ...places, film: { ...film, scenes }, drawPage, signal, progress: () => undefined })
    expect(remarks).toEqual([{ documentId: 'hong', title: 'Tài liệu hong', page: 1, why: 'notDrawn' }])
    const path = join(places.folder, filmFile)
    if (process.env.FILM_KEPT_IN) await copyFile(path, join(process.env.FILM_KEPT_IN, 'pages.mp4'))
    // A white sheet with black print in the middle of the large place; then a card, which is dark.
    const brightest = async (at: number) => 255 - (await darkest(path, at, '300:300:330:240,negate'))
    expect(await brightest(1)).toBeGreaterThan(200)
    expect(await brightest(3)).toBeLessThan(120)
    expect((await readdir(places.folder)).sort()).toEqual([filmFile, peaksFile, soundFile].sort())
  },
  patienceMs,
)

test(
  'the wall layout shows a site alike with and without the floor',
  async () => {
    const wall = by('chair', 'stage.setLayout', { layout: 'wall' })
    const { film, bring, folder } = await recordedMeeting(wall)
    const signal = new AbortController().signal
    await render({ film, bring, folder, drawPage: noPages, signal, progress: () => undefined })
    const path = join(folder, filmFile)
    if (process.env.FILM_KEPT_IN) await copyFile(path, join(process.env.FILM_KEPT_IN, 'wall.mp4'))
    // The site's test picture is bright, on the wall where nobody has the floor as where it has.
    const brightest = async (at: number) => 255 - (await darkest(path, at, '380:180:880:110,negate'))
    expect(await brightest(2)).toBeGreaterThan(150)
    expect(await brightest(6)).toBeGreaterThan(150)
  },
  patienceMs,
)

test(
  'a copy names its receiver and time in its metadata and in a subtitle track; picture and sound are unchanged',
  async () => {
    const { film, bring, folder } = await recordedMeeting()
    const signal = new AbortController().signal
    await render({ film, bring, folder, drawPage: noPages, signal, progress: () => undefined })
    const note = 'Bản sao cấp cho Trần Thị Lan (lan=tran; #1), lúc 10:05 26/11/2026'
    const made = { bytes: 0, read: () => createReadStream(join(folder, filmFile)) }
    const copy = { film: made, beside: folder, id: 'one', note, durationMs: film.durationMs, signal }
    const { path } = await notedCopy(copy)
    const what = ['-show_entries', 'format_tags=comment:stream=codec_name:chapter=id']
    const { stdout } = await run('ffprobe', ['-v', 'error', ...what, '-of', 'json', path])
    const { format, streams, chapters } = JSON.parse(stdout)
    expect(format.tags.comment).toBe(note)
    expect(streams.map((one: { codec_name: string }) => one.codec_name)).toEqual(
      expect.arrayContaining(['h264', 'aac', 'mov_text']),
    )
    expect(chapters).toHaveLength(film.chapters.length)
    const words = await run('ffmpeg', ['-v', 'error', '-i', path, '-map', '0:s:0', '-f', 'srt', '-'])
    expect(words.stdout).toContain(note)
    expect((await readdir(folder)).filter((name) => name.startsWith('copy-'))).toEqual(['copy-one'])
    expect(await readdir(join(folder, 'copy-one'))).toEqual(expect.not.arrayContaining([filmFile]))
  },
  patienceMs,
)
