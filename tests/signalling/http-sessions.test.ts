import readXlsxFile from 'read-excel-file/node'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheetRows } from '../../client/office/sessions/new/import/read-sheet.ts'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import { LinkId, ParticipantId, type PersonId, SessionId } from '../../shared/kernel/ids.ts'
import { minutesDocument } from '../../shared/projections/minutes-document.ts'
import type { SessionReadiness } from '../../shared/wire/hearing/readiness.ts'
import type { ScheduledSession, SessionDetail } from '../../shared/wire/hearing/sessions.ts'
import { actingIn, aSession, HttpServer, publicUrl, tokenOf, unprepared } from '../harness/http.ts'
import { ownEquipment } from '../harness/own-equipment.ts'
import { aggregate } from '../harness/session-model.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())

const get = async (url: string) => server.call('GET', url, { cookie })
const post = async (url: string, body: unknown = {}) => server.call('POST', url, { cookie, body })
const waive = (sessionId: string) =>
  post(`/api/sessions/${sessionId}/minutes-waiver`, { reason: 'Chỉ để trao đổi thông tin' })
const entrance = async (token: string) => server.call('GET', '/api/entrance', { token })
const an = { name: 'Nguyễn An', title: 'Trưởng phòng' }
const atCentre = (...delegates: object[]) => ({ sites: [{ name: 'A', rank: 'centre', delegates }], participants: [] })
const withRole = ({ participants }: ScheduledSession, role: string) => {
  const found = participants.find((participant) => participant.role === role)
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

describe('scheduling a session', () => {
  it('treats a delegate who is also a participant as one person, with the e-mail address of either', async () => {
    const hoa = { name: 'Phạm Thị Hoa', title: 'Chủ tịch phường' }
    const { sessionId } = await server.schedule(cookie, {
      sites: [
        {
          name: 'Điểm cầu A',
          rank: 'branch',
          delegates: [
            { ...hoa, email: 'hoa@phuong.example' },
            { ...hoa, title: 'Công chức' },
          ],
        },
      ],
      participants: [{ ...hoa, role: 'siteOperator', siteIndex: 0 }],
    })
    const { body } = await get(`/api/sessions/${sessionId}`)
    const [operator] = body.participants
    const [herself, namesake] = body.sites[0].delegates
    expect(herself).toMatchObject({ personId: operator.personId, email: 'hoa@phuong.example' })
    expect(namesake.personId).not.toBe(operator.personId)
  })

  it('stores the agenda with reporters, the advising unit and e-mail addresses', async () => {
    const { participants } = aSession()
    const viet = { name: 'Phạm Quốc Việt', title: 'Phó Chủ tịch', email: 'viet@tanlap.example' }
    const { sessionId, itemIds } = await server.schedule(cookie, {
      advisingUnit: 'Ban Tiếp công dân',
      sites: [
        { name: 'Điểm cầu trung tâm', rank: 'centre', delegates: [viet] },
        { name: 'Điểm cầu thôn 1', rank: 'branch' },
      ],
      participants: participants.map((one, index) => (index === 0 ? { ...one, email: 'anh@tanlap.example' } : one)),
      agenda: [
        { title: 'Khai mạc', plannedMinutes: 5, reporter: { participantIndex: 0 } },
        { title: 'Báo cáo', plannedMinutes: 20, reporter: { siteIndex: 0, delegateIndex: 0 } },
        { title: 'Thảo luận', plannedMinutes: 30 },
      ],
    })
    const { body } = await get(`/api/sessions/${sessionId}`)
    expect(body.advisingUnit).toBe('Ban Tiếp công dân')
    expect(body.agenda.map(({ title, reporter }: SessionDetail['agenda'][number]) => [title, reporter?.name])).toEqual([
      ['Khai mạc', 'Nguyễn Thị Hồng Ánh'],
      ['Báo cáo', 'Phạm Quốc Việt'],
      ['Thảo luận', undefined],
    ])
    expect(body.agenda.map(({ itemId }: SessionDetail['agenda'][number]) => itemId)).toEqual(itemIds)
    expect([body.participants[0].email, body.participants[1].email]).toEqual(['anh@tanlap.example', null])
    expect(body.sites[0].delegates[0].email).toBe('viet@tanlap.example')
    const written = JSON.stringify(await server.sessions.journal(SessionId.parse(sessionId)))
    expect(written).toContain('Ban Tiếp công dân')
    expect(written).not.toContain('tanlap.example')
    expect(JSON.stringify(await server.sessions.people(SessionId.parse(sessionId)))).not.toContain('tanlap.example')
  })

  it.each([
    ['a delegate listed twice', atCentre(an, { ...an, name: 'nguyễn  an' }), 'sites.0.delegates.1'],
    [
      'a reporter who is not in it',
      { agenda: [{ title: 'Báo cáo', plannedMinutes: 5, reporter: { participantIndex: 9 } }] },
      'agenda.0.reporter',
    ],
    ['an address that is none', atCentre({ ...an, email: 'an@' }), 'sites.0.delegates.0.email'],
    ['a name of 300 characters', atCentre({ ...an, name: 'x'.repeat(300) }), 'sites.0.delegates.0.name'],
    [
      'a name that turns the writing around',
      { participants: [{ ...an, name: 'An \u202e', role: 'chair', siteIndex: null }] },
      'participants.0.name',
    ],
  ])('refuses %s, naming the field, and stores nothing', async (_what, changes, field) => {
    const count = async () => (await get('/api/sessions')).body.sessions.length
    const before = await count()
    const { status, body } = await post('/api/sessions', { ...aSession(), ...changes })
    expect([status, body.error.code, body.error.field]).toEqual([400, 'invalid', field])
    expect(await count()).toBe(before)
  })

  it('books a series: a separate session at each time, with the same people and separate links', async () => {
    const first = Date.UTC(2026, 11, 1, 1)
    const week = 7 * 24 * 60 * 60 * 1000
    const scheduled = await server.schedule(cookie, { scheduledAt: first, alsoAt: [first + week, first + 2 * week] })
    expect(scheduled.series.map(({ scheduledAt }) => scheduledAt)).toEqual([first, first + week, first + 2 * week])
    const details = await Promise.all(
      scheduled.series.map(async ({ sessionId }) => (await get(`/api/sessions/${sessionId}`)).body),
    )
    expect(new Set(details.map(({ seriesId }) => seriesId)).size).toBe(1)
    expect(details[0].seriesId).not.toBeNull()
    expect(details.map(({ participantCount }) => participantCount)).toEqual([4, 4, 4])
    const links = await Promise.all(
      scheduled.series.map(async ({ sessionId }) => (await get(`/api/sessions/${sessionId}/links`)).body.participants),
    )
    expect(new Set(links.flat().map(({ link }: { link: string }) => link)).size).toBe(12)

    const refused = await post('/api/sessions', { ...aSession(), scheduledAt: first, alsoAt: [first + week, first] })
    expect([refused.status, refused.body.error.field]).toEqual([400, 'alsoAt.1'])
  })

  it('offers a workbook to fill in, which the form imports without faults', async () => {
    const { status, headers, raw } = await get('/api/booking-sheet.xlsx')
    expect([status, headers['content-disposition']]).toEqual([200, expect.stringContaining('.xlsx')])
    const [sheet] = await readXlsxFile(raw)
    expect(readSheetRows(sheet?.data ?? [])).toMatchObject({
      list: { sites: ['Điểm cầu trung tâm', 'Điểm cầu phường C'], people: { length: 4 } },
    })
  })

  it('invites everybody at once, each with their own link', async () => {
    const scheduled = await server.schedule(cookie)
    expect(scheduled.participants.map(({ name, role }) => [name, role])).toEqual([
      ['Nguyễn Thị Hồng Ánh', 'chair'],
      ['Trần Thị Lan', 'secretary'],
      ['Thôn 1', 'siteOperator'],
      ['Đỗ Văn Bảy', 'citizen'],
    ])
    for (const { link } of scheduled.participants) expect(link).toMatch(`${publicUrl}/join#`)
    expect(new Set(scheduled.participants.map(({ link }) => link)).size).toBe(4)

    const { body } = await get(`/api/sessions/${scheduled.sessionId}`)
    expect(body).toMatchObject({
      title: 'Hội nghị giao ban tháng 11',
      status: 'scheduled',
      siteCount: 2,
      participantCount: 4,
      presentCount: 0,
      sites: [
        { rank: 'centre', delegates: [{ person: { name: 'Phạm Quốc Việt', title: 'Phó Chủ tịch' } }] },
        { rank: 'branch', delegates: [] },
      ],
    })
    expect(body.participants).toEqual(
      scheduled.participants.map(({ participantId, siteId, role }) =>
        expect.objectContaining({ participantId, siteId, role, status: 'invited', hasLink: true }),
      ),
    )
    expect(body.participants[1].siteId).toBe(body.sites[0].siteId)
    expect(JSON.stringify(body)).not.toContain('linkId')
    expect((await get('/api/sessions')).body.sessions.map((one: ScheduledSession) => one.sessionId)).toContain(
      scheduled.sessionId,
    )
  })

  it('makes citizens and observers wait and others not, unless stated otherwise', async () => {
    const base = { name: 'Ai đó', title: null, siteIndex: null }
    const scheduled = await server.schedule(cookie, {
      participants: [
        { ...base, role: 'citizen' },
        { ...base, role: 'observer', waits: false },
        { ...base, role: 'secretary' },
        { ...base, role: 'siteOperator', siteIndex: 0, waits: true },
      ],
    })
    const { body } = await get(`/api/sessions/${scheduled.sessionId}`)
    expect(body.participants.map(({ waits }: { waits: boolean }) => waits)).toEqual([true, false, false, true])
  })

  const someone = { name: 'Ai đó', title: null, siteIndex: null }
  it.each([
    ['no title', { title: ' ' }, 400, 'title'],
    ['a name with letters that turn the text around', { title: 'Họp \u202Egiao ban' }, 400, 'title'],
    ['a kind that does not exist', { kind: 'party' }, 400, 'kind'],
    ['a time that is none', { scheduledAt: 'tomorrow' }, 400, 'scheduledAt'],
    [
      'a participant without name',
      { participants: [{ ...someone, name: '', role: 'chair' }] },
      400,
      'participants.0.name',
    ],
    [
      'a participant at no site of the list',
      { participants: [{ ...someone, role: 'citizen', siteIndex: 2 }] },
      400,
      'participants.0.siteIndex',
    ],
    [
      'two chairs',
      {
        participants: [
          { ...someone, role: 'chair' },
          { ...someone, name: 'Lê Văn Tám', role: 'chair' },
        ],
      },
      409,
      'participants.1',
    ],
    ['a site operator without site', { participants: [{ ...someone, role: 'siteOperator' }] }, 409, 'participants.0'],
    [
      'two centres',
      { sites: [1, 2].map((name) => ({ name: `${name}`, rank: 'centre', delegates: [] })), participants: [] },
      409,
      'sites.1',
    ],
  ])('refuses %s, naming the field, and writes nothing', async (_what, changes, status, field) => {
    const before = (await get('/api/sessions')).body.sessions.length
    const answer = await post('/api/sessions', { ...aSession(), ...changes })
    expect([answer.status, answer.body.error.field]).toEqual([status, field])
    expect(answer.body.error.message).toContain(field)
    expect((await get('/api/sessions')).body.sessions).toHaveLength(before)
    expect(await server.redis.redis().keys('*people*')).toHaveLength(before * 2)
  })

  it('does not delay other requests, however many people are invited', async () => {
    const participants = Array.from({ length: 300 }, (_, index) => ({
      ...someone,
      name: `Người dân ${index}`,
      role: 'citizen' as const,
    }))
    const order: string[] = []
    const scheduling = server.schedule(cookie, { participants }).then((scheduled) => {
      order.push('scheduled')
      return scheduled
    })
    await get('/api/me').then(() => order.push('another answer'))
    expect((await scheduling).participants).toHaveLength(300)
    expect(order).toEqual(['another answer', 'scheduled'])
  })
})

describe('a session', () => {
  it('is opened, closed and sealed by staff in this order only', async () => {
    const { sessionId } = await server.schedule(cookie)
    const step = async (name: string) => post(`/api/sessions/${sessionId}/${name}`)
    expect((await step('close')).body.error).toMatchObject({ code: 'session.not-open' })
    expect((await step('open')).body).toMatchObject({ status: 'open', openedAt: expect.any(Number) })
    expect(await step('open')).toMatchObject({ status: 409, body: { error: { code: 'session.not-scheduled' } } })
    expect((await step('seal')).body.error).toMatchObject({ code: 'session.not-closed' })
    expect((await step('close')).body).toMatchObject({ status: 'closed', closedAt: expect.any(Number) })
    expect((await step('seal')).body.error).toMatchObject({ code: 'approval.minutes-owed' })
    expect((await waive(sessionId)).body).toMatchObject({ waiver: { reason: 'Chỉ để trao đổi thông tin' } })
    expect((await step('seal')).body).toMatchObject({ status: 'sealed' })
  })

  it('of kind reception with missing gates is opened from the staff page only with a reason and a name', async () => {
    const scheduled = await server.schedule(cookie, { kind: 'reception' })
    const { sessionId, idOf, does } = actingIn(server, scheduled)
    const url = `/api/sessions/${sessionId}`
    for (const role of ['chair', 'secretary'])
      await does('system', 'admission.connect', { participantId: idOf(role), connectionId: role })
    await does('chair', 'recording.start', ownEquipment)
    const refused = await post(`${url}/open`)
    expect([refused.status, refused.body.error.code]).toEqual([409, 'readiness.gates-missing'])
    const readiness = async () => (await get(`${url}/readiness`)).body
    expect((await readiness()).missing).toEqual(['notice', 'connectionTest', 'allConnected'])
    expect((await post(`${url}/open`, { reason: ' ' })).status).toBe(400)
    expect((await server.sessions.state(sessionId))?.session.status).toBe('scheduled')

    const answer = await post(`${url}/open`, unprepared)
    expect([answer.status, answer.body.status]).toEqual([200, 'open'])
    const displayName = 'Trần Thị Lan'
    expect(await readiness()).toMatchObject({ missing: [], override: { ...unprepared, by: displayName } })
    const journal = await server.sessions.journal(sessionId)
    const people = await server.sessions.people(sessionId)
    const agency = { organisation: 'Xã Tân Lập', parentOrganisation: null, placeName: null, abbreviation: null }
    const { sections } = minutesDocument(aggregate, journal ?? [], people, agency, server.now())
    const lines = sections.flatMap((section) => section.lines.map(({ line }) => line))
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'gatesOverridden', by: null, person: { name: displayName, title: null } }),
    )
  })

  it('of kind reception is opened from the staff page with the agency’s own recording equipment: device, reason and operator', async () => {
    const { sessionId, idOf, does } = actingIn(server, await server.schedule(cookie, { kind: 'reception' }))
    const url = `/api/sessions/${sessionId}`
    for (const role of ['chair', 'secretary'])
      await does('system', 'admission.connect', { participantId: idOf(role), connectionId: role })
    const lacksRecording = async () => (await get(`${url}/readiness`)).body.lacksRecording
    const equipment = { device: 'Máy ghi âm Sony', reason: 'Máy chủ hết chỗ', recorder: 'Lê Văn Hải' }
    expect(await lacksRecording()).toBe(true)
    const incomplete = await post(`${url}/open`, { ...unprepared, equipment: { ...equipment, recorder: ' ' } })
    expect([incomplete.status, incomplete.body.error.field]).toEqual([400, 'equipment.recorder'])
    const refused = await post(`${url}/open`, { equipment })
    expect(refused.body.error.code).toBe('readiness.gates-missing')
    expect((await server.sessions.state(sessionId))?.recording.status).toBe('off')
    expect((await post(`${url}/open`, unprepared)).body.error.code).toBe('recording.not-written')

    expect((await post(`${url}/open`, { ...unprepared, equipment })).body.status).toBe('open')
    const { device, reason, recorder } = equipment
    const state = await server.sessions.state(sessionId)
    expect(state?.recording).toMatchObject({ status: 'running', by: 'equipment', equipment: { device, reason } })
    const people = await server.sessions.people(sessionId)
    expect(people[state?.recording.equipment?.recorderId as PersonId]).toEqual({ name: recorder, title: null })
    expect(await lacksRecording()).toBe(false)
    const started = (await server.sessions.journal(sessionId)).find(({ events }) =>
      events.some(({ type }) => type === 'recording.started'),
    )
    expect(started?.actor.kind).toBe('account')
    const late = await post(`${url}/open`, { ...unprepared, equipment: { ...equipment, device: 'Máy khác' } })
    expect(late.body.error.code).toBe('session.not-scheduled')
    expect((await server.sessions.state(sessionId))?.recording.equipment).toMatchObject({ device })
  })

  it('of kind reception whose booking was interrupted before its planning cannot be opened; saving its schedule plans it', async () => {
    const { account, cookie: own } = await server.signIn()
    const sessionId = SessionId.parse(newId())
    const { title, place, plannedMinutes } = aSession()
    const schedule = { title, place, plannedMinutes, scheduledAt: server.now() + 24 * 60 * 60 * 1000 }
    const by = async (who: ActorReference, type: string, data: object) =>
      expect(await server.sessions.dispatch(sessionId, who, { id: newId(), type, data })).toMatchObject({ ok: true })
    const office: ActorReference = { kind: 'account', accountId: account.accountId }
    await by(office, 'session.schedule', { sessionId, kind: 'reception', ...schedule })
    for (const role of ['chair', 'secretary'] as const) {
      const participantId = ParticipantId.parse(newId())
      await by(office, 'admission.invite', {
        participantId,
        personId: role,
        role,
        siteId: null,
        waits: false,
        linkId: role,
      })
      await by({ kind: 'system' }, 'admission.connect', { participantId, connectionId: role })
      if (role === 'chair') await by({ kind: 'participant', participantId }, 'recording.start', ownEquipment)
    }
    const url = `/api/sessions/${sessionId}`
    const asked = async () => {
      const { status, body } = await server.call('POST', `${url}/open`, { cookie: own, body: {} })
      return [status, body.error.code]
    }
    const readiness = async (): Promise<SessionReadiness> =>
      (await server.call('GET', `${url}/readiness`, { cookie: own })).body
    expect(await asked()).toEqual([409, 'readiness.gates-missing'])
    expect(await readiness()).toMatchObject({ gates: [], missing: ['notice', 'connectionTest', 'allConnected'] })
    expect((await server.call('PUT', `${url}/schedule`, { cookie: own, body: schedule })).status).toBe(200)
    expect((await readiness()).gates).toHaveLength(3)
    expect(await asked()).toEqual([409, 'readiness.gates-missing'])
  })

  it('that does not exist is answered as not found by every route', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/links'],
      ['POST', '/open'],
      ['POST', '/participants/nobody/link'],
      ['DELETE', '/participants/nobody/link'],
      ['POST', '/participants/nobody/withdrawal'],
      ['GET', '/minutes.docx'],
    ] as const) {
      const body = method === 'POST' ? { reason: 'Đi công tác' } : undefined
      const answer = await server.call(method, `/api/sessions/nothing${path}`, { cookie, body })
      expect([path, answer.status, answer.body.error.code]).toEqual([path, 404, 'not-found'])
    }
  })

  it('is answered as unavailable while Redis is unreachable, and works again afterwards', async () => {
    const { sessionId } = await server.schedule(cookie)
    await server.redis.kill()
    const away = await post(`/api/sessions/${sessionId}/open`)
    expect([away.status, away.body.error.code]).toEqual([503, 'unavailable'])
    expect(away.headers['retry-after']).toBe('2')
    await server.redis.restart()
    expect((await post(`/api/sessions/${sessionId}/open`)).status).toBe(200)
  })
})

describe('links', () => {
  it('are listed as they were issued', async () => {
    const scheduled = await server.schedule(cookie)
    const { body } = await get(`/api/sessions/${scheduled.sessionId}/links`)
    const read = (token: string) => server.links.verify(token)
    for (const [index, { name, link }] of body.participants.entries()) {
      const original = scheduled.participants[index]
      expect(name).toBe(original?.name)
      expect(await read(new URL(link).hash.slice(1))).toEqual(await read(new URL(original?.link ?? '').hash.slice(1)))
    }
  })

  it('can be replaced: the old one is revoked, the new one is valid', async () => {
    const scheduled = await server.schedule(cookie)
    const old = tokenOf(scheduled, 'citizen')
    const { participantId } = withRole(scheduled, 'citizen')
    const { status, body } = await post(`/api/sessions/${scheduled.sessionId}/participants/${participantId}/link`)
    expect([status, body.name]).toEqual([201, 'Đỗ Văn Bảy'])
    expect((await entrance(old)).body.error.code).toBe('link-revoked')
    expect((await entrance(tokenOf({ participants: [body] }, 'citizen'))).body.answer).toBe('welcome')
  })

  it('can be revoked and issued again', async () => {
    const scheduled = await server.schedule(cookie)
    const { participantId } = withRole(scheduled, 'citizen')
    const url = `/api/sessions/${scheduled.sessionId}/participants/${participantId}/link`
    expect((await server.call('DELETE', url, { cookie })).status).toBe(204)
    expect((await entrance(tokenOf(scheduled, 'citizen'))).status).toBe(401)
    const { body } = await get(`/api/sessions/${scheduled.sessionId}`)
    expect(body.participants[3]).toMatchObject({ participantId, hasLink: false })
    expect((await get(`/api/sessions/${scheduled.sessionId}/links`)).body.participants).toHaveLength(3)
    expect((await post(url)).status).toBe(201)
  })

  it('are issued for a participant invited later, unless the rules refuse', async () => {
    const { sessionId } = await server.schedule(cookie)
    const url = `/api/sessions/${sessionId}/participants`
    const person = { name: 'Lê Văn Tám', title: null, siteId: null }
    const added = await post(url, { ...person, role: 'observer' })
    expect(added.status).toBe(201)
    expect((await entrance(tokenOf({ participants: [added.body] }, 'observer'))).body.name).toBe('Lê Văn Tám')
    const people = async () => Object.keys(await server.sessions.people(SessionId.parse(sessionId))).length
    const before = await people()
    expect((await post(url, { ...person, role: 'chair' })).body.error.code).toBe('admission.second-chair')
    expect((await post(url, { ...person, role: 'observer', siteId: 'moon' })).body.error.code).toBe(
      'admission.unknown-site',
    )
    expect((await post(url, { ...person, role: 'king' })).body.error).toMatchObject({ code: 'invalid', field: 'role' })
    expect(await people()).toBe(before)
  })

  it('of a chair who will not attend are revoked, and another chair can be invited', async () => {
    const scheduled = await server.schedule(cookie)
    const participants = `/api/sessions/${scheduled.sessionId}/participants`
    const withdrawal = `${participants}/${withRole(scheduled, 'chair').participantId}/withdrawal`
    const deputy = { name: 'Lê Văn Tám', title: 'Phó Chủ tịch', siteId: null, role: 'chair' }
    expect((await post(withdrawal, { reason: '' })).body.error).toMatchObject({ code: 'invalid', field: 'reason' })
    expect((await post(participants, deputy)).body.error.code).toBe('admission.second-chair')
    expect((await post(withdrawal, { reason: 'Đi công tác' })).status).toBe(204)
    expect((await entrance(tokenOf(scheduled, 'chair'))).body.error.code).toBe('link-revoked')
    expect((await post(participants, deputy)).status).toBe(201)
  })

  it('of an unknown participant are answered as not found', async () => {
    const { sessionId } = await server.schedule(cookie)
    const answer = await post(`/api/sessions/${sessionId}/participants/nobody/link`)
    expect([answer.status, answer.body.error.code]).toEqual([404, 'admission.unknown'])
  })
})

describe('the readiness of a session', () => {
  const tuesday = Date.parse('2026-12-08T08:00:00+07:00')

  it('has three gates with due times in working days before the session, recomputed when it is rescheduled', async () => {
    const { sessionId } = await server.schedule(cookie, { scheduledAt: tuesday, kind: 'reception' })
    const url = `/api/sessions/${sessionId}`
    const { body } = await get(`${url}/readiness`)
    const dueAt = (reply: SessionReadiness) => reply.gates.map((gate) => new Date(gate.dueAt).toISOString())
    expect([body.isLaw, dueAt(body)]).toEqual([
      true,
      ['2026-12-01T01:00:00.000Z', '2026-12-07T01:00:00.000Z', '2026-12-08T00:00:00.000Z'],
    ])
    expect(body.gates.map((gate: SessionReadiness['gates'][number]) => gate.isPassed)).toEqual([false, false, false])
    const { title, place, plannedMinutes } = aSession()
    const moved = { title, place, plannedMinutes, scheduledAt: tuesday + 24 * 60 * 60 * 1000 }
    expect((await server.call('PUT', `${url}/schedule`, { cookie, body: moved })).status).toBe(200)
    expect(dueAt((await get(`${url}/readiness`)).body)[0]).toBe('2026-12-02T01:00:00.000Z')
  })

  it('records the evidence of staff: notice, and a test with each site, with author and time', async () => {
    const { sessionId } = await server.schedule(cookie, { scheduledAt: Date.now() + 30 * 24 * 60 * 60 * 1000 })
    const url = `/api/sessions/${sessionId}`
    const { sites } = (await get(url)).body
    expect((await get(`${url}/readiness`)).body.isLaw).toBe(false)
    await post(`${url}/readiness/notice`)
    for (const { siteId } of sites) await post(`${url}/readiness/tests`, { siteId, hasPassed: true, note: null })
    const { gates, tests } = (await get(`${url}/readiness`)).body
    expect(gates.map((gate: SessionReadiness['gates'][number]) => gate.isPassed)).toEqual([true, true, false])
    expect(tests[0]).toMatchObject({ siteId: sites[0].siteId, hasPassed: true, by: 'Trần Thị Lan' })
    const unknown = await post(`${url}/readiness/tests`, { siteId: 'nowhere', hasPassed: true, note: null })
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'readiness.unknown-site'])
    expect((await get('/api/sessions/none/readiness')).status).toBe(404)

    const [first, ...others] = sites
    const reason = 'Dự qua điện thoại, đã gọi hỏi và nghe rõ'
    const unsaid = await post(`${url}/readiness/connections`, { siteId: first.siteId })
    expect([unsaid.status, unsaid.body.error.field]).toEqual([400, 'reason'])
    const noted = await post(`${url}/readiness/connections`, { siteId: first.siteId, reason })
    expect(noted.body).toMatchObject({
      connections: [{ siteId: first.siteId, isMeasured: false, by: 'Trần Thị Lan', reason }],
      connected: null,
      missing: ['allConnected'],
    })
    for (const { siteId } of others) await post(`${url}/readiness/connections`, { siteId, reason })
    expect((await get(`${url}/readiness`)).body.missing).toEqual([])
    expect((await post(`${url}/readiness/connections`, { siteId: 'nowhere', reason })).status).toBe(404)
  })
})

describe('the entrance of a link', () => {
  it('returns the participant and the session of the link', async () => {
    const scheduled = await server.schedule(cookie)
    const { status, body, headers } = await entrance(tokenOf(scheduled, 'siteOperator'))
    expect(status).toBe(200)
    expect(body).toEqual({
      answer: 'welcome',
      explanation: null,
      participantId: withRole(scheduled, 'siteOperator').participantId,
      name: 'Thôn 1',
      title: null,
      role: 'siteOperator',
      siteName: 'Điểm cầu thôn 1',
      session: {
        title: 'Hội nghị giao ban tháng 11',
        kind: 'conference',
        scheduledAt: expect.any(Number),
        status: 'scheduled',
      },
      routerRtpCapabilities: { codecs: [] },
    })
    expect(headers['cache-control']).toBe('no-store')
  })

  it('returns the same answer for anything that is not a link of this server', async () => {
    const scheduled = await server.schedule(cookie)
    const real = await server.links.verify(tokenOf(scheduled, 'chair'))
    if (real.kind !== 'valid') throw new Error(real.kind)
    const soon = Date.now() + 60_000
    const sign = (changes: object) => server.links.sign({ ...real.caller, ...changes }, soon)
    const tokens = [
      'not-a-token',
      tokenOf(scheduled, 'chair')
        .replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
        .replace(/\..{10}/, '.aaaaaaaaaa'),
      await sign({ sessionId: SessionId.parse(newId()) }),
      await sign({ sessionId: SessionId.parse((await server.schedule(cookie)).sessionId) }),
      await sign({ participantId: ParticipantId.parse('nobody') }),
    ]
    const answers = [await server.call('GET', '/api/entrance'), ...(await Promise.all(tokens.map(entrance)))]
    for (const { status, body } of answers) {
      expect(status).toBe(401)
      expect(body).toEqual({ error: { code: 'link-invalid', message: expect.any(String) } })
    }
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  it('returns only the code for a link that was replaced or has expired', async () => {
    const scheduled = await server.schedule(cookie)
    const real = await server.links.verify(tokenOf(scheduled, 'chair'))
    if (real.kind !== 'valid') throw new Error(real.kind)
    const other = await server.links.sign({ ...real.caller, linkId: LinkId.parse('earlier') }, Date.now() + 60_000)
    const expired = await server.links.sign(real.caller, Date.now() - 1000)
    expect((await entrance(other)).body).toEqual({ error: { code: 'link-revoked', message: expect.any(String) } })
    expect((await entrance(expired)).body).toEqual({ error: { code: 'link-expired', message: expect.any(String) } })
  })

  it('refuses with the reason somebody who was removed, and everybody once the session is sealed', async () => {
    const scheduled = await server.schedule(cookie)
    const sessionId = SessionId.parse(scheduled.sessionId)
    const url = `/api/sessions/${sessionId}`
    await post(`${url}/open`)
    await post(`${url}/close`)
    expect((await entrance(tokenOf(scheduled, 'chair'))).body).toMatchObject({ answer: 'welcome' })
    await waive(sessionId)
    await post(`${url}/seal`)
    expect((await entrance(tokenOf(scheduled, 'citizen'))).body).toMatchObject({
      answer: 'over',
      name: 'Đỗ Văn Bảy',
      session: { status: 'sealed' },
    })
  })

  it('is rate limited per address', async () => {
    const answers = await Promise.all(
      Array.from({ length: 1201 }, () => server.call('GET', '/api/entrance', { address: '10.6.6.6' })),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  })
})
