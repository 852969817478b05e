// Data whose retention period is over are listed, erased after the decision of two administrators, and leave a
// certificate but no words of anybody.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSigningKey, signerOf } from '../../server/custody/archive/signature.ts'
import { verifyArchive } from '../../server/custody/archive/verify-archive.ts'
import { verifyJournal } from '../../server/engine/journal/journal-file.ts'
import { CitizenId, SessionId } from '../../shared/kernel/ids.ts'
import { calendarDayOf, yearOf } from '../../shared/law/working-days.ts'
import type { RetentionPage, SubjectRetention } from '../../shared/wire/custody/retention.ts'
import { placesOf } from '../harness/at-rest.ts'
import { cookieOf, HttpServer, password } from '../harness/http.ts'
import { aKeptCase, aKeptSession, canary, canaryWords, confirms, yearsLater } from '../harness/kept.ts'
import { until } from '../harness/wait.ts'

let server: HttpServer
type SignedIn = Awaited<ReturnType<HttpServer['signIn']>>
let lan: SignedIn
let mai: SignedIn
beforeEach(async () => {
  server = await HttpServer.start()
  lan = await server.signIn('administrator')
  mai = await server.signIn('administrator')
})
afterEach(() => server.close())

const later = (count: number) => yearsLater(server, count, [lan, mai])

const page = async (who: { cookie: string } = lan): Promise<RetentionPage> => {
  const { status, body } = await server.call('GET', '/api/retention', { cookie: who.cookie })
  expect(status).toBe(200)
  return body
}
/** 204, or the code of the refusal. */
async function does(who: { cookie: string }, path: string, body: object = {}): Promise<string | number> {
  const answer = await server.call('POST', `/api/retention/${path}`, { cookie: who.cookie, body })
  return answer.status === 204 ? 204 : answer.body.error.code
}
const sessionOfId = (id: string) => SessionId.parse(id)
const looks = () => does(lan, 'look')
async function listsAllThatIsDue(): Promise<string> {
  const { due } = await page()
  const items = due.items.map(({ key }) => key)
  expect(await does(lan, 'lists', { items, reason: 'Hết thời hạn lưu' })).toBe(204)
  return (await page()).lists[0]?.listId ?? ''
}
const isDone = (listId: string) =>
  until(async () => {
    const list = (await page()).lists.find((one) => one.listId === listId)
    return list?.state === 'done' ? null : JSON.stringify(list)
  })
const ofSession = async (sessionId: string): Promise<SubjectRetention> =>
  (await server.call('GET', `/api/sessions/${sessionId}/retention`, { cookie: lan.cookie })).body

async function archiveOf(url: string) {
  const { status, raw } = await server.call('GET', `${url}/archive`, { cookie: lan.cookie })
  expect(status).toBe(200)
  const path = join(server.directory, 'taken.zip')
  await writeFile(path, raw)
  const { body } = await server.call('GET', '/api/verification-key')
  const verdict = await verifyArchive(path, body.fingerprint)
  await rm(path)
  return verdict
}

describe('retained data', () => {
  it('are listed for review when they are due, but not erased by a period that the agency has not confirmed', async () => {
    const { sessionId } = await aKeptSession(server, lan.cookie)
    await looks()
    expect((await page()).due.items).toEqual([])
    await later(6)
    await looks()
    const { due, classes } = await page()
    expect(due.items.map((item) => [item.class, item.isConfirmed])).toEqual([
      ['recordings', false],
      ['films', false],
      ['documents', false],
      ['people', false],
    ])
    expect(due.items[0]).toMatchObject({
      title: 'Hội nghị giao ban tháng 11',
      subject: { kind: 'session', id: sessionId },
    })
    const items = due.items.map(({ key }) => key)
    expect(await does(lan, 'lists', { items, reason: 'Thử' })).toBe('retention.unconfirmed')
    expect(classes.find((one) => one.class === 'journal')).toMatchObject({ isErasable: false, row: { amount: null } })
  })

  it('are checked once a day', async () => {
    await aKeptSession(server, lan.cookie)
    await later(6)
    server.retention.start()
    await until(async () => ((await server.retention.due())?.items.length ? null : 'nothing is listed yet'))
  })

  it('are decided on by administrators; other staff see how long data of a session are kept', async () => {
    const { sessionId } = await aKeptSession(server, lan.cookie)
    const staff = await server.signIn()
    for (const path of ['look', 'rows', 'holds', 'lists'])
      expect((await server.call('POST', `/api/retention/${path}`, { cookie: staff.cookie, body: {} })).status).toBe(403)
    expect((await server.call('GET', '/api/retention', { cookie: staff.cookie })).status).toBe(403)
    const { status, body } = await server.call('GET', `/api/sessions/${sessionId}/retention`, { cookie: staff.cookie })
    expect([status, body.hold]).toEqual([200, null])
    expect(body.classes[0]).toMatchObject({ class: 'recordings', isConfirmed: false, erased: null })
  })
})

describe('an erasure', () => {
  it('removes all words of people from Redis and disk; journal, archive and certificate prove it', async () => {
    const { sessionId, url } = await aKeptSession(server, lan.cookie)
    const { citizenId, caseId } = await aKeptCase(server, lan.cookie, lan.account.accountId)
    // Each word is there before, or is only readable with the key: the search that finds nothing afterwards finds what it looks for.
    expect((await placesOf(server, [canary.name, canary.paper])).length).toBeGreaterThan(1)
    const stored = async () => (await server.files.keys('')).filter((key) => key.includes(sessionId))
    expect(await stored()).not.toEqual([])
    const before = await archiveOf(url)
    expect(before.faults).toEqual([])

    await later(3)
    await confirms(server, lan.cookie)
    const listId = await listsAllThatIsDue()
    expect((await page()).lists[0]?.items.map((item) => item.class).sort()).toEqual([
      'casePapers',
      'citizens',
      'documents',
      'films',
      'people',
      'recordings',
    ])
    expect(await does(lan, `lists/${listId}/approve`)).toBe('retention.second-needed')
    expect(await does(mai, `lists/${listId}/approve`)).toBe(204)
    await isDone(listId)

    expect(await placesOf(server, canaryWords)).toEqual([])
    expect(await stored()).toEqual([])
    expect(await server.sessions.people(sessionId)).toEqual({})
    expect(await server.anotherNode().sessions.people(sessionId)).toEqual({})
    expect((await server.citizens.read([CitizenId.parse(citizenId)], { accountId: null, purpose: 'thử' })).size).toBe(0)
    expect((await server.films.state(sessionId)).state).toBe('none')
    expect((await page()).due.items).toEqual([])

    const journal = (await server.call('GET', `${url}/journal.jsonl`, { cookie: lan.cookie })).text
    expect(await verifyJournal(journal.trim().split('\n'))).toMatchObject({ ok: true, sealed: true })
    const { faults, erased } = await archiveOf(url)
    expect(faults).toEqual([])
    expect(erased.map((line) => line.split(' was ')[0])).toEqual(
      expect.arrayContaining(['attendance.csv', 'minutes.pdf']),
    )
    expect(erased.find((line) => line.startsWith('documents/'))).toMatch(
      /^documents\/01 Báo cáo\.pdf was erased on \d{4}-\d\d-\d\d by decision of \d{4}-\d\d-\d\d, certificate 1\/\d{4}\.$/,
    )

    const { certificate } = (await page()).lists[0] ?? {}
    const at = `/api/retention/certificates/${certificate?.year}/${certificate?.number}`
    const { text, signature } = (await server.call('GET', `${at}.json`, { cookie: lan.cookie })).body
    const { body: key } = await server.call('GET', '/api/verification-key')
    expect(await signerOf(signature, Buffer.from(text))).toBe(key.fingerprint)
    expect(await signerOf(signature, Buffer.from(text.replace('erased', 'stopped')))).toBeNull()
    for (const word of canaryWords) expect(text).not.toContain(word)
    const ground = { number: 1, ground: 'due', reason: 'Hết thời hạn lưu' }
    expect(JSON.parse(text)).toMatchObject({ ...ground, databaseFiles: 'rewritten' })
    expect(certificate?.databaseFiles).toBe('rewritten')
    const pdf = await server.call('GET', `${at}.pdf`, { cookie: lan.cookie })
    expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect((await ofSession(sessionId)).classes.map(({ erased: gone }) => gone !== null)).toEqual([
      true,
      true,
      true,
      false,
      true,
    ])
    const ofCase = await server.call('GET', `/api/cases/${caseId}/retention`, { cookie: lan.cookie })
    expect(ofCase.body.classes[0].erased.certificate.number).toBe(1)
  })

  it('is repeated, with its certificate, after an older backup of Redis was restored', async () => {
    const { sessionId } = await aKeptSession(server, lan.cookie)
    const { citizenId } = await aKeptCase(server, lan.cookie, lan.account.accountId)
    await later(3)
    await confirms(server, lan.cookie)
    const redis = server.redis.redis()
    const backup = new Map<string, Buffer>()
    for (const key of await redis.keys('*')) backup.set(key, (await redis.dumpBuffer(key)) ?? Buffer.alloc(0))
    const listId = await listsAllThatIsDue()
    await does(mai, `lists/${listId}/approve`)
    await isDone(listId)
    await redis.flushall()
    for (const [key, content] of backup) await redis.restore(key, 0, content, 'REPLACE')
    server.isToldOfOlderRedis()
    const names = async () => {
      const people = await server.anotherNode().sessions.people(sessionId)
      const citizens = await server.citizens.read([CitizenId.parse(citizenId)], { accountId: null, purpose: 'thử' })
      return Object.keys(people).length + citizens.size
    }
    expect(await names()).toBeGreaterThan(1)

    const again = server.anotherRetention()
    again.start()
    await until(async () => {
      const { lists } = await again.state()
      return lists[0]?.state === 'done' ? null : JSON.stringify(lists)
    })
    expect(await names()).toBe(0)
    expect((await again.state()).lists).toMatchObject([{ listId, certificate: { number: 1 } }])
    await again.close()
  })

  it('gets the number after the highest known one if an older backup has lost some', async () => {
    await aKeptSession(server, lan.cookie)
    await later(3)
    await confirms(server, lan.cookie, ['films'])
    const at = new Date(server.now()).toISOString()
    const year = yearOf(calendarDayOf(server.now()))
    const subject = { kind: 'session', id: 'gone-long-ago' }
    const text = JSON.stringify({
      ...{ format: 'diemcau-erasure', version: 1, number: 2, year, organisation: 'Xã Tân Lập', listId: 'recalled' },
      ...{ ground: 'due', reason: 'Hết thời hạn', proposedAt: at, proposedBy: 'lan', decidedAt: at, decidedBy: 'mai' },
      items: [{ class: 'films', subject, related: [], outcome: 'erased', endedAt: at, what: [] }],
    })
    const jws = await (await loadSigningKey(server.directory)).sign(Buffer.from(text))
    await mkdir(join(server.directory, 'erasures'), { recursive: true })
    await writeFile(join(server.directory, 'erasures', `${year}-2.json`), JSON.stringify({ text, signature: jws }))
    const again = server.anotherRetention()
    again.start()
    await isDone('recalled')
    await again.close()

    const items = (await page()).due.items.filter((item) => item.class === 'films').map(({ key }) => key)
    expect(await does(lan, 'lists', { items, reason: 'Hết thời hạn' })).toBe(204)
    const listId = (await page()).lists.find(({ state }) => state !== 'done')?.listId ?? ''
    // Whoever put it up does not become the only administrator by disabling the other one.
    const enables = async (isEnabled: boolean) =>
      (await server.accounts.change(mai.account.accountId, { isEnabled }))?.isEnabled
    expect(await enables(false)).toBe(false)
    expect(await does(lan, `lists/${listId}/approve`)).toBe('retention.second-needed')
    await enables(true)
    const { username } = mai.account
    const { headers } = await server.call('POST', '/api/login', { body: { username, password } })
    expect(await does({ ...mai, cookie: cookieOf(headers) }, `lists/${listId}/approve`)).toBe(204)
    await isDone(listId)
    expect((await page()).lists.find((list) => list.listId === listId)?.certificate?.number).toBe(3)
  })

  it('reports that the append-only file must still be rewritten if Redis does not allow it', async () => {
    await aKeptSession(server, lan.cookie)
    await later(3)
    await confirms(server, lan.cookie, ['films'])
    await server.redis.redis().acl('SETUSER', 'default', '-bgrewriteaof')
    const listId = await listsAllThatIsDue()
    await does(mai, `lists/${listId}/approve`)
    await isDone(listId)
    expect((await page()).lists[0]?.certificate?.databaseFiles).toBe('owed')
    await server.redis.redis().acl('SETUSER', 'default', '+bgrewriteaof')
  })

  it('can be decided by one administrator if there is no other', async () => {
    await aKeptSession(server, lan.cookie)
    await later(3)
    await confirms(server, lan.cookie, ['films'])
    const accounts = (await server.accounts.list()).filter(({ accountId }) => accountId !== lan.account.accountId)
    for (const { accountId } of accounts) await server.accounts.change(accountId, { isEnabled: false })
    // Not of one who has just been disabled.
    await later(4)
    await server.call('POST', '/api/retention/look', { cookie: lan.cookie })
    const key = (await page()).due.items.find((item) => item.class === 'films')?.key
    expect(await does(lan, 'lists', { items: [key], reason: 'Hết thời hạn' })).toBe(204)
    const listId = (await page()).lists[0]?.listId ?? ''
    expect(await does(lan, `lists/${listId}/approve`)).toBe(204)
    await isDone(listId)
  })

  it('of names also erases the film that shows them', async () => {
    const { sessionId } = await aKeptSession(server, lan.cookie)
    await later(3)
    await confirms(server, lan.cookie, ['people'])
    const { due } = await page()
    const people = due.items.filter((item) => item.class === 'people').map(({ key }) => key)
    expect(await does(lan, 'lists', { items: people, reason: 'Hết thời hạn' })).toBe(204)
    const listId = (await page()).lists[0]?.listId ?? ''
    await does(mai, `lists/${listId}/approve`)
    await isDone(listId)
    expect((await server.films.state(sessionId)).state).toBe('none')
  })

  it('interrupted by a crash is completed by the next start, with one certificate', async () => {
    const { sessionId, folder } = await aKeptSession(server, lan.cookie, 3)
    await later(3)
    await confirms(server, lan.cookie)
    const listId = await listsAllThatIsDue()
    // As a server that ended between two files: decided, begun, one segment gone.
    const drop = server.recordings.drop
    let dropped = 0
    server.recordings.drop = async (...of) => {
      if (++dropped === 2) throw new Error('the server has ended here')
      return drop(...of)
    }
    expect(await does(mai, `lists/${listId}/approve`)).toBe(204)
    await until(() => (dropped === 2 ? null : `${dropped} dropped`))
    await server.retention.close()
    expect((await page()).lists[0]).toMatchObject({ state: 'approved', certificate: null })
    server.recordings.drop = drop

    for (const next of [server.anotherRetention(), server.anotherRetention()]) {
      next.start()
      await isDone(listId)
      await next.close()
    }
    expect(await placesOf(server, canaryWords)).toEqual([])
    const { lists } = await page()
    expect(lists.flatMap(({ certificate }) => certificate?.number ?? [])).toEqual([1])
    const { text } = (await server.retention.state()).lists[0]?.certificate ?? { text: '' }
    const recording = JSON.parse(text).items.find((item: { class: string }) => item.class === 'recordings')
    // As it was before any of it went.
    expect(recording.what).toMatchObject([{ what: 'index', files: 3 }])
    expect(folder).toContain(sessionId)
  })
})

describe('a hold', () => {
  const holds = (sessionId: string) =>
    does(lan, 'holds', { subject: { kind: 'session', id: sessionId }, reason: 'Tòa án yêu cầu giữ' })

  it('prevents the erasure of a session, and is shown on its page until it is lifted', async () => {
    const { sessionId } = await aKeptSession(server, lan.cookie)
    expect(await holds(sessionId)).toBe(204)
    await later(3)
    await confirms(server, lan.cookie)
    const { due } = await page()
    expect(due.items.every(({ isHeld }) => isHeld)).toBe(true)
    const items = due.items.map(({ key }) => key)
    expect(await does(lan, 'lists', { items, reason: 'Hết thời hạn' })).toBe('retention.on-hold')
    const { hold } = await ofSession(sessionId)
    expect(hold).toMatchObject({ reason: 'Tòa án yêu cầu giữ', by: 'Trần Thị Lan' })
    expect(await does(mai, `holds/${hold?.holdId}/lift`, { reason: 'Vụ án đã xong' })).toBe(204)
    expect((await ofSession(sessionId)).hold).toBeNull()
    expect(await does(lan, 'lists', { items, reason: 'Hết thời hạn' })).toBe(204)
  })

  it('stops a running erasure: the rest is kept, and the certificate says so', async () => {
    const { sessionId } = await aKeptSession(server, lan.cookie, 3)
    await later(3)
    await confirms(server, lan.cookie)
    const listId = await listsAllThatIsDue()
    const drop = server.recordings.drop
    server.recordings.drop = async (...of) => {
      await drop(...of)
      expect(await holds(sessionId)).toBe(204)
    }
    await does(mai, `lists/${listId}/approve`)
    await isDone(listId)
    const [list] = (await page()).lists
    expect(Object.fromEntries((list?.items ?? []).map((item) => [item.class, item.state]))).toEqual({
      recordings: 'stopped',
      films: 'held',
      documents: 'held',
      people: 'held',
    })
    const segments = await server.recordings.segments(sessionOfId(sessionId))
    const left = await Promise.all(segments.map(({ file }) => server.recordings.read(sessionOfId(sessionId), file)))
    expect(left.map((content) => content !== null)).toEqual([false, true, true])
    for (const content of left) content?.resume()
    expect((await server.films.state(sessionOfId(sessionId))).state).toBe('done')
    expect(Object.values(await server.sessions.people(sessionOfId(sessionId)))[0]?.name).toBe(canary.name)
  })

  it('on a case also keeps the citizen who brought it', async () => {
    const { caseId } = await aKeptCase(server, lan.cookie, lan.account.accountId)
    expect(await does(lan, 'holds', { subject: { kind: 'case', id: caseId }, reason: 'Đang thanh tra' })).toBe(204)
    await later(3)
    await confirms(server, lan.cookie)
    const { due } = await page()
    expect(due.items.map((item) => [item.class, item.isHeld])).toEqual([
      ['casePapers', true],
      ['citizens', true],
    ])
  })

  it('requires an existing session or case', async () => {
    expect(await does(lan, 'holds', { subject: { kind: 'session', id: 'none' }, reason: 'x' })).toBe('not-found')
    expect(await does(lan, 'holds', { subject: { kind: 'case', id: 'none' }, reason: 'x' })).toBe('not-found')
  })
})
