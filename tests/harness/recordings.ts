// The recordings of the server, read from its folder as somebody with its keys could do years later: the index, and the
// packets of each file by ffprobe.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openStore } from '../../server/platform/store/open-store.ts'

const run = promisify(execFile)

interface RecordedTrack {
  readonly participantId: string
  readonly source: string
  /** When its packets came, in epoch milliseconds. */
  readonly packets: readonly number[]
  readonly files: readonly string[]
}

/** Files that are being written, or are complete and not in the store yet. */
export async function openFiles(dataDirectory: string): Promise<string[]> {
  const { folder } = await indexIn(dataDirectory)
  return (await readdir(folder)).filter((name) => name.endsWith('.mkv'))
}

/** The files are copies in clear. */
export async function recordedTracks(dataDirectory: string): Promise<RecordedTrack[]> {
  const { lines, keyOf } = await indexIn(dataDirectory)
  const segments: { track: number; file: string }[] = lines.filter(({ line }) => line === 'segment')
  const { store } = await openStore({ dataDir: dataDirectory })
  const clear = await mkdtemp(join(tmpdir(), 'diemcau-recorded-'))
  for (const { file } of segments) await writeFile(join(clear, file), (await store.open(keyOf(file)))?.read() ?? '')
  return Promise.all(
    lines
      .filter(({ line }) => line === 'track')
      .map(async ({ track, participantId, source }) => {
        const own = segments.filter((segment) => segment.track === track).map(({ file }) => join(clear, file))
        const packets = (await Promise.all(own.map(packetsIn))).flat().toSorted((one, other) => one - other)
        return { participantId, source, packets, files: own }
      }),
  )
}

/** Of this source, on the disk in the folder of the recording by now. */
export async function writtenBytes(dataDirectory: string, source: string): Promise<number> {
  const { folder, lines } = await indexIn(dataDirectory)
  const prefixes = lines.flatMap((line) =>
    line.line === 'track' && line.source === source ? [`${line.track}`.padStart(4, '0')] : [],
  )
  const files = (await readdir(folder)).filter((name) => prefixes.some((prefix) => name.startsWith(`${prefix}-`)))
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function indexIn(dataDirectory: string) {
  const [session] = await readdir(join(dataDirectory, 'recordings'))
  const folder = join(dataDirectory, 'recordings', session ?? '')
  const text = await readFile(join(folder, 'index.jsonl'), 'utf8')
  return {
    folder,
    keyOf: (file: string) => `recordings/${session}/${file}`,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  }
}

async function packetsIn(path: string): Promise<number[]> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', path])
  return stdout
    .split('\n')
    .map((time) => Number.parseFloat(time) * 1000)
    .filter(Number.isFinite)
}

/** Of a file decoded whole: what it shows, and how many pictures. */
export async function pictureOf(path: string): Promise<{ width: number; height: number; frames: number }> {
  const entries = 'stream=width,height,nb_read_frames'
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-count_frames',
    '-show_entries',
    entries,
    '-of',
    'json',
    path,
  ])
  const [{ width, height, nb_read_frames: frames }] = JSON.parse(stdout).streams
  return { width, height, frames: Number(frames) }
}
