// The secrecy gate over REST.
import readXlsxFile from 'read-excel-file/node'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withoutSecrets } from '../../server/hearing/invitations/message.ts'
import { ConnectionId } from '../../shared/kernel/ids.ts'
import { protocolVersion } from '../../shared/wire/engine/socket-events.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { aPdf } from '../harness/files.ts'
import { type Answer, aSession, HttpServer, tokenOf } from '../harness/http.ts'
import { until } from '../harness/wait.ts'

type SignedIn = Awaited<ReturnType<HttpServer['signIn']>>

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
beforeEach(() => server.standsOn('internet'))
afterAll(() => server.close())

const { participants, ...rest } = aSession()
const secret = {
  ...rest,
  participants: participants.filter(({ role }) => role !== 'citizen'),
  secrecy: 'confidential',
} as const
const book = (body: object) => server.call('POST', '/api/sessions', { cookie, body })
const booked = async () => (await server.call('GET', '/api/sessions', { cookie })).body.sessions.length

/** Of the level Mật. */
const checklist = ['permission', 'closedRoom', 'wiredMicrophones', 'checkedDevices', 'protectedLine', 'chairDecided']

const nothing = () => undefined
async function entering(scheduled: ScheduledSession, farewells: string[] = []): Promise<string> {
  const verdict = await server.links.verify(tokenOf(scheduled, 'chair'))
  if (verdict.kind !== 'valid') throw new Error('the link is not valid')
  const subscriber = {
    commit: nothing,
    view: nothing,
    people: nothing,
    live: nothing,
    media: nothing,
    farewell: ({ reason }: { reason: string }) => void farewells.push(reason),
  }
  const answer = await server.sessions.attach(
    verdict.caller,
    { ...subscriber, connectionId: ConnectionId.parse(newId()) },
    { protocol: protocolVersion, last: null, rtpCapabilities: null, visible: [], listensTo: null },
  )
  if ('farewell' in answer) return answer.farewell.reason
  answer.attachment.ready()
  return 'welcome'
}

it.each([
  ['internet', [], 'secrecy.internet'],
  ['agencyNetwork', [], 'secrecy.agency-network'],
  ['closedLan', ['192.0.2.1:443'], 'secrecy.route-found'],
] as const)('refuses to book Mật on %s, naming the law, and books nothing', async (profile, reached, code) => {
  await server.standsOn(profile, reached)
  const before = await booked()
  const { status, body } = await book(secret)
  expect(status).toBe(409)
  expect(body.error).toMatchObject({ code, field: 'secrecy' })
  expect(body.error.message).toContain('Luật Bảo vệ bí mật nhà nước')
  expect(await booked()).toBe(before)
})

it('books Mật on a closed network without Internet, and admits nobody once the Internet is reachable', async () => {
  await server.standsOn('closedLan')
  const { status, body } = await book(secret)
  expect(status).toBe(201)
  const { body: detail } = await server.call('GET', `/api/sessions/${body.sessionId}`, { cookie })
  expect(detail.secrecy).toBe('confidential')
  expect(await entering(body)).toBe('welcome')
  await server.standsOn('closedLan', ['outside.example:443'])
  expect(await entering(body)).toBe('secrecy')
})

it('disconnects everybody when the Internet becomes reachable, and suspends the session with the reason', async () => {
  await server.standsOn('closedLan')
  const { body } = await book(secret)
  const farewells: string[] = []
  expect(await entering(body, farewells)).toBe('welcome')
  const state = async () => server.sessions.state(body.sessionId)
  const caller = await server.links.verify(tokenOf(body, 'chair'))
  if (caller.kind !== 'valid') throw new Error('the link is not valid')
  const does = (type: string, data: object) =>
    server.sessions.dispatch(
      body.sessionId,
      { kind: 'participant', participantId: caller.caller.participantId },
      { id: newId(), type, data },
    )
  for (const { siteId } of (await state())?.sites.sites ?? [])
    expect(await does('devices.confirm', { siteId, items: checklist })).toMatchObject({ ok: true })
  expect(await does('session.open', {})).toMatchObject({ ok: true })
  await server.standsOn('closedLan', ['outside.example:443'])
  await until(async () => ((await state())?.session.status === 'suspended' ? null : 'the session goes on'))
  expect((await state())?.session.suspendedReason).toContain('Internet')
  expect(farewells).toEqual(['secrecy'])
  expect(await entering(body)).toBe('secrecy')
  await server.standsOn('closedLan')
  expect(await entering(body)).toBe('welcome')
})

it('sends nothing of a secret session where its level is not handled: page, papers, journal', async () => {
  await server.standsOn('closedLan')
  const { body } = await book(secret)
  const at = `/api/sessions/${body.sessionId}`
  for (const path of ['', '/minutes.pdf', '/minutes.docx', '/attendance.xlsx', '/documents'])
    expect((await server.call('GET', `${at}${path}`, { cookie })).status).toBe(200)
  await server.standsOn('internet')
  for (const path of ['', '/minutes.pdf', '/minutes.docx', '/attendance.xlsx', '/archive', '/documents']) {
    const { status, body: refused } = await server.call('GET', `${at}${path}`, { cookie })
    expect([path, status, refused.error?.code]).toEqual([path, 409, 'secrecy.internet'])
    expect(refused.error.message).toContain('Luật Bảo vệ bí mật nhà nước')
  }
})

it('hides the subject of a secret session in the list of sessions', async () => {
  await server.standsOn('closedLan')
  const { body } = await book({ ...secret, title: 'Phương án bảo vệ mục tiêu' })
  const { body: list, text } = await server.call('GET', '/api/sessions', { cookie })
  const row = list.sessions.find((one: { sessionId: string }) => one.sessionId === body.sessionId)
  expect(row).toMatchObject({ title: '', secrecy: 'confidential' })
  expect(text).not.toContain('Phương án bảo vệ mục tiêu')
})

it('hides the subject of a secret session in letters and calendar entries', async () => {
  await server.standsOn('closedLan')
  const { body } = await book({ ...secret, title: 'Phương án bảo vệ mục tiêu' })
  const state = await server.sessions.state(body.sessionId)
  if (!state) throw new Error('there is no session')
  const told = withoutSecrets(state)
  expect(told.session.title).toBe('Phiên họp có độ mật')
  expect(told.agenda.items).toEqual([])
})

it('refuses a reception of Mật even on a closed network', async () => {
  await server.standsOn('closedLan')
  const { status, body } = await book({ ...secret, kind: 'reception' })
  expect(status).toBe(409)
  expect(body.error.code).toBe('secrecy.reception')
})

it('books internal sessions on any installation', async () => {
  const { sessionId } = await server.schedule(cookie, { secrecy: 'internal' })
  const { body } = await server.call('GET', `/api/sessions/${sessionId}`, { cookie })
  expect(body.secrecy).toBe('internal')
})

describe('a document', () => {
  const handIn = async (session: string, query = '') =>
    server.upload(`/api/sessions/${session}/documents${query}`, 'Tờ trình.pdf', new Uint8Array(aPdf(1)), { cookie })

  it('has the level of its session unless a lower one is chosen', async () => {
    const { sessionId } = await server.schedule(cookie, { secrecy: 'internal' })
    expect((await handIn(sessionId)).body.secrecy).toBe('internal')
    expect((await handIn(sessionId, '?secrecy=open')).body.secrecy).toBe('open')
  })

  it('of a higher level than its session is refused and not stored', async () => {
    await server.standsOn('closedLan')
    const { sessionId } = await server.schedule(cookie, { secrecy: 'internal' })
    const { status, body } = await handIn(sessionId, '?secrecy=confidential')
    expect([status, body.error.code]).toEqual([409, 'secrecy.above-session'])
    const { body: list } = await server.call('GET', `/api/sessions/${sessionId}/documents`, { cookie })
    expect(list.documents).toEqual([])
  })

  it('of Mật is refused where Mật is not handled, naming the law', async () => {
    const { sessionId } = await server.schedule(cookie, { secrecy: 'internal' })
    const { status, body } = await handIn(sessionId, '?secrecy=confidential')
    expect([status, body.error.code]).toEqual([409, 'secrecy.internet'])
    expect(body.error.message).toContain('Luật Bảo vệ bí mật nhà nước')
  })
})

describe('a case', () => {
  const law = 'Luật Bảo vệ bí mật nhà nước'
  const office = () => new Office(server, cookie)
  const levelSetBy = async (who: string, caseId: string, secrecy: string) => {
    const { body } = await server.call('GET', `/api/cases/${caseId}`, { cookie })
    const change = { secrecy, reason: '12/QĐ-UBND', seq: body.row.seq }
    return server.call('POST', `/api/cases/${caseId}/level`, { cookie: who, body: change })
  }

  const named = (by: string, caseId: string, accountId: string) =>
    new Office(server, by).does(caseId, 'readers', { accountId, reason: 'Được giao' })
  /** Whoever changes a level knows what it is of. */
  async function loweredBy({ cookie: who, account: { accountId } }: SignedIn, caseId: string): Promise<Answer> {
    expect((await levelSetBy(who, caseId, 'internal')).body.error.code).toBe('case.for-readers')
    expect(await named(who, caseId, accountId)).toBe(204)
    return levelSetBy(who, caseId, 'internal')
  }

  it.each(['internet', 'agencyNetwork'] as const)(
    'of Mật is refused on %s: on entry, when raised, and when linked',
    async (place) => {
      await server.standsOn('closedLan')
      const earlier = await office().received(aPetition({ secrecy: 'secret' }))
      await server.standsOn(place)
      const entered = await office().receive(aPetition({ secrecy: 'confidential' }))
      expect([entered.status, entered.body.error.field]).toEqual([409, 'secrecy'])
      expect(entered.body.error.message).toContain(law)
      const { caseId } = await office().received()
      expect((await levelSetBy(cookie, caseId, 'confidential')).body.error.message).toContain(law)
      const linked = await office().receive(aPetition({ earlierIds: [earlier.caseId as never] }))
      expect(linked.body.error.message).toContain(law)
      const looked = await server.call('GET', `/api/cases/${earlier.caseId}`, { cookie })
      expect([looked.status, looked.body.error.message.includes(law)]).toEqual([409, true])
      const { body } = await server.call('GET', '/api/cases', { cookie })
      const row = body.cases.find((one: { caseId: string }) => one.caseId === earlier.caseId)
      expect(row).toMatchObject({ subject: '', secrecy: 'secret' })
      const register = await server.call('GET', `/api/register/petitions?period=${new Date().getFullYear()}`, {
        cookie,
      })
      const entry = register.body.rows.find((one: { caseId: string }) => one.caseId === earlier.caseId)
      expect(entry).toMatchObject({ subject: '', petitioners: null, secrecy: 'secret' })
    },
  )

  it('can be raised by any account and lowered by an administrator, each with its ground in the journal', async () => {
    await server.standsOn('closedLan')
    const administrator = await server.signIn('administrator')
    const { caseId } = await office().received()
    expect((await levelSetBy(cookie, caseId, 'confidential')).status).toBe(204)
    const refused = await levelSetBy(cookie, caseId, 'internal')
    expect([refused.status, refused.body.error.code]).toEqual([403, 'secrecy.lowered-by-administrator'])
    expect((await loweredBy(administrator, caseId)).status).toBe(204)
    const { body } = await server.call('GET', `/api/cases/${caseId}`, { cookie })
    const changes = body.timeline.filter(({ type }: { type: string }) => type === 'intake.levelSet')
    expect(changes.map(({ texts }: { texts: string[] }) => texts)).toEqual([['12/QĐ-UBND'], ['12/QĐ-UBND']])
  })

  it('above “internal” cannot be followed on the public page with any code', async () => {
    await server.standsOn('closedLan')
    const { caseId, code } = await office().received()
    expect((await levelSetBy(cookie, caseId, 'confidential')).status).toBe(204)
    await server.standsOn('internet')
    const question = { address: '203.0.113.9', body: { code, contact: '0912345678' } }
    const { status, body } = await server.call('POST', '/api/followed-cases', question)
    expect([status, body.error.code]).toEqual([404, 'follow.unknown'])
    await server.standsOn('closedLan')
    expect((await loweredBy(await server.signIn('administrator'), caseId)).status).toBe(204)
    await server.standsOn('internet')
    expect((await server.call('POST', '/api/followed-cases', question)).status).toBe(200)
  })

  it('of Mật is in the list of deadlines and its workbook with number and level only', async () => {
    await server.standsOn('closedLan')
    const receipt = {
      kind: 'reflection',
      subject: 'Kho vật liệu nổ',
      receivedOn: '2026-03-02',
      writtenOn: null,
    } as const
    const { caseId, number } = await office().received(aPetition({ ...receipt, secrecy: 'secret' }))
    const { body, text } = await server.call('GET', '/api/deadlines', { cookie })
    const row = body.deadlines.find((one: { caseId: string }) => one.caseId === caseId)
    expect(row).toMatchObject({ number, title: '', secrecy: 'secret' })
    expect(text).not.toContain(receipt.subject)
    const file = await server.call('GET', '/api/deadlines.xlsx', { cookie })
    const rows = (await readXlsxFile(file.raw)).flatMap(({ data }) => data.map((cells) => cells.map(String)))
    expect(rows[0]?.[0]).toBe('TỐI MẬT')
    expect(rows.find((cells) => cells.includes(number))).toContain('Nội dung có độ mật (TỐI MẬT)')
    expect(rows.flat().join()).not.toContain(receipt.subject)
  })

  it('of Mật is found by its words only where the level is handled, and then listed without them', async () => {
    await server.standsOn('closedLan')
    const subject = 'Hầm chỉ huy Đồi Thông'
    const { caseId } = await office().received(aPetition({ subject, secrecy: 'confidential' }))
    const { caseId: open } = await office().received(aPetition({ subject: 'Cổng làng Đồi Thông' }))
    const found = async () =>
      (await server.call('GET', `/api/cases?search=${encodeURIComponent('Đồi Thông')}`, { cookie })).body
    const idsIn = ({ cases }: { cases: { caseId: string }[] }) => cases.map((one) => one.caseId).sort()
    await until(async () => (idsIn(await found()).length === 2 ? null : 'the words are not in the index yet'))
    const here = await found()
    expect(idsIn(here)).toEqual([caseId, open].sort())
    expect(here.cases.find((one: { caseId: string }) => one.caseId === caseId).subject).toBe('')
    expect(here.found.excerpts[caseId]).toBeUndefined()
    await server.standsOn('internet')
    const elsewhere = await found()
    expect([idsIn(elsewhere), elsewhere.found.total]).toEqual([[open], 1])
  })

  describe('of Mật', () => {
    const words = { subject: 'Kho nhiên liệu dự trữ Bãi Cháy', content: 'Đường ống phía tây bị rò.' }
    const phone = '0912 300 400'
    const petitioners = [{ name: 'Lò Thị Sen', address: 'Bản Mòn', phone, email: null, identity: null }]
    let caseId: string
    let colleague: SignedIn
    let other: Office
    beforeEach(async () => {
      await server.standsOn('closedLan')
      ;({ caseId } = await office().received(aPetition({ ...words, petitioners, secrecy: 'confidential' })))
      colleague = await server.signIn()
      other = new Office(server, colleague.cookie)
    })
    const search = (by: Office, what: string, of: 'search' | 'name' = 'search') =>
      by.get(`/cases?${of}=${encodeURIComponent(what)}`)
    const finds = async (...asked: Parameters<typeof search>) =>
      (await search(...asked)).body.cases.some((one: { caseId: string }) => one.caseId === caseId)

    it('is visible to others without its words and its petitioners', async () => {
      const { body, text } = await other.get(`/cases/${caseId}`)
      expect(body).toMatchObject({
        row: { subject: '', secrecy: 'confidential' },
        content: null,
        mayRead: false,
        acts: [],
      })
      for (const word of [words.subject, words.content, 'Lò Thị Sen']) expect(text).not.toContain(word)
      for (const path of ['petitioners', 'suggestions']) {
        const answer = await other.get(`/cases/${caseId}/${path}`)
        expect(answer.status === 403 ? answer.body.error.code : answer.body).toEqual(
          path === 'petitioners' ? 'case.for-readers' : { cases: [], visits: null },
        )
      }
    })

    it('is found by words, contact or name only by its readers', async () => {
      await until(async () => ((await finds(office(), 'Bãi Cháy')) ? null : 'the words are not in the index yet'))
      for (const [by, is] of [
        [office(), true],
        [other, false],
      ] as const)
        expect([await finds(by, phone), await finds(by, 'Lò Thị Sen', 'name')]).toEqual([is, is])
      expect(await finds(other, 'Bãi Cháy')).toBe(false)
      expect((await search(other, 'Bãi Cháy')).body.found.total).toBe(0)
    })

    it('refuses every act of others, and is not changed by their attempts', async () => {
      const { row } = await office().detail(caseId)
      const tried = {
        words: { subject: 'Khác', content: 'Khác' },
        assignment: { unit: 'Văn phòng', officerId: colleague.account.accountId, note: null },
        level: { secrecy: 'secret', reason: '1/QĐ' },
        classification: { kind: 'proposal', signers: 1 },
        earlier: { earlierIds: [] },
        'follow-code': {},
      }
      for (const [step, body] of Object.entries(tried))
        expect(await other.does(caseId, step, body)).toBe('case.for-readers')
      expect((await office().detail(caseId)).row.seq).toBe(row.seq)
    })

    it('gets a reader named by an administrator with a reason, and each access is recorded', async () => {
      const administrator = await server.signIn('administrator')
      expect(await named(cookie, caseId, colleague.account.accountId)).toBe('forbidden')
      expect(await named(administrator.cookie, caseId, colleague.account.accountId)).toBe(204)
      const seen = await other.detail(caseId)
      expect(seen).toMatchObject({ row: { subject: words.subject }, content: words.content, mayRead: true })
      expect(seen.acts).toContain('check')
      expect((await other.get(`/cases/${caseId}/petitioners`)).body.petitioners[0].name).toBe('Lò Thị Sen')
      const { reads, timeline } = await office().detail(caseId)
      expect(reads.length).toBeGreaterThanOrEqual(2)
      expect(timeline.at(-1)).toMatchObject({ type: 'intake.readerNamed', texts: ['Trần Thị Lan', 'Được giao'] })
    })
  })

  it('of Mật loses a named reader only by an administrator with a reason', async () => {
    await server.standsOn('closedLan')
    const { caseId } = await office().received(aPetition({ secrecy: 'confidential' }))
    const administrator = await server.signIn('administrator')
    const { cookie: other, account } = await server.signIn()
    const { accountId } = account
    const takenBack = (by: string) =>
      new Office(server, by).does(caseId, 'readers/taking-back', { accountId, reason: 'Đã bàn giao' })
    expect(await takenBack(administrator.cookie)).toBe('intake.not-named')
    expect(await named(administrator.cookie, caseId, accountId)).toBe(204)
    expect((await office().detail(caseId)).readers).toEqual([{ accountId, name: account.displayName }])
    expect(await takenBack(cookie)).toBe('forbidden')
    expect(await takenBack(administrator.cookie)).toBe(204)
    expect(await new Office(server, other).detail(caseId)).toMatchObject({ mayRead: false, readers: [], content: null })
    const { timeline } = await office().detail(caseId)
    expect(timeline.at(-1).texts).toEqual([account.displayName, 'Đã bàn giao'])
  })

  it('of Mật does not send any file', async () => {
    await server.standsOn('closedLan')
    const { caseId } = await office().received(aPetition(), [['Đơn.pdf', new Uint8Array(aPdf(1))]])
    const { body } = await server.call('GET', `/api/cases/${caseId}`, { cookie })
    const file = `/api/cases/${caseId}/files/${body.attachments[0].sha256}`
    expect((await server.call('GET', file, { cookie })).status).toBe(200)
    expect((await levelSetBy(cookie, caseId, 'confidential')).status).toBe(204)
    expect((await server.call('GET', file, { cookie })).body.error.code).toBe('intake.secret-papers')
  })
})

it('shows the levels handled by the installation, and the Internet targets reached, to staff only', async () => {
  expect((await server.call('GET', '/api/secrecy')).status).toBe(401)
  await server.standsOn('closedLan', ['outside.example:443'])
  const { body } = await server.call('GET', '/api/secrecy', { cookie })
  expect(body).toMatchObject({
    profile: 'closedLan',
    highest: 'internal',
    refusal: 'secrecy.route-found',
    mark: 'check',
    route: { tried: ['192.0.2.1:443', 'outside.example:443'], reached: ['outside.example:443'] },
  })
})
