// The film of a closed session by REST: asked for, followed, broken off, looked at in ranges, each look written down.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFilms } from '../../server/films/films.ts'
import { filmFile, soundFile } from '../../server/films/render.ts'
import type { SessionId } from '../../shared/kernel/ids.ts'
import { filmOf } from '../../shared/projections/film.ts'
import { HttpServer } from '../harness/http.ts'
import { silent } from '../harness/media-server.ts'
import { aggregate } from '../harness/session-model.ts'
import { until } from '../harness/wait.ts'

let server: HttpServer
let cookie: string
let sessionId: SessionId
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())
beforeEach(async () => {
  ;({ sessionId } = await server.schedule(cookie))
  server.isRecorded = true
  server.makeFilm = async ({ folder, progress }) => {
    progress(1)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, filmFile), 'the film')
    await writeFile(join(folder, soundFile), 'the sound')
  }
})

const film = (method: 'GET' | 'POST' | 'DELETE') => server.call(method, `/api/sessions/${sessionId}/film`, { cookie })
const file = (name: string, headers: Record<string, string> = {}) =>
  server.call('GET', `/api/sessions/${sessionId}/${name}`, { cookie, headers })
const reaches = (state: string) =>
  until(async () => {
    const { body } = await film('GET')
    return body.state === state ? null : JSON.stringify(body)
  })
async function isClosed() {
  for (const step of ['open', 'close'])
    expect((await server.call('POST', `/api/sessions/${sessionId}/${step}`, { cookie, body: {} })).status).toBe(200)
}
/** Goes on until it is broken off. */
const endless: HttpServer['makeFilm'] = async ({ signal, progress }) => {
  signal.throwIfAborted()
  progress(0.25)
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

describe('the film of a session', () => {
  it('is refused while the session is not closed, of one that is not recorded, and to whoever is not signed in', async () => {
    expect((await film('POST')).body.error.code).toBe('film.not-closed')
    expect((await film('GET')).body.error.code).toBe('film.not-closed')
    await isClosed()
    server.isRecorded = false
    const { status, body } = await film('POST')
    expect([status, body.error.code]).toEqual([409, 'film.nothing-recorded'])
    expect((await film('GET')).body).toEqual({ state: 'none' })
    expect((await server.call('POST', `/api/sessions/${sessionId}/film`)).status).toBe(401)
    expect((await server.call('GET', `/api/sessions/${sessionId}/${filmFile}`)).status).toBe(401)
  })

  it('is made in the background and handed out whole and in ranges; who has looked is written down, once', async () => {
    await isClosed()
    expect((await file(filmFile)).status).toBe(404)
    expect((await film('POST')).status).toBe(202)
    await reaches('done')
    const whole = await file(filmFile)
    expect([whole.status, whole.headers['content-type'], `${whole.raw}`]).toEqual([200, 'video/mp4', 'the film'])
    const part = await file(filmFile, { range: 'bytes=4-6' })
    expect([part.status, part.headers['content-range'], `${part.raw}`]).toEqual([206, 'bytes 4-6/8', 'fil'])
    expect((await file(filmFile, { range: 'bytes=90-' })).status).toBe(416)
    expect(`${(await file(soundFile)).raw}`).toBe('the sound')
    const viewings = `/api/sessions/${sessionId}/film/viewings`
    expect((await server.call('GET', viewings, { cookie })).status).toBe(403)
    const administrator = await server.signIn('administrator')
    const { body } = await server.call('GET', viewings, { cookie: administrator.cookie })
    expect(body.map(({ what }: { what: string }) => what)).toEqual(['film', 'sound'])
    expect(body[0].by).toEqual(expect.any(String))
  })

  it('tells how far it has come, is broken off, and gone on with when it is asked for again', async () => {
    await isClosed()
    const made = server.makeFilm
    server.makeFilm = endless
    await film('POST')
    await reaches('rendering')
    expect((await film('GET')).body).toEqual({ state: 'rendering', progress: 0.25 })
    expect((await film('DELETE')).status).toBe(204)
    expect((await film('GET')).body).toEqual({ state: 'cancelled' })
    expect((await film('DELETE')).body.error.code).toBe('film.not-going-on')
    server.makeFilm = made
    await film('POST')
    await reaches('done')
  })

  it('is one at a time: another one waits its turn', async () => {
    await isClosed()
    server.makeFilm = endless
    await film('POST')
    await reaches('rendering')
    const first = sessionId
    ;({ sessionId } = await server.schedule(cookie))
    await isClosed()
    await film('POST')
    expect((await film('GET')).body).toEqual({ state: 'waiting' })
    await server.films.cancel(first)
    await reaches('rendering')
    await film('DELETE')
  })

  it('says so when it could not be made', async () => {
    await isClosed()
    server.makeFilm = async () => {
      throw new Error('ffmpeg ended with 1')
    }
    await film('POST')
    await reaches('failed')
  })

  it('that a server had not finished when it ended is gone on with by the next', async () => {
    const options = {
      dataDir: server.directory,
      store: server.files,
      recordings: { read: async () => null },
      planOf: async () => filmOf(aggregate, [], [], {}),
      now: Date.now,
      log: silent,
    }
    const before = createFilms({ ...options, render: endless })
    await before.ask(sessionId)
    await before.close()
    const after = createFilms({ ...options, render: async () => undefined })
    await after.recover()
    await until(async () => ((await after.state(sessionId)).state === 'done' ? null : 'not yet'))
    await after.close()
  })
})
