// A copy of a film for one account: who downloaded it and when is in its metadata, and in a subtitle track that a
// player shows.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { StoredFile } from '../../platform/store/store.ts'
import { runProgram } from './program.ts'
import { filmFile, metadata, mp4 } from './render.ts'

interface NotedCopy {
  readonly film: StoredFile
  /** Where films are made; the copy has a folder of its own in it. */
  readonly beside: string
  /** Of the copy, while it is made and sent. */
  readonly id: string
  readonly note: string
  readonly durationMs: number
  readonly signal: AbortSignal
}

const copyPrefix = 'copy-'

/** Resolves with the path of the copy, in clear, and its folder, which the caller removes. Picture and sound are not encoded again. */
export async function notedCopy(options: NotedCopy): Promise<{ path: string; folder: string }> {
  const { film, beside, id, note, durationMs, signal } = options
  const folder = join(beside, `${copyPrefix}${id}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await pipeline(film.read(), createWriteStream(join(folder, filmFile), { mode: 0o600 }), { signal })
    await writeFile(join(folder, 'words.srt'), `1\n${clock(0)} --> ${clock(Math.max(1, durationMs))}\n${note}\n`)
    await writeFile(join(folder, 'about.txt'), [';FFMETADATA1', `comment=${metadata(note)}`, ''].join('\n'))
    await runProgram(
      [
        ...['-i', filmFile, '-i', 'words.srt', '-f', 'ffmetadata', '-i', 'about.txt'],
        ...['-map', '0:v', '-map', '0:a', '-map', '1:s'],
        ...['-map_metadata', '0', '-map_metadata', '2', '-map_chapters', '0', '-c', 'copy', '-c:s', 'mov_text'],
        ...['-metadata:s:s:0', 'language=vie', '-disposition:s:0', 'default', ...mp4, 'noted.mp4'],
      ],
      { folder, signal },
    )
    await rm(join(folder, filmFile))
    return { path: join(folder, 'noted.mp4'), folder }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Removes what is left over when a server ended while it handed one out. */
export async function withoutCopies(beside: string): Promise<void> {
  const names = await readdir(beside).catch(() => [])
  for (const name of names)
    if (name.startsWith(copyPrefix)) await rm(join(beside, name), { recursive: true, force: true })
}

/** As SubRip writes a time. */
function clock(ms: number): string {
  const whole = new Date(Math.round(ms))
  const hours = `${Math.floor(whole.getTime() / 3_600_000)}`.padStart(2, '0')
  return `${hours}:${whole.toISOString().slice(14, 23).replace('.', ',')}`
}
