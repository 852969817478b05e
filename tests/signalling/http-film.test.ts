// The film of a closed session over REST: requested, watched in progress, cancelled, viewed in ranges, and each viewing
// recorded.
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFilms } from '../../server/hearing/films/films.ts'
import { filmFile, peaksFile, soundFile } from '../../server/hearing/films/render.ts'
import type { PersonId, SessionId } from '../../shared/kernel/ids.ts'
import { filmOf } from '../../shared/projections/film.ts'
import type { AuditPage } from '../../shared/wire/identity/accounts.ts'
import { HttpServer } from '../harness/http.ts'
import { silent } from '../harness/media-server.ts'
import { aggregate } from '../harness/session-model.ts'
import { until } from '../harness/wait.ts'

let server: HttpServer
let cookie: string
let sessionId: SessionId
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn('administrator'))
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
    await writeFile(join(folder, peaksFile), '[0,0.5,1]')
    return []
  }
})

const film = (method: 'GET' | 'POST' | 'DELETE') => server.call(method, `/api/sessions/${sessionId}/film`, { cookie })
const file = (name: string, headers: Record<string, string> = {}) =>
  server.call('GET', `/api/sessions/${sessionId}/${name}`, { cookie, headers })
const access = (as = cookie) => server.call('GET', `/api/sessions/${sessionId}/film/access`, { cookie: as })
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
  it('is refused before the closing, without a recording, and without signing in', async () => {
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

  it('is made in the background and sent whole or in ranges; each viewing is recorded once', async () => {
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
    const { body } = await access()
    expect(body.record.viewings.map(({ what }: { what: string }) => what)).toEqual(['film', 'sound'])
    expect(body.record.viewings[0].by).toEqual(expect.any(String))
    expect((await file('film/peaks')).body).toEqual([0, 0.5, 1])
  })

  it('reports its progress, can be cancelled, and is continued by another request', async () => {
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

  it('is made one at a time: a second film waits', async () => {
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

  it('is reported as failed when it could not be made', async () => {
    await isClosed()
    server.makeFilm = async () => {
      throw new Error('ffmpeg ended with 1')
    }
    await film('POST')
    await reaches('failed')
  })

  it('not finished when the server stopped is continued by the next start', async () => {
    const options = {
      dataDir: server.directory,
      store: server.files,
      recordings: { read: async () => null },
      planOf: async () => filmOf(aggregate, [], [], {}),
      erasableOf: async () => ({ people: {}, documentIds: [] }),
      readDocument: async () => null,
      now: Date.now,
      log: silent,
    }
    const before = createFilms({ ...options, render: endless })
    await before.ask(sessionId)
    await before.close()
    // As it was handing out a copy.
    await writeFile(join(before.folderOf(sessionId), 'copy-of-somebody.mp4'), 'half')
    const after = createFilms({ ...options, render: async () => [] })
    await after.recover()
    await until(async () => ((await after.state(sessionId)).state === 'done' ? null : 'not yet'))
    await after.close()
    expect(existsSync(after.folderOf(sessionId))).toBe(false)
  })
})

describe('viewing a film', () => {
  it('is allowed to administrators and to viewers named with a reason, until they are removed; all of it is recorded', async () => {
    await isClosed()
    await film('POST')
    await reaches('done')
    const officer = await server.signIn()
    const look = (path: string) => server.call('GET', `/api/sessions/${sessionId}/${path}`, { cookie: officer.cookie })
    for (const path of ['film', filmFile, soundFile, 'film/peaks']) {
      const { status, body } = await look(path)
      expect([path, status, body.error.code]).toEqual([path, 403, 'film.not-viewer'])
      expect(body.error.message).toContain('Trần Thị Lan')
    }
    expect((await access(officer.cookie)).body).toEqual({
      mayLook: false,
      isProtected: false,
      mayDownload: false,
      ask: expect.arrayContaining(['Trần Thị Lan']),
      record: null,
    })
    const viewers = `/api/sessions/${sessionId}/film/viewers`
    const { accountId } = officer.account
    const naming = { accountId, mayDownload: false, reason: 'Trả lời kiến nghị của công dân' }
    const refused = await server.call('POST', viewers, { cookie: officer.cookie, body: naming })
    expect(refused.status).toBe(403)
    expect((await server.call('POST', viewers, { cookie, body: { ...naming, reason: ' ' } })).status).toBe(400)
    expect((await server.call('POST', viewers, { cookie, body: { ...naming, accountId: 'nobody' } })).status).toBe(404)
    expect((await server.call('POST', viewers, { cookie, body: naming })).status).toBe(204)
    expect((await look(filmFile)).status).toBe(200)
    expect((await look('film/copy')).body.error.code).toBe('film.no-download')
    const { entries } = (await server.call('GET', '/api/audit', { cookie })).body as AuditPage
    const exports = entries.filter((one) => one.act === 'export' && one.accountId === accountId)
    expect(exports.map(({ outcome, code, route }) => [outcome, code, route?.split('/').at(-1)]).toReversed()).toEqual([
      ['begun', null, filmFile],
      ['failed', 'film.not-viewer', filmFile],
      ['begun', null, soundFile],
      ['failed', 'film.not-viewer', soundFile],
      ['begun', null, filmFile],
      ['begun', null, 'copy'],
      ['failed', 'film.no-download', 'copy'],
    ])
    const back = `${viewers}/${accountId}/taking-back`
    expect((await server.call('POST', back, { cookie, body: { reason: 'Đã trả lời xong' } })).status).toBe(204)
    expect((await server.call('POST', back, { cookie, body: { reason: 'Đã trả lời xong' } })).status).toBe(404)
    expect((await look(filmFile)).status).toBe(403)
    const { record } = (await access()).body
    expect(record.viewers).toEqual([])
    expect(record.changes).toMatchObject([
      { act: 'named', reason: naming.reason, name: 'Trần Thị Lan', by: 'Trần Thị Lan' },
      { act: 'takenBack', reason: 'Đã trả lời xong' },
    ])
    expect(record.viewings).toMatchObject([{ what: 'film', by: 'Trần Thị Lan' }])
  })
})

describe('an outdated film', () => {
  it('is reported as outdated when its plan has changed, and can be made again', async () => {
    let title = 'Tờ trình số 5'
    let documentIds = ['to-trinh']
    const plan = filmOf(aggregate, [], [], {})
    const films = createFilms({
      dataDir: server.directory,
      store: server.files,
      recordings: { read: async () => null },
      planOf: async () => ({ ...plan, title }),
      erasableOf: async () => ({ people: {}, documentIds }),
      readDocument: async () => null,
      render: async () => [],
      now: Date.now,
      log: silent,
    })
    const isMade = async () => {
      await films.ask(sessionId)
      await until(async () => ((await films.state(sessionId)).state === 'done' ? null : 'not yet'))
    }
    await isMade()
    expect(await films.state(sessionId)).toMatchObject({ isOutdated: false })
    ;[title, documentIds] = ['', []]
    expect(await films.state(sessionId)).toMatchObject({ state: 'done', isOutdated: true })
    await isMade()
    expect(await films.state(sessionId)).toMatchObject({ isOutdated: false })
    await films.close()
  })

  it('is deleted, with the reason, when somebody in it was erased', async () => {
    await isClosed()
    await film('POST')
    await reaches('done')
    const [first] = Object.keys(await server.people.all(sessionId)) as [PersonId]
    await server.people.erase(sessionId, first)
    const { status, body } = await file(filmFile)
    expect([status, body.error.code]).toEqual([410, 'film.erased'])
    expect((await film('GET')).body).toEqual({ state: 'erased' })
    expect(await readdir(server.films.folderOf(sessionId))).toEqual(['state.json'])
    await film('POST')
    await reaches('done')
    expect((await file(filmFile)).status).toBe(200)
  })

  it('of which only a part was made is deleted, too', async () => {
    await isClosed()
    server.makeFilm = endless
    await film('POST')
    await reaches('rendering')
    await film('DELETE')
    await writeFile(join(server.films.folderOf(sessionId), 'scene-of-somebody.mkv'), 'a name in a picture')
    const [first] = Object.keys(await server.people.all(sessionId)) as [PersonId]
    await server.people.erase(sessionId, first)
    expect((await film('GET')).body).toEqual({ state: 'erased' })
    expect(await readdir(server.films.folderOf(sessionId))).toEqual(['state.json'])
  })
})
