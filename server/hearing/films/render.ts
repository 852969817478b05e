// Makes the film of a session from its plan: each scene is a file of its own that is kept, so that an interrupted film
// can be continued; then one MP4 with chapters, the sound alone, and its waveform peaks.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Chapter, type Film, framesPerSecond, type Scene } from '../../../shared/projections/film.ts'
import type { Sound } from '../../../shared/projections/film-files.ts'
import { type FilmRemark, mostPeaks } from '../../../shared/wire/hearing/film.ts'
import type { DrawPage } from './pages.ts'
import { runProgram } from './program.ts'
import { type SceneInput, sceneGraph, seconds } from './scene-graph.ts'

export const filmFile = 'film.mp4'
export const soundFile = 'sound.m4a'
export const peaksFile = 'peaks.json'

interface Rendering {
  readonly film: Film
  /** Copies a file of the recording to where ffmpeg can read it. */
  readonly bring: (file: string, to: string) => Promise<void>
  /** Where the film is made. */
  readonly folder: string
  readonly drawPage: DrawPage
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly progress: (done: number) => void
}

/** Raised when scenes come to look otherwise: those made before are made anew. */
const look = 5
const peakSamplesPerSecond = 8000

/**
 * Resolves with the pages that it could not show. Throws when ffmpeg fails, and when the signal says so; what was made by then is kept
 * for the next time.
 */
export async function render(rendering: Rendering): Promise<FilmRemark[]> {
  const { film, folder, progress } = rendering
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const total = film.scenes.reduce((sum, { frames }) => sum + frames, 0)
  const made: string[] = []
  const remarks = new Map<string, FilmRemark>()
  for (const scene of film.scenes) {
    const page = await pageOf(rendering, scene, remarks)
    made.push(await sceneFile(rendering, scene, page))
    progress((scene.startFrame + scene.frames) / total)
  }
  await joinScenes(rendering, made)
  await whole(folder, soundFile, (name) =>
    runProgram(['-i', filmFile, '-map', '0:a', '-map_chapters', '0', '-c', 'copy', ...mp4, name], rendering),
  )
  await whole(folder, peaksFile, (name) => writePeaks(rendering, name))
  for (const name of await readdir(folder)) if (isScene(name)) await rm(join(folder, name))
  return [...remarks.values()]
}

/** Null: none is presented, or it cannot be shown. */
async function pageOf(
  { folder, drawPage, signal }: Rendering,
  { document }: Scene,
  remarks: Map<string, FilmRemark>,
): Promise<string | null> {
  if (document === null) return null
  const drawn = await drawPage(document, folder, signal)
  if ('file' in drawn) return drawn.file
  const { documentId, title, page } = document
  remarks.set(`${documentId} ${page}`, { documentId, title, page, why: drawn.why })
  return null
}

const isScene = (name: string) => name.startsWith('scene-')
export const mp4 = ['-movflags', '+faststart', '-f', 'mp4']

async function sceneFile(rendering: Rendering, scene: Scene, page: string | null): Promise<string> {
  const { film, folder, bring, signal } = rendering
  const hash = createHash('sha256').update(JSON.stringify({ look, title: film.title, scene, page }))
  const name = `scene-${hash.digest('hex').slice(0, 32)}.mkv`
  if (existsSync(join(folder, name))) return name
  const { inputs, texts, graph } = sceneGraph(scene, film.title, page)
  const scratch = join(folder, 'scene-now')
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch, { mode: 0o700 })
  for (const { name: textName, text } of texts) await writeFile(join(scratch, textName), text)
  await writeFile(join(scratch, 'graph.txt'), graph)
  const given: string[] = []
  for (const [index, input] of inputs.entries()) {
    // In clear only while this scene is made: the folder goes with it.
    for (const { file } of 'file' in input ? [input] : input)
      if (!existsSync(join(scratch, file))) await bring(file, join(scratch, file))
    if (!('file' in input)) await writeFile(join(scratch, `sound${index}.txt`), soundList(input))
    given.push(...inputOf(input, `sound${index}.txt`))
  }
  if (page !== null) given.push('-i', join(folder, page))
  await runProgram(
    [
      ...['-copyts', ...given, '-/filter_complex', 'graph.txt', '-map', '[picture]', '-map', '[sound]'],
      // Without frames that lean on later ones the files can be put one behind the other as they are.
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '25', '-bf', '0', '-g', `${framesPerSecond * 2}`],
      ...['-r', `${framesPerSecond}`, '-frames:v', `${scene.frames}`, '-c:a', 'flac', '-f', 'matroska', 'scene.mkv'],
    ],
    { folder: scratch, reads: [folder], signal },
  )
  await rename(join(scratch, 'scene.mkv'), join(folder, name))
  await rm(scratch, { recursive: true, force: true })
  return name
}

function inputOf(input: SceneInput, list: string): string[] {
  // A camera changes its size when its line does: the graph must not begin anew then.
  if ('file' in input) {
    const { file, aheadMs } = input
    return [...(aheadMs ? ['-itsoffset', seconds(-aheadMs)] : []), '-reinit_filter', '0', '-i', file]
  }
  return ['-itsoffset', seconds(input[0]?.begins ?? 0), '-f', 'concat', '-i', list]
}

/** Each file at its own time behind the first: what was not recorded between two stays a hole. */
const soundList = (files: Sound['files']) =>
  [
    'ffconcat version 1.0',
    ...files.flatMap(({ file, begins }, index) => {
      const next = files[index + 1]
      return [`file '${file}'`, ...(next ? [`duration ${seconds(next.begins - begins)}`] : [])]
    }),
    '',
  ].join('\n')

async function joinScenes(rendering: Rendering, made: readonly string[]): Promise<void> {
  const { film, folder } = rendering
  const list = made.flatMap((name, index) => [
    `file '${name}'`,
    `duration ${((film.scenes[index]?.frames ?? 0) / framesPerSecond).toFixed(3)}`,
  ])
  await writeFile(join(folder, 'scene-list.txt'), ['ffconcat version 1.0', ...list, ''].join('\n'))
  await writeFile(join(folder, 'scene-chapters.txt'), chapterFile(film))
  await whole(folder, filmFile, (name) =>
    runProgram(
      [
        ...['-f', 'concat', '-i', 'scene-list.txt', '-f', 'ffmetadata', '-i', 'scene-chapters.txt'],
        ...['-map', '0:v', '-map', '0:a', '-map_metadata', '1', '-map_chapters', '1', '-c:v', 'copy'],
        ...['-c:a', 'aac', '-b:a', '80k', ...mp4, name],
      ],
      rendering,
    ),
  )
}

/** Under its name when it is whole. */
async function whole(folder: string, name: string, make: (name: string) => Promise<void>): Promise<void> {
  const beside = `part-${name}`
  await make(beside)
  await rename(join(folder, beside), join(folder, name))
}

function chapterFile({ title, chapters }: Film): string {
  const one = (chapter: Chapter) => [
    '[CHAPTER]',
    'TIMEBASE=1/1000',
    `START=${Math.round(chapter.startMs)}`,
    `END=${Math.round(chapter.endMs)}`,
    `title=${metadata(chapterTitle(chapter, title))}`,
  ]
  return [';FFMETADATA1', `title=${metadata(title)}`, ...chapters.flatMap(one), ''].join('\n')
}

const chapterTitle = ({ item, speaker }: Chapter, title: string): string =>
  [item, speaker?.name].filter(Boolean).join(' · ') || title

/** These are ffmpeg’s own in such a file. */
export const metadata = (text: string) => text.replaceAll(/[=;#\\\n]/g, (sign) => `\\${sign}`)

/** From 0 to 1, so many for the whole, however long it is. */
async function writePeaks(rendering: Rendering, name: string): Promise<void> {
  const { film, folder } = rendering
  const samples = Math.max(1, Math.ceil((film.durationMs / 1000) * (peakSamplesPerSecond / mostPeaks)))
  const peaks: number[] = []
  const read = async (output: Readable) => {
    let count = 0
    let odd = Buffer.alloc(0)
    for await (const chunk of output) {
      const bytes = Buffer.concat([odd, chunk])
      for (let at = 0; at + 1 < bytes.length; at += 2, count += 1) {
        const index = Math.floor(count / samples)
        peaks[index] = Math.max(peaks[index] ?? 0, Math.abs(bytes.readInt16LE(at)))
      }
      odd = bytes.length % 2 === 0 ? Buffer.alloc(0) : bytes.subarray(-1)
    }
  }
  const sound = ['-f', 's16le', '-ac', '1', '-ar', `${peakSamplesPerSecond}`, 'pipe:1']
  await runProgram(['-i', filmFile, '-map', '0:a', ...sound], { ...rendering, read })
  await writeFile(join(folder, name), JSON.stringify(peaks.map((peak) => Number((peak / 32_768).toFixed(3)))))
}
