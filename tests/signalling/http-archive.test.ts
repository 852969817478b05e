import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyArchive } from '../../server/custody/archive/verify-archive.ts'
import { aPdf } from '../harness/files.ts'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
let staff: string
let administrator: string
beforeAll(async () => {
  server = await HttpServer.start()
  staff = (await server.signIn()).cookie
  administrator = (await server.signIn('administrator')).cookie
})
afterAll(() => server.close())

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const steps = ['open', 'close', 'minutes-waiver', 'seal'] as const

/** A session with two documents, one of them shown with a mark alone, and a recording of one segment. */
async function aSealedSession(until: number = steps.length) {
  const { sessionId } = await server.schedule(staff)
  const url = `/api/sessions/${sessionId}`
  const { body: plain } = await server.upload(`${url}/documents`, 'Báo cáo: quý IV.pdf', new Uint8Array(aPdf(1)), {
    cookie: staff,
  })
  const marked = await server.upload(`${url}/documents?isMarked=true`, 'Mật nội bộ.pdf', new Uint8Array(aPdf(2)), {
    cookie: staff,
  })
  expect(marked.status).toBe(201)
  const folder = join(server.directory, 'recordings', sessionId)
  const segment = Buffer.from('what was said')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '0001-1.mkv'), segment)
  const lines = [
    { line: 'track', track: 1, participantId: sessionId, source: 'microphone', channel: null, mimeType: 'audio/opus' },
    {
      line: 'segment',
      track: 1,
      file: '0001-1.mkv',
      from: 1,
      until: 2,
      bytes: segment.length,
      sha256: sha256(segment),
    },
  ]
  await writeFile(join(folder, 'index.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const body = { reason: 'Chỉ để trao đổi thông tin' }
  for (const step of steps.slice(0, until)) await server.call('POST', `${url}/${step}`, { cookie: staff, body })
  return { sessionId, url, plain }
}

async function taken(url: string, cookie: string) {
  const { status, headers, raw } = await server.call('GET', `${url}/archive`, { cookie })
  expect([status, headers['content-type']]).toEqual([200, 'application/zip'])
  const path = join(server.directory, `${sha256(raw)}.zip`)
  await writeFile(path, raw)
  const { body } = await server.call('GET', '/api/verification-key')
  return { headers, ...(await verifyArchive(path, body.fingerprint)) }
}

const paths = (files: readonly { path: string }[] | undefined) => (files ?? []).map(({ path }) => path)

describe('the archive of a session', () => {
  it('is dated after its seal, even if it is requested while the seal is being made', async () => {
    const { url } = await aSealedSession()
    const make = server.seals.of
    vi.spyOn(server.seals, 'of').mockImplementationOnce((sessionId) => {
      server.skewMs += 60_000
      return make(sessionId)
    })
    expect(await taken(url, administrator)).toMatchObject({ faults: [], remarks: [] })
  })

  it('contains everything for an administrator, without faults and signed with the published key', async () => {
    const { sessionId, url } = await aSealedSession()
    const { faults, manifest, headers } = await taken(url, administrator)
    expect(faults).toEqual([])
    expect(manifest?.sessionId).toBe(sessionId)
    expect(paths(manifest?.files)).toEqual([
      'journal.jsonl',
      'seal.json',
      'seal.sig',
      'minutes.pdf',
      'attendance.csv',
      'documents/01 Báo cáo quý IV.pdf',
      'documents/02 Mật nội bộ.pdf',
      'recordings/0001-1.mkv',
      'recordings/index.jsonl',
    ])
    expect(manifest?.withheld).toEqual([])
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('Hồ sơ lưu trữ - Hội nghị giao ban')
    expect(server.logged.some((line) => line.includes('an archive was taken') && line.includes(sessionId))).toBe(true)
  })

  it('contains only hashes of the recording and of marked documents for other staff', async () => {
    const { url } = await aSealedSession()
    const { faults, manifest } = await taken(url, staff)
    expect(faults).toEqual([])
    expect(paths(manifest?.withheld)).toEqual(['documents/02 Mật nội bộ.pdf', 'recordings/0001-1.mkv'])
    expect(paths(manifest?.files)).not.toContain('recordings/index.jsonl')
  })

  it('can be downloaded although a file is missing on the server, and reports the file', async () => {
    const { sessionId, url, plain } = await aSealedSession()
    await rm(join(server.directory, 'store', 'objects', 'documents', `session-${sessionId}`, plain.file.sha256))
    expect((await taken(url, staff)).faults).toEqual([
      'documents/01 Báo cáo quý IV.pdf was missing already when the archive was made: so says its manifest.',
    ])
  })

  it('is refused while the session is not sealed, with what to do', async () => {
    const { url } = await aSealedSession(2)
    const { status, body } = await server.call('GET', `${url}/archive`, { cookie: administrator })
    expect([status, body.error.code]).toEqual([409, 'archive.not-sealed'])
    expect(body.error.message).toContain('Seal it first')
  })

  it('contains the seal made at the sealing; files lost since are reported', async () => {
    const { sessionId, url } = await aSealedSession()
    const first = await taken(url, administrator)
    const { body } = await server.call('GET', `${url}/seal`, { cookie: staff })
    expect(body.seal).toMatchObject({ sha256: first.seal?.sha256, files: 6, faults: 0 })
    await writeFile(join(server.directory, 'seals', sessionId, 'attendance.csv.print'), 'altered on the disk')
    await rm(join(server.directory, 'recordings', sessionId, '0001-1.mkv'))
    expect((await taken(url, administrator)).faults).toEqual([
      'attendance.csv was missing already when the archive was made: so says its manifest.',
      'recordings/0001-1.mkv was missing already when the archive was made: so says its manifest.',
    ])
  })

  it('has no seal to show before the sealing', async () => {
    const { url } = await aSealedSession(2)
    expect((await server.call('GET', `${url}/seal`, { cookie: staff })).body).toEqual({ seal: null })
  })

  it('is for signed-in staff only', async () => {
    const { url } = await aSealedSession()
    expect((await server.call('GET', `${url}/archive`)).status).toBe(401)
  })
})
