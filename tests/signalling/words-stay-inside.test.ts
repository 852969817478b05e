// Words said in the visit of a denouncer, or in a session with state secrets, are read only by those who may open it,
// also after its end: they are in no list, letter or figure, in no answer to a colleague without a part, and nowhere in
// clear at rest (ADR 0075).
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSmtpTransport } from '../../server/mail/transport.ts'
import { placesOf } from '../harness/at-rest.ts'
import { aVisit, closeDenouncerDesk, type DenouncerDesk, openDenouncerDesk } from '../harness/denouncer.ts'
import { actingIn, aSession, type HttpServer } from '../harness/http.ts'
import { MailSink } from '../harness/mail-sink.ts'

const unit = 'Thanh tra thành phố'
const from = { name: 'Văn phòng UBND', address: 'vanphong@tanlap.example' }
const dueOn = '2099-12-31'

let sink: MailSink
let place: DenouncerDesk
let server: HttpServer
let stranger: string
beforeAll(async () => {
  sink = await MailSink.start()
  place = await openDenouncerDesk({}, (redis) => ({
    transport: createSmtpTransport(sink.url),
    from,
    connection: redis.redis({ maxRetriesPerRequest: null }),
    retries: { attempts: 2, firstPauseMs: 20 },
  }))
  ;({ server } = place.hall)
  stranger = (await server.signIn()).cookie
  const address = { name: unit, email: 'thanhtra@tanlap.example' }
  expect((await server.call('PUT', '/api/units', { cookie: stranger, body: address })).status).toBeLessThan(300)
})
afterAll(async () => {
  await closeDenouncerDesk(place)
  await sink.close()
})

type Does = (role: string, type: string, data: unknown) => Promise<void>

/** Words that stand nowhere else, in each kind of entry of the minutes. */
const wordsOf = (canary: string) => ({
  note: `Ghi chú ${canary} một.`,
  decision: `Kết luận ${canary} hai.`,
  assignment: `Giao việc ${canary} ba.`,
  ground: `Căn cứ ${canary} bốn.`,
})

async function concludes(does: Does, { note, decision, assignment, ground }: ReturnType<typeof wordsOf>) {
  const add = (content: object) => does('secretary', 'minutes.add', { itemId: null, content })
  await add({ kind: 'note', text: note })
  await add({ kind: 'decision', text: decision })
  await add({ kind: 'assignment', text: assignment, unit, supportingUnits: [], ground, dueOn })
}

/** What goes on by itself later: letters about what is due, lists of it. */
async function monthsLater(cookie: string) {
  server.skewMs = Date.parse('2099-12-28T09:00:00+07:00') - Date.now()
  await server.reminders.sweep()
  await server.deadlineDigest.sweep()
  server.skewMs = 0
  await server.register.look()
  await server.overviewFacts.settled()
  return cookie
}

/** Every address that can be read, as the document of the interface lists them. */
async function everythingReadable(cookie: string, ids: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const { body } = await server.call('GET', '/api/docs/json')
  const all = new Map<string, string>()
  for (const [path, operations] of Object.entries<object>(body.paths)) {
    if (!('get' in operations)) continue
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x')
    all.set(path, (await server.call('GET', url, { cookie })).text)
  }
  return all
}

function standsIn(answers: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  return [...answers].filter(([, text]) => words.some((word) => text.includes(word))).map(([path]) => path)
}

const letters = () => JSON.stringify(sink.received)

describe('words said at the visit of a denouncer', () => {
  const canary = 'Chim Vàng Anh Cổ Thụ'
  const words = wordsOf(canary)

  it('are in no list, letter, file or answer to a colleague who is not named; named readers follow them up', async () => {
    const { desk } = place
    const visit = await aVisit(place)
    await concludes(visit.does, words)
    await visit.finishes()
    await server.call('POST', `${visit.at}/minutes-waiver`, {
      cookie: desk.cookie,
      body: { reason: 'Chỉ để trao đổi thông tin' },
    })
    const sealed = await server.call('POST', `${visit.at}/seal`, { cookie: desk.cookie, body: {} })
    expect(sealed.status).toBe(200)
    const told = `${visit.at}/conclusions`
    const { conclusions } = (await server.call('GET', told, { cookie: desk.cookie })).body
    expect(conclusions).toMatchObject([{ text: words.assignment, ground: words.ground, unit, dueOn, status: 'open' }])
    const [{ entryId }] = conclusions
    const form = new FormData()
    form.append('text', `Đã làm ${canary} năm.`)
    expect((await server.submit(`${told}/${entryId}/report`, form, { cookie: desk.cookie })).status).toBe(204)
    const accepts = (cookie: string) =>
      server.call('POST', `${told}/${entryId}/acceptance`, { cookie, body: {} }).then(({ status }) => status)
    expect([await accepts(stranger), await accepts(desk.cookie)]).toEqual([403, 204])
    const after = (await server.call('GET', told, { cookie: desk.cookie })).body.conclusions[0]
    expect(after).toMatchObject({ status: 'accepted', steps: [{ text: `Đã làm ${canary} năm.` }, {}] })
    expect((await server.call('GET', `${visit.at}/protection`, { cookie: desk.cookie })).text).toContain('Kết luận')

    await monthsLater(desk.cookie)
    expect(await placesOf(server, [canary])).toEqual([])
    expect(letters()).not.toContain(canary)
    const ids = { sessionId: visit.sessionId, entryId }
    const answers = await everythingReadable(stranger, ids)
    expect(answers.size).toBeGreaterThan(100)
    expect(await standsIn(answers, [canary, 'Kiều Thị Hoàng Yến'])).toEqual([])
    expect(await standsIn(await everythingReadable(desk.cookie, ids), [words.assignment])).toContain(
      '/api/sessions/{sessionId}/conclusions',
    )
  })

  it('are not revealed by a correction of its minutes: neither by the list, nor the picture of the draft, nor the file', async () => {
    const { desk } = place
    const visit = await aVisit(place)
    await visit.finishes()
    const by = { cookie: desk.cookie }
    const post = (path: string, body: object, who: object = by) =>
      server.call('POST', `${visit.at}/${path}`, { ...who, body })
    for (const token of [visit.tokens.secretary, visit.tokens.chair])
      expect((await post('minutes/signature', { sha256: 'f'.repeat(64) }, { token })).status).toBe(204)
    const recipients = [{ participantId: visit.citizen }]
    for (const [path, body] of [
      ['minutes/issue', { paper: 'minutes', recipients }],
      ['seal', {}],
    ] as const)
      expect([path, (await post(path, body)).status]).toEqual([path, 200])

    const correction = 'Chim Sẻ Đính Chính'
    const signing = { form: 'direct', signedFor: null, deputyOf: null, office: 'Trưởng ban' }
    const supplementId = newId()
    const wish = {
      ...{ supplementId, kind: 'correction', text: `Sửa ${correction}`, reason: `Nhầm ${correction}`, recipients },
      signatory: { name: 'Lê Minh Đức', signing },
    }
    const at = `${visit.at}/supplements`
    const read = async (who: object) => [
      await post('supplements/picture', wish, who),
      await post('supplements', wish, who),
      await server.call('GET', at, who),
      await server.call('GET', `${at}/issue-proposal`, who),
      await server.call('GET', `${at}/${supplementId}/pdf`, who),
      await server.call('GET', `${at}/${supplementId}/docx`, who),
    ]
    // Before there is one, and after.
    for (const _ of [1, 2]) {
      for (const { status, text } of await read({ cookie: stranger })) {
        expect([status, JSON.parse(text).error.code]).toEqual([403, 'protection.not-reader'])
        expect(text).not.toContain(correction)
      }
      // Whoever is in the room has a link, and no login.
      for (const token of Object.values(visit.tokens))
        for (const { status } of await read({ token })) expect(status).toBe(401)
      expect((await read(by)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    }
    const [picture, , list, proposal, pdf] = (await read(by)).map(({ text }) => text)
    for (const text of [picture, list, pdf]) expect(text).toContain(correction)
    for (const text of [picture, proposal, pdf]) {
      expect(text).toContain(`Người tố cáo số ${visit.number}`)
      expect(text).not.toContain('Kiều Thị Hoàng Yến')
    }
    expect(await placesOf(server, [correction])).toEqual([])
    const answers = await everythingReadable(stranger, { sessionId: visit.sessionId, supplementId })
    expect(await standsIn(answers, [correction])).toEqual([])
  })

  it('of a booked reception that becomes protected include its title and agenda, which are hidden from then on', async () => {
    const title = 'Tiếp bà Vàng Anh tố cáo cán bộ thôn'
    const { account, cookie } = await server.signIn()
    const scheduled = await server.schedule(cookie, {
      title,
      kind: 'reception',
      sites: [],
      participants: aSession()
        .participants.filter(({ role }) => role !== 'siteOperator')
        .map((one) => ({ ...one, siteIndex: null })),
    })
    const at = `/api/sessions/${scheduled.sessionId}`
    const isProtected = await server.call('POST', `${at}/protection`, { cookie, body: {} })
    expect([isProtected.status, isProtected.text]).toEqual([204, ''])
    const { does } = actingIn(server, scheduled)
    const secretary = scheduled.participants.find(({ role }) => role === 'secretary')?.participantId
    await does('system', 'admission.connect', { participantId: secretary, connectionId: newId() })
    await concludes(does, words)
    await server.call('POST', `${at}/cancellation`, { cookie, body: { reason: `Hoãn vì ${canary}` } })

    await monthsLater(cookie)
    const answers = await everythingReadable(stranger, { sessionId: scheduled.sessionId })
    expect(await standsIn(answers, [title, canary])).toEqual([])
    // What was written before it was protected is in its journal (ADR 0047).
    expect(await placesOf(server, [title, canary])).toEqual([`${title} in {session:${scheduled.sessionId}}:journal`])
    expect(account.accountId).toBeDefined()
  })
})

it('words of a state secret are in the journal of their session only', async () => {
  const canary = 'Chim Đại Bàng Núi Đá'
  const { cookie } = await server.signIn()
  await server.standsOn('closedLan')
  const scheduled = await server.schedule(cookie, {
    title: `Phương án ${canary}`,
    secrecy: 'confidential',
    participants: aSession().participants.filter(({ role }) => role !== 'citizen'),
  })
  const at = `/api/sessions/${scheduled.sessionId}`
  const { does } = actingIn(server, scheduled)
  const secretary = scheduled.participants.find(({ role }) => role === 'secretary')?.participantId
  await does('system', 'admission.connect', { participantId: secretary, connectionId: newId() })
  await concludes(does, wordsOf(canary))
  expect((await server.call('POST', `${at}/cancellation`, { cookie, body: { reason: 'Hoãn' } })).status).toBe(200)
  await monthsLater(cookie)
  expect(await standsIn(await everythingReadable(stranger, { sessionId: scheduled.sessionId }), [canary])).toEqual([])
  expect(await placesOf(server, [canary])).toEqual([`${canary} in {session:${scheduled.sessionId}}:journal`])
  expect(letters()).not.toContain(canary)
})
