// What is kept of the film of a session: in the folder beside its recording while it is wanted or being made, in the store
// once it is done, its description last.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { FilmNotMade, MadeFilm } from '../../../shared/wire/hearing/film.ts'
import type { Store, StoredFile } from '../../platform/store/store.ts'
import { filmFile, peaksFile, soundFile } from './render.ts'

/** Of whom it is, or was being, made: ids alone. */
const personIds = z.array(z.string()).default([])
const Made = MadeFilm.extend({ plan: z.string().describe('its hash'), personIds })
export const KeptFilm = z.discriminatedUnion('state', [
  FilmNotMade.extend({ personIds }),
  z.object({ state: z.literal('wanted'), personIds }),
  Made,
])
export type KeptFilm = z.infer<typeof KeptFilm>

export interface FilmFiles {
  /** For what is made beside it. */
  folderOf(sessionId: SessionId): string
  /** Sessions with a recording on this server. */
  sessions(): Promise<SessionId[]>
  kept(sessionId: SessionId): Promise<KeptFilm>
  /** As it is said on this server, whatever the store has; null: nothing is, or nothing that can be read. */
  saidHere(sessionId: SessionId): Promise<string | null>
  keep(sessionId: SessionId, state: KeptFilm): Promise<void>
  /** Brings what was made into the store. */
  finish(sessionId: SessionId, done: KeptFilm): Promise<void>
  /** From the store. */
  drop(sessionId: SessionId): Promise<void>
  /** From this server. */
  dropHere(sessionId: SessionId): Promise<void>
  /** One of its files once it is done; null: it is not there. */
  open(sessionId: SessionId, name: string): Promise<StoredFile | null>
  /** All its files once it is done. */
  all(sessionId: SessionId): Promise<StoredFile[]>
}

/** Says that all the others are there, so it comes last. */
const madeFile = 'made.json'
const stateFile = 'state.json'
const madeFiles = [filmFile, soundFile, peaksFile, madeFile]

export function createFilmFiles(dataDir: string, store: Pick<Store, 'open' | 'put' | 'remove'>): FilmFiles {
  const root = join(dataDir, 'recordings')
  const folderOf = (sessionId: SessionId) => join(root, sessionId, 'film')
  const keyOf = (sessionId: SessionId, name: string) => `recordings/${sessionId}/film/${name}`

  const saidHere = (sessionId: SessionId) => readFile(join(folderOf(sessionId), stateFile), 'utf8').catch(() => null)

  async function kept(sessionId: SessionId): Promise<KeptFilm> {
    const made = await store.open(keyOf(sessionId, madeFile))
    const said = made ? await text(made.read()) : await saidHere(sessionId)
    // What an earlier version of this server has written is made anew.
    const none: KeptFilm = { state: 'none', personIds: [] }
    return said === null ? none : (KeptFilm.safeParse(JSON.parse(said)).data ?? none)
  }

  async function write(sessionId: SessionId, name: string, state: KeptFilm): Promise<void> {
    const folder = folderOf(sessionId)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const beside = join(folder, `part-${name}`)
    await writeFile(beside, JSON.stringify(state), { mode: 0o600, flush: true })
    await rename(beside, join(folder, name))
  }
  const keep = (sessionId: SessionId, state: KeptFilm) => write(sessionId, stateFile, state)

  async function finish(sessionId: SessionId, done: KeptFilm): Promise<void> {
    const folder = folderOf(sessionId)
    await write(sessionId, madeFile, done)
    const lying = await readdir(folder)
    for (const name of madeFiles) if (lying.includes(name)) await store.put(keyOf(sessionId, name), join(folder, name))
    await rm(folder, { recursive: true })
  }

  /** What says that it is there goes first. */
  async function drop(sessionId: SessionId): Promise<void> {
    for (const name of madeFiles.toReversed()) await store.remove(keyOf(sessionId, name))
  }

  return {
    folderOf,
    async sessions() {
      const names = await readdir(root).catch(() => [])
      return names.flatMap((name) => SessionId.safeParse(name).data ?? [])
    },
    kept,
    saidHere,
    keep,
    finish,
    drop,
    dropHere: (sessionId) => rm(folderOf(sessionId), { recursive: true, force: true }),
    open: (sessionId, name) => store.open(keyOf(sessionId, name)),
    async all(sessionId) {
      const found = await Promise.all(madeFiles.map((name) => store.open(keyOf(sessionId, name))))
      return found.filter((one) => one !== null)
    },
  }
}
