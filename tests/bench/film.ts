// Measures how long the film of a conference of a centre and eight sites takes, as a share of its own length. CPU time
// is reported beside elapsed time, because it does not depend on other work on the machine. The segments are one
// encoded film, shifted to the time of each.
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DrawPage } from '../../server/hearing/films/pages.ts'
import { render } from '../../server/hearing/films/render.ts'
import { DocumentId } from '../../shared/kernel/ids.ts'
import { type Film, framesPerSecond, type Picture, type Scene } from '../../shared/projections/film.ts'
import type { Piece } from '../../shared/projections/film-files.ts'
import type { Named } from '../../shared/projections/minutes.ts'
import type { Bench, Measurement } from './bench.ts'
import { childSeconds } from './cpu-time.ts'

const run = promisify(execFile)
const segmentSeconds = 20
const start = Date.UTC(2026, 10, 30, 1)
const sites = 9
const camera = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '12', '-b:v', '1500k', '-g', '150']
const voice = ['-c:a', 'libopus', '-b:a', '32k']

const nameOf = (site: number): Named => ({
  name: `Điểm cầu ${site + 1}`,
  title: null,
  site: null,
  role: 'siteOperator',
})

/** Whole segments, each named by what it is and its second. */
const piecesOf = (what: string, from: number, seconds: number): Piece[] =>
  Array.from({ length: seconds / segmentSeconds }, (_one, index) => {
    const begin = from + index * segmentSeconds
    return {
      file: `${what}-${begin}.mkv`,
      from: start + begin * 1000,
      until: start + (begin + segmentSeconds) * 1000,
    }
  })

type Layout = 'speaker' | 'wall' | 'page'

function sceneOf(layout: Layout, from: number, seconds: number): Scene {
  const picture = (site: number): Picture => ({ who: nameOf(site), pieces: piecesOf('camera', from, seconds) })
  const others = [1, 2, 3].map(picture)
  const isWall = layout === 'wall'
  return {
    from: start + from * 1000,
    until: start + (from + seconds) * 1000,
    startFrame: from * framesPerSecond,
    frames: seconds * framesPerSecond,
    item: 'Báo cáo tình hình thực hiện nhiệm vụ quý IV',
    speaker: nameOf(0),
    large: layout === 'speaker' ? picture(0) : null,
    strip: isWall ? [] : others,
    tiles: isWall ? Array.from({ length: sites }, (_one, site) => picture(site)) : [],
    others: isWall ? 0 : sites - 4,
    signer: null,
    document:
      layout === 'page'
        ? {
            documentId: DocumentId.parse('page'),
            title: 'Báo cáo quý IV',
            page: 1,
            file: { sha256: '0', format: 'pdf' },
            card: null,
          }
        : null,
    sounds: Array.from({ length: sites }, () => ({
      files: piecesOf('microphone', from, seconds).map(({ file, from: begins }) => ({ file, begins })),
      from: start + from * 1000,
      until: start + (from + seconds) * 1000,
    })),
  }
}

/** The plan takes a minute at most into one scene. */
const longest = 60

function filmOf(seconds: number, layoutOf: (scene: number) => Layout): Film {
  const scenes = Array.from({ length: Math.ceil(seconds / longest) }, (_one, index) =>
    sceneOf(layoutOf(index), index * longest, Math.min(longest, seconds - index * longest)),
  )
  return {
    title: 'Hội nghị trực tuyến',
    durationMs: seconds * 1000,
    scenes,
    spans: [],
    omissions: [],
    asides: [],
    chapters: [{ startMs: 0, endMs: seconds * 1000, item: null, speaker: null }],
  }
}

/** Of ten minutes of a conference six are speeches, three pages, one a discussion. */
const turns: readonly Layout[] = [
  ...['speaker', 'page', 'speaker', 'speaker', 'page'],
  ...['speaker', 'wall', 'speaker', 'page', 'speaker'],
] as Layout[]

export const film: Bench = {
  about:
    'the film of nine sites at 720p: CPU and time for each second of it, by layout (--minutes 180: one film of all layouts)',
  async run({ quick, minutes }): Promise<Measurement[]> {
    const [seconds, rounds] = quick ? [20, 1] : [60, 3]
    const folder = await mkdtemp(join(tmpdir(), 'diemcau-film-'))
    const base = (what: string) => join(folder, `${what}.mkv`)
    const encode = (what: string, source: string, codec: readonly string[]) =>
      run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-t', `${segmentSeconds}`, '-i', source, ...codec, base(what)])
    try {
      // Noise over the picture: a camera is never as still as a test picture.
      await encode('camera', 'testsrc2=size=1280x720:rate=30,noise=alls=12:allf=t', camera)
      await encode('microphone', 'sine=frequency=300:sample_rate=48000', voice)
      const page = join(folder, 'page.png')
      await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'color=white:s=1240x1754', '-frames:v', '1', page])
      const drawPage: DrawPage = async (_page, to) => {
        await copyFile(page, join(to, 'page.png'))
        return { file: 'page.png' }
      }
      const bring = async (file: string, to: string) => {
        const [what = '', begin = ''] = file.replace('.mkv', '').split('-')
        const shifted = join(folder, file)
        const offset = ['-output_ts_offset', `${start / 1000 + Number(begin)}`]
        await readFile(shifted).catch(() =>
          run('ffmpeg', ['-v', 'error', '-i', base(what), '-c', 'copy', ...offset, shifted]),
        )
        await copyFile(shifted, to)
      }
      async function measure(name: string, plan: Film, times: number): Promise<Measurement[]> {
        const length = plan.durationMs / 1000
        // The segments are there before the clock runs.
        const files = plan.scenes.flatMap(({ sounds, large, strip, tiles }) => [
          ...sounds.flatMap((one) => one.files),
          ...[large, ...strip, ...tiles].flatMap((one) => one?.pieces ?? []),
        ])
        for (const file of new Set(files.map((one) => one.file))) await bring(file, join(folder, 'brought'))
        const [cpu, elapsed]: [number[], number[]] = [[], []]
        for (let round = 0; round < times; round++) {
          const made = join(folder, `made-${round}`)
          const [usedBefore, begunAt] = [await childSeconds(), performance.now()]
          await render({
            film: plan,
            bring,
            folder: made,
            drawPage,
            signal: new AbortController().signal,
            progress: () => undefined,
          })
          elapsed.push(((performance.now() - begunAt) / 1000 / length) * 100)
          cpu.push((((await childSeconds()) - usedBefore) / length) * 100)
          await rm(made, { recursive: true })
        }
        return [
          { name: `${name}: time that passes, of the length`, unit: '%', samples: elapsed },
          { name: `${name}: CPU time, of the length`, unit: '% of a core', samples: cpu },
        ]
      }
      if (minutes !== null) {
        const plan = filmOf(minutes * 60, (scene) => turns[scene % turns.length] ?? 'speaker')
        return await measure(`${minutes} minutes of all layouts`, plan, 1)
      }
      const measurements: Measurement[] = []
      for (const layout of ['speaker', 'wall', 'page'] as const)
        measurements.push(
          ...(await measure(
            layout,
            filmOf(seconds, () => layout),
            rounds,
          )),
        )
      return measurements
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
