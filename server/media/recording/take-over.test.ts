// Recordings and films that lie unencrypted on disk, from versions before the store or because storing them failed, are
// moved into the store.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compose } from '../../../shared/kernel/aggregate.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { sessionModules } from '../../../shared/modules/index.ts'
import { filmOf } from '../../../shared/projections/film.ts'
import { createFilms } from '../../hearing/films/films.ts'
import { filmFile } from '../../hearing/films/render.ts'
import { openStore } from '../../platform/store/open-store.ts'
import type { Store } from '../../platform/store/store.ts'
import { createRecordings } from './recorder.ts'

const sessionId = SessionId.parse('phien-1')
const file = '0001-1-00000.mkv'
const log = { debug() {}, info() {}, warn() {}, error() {} }
const isRunning = new AbortController().signal
let dataDir: string
let store: Store
const folder = (...names: string[]) => join(dataDir, 'recordings', sessionId, ...names)
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'diemcau-take-over-'))
  ;({ store } = await openStore({ dataDir }))
  await mkdir(folder('film'), { recursive: true })
  await writeFile(folder(file), 'what was said')
  const lines = [
    { line: 'track', track: 1, participantId: 'chair', source: 'microphone', channel: null, mimeType: 'audio/opus' },
    { line: 'segment', track: 1, file, from: 1, until: 2, bytes: 13, sha256: '' },
  ]
  await writeFile(folder('index.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
})
afterEach(() => rm(dataDir, { recursive: true }))

it('moves a finished unencrypted segment into the store; it can be read before and after', async () => {
  const recordings = createRecordings({ dataDir, program: null, store, log })
  const read = async () => {
    const content = await recordings.read(sessionId, file)
    return content && text(content)
  }
  expect(await read()).toBe('what was said')
  await recordings.takeOver(isRunning)
  expect(await readdir(folder())).toEqual(['film', 'index.jsonl'])
  expect(await read()).toBe('what was said')
})

it('keeps a segment that cannot be stored, and stores it at the next attempt', async () => {
  let isAway = true
  const away: Store = {
    ...store,
    put: (key, from) => (isAway ? Promise.reject(new Error('the place is away')) : store.put(key, from)),
  }
  const recordings = createRecordings({ dataDir, program: null, store: away, log })
  await recordings.takeOver(isRunning)
  expect(await readdir(folder())).toContain(file)
  isAway = false
  await recordings.takeOver(isRunning)
  expect(await readdir(folder())).not.toContain(file)
})

it('moves an unencrypted film into the store together with its description', async () => {
  const lists = { chapters: [], spans: [], omissions: [], asides: [], remarks: [], personIds: [] }
  const state = { state: 'done', madeAt: 5, durationMs: 1000, plan: 'its hash', ...lists }
  await writeFile(folder('film', 'state.json'), JSON.stringify(state))
  await writeFile(folder('film', filmFile), 'the film')
  const films = createFilms({
    dataDir,
    store,
    recordings: { read: async () => null },
    planOf: async () => filmOf(compose(sessionModules, { freeze: true }), [], [], {}),
    erasableOf: async () => ({ people: {}, documentIds: [] }),
    readDocument: async () => null,
    render: () => Promise.reject(new Error('nothing is made')),
    now: Date.now,
    log,
  })
  await films.takeOver(isRunning)
  await films.takeOver(isRunning)
  expect(await readdir(folder())).toEqual([file, 'index.jsonl'])
  expect(await films.state(sessionId)).toMatchObject({ state: 'done', madeAt: 5, durationMs: 1000 })
  const film = await films.open(sessionId, filmFile)
  expect(film && (await text(film.read()))).toBe('the film')
})
