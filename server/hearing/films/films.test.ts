// The queue of films: a film that cannot be made must not block the others.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { compose } from '../../../shared/kernel/aggregate.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { sessionModules } from '../../../shared/modules/index.ts'
import { filmOf } from '../../../shared/projections/film.ts'
import { until } from '../../../tests/harness/wait.ts'
import { StoodStill } from '../../platform/standing-still.ts'
import { openStore } from '../../platform/store/open-store.ts'
import type { Store } from '../../platform/store/store.ts'
import { createFilms } from './films.ts'

const [first, second, third] = ['phien-1', 'phien-2', 'phien-3'].map((id) => SessionId.parse(id)) as [
  SessionId,
  SessionId,
  SessionId,
]

async function openFilms(standstills = 0) {
  const dataDir = await mkdtemp(join(tmpdir(), 'diemcau-films-'))
  const { store } = await openStore({ dataDir })
  const place = { isAway: false }
  const away: Store = {
    ...store,
    open: (key) => (place.isAway ? Promise.reject(new Error('the place is away')) : store.open(key)),
  }
  const told: string[] = []
  const ended: number[] = []
  const silent = () => undefined
  const rendering = Promise.withResolvers<void>()
  const films = createFilms({
    dataDir,
    store: away,
    recordings: { read: async () => null },
    planOf: async () => filmOf(compose(sessionModules, { freeze: true }), [], [], {}),
    erasableOf: async () => ({ people: {}, documentIds: [] }),
    readDocument: async () => null,
    render: async () => {
      if (ended.length < standstills) throw new StoodStill('it did nothing', 4711)
      await rendering.promise
      return []
    },
    stoodStill: (pid) => void ended.push(pid),
    now: Date.now,
    log: {
      debug: silent,
      info: silent,
      warn: silent,
      error: (_context: object, words: string) => void told.push(words),
    },
  })
  onTestFinished(async () => {
    await films.close()
    await rm(dataDir, { recursive: true })
  })
  const untilMade = (sessionId: SessionId) =>
    until(async () => ((await films.state(sessionId)).state === 'done' ? null : 'not made'))
  return { films, place, told, ended, finishFirst: rendering.resolve, untilMade }
}

it('a film that fails because the store is unreachable does not block the next one, and is made when requested again', async () => {
  const { films, place, told, finishFirst, untilMade } = await openFilms()
  await films.ask(first)
  await films.ask(second)
  place.isAway = true
  finishFirst()
  await until(() => (told.includes('a film could not be made') ? null : 'nothing is told'))
  place.isAway = false
  expect(await films.state(second)).toEqual({ state: 'waiting' })
  await films.ask(third)
  await untilMade(third)
  await films.ask(second)
  await untilMade(second)
})

it('a film whose program hangs is continued by a new program', async () => {
  const { films, ended, finishFirst, untilMade } = await openFilms(2)
  finishFirst()
  await films.ask(first)
  await untilMade(first)
  expect(ended).toEqual([4711, 4711])
})

it('a film is given up after three programs that hang, and the next film is made', async () => {
  const { films, ended, finishFirst, untilMade } = await openFilms(3)
  finishFirst()
  await films.ask(first)
  await films.ask(second)
  await untilMade(second)
  expect(await films.state(first)).toEqual({ state: 'failed' })
  expect(ended).toHaveLength(3)
})
