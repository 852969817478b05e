// A copy of a film for one account: who took it and when is in its description, and stands under the picture as words that a player shows.
import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './program.ts'
import { filmFile, metadata, mp4 } from './render.ts'

interface NotedCopy {
  readonly folder: string
  /** Of the copy, while it is made and sent. */
  readonly id: string
  readonly note: string
  readonly durationMs: number
  readonly signal: AbortSignal
}

const copyPrefix = 'copy-'

/** Resolves with the path of the copy, which the caller removes. Picture and sound are not encoded again. */
export async function notedCopy({ folder, id, note, durationMs, signal }: NotedCopy): Promise<string> {
  const [words, about, part, made] = ['words.srt', 'about.txt', 'part.mp4', 'film.mp4'].map(
    (name) => `${copyPrefix}${id}-${name}`,
  ) as [string, string, string, string]
  await writeFile(join(folder, words), `1\n${clock(0)} --> ${clock(Math.max(1, durationMs))}\n${note}\n`)
  await writeFile(join(folder, about), [';FFMETADATA1', `comment=${metadata(note)}`, ''].join('\n'))
  try {
    await runProgram(
      [
        ...['-i', filmFile, '-i', words, '-f', 'ffmetadata', '-i', about, '-map', '0:v', '-map', '0:a', '-map', '1:s'],
        ...['-map_metadata', '0', '-map_metadata', '2', '-map_chapters', '0', '-c', 'copy', '-c:s', 'mov_text'],
        ...['-metadata:s:s:0', 'language=vie', '-disposition:s:0', 'default', ...mp4, part],
      ],
      { folder, signal },
    )
    await rename(join(folder, part), join(folder, made))
    return join(folder, made)
  } finally {
    for (const name of [words, about, part]) await rm(join(folder, name), { force: true })
  }
}

/** Removes what is left over when a server ended while it handed one out. */
export async function withoutCopies(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.startsWith(copyPrefix)) await rm(join(folder, name), { force: true })
}

/** As SubRip writes a time. */
function clock(ms: number): string {
  const whole = new Date(Math.round(ms))
  const hours = `${Math.floor(whole.getTime() / 3_600_000)}`.padStart(2, '0')
  return `${hours}:${whole.toISOString().slice(14, 23).replace('.', ',')}`
}
