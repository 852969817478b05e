// Cases of citizens over REST, each with a journal of its own in a real Redis.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CitizenId } from '../../shared/kernel/ids.ts'
import { aPetition, aWebPetition, Office, petitionForm } from '../harness/cases.ts'
import { aPdf, aPng, aZipBomb } from '../harness/files.ts'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
let office: Office
let colleague: Office
let officerId: string
let colleagueId: string
beforeAll(async () => {
  server = await HttpServer.start()
  server.skewMs = Date.parse('2026-11-25T03:00:00Z') - Date.now()
  const [one, other] = [await server.signIn('administrator'), await server.signIn()]
  office = new Office(server, one.cookie)
  colleague = new Office(server, other.cookie)
  officerId = one.account.accountId
  colleagueId = other.account.accountId
})
afterAll(() => server.close())

const onDisk = async () =>
  (await readdir(join(server.directory, 'store', 'objects', 'documents')).catch(() => [])).filter((name) =>
    name.startsWith('case-'),
  ).length
const listed = async (query = '') =>
  (await office.get(`/cases${query}`)).body.cases as { caseId: string; number: string }[]
let networks = 0
const follow = async (code: string, contact: string, address = `203.0.113.${++networks}`) => {
  const { status, body } = await server.call('POST', '/api/followed-cases', { address, body: { code, contact } })
  return { status, body }
}

describe('a petition', () => {
  it('is entered with the next number of its year and kind, its files, and a code for the citizen', async () => {
    const pdf = new Uint8Array(aPdf(1))
    const { caseId, number, code } = await office.received(aPetition(), [['Đơn khiếu nại.pdf', pdf]])
    const next = await office.received()
    const proposal = await office.received(aPetition({ kind: 'proposal' }))
    const last = await office.received(aPetition({ receivedOn: '2025-12-31', writtenOn: null }))
    expect([number, next.number, proposal.number, last.number]).toEqual([
      'KN-1/2026',
      'KN-2/2026',
      'KNG-1/2026',
      'KN-1/2025',
    ])
    expect(code).toMatch(/^[3-9A-Y]{5}-[3-9A-Y]{5}$/)
    const detail = await office.detail(caseId)
    expect(detail).toMatchObject({
      row: { number, status: 'toClassify', receivedOn: '2026-11-20' },
      attachments: [{ title: 'Đơn khiếu nại', format: 'pdf', heldBy: caseId }],
      acts: expect.arrayContaining(['check', 'classify']),
      petitionerCount: 1,
    })
    const file = await office.get(`/cases/${caseId}/files/${detail.attachments[0].sha256}`)
    expect([file.status, file.raw.length]).toEqual([200, pdf.length])
  })

  it('has its dialogue in a session, which then gets minutes of a dialogue', async () => {
    const { caseId } = await office.received()
    await office.takesUp(caseId)
    await office.does(caseId, 'assignment', { unit: 'Phòng Kinh tế', officerId, note: null })
    const { cookie } = await server.signIn()
    const { sessionId } = await server.schedule(cookie, { kind: 'reception', scheduledAt: server.now() + 60_000 })
    expect((await server.sessions.state(sessionId))?.dialogue.isBegun).toBe(false)
    expect(await office.does(caseId, 'dialogues', { sessionId })).toBe(204)
    expect((await server.sessions.state(sessionId))?.dialogue.isBegun).toBe(true)
  })

  it('is handled from intake to answer, and the citizen follows it with code and contact', async () => {
    const { caseId, code, number } = await office.received()
    expect(await office.does(caseId, 'assignment', { unit: 'Phòng Kinh tế', officerId, note: null })).toBe(
      'handling.not-own',
    )
    await office.takesUp(caseId)
    expect(await office.does(caseId, 'assignment', { unit: 'Phòng Kinh tế', officerId, note: null })).toBe(204)
    expect(await colleague.does(caseId, 'verifications', { text: 'Đã đo lại.' })).toBe('handling.not-yours')
    expect(await office.does(caseId, 'verifications', { text: 'Đã đo lại.' })).toBe(204)
    expect(await office.does(caseId, 'extensions', { until: '2026-11-25', ground: 'Phức tạp' })).toBe(
      'handling.not-later',
    )
    expect(await office.does(caseId, 'extensions', { until: '2027-01-15', ground: 'Phức tạp' })).toBe(204)
    const paper = { paperNumber: '45/QĐ-UBND', on: '2026-11-25' }
    expect(await office.does(caseId, 'answer', { ...paper, text: 'Xin gửi quyết định.' })).toBe('handling.not-decided')
    expect(
      await office.does(caseId, 'decision', { ...paper, result: 'partlyRight', text: 'Tính lại mức bồi thường.' }),
    ).toBe(204)
    expect(await office.does(caseId, 'closing', { satisfaction: 'unknown', note: null })).toBe('outcome.not-finished')
    expect(await office.does(caseId, 'answer', { ...paper, text: 'Xin gửi quyết định.' })).toBe(204)
    expect(await office.does(caseId, 'closing', { satisfaction: 'satisfied', note: null })).toBe(204)
    expect(await office.does(caseId, 'words', { subject: 'x', content: 'y' })).toBe('case.closed')
    expect((await office.detail(caseId)).register).toEqual({
      people: 1,
      isOwn: true,
      guidedTo: null,
      handledBy: { body: 'Phòng Kinh tế', paperNumber: null },
      result: { result: 'partlyRight', paperNumber: '45/QĐ-UBND', on: '2026-11-25', satisfaction: 'satisfied' },
    })

    for (const contact of ['5678', '0912345678', 'BAY@example.vn']) {
      const { status, body } = await follow(code.toLowerCase().replace('-', ' '), contact)
      expect(status).toBe(200)
      expect(body.course).toMatchObject({ number, status: 'closed' })
      expect(body.course.milestones.map(({ kind }: { kind: string }) => kind)).toEqual([
        'received',
        'accepted',
        'assigned',
        'extended',
        'decided',
        'answered',
        'closed',
      ])
      expect(JSON.stringify(body)).not.toMatch(/Bảy|thu hồi|Kinh tế|bồi thường|Trần/)
    }
  })

  it('with several matters must be split first; each part keeps petitioners and files', async () => {
    const whole = await office.received(aPetition({ kind: 'mixed' }), [['Đơn.png', aPng(7, 7)]])
    expect(
      await office.does(whole.caseId, 'check', { checks: [{ condition: 'a', wording: 'b', isMet: true }], note: null }),
    ).toBe('intake.mixed')
    const parts = [
      { kind: 'complaint', subject: 'Mức bồi thường', content: 'Mức bồi thường thấp.' },
      { kind: 'reflection', subject: 'Đường hỏng', content: 'Đường vào thôn hỏng.' },
    ]
    expect(await office.does(whole.caseId, 'parts', { parts })).toBe(204)
    const split = await office.detail(whole.caseId)
    expect(split.row.status).toBe('split')
    expect(split.parts).toMatchObject([{ kind: 'complaint' }, { kind: 'reflection', subject: 'Đường hỏng' }])
    const part = await office.detail(split.parts[1].caseId)
    expect(part).toMatchObject({ content: 'Đường vào thôn hỏng.', whole: { caseId: whole.caseId }, petitionerCount: 1 })
    expect((await office.get(`/cases/${part.row.caseId}/files/${part.attachments[0].sha256}`)).status).toBe(200)
    expect(await office.does(whole.caseId, 'parts', { parts })).toBe('intake.split')
    const { body } = await follow(whole.code, '5678')
    expect(body.parts).toHaveLength(2)
  })

  it('that is reclassified gets a number of the new kind and keeps the former one on record', async () => {
    const { caseId, number } = await office.received(aPetition({ kind: 'reflection' }))
    expect(await office.does(caseId, 'classification', { kind: 'proposal', signers: 6 })).toBe(204)
    const detail = await office.detail(caseId)
    expect(detail.row).toMatchObject({ kind: 'proposal', signers: 6, number: expect.stringMatching(/^KNG-/) })
    expect(detail.formerNumbers).toEqual([number])
  })

  it('outside the competence of the agency is transferred with a paper, and the register names the receiver', async () => {
    const { caseId } = await office.received()
    await office.does(caseId, 'check', {
      checks: [{ condition: 'signed', wording: 'Có chữ ký', isMet: false }],
      note: null,
    })
    expect(await office.does(caseId, 'competence', { outcome: 'own', body: null, reason: null })).toBe(
      'intake.not-eligible',
    )
    expect(await office.does(caseId, 'competence', { outcome: 'transfer', body: null, reason: null })).toBe(
      'intake.no-body',
    )
    const body = 'Sở Xây dựng'
    expect(await office.does(caseId, 'competence', { outcome: 'transfer', body, reason: null })).toBe(204)
    expect(await office.does(caseId, 'dispatch', { paperNumber: '12/PC-UBND', on: '2026-11-24' })).toBe(204)
    expect((await office.detail(caseId)).register).toMatchObject({
      isOwn: false,
      handledBy: { body, paperNumber: '12/PC-UBND' },
    })
  })

  it.each([
    ['of a day that does not exist', { receivedOn: '2026-02-30' }, 'invalid'],
    ['of tomorrow', { receivedOn: '2026-11-26' }, 'intake.in-future'],
    ['of another century', { receivedOn: '0206-11-20' }, 'invalid'],
    ['written after it came', { writtenOn: '2026-11-21' }, 'intake.written-later'],
    ['that nobody has signed', { signers: 0 }, 'invalid'],
    ['without a word', { content: '  ' }, 'invalid'],
    ['with letters that turn the direction of reading', { subject: 'đơn‮fdp' }, 'invalid'],
    ['from a reception that it does not name', { way: 'reception' as const }, 'intake.no-reception'],
  ])('%s is refused, and no citizen is stored', async (_what, changes, code) => {
    const before = await server.redis.redis().keys('{citizen:*')
    const { status, body } = await office.receive(aPetition(changes), [['Đơn.png', aPng(9, 9)]])
    expect([status, body.error.code]).toEqual([400, code])
    const after = (await server.redis.redis().keys('{citizen:*')).filter((key) => !key.endsWith(':accesses'))
    expect(after.length).toBe(before.filter((key) => !key.endsWith(':accesses')).length)
  })

  it('with a file of a wrong type or a ZIP bomb is refused as a whole', async () => {
    const [before, cases] = [await onDisk(), (await listed()).length]
    const bad = await office.receive(aPetition(), [
      ['Tốt.png', aPng(3, 3)],
      ['Hỏng.pdf', aPng(5, 5)],
    ])
    expect([bad.status, bad.body.error.code, bad.body.error.field]).toEqual([415, 'document.wrong-type', 'files.1'])
    const bomb = await office.receive(aPetition(), [['Bom.docx', await aZipBomb(300 * 1024 * 1024)]])
    expect(bomb.body.error.code).toBe('document.unpacks-too-large')
    expect([await onDisk(), (await listed()).length]).toEqual([before, cases])
  })

  it('is accessible to staff only', async () => {
    const { caseId } = await office.received()
    expect((await server.submit('/api/cases', petitionForm(aPetition()))).status).toBe(401)
    for (const path of ['', `/${caseId}`, `/${caseId}/petitioners`])
      expect((await server.call('GET', `/api/cases${path}`)).status).toBe(401)
    expect((await office.get(`/cases/${newId()}`)).status).toBe(404)
  })
})

describe('two officers working on one case', () => {
  it('never overwrite each other: the second change is rejected as outdated', async () => {
    const { caseId } = await office.received()
    const { seq } = (await office.detail(caseId)).row
    const words = (subject: string) => ({ subject, content: 'Nội dung đã sửa.', seq })
    const [one, other] = await Promise.all([
      office.does(caseId, 'words', words('Người thứ nhất')),
      colleague.does(caseId, 'words', words('Người thứ hai')),
    ])
    expect([one, other].map(String).sort()).toEqual(['204', 'case.changed'])
    expect((await office.detail(caseId)).row.subject).toBe(one === 204 ? 'Người thứ nhất' : 'Người thứ hai')
    expect(
      await (one === 204 ? colleague : office).does(caseId, 'words', { subject: 'Sau khi xem lại', content: 'x' }),
    ).toBe(204)
  })

  it('who classify at the same time cause neither duplicate nor missing numbers', async () => {
    const both = await Promise.all([
      office.received(aPetition({ kind: 'reflection' })),
      colleague.received(aPetition({ kind: 'reflection' })),
    ])
    const seq = 1
    await Promise.all([
      office.does(both[0].caseId, 'classification', { kind: 'proposal', signers: 1, seq }),
      colleague.does(both[0].caseId, 'classification', { kind: 'complaint', signers: 1, seq }),
      office.does(both[1].caseId, 'classification', { kind: 'proposal', signers: 1, seq }),
    ])
    const numbers = (await listed()).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    const proposals = numbers
      .filter((number) => number.startsWith('KNG-'))
      .map((number) => Number(/\d+/.exec(number)?.[0]))
    expect(Math.max(...proposals)).toBe(proposals.length)
  })
})

describe('the petitioners of a case', () => {
  it('are shown to staff, and each access is recorded', async () => {
    const { caseId } = await office.received()
    const { body } = await colleague.get(`/cases/${caseId}/petitioners`)
    expect(body.petitioners).toMatchObject([{ name: 'Đỗ Văn Bảy', phone: '+84912345678' }])
    const [citizenId] = (await server.cases.state(caseId))?.intake.receipt?.petitionerIds ?? []
    const reads = await server.redis.redis().lrange(`{citizen:${citizenId}}:accesses`, 0, -1)
    expect(reads.map((read) => JSON.parse(read))).toEqual([
      expect.objectContaining({ act: 'read', by: colleagueId, purpose: `Xem vụ việc ${caseId}` }),
    ])
  })

  it('are also named in the files of the case: each download is recorded as an access to their data', async () => {
    const { caseId } = await office.received(aPetition(), [['Đơn khiếu nại.pdf', aPdf(1)]])
    const [paper] = (await office.detail(caseId)).attachments
    expect((await colleague.get(`/cases/${caseId}/files/${paper.sha256}`)).status).toBe(200)
    const [citizenId] = (await server.cases.state(caseId))?.intake.receipt?.petitionerIds ?? []
    expect(await server.citizens.accesses(CitizenId.parse(citizenId), 1)).toMatchObject([
      { act: 'read', by: colleagueId, purpose: `Tệp ${paper.title}` },
    ])
  })

  it('include a representative of those who signed', async () => {
    const representative = { name: 'Trần Thị Lan', address: null, phone: '0900000031', email: null, identity: null }
    const { caseId } = await office.received(aPetition({ signers: 6, representative }))
    expect((await office.get(`/cases/${caseId}/petitioners`)).body).toMatchObject({
      petitioners: [{ name: 'Đỗ Văn Bảy' }, { name: 'Trần Thị Lan' }],
      representative: 1,
    })
    const alone = await office.receive(aPetition({ petitioners: [], representative }))
    expect([alone.status, alone.body.error.code]).toEqual([400, 'intake.no-petitioner'])
  })

  it('can be corrected, added and represented; the code then requires the new contact', async () => {
    const bay = { name: 'Đỗ Văn Bẩm', address: null, phone: '0912345678', email: null, identity: null }
    const { caseId, code } = await office.received(aPetition({ petitioners: [bay] }))
    const [former] = (await server.cases.state(caseId))?.intake.receipt?.petitionerIds ?? []
    const lan = { name: 'Trần Thị Lan', address: null, phone: null, email: null, identity: null }
    const mended = { ...bay, name: 'Đỗ Văn Bảy', phone: '0912345999' }
    const { seq } = (await office.detail(caseId)).row
    const correct = (body: object) => office.put(`/cases/${caseId}/petitioners`, { seq, ...body })
    expect((await correct({ petitioners: [mended, lan], representative: 1 })).status).toBe(204)
    expect((await office.get(`/cases/${caseId}/petitioners`)).body).toMatchObject({
      petitioners: [{ name: 'Đỗ Văn Bảy', phone: '+84912345999' }, { name: 'Trần Thị Lan' }],
      representative: 1,
    })
    expect((await follow(code, '5678')).status).toBe(404)
    expect((await follow(code, '5999')).status).toBe(200)
    // Found by what is known now, no longer by the slip; the entry of before stays, others may name it.
    const found = async (query: string) => (await listed(query)).some((row) => row.caseId === caseId)
    expect(await found('?name=b%E1%BA%A9m')).toBe(false)
    expect(await found('?name=lan')).toBe(true)
    expect(await found('?search=0912345678')).toBe(false)
    expect(await found('?search=0912345999')).toBe(true)
    expect(former && (await server.redis.redis().exists(`{citizen:${former}}`))).toBe(1)
    expect((await correct({ petitioners: [0], representative: null })).body.error.code).toBe('case.changed')
  })

  it('are not corrected at all if a telephone number is invalid, a petitioner is unknown or listed twice, or only the representative is left', async () => {
    const { caseId } = await office.received()
    const correct = async (petitioners: unknown[], representative: number | null = null) => {
      const { seq } = (await office.detail(caseId)).row
      const { status, body } = await office.put(`/cases/${caseId}/petitioners`, { seq, petitioners, representative })
      return status === 204 ? status : body.error.code
    }
    const lan = { name: 'Trần Thị Lan', address: null, phone: null, email: null, identity: null }
    const people = async () => (await server.redis.redis().keys('{citizen:*}')).length
    const before = await people()
    expect(await correct([{ ...lan, phone: '12' }])).toBe('invalid')
    expect(await correct([lan, 7])).toBe('not-found')
    expect(await correct([0, 0])).toBe('invalid')
    expect(await correct([lan], 0)).toBe('intake.no-petitioner')
    expect(await people()).toBe(before)
    expect((await office.detail(caseId)).petitionerCount).toBe(1)
    expect(await correct([0, lan], 1)).toBe(204)
  })

  it('of a denunciation are corrected by its readers only; its code requires no contact', async () => {
    const { caseId, code } = await office.received(aPetition({ kind: 'denunciation' }))
    const { seq } = (await office.detail(caseId)).row
    const lan = { name: 'Trần Thị Lan', address: null, phone: '0900000031', email: null, identity: null }
    const body = { seq, petitioners: [lan], representative: null }
    expect((await colleague.put(`/cases/${caseId}/petitioners`, body)).body.error.code).toBe('case.for-readers')
    expect((await office.put(`/cases/${caseId}/petitioners`, body)).status).toBe(204)
    expect((await follow(code, '')).status).toBe(200)
  })

  it('of a denunciation are shown to its readers only, also in its files, its code and the petition it was split from', async () => {
    const { caseId } = await office.received(aPetition({ kind: 'denunciation' }), [['Đơn viết tay.png', aPng(6, 6)]])
    const refused = async (path: string) => (await colleague.get(`/cases/${caseId}/${path}`)).body.error.code
    const { sha256 } = (await office.detail(caseId)).attachments[0]
    expect(await refused('petitioners')).toBe('case.for-readers')
    expect(await refused(`files/${sha256}`)).toBe('case.for-readers')
    expect(await colleague.does(caseId, 'follow-code')).toBe('case.for-readers')
    expect((await office.get(`/cases/${caseId}/petitioners`)).status).toBe(200)
    expect(await colleague.does(caseId, 'readers', { accountId: colleagueId, reason: 'Tự đặt' })).toBe('forbidden')
    expect(await office.does(caseId, 'readers', { accountId: colleagueId, reason: 'Xác minh' })).toBe(204)
    expect((await colleague.get(`/cases/${caseId}/petitioners`)).status).toBe(200)

    const whole = await office.received(aPetition({ kind: 'mixed' }))
    const part = (kind: string) => ({ kind, subject: kind, content: kind })
    await office.does(whole.caseId, 'parts', { parts: [part('denunciation'), part('reflection')] })
    const { parts } = await office.detail(whole.caseId)
    for (const id of [whole.caseId, ...parts.map((one: { caseId: string }) => one.caseId)])
      expect((await colleague.get(`/cases/${id}/petitioners`)).status).toBe(403)
  })

  it('stay protected when a denunciation is later classified as something else', async () => {
    const { caseId } = await office.received(aPetition({ kind: 'denunciation' }))
    await office.does(caseId, 'classification', { kind: 'reflection', signers: 1 })
    expect((await colleague.get(`/cases/${caseId}/petitioners`)).status).toBe(403)
  })

  it('lead to suggestions of their earlier cases, but never of denunciations', async () => {
    const person = [{ name: 'Lê Văn Chín', address: null, phone: '0900000009', email: null, identity: null }]
    const first = await office.received(aPetition({ petitioners: person }))
    await office.received(aPetition({ kind: 'denunciation', petitioners: person }))
    const other = { subject: 'Xin cấp lại giấy tờ', content: 'Giấy cũ bị rách.' }
    const { caseId } = await office.received(aPetition({ petitioners: person, ...other }))
    const { body } = await office.get(`/cases/${caseId}/suggestions`)
    expect(body.cases.map((row: { caseId: string }) => row.caseId)).toEqual([first.caseId])
    expect(await office.does(caseId, 'earlier', { earlierIds: [newId()] })).toBe('not-found')
    expect(await office.does(caseId, 'earlier', { earlierIds: [first.caseId] })).toBe(204)
    expect((await office.detail(caseId)).earlier).toMatchObject([{ number: first.number }])
  })
})

describe('the list of cases', () => {
  it('can be filtered by state, unit, officer, kind and day, and searched by number or contact', async () => {
    const person = [{ name: 'Trần Mười', address: null, phone: '0911111110', email: 'muoi@example.vn', identity: null }]
    const { caseId, number } = await office.received(
      aPetition({ receivedOn: '2024-03-01', writtenOn: null, petitioners: person }),
    )
    await office.takesUp(caseId)
    await office.does(caseId, 'assignment', { unit: 'Thanh tra xã', officerId: colleagueId, note: null })
    for (const query of [
      `?status=inHand&unit=${encodeURIComponent('thanh tra XÃ')}`,
      `?officerId=${colleagueId}`,
      '?kind=complaint&from=2024-03-01&to=2024-03-01',
      `?search=${encodeURIComponent(number.toLowerCase())}`,
      '?search=0911.111.110',
      '?search=MUOI%40example.vn',
    ])
      expect(
        (await listed(query)).map((row) => row.caseId),
        query,
      ).toEqual([caseId])
    expect(await listed('?kind=denunciation&to=2024-12-31')).toEqual([])
    const { counts, units, officers } = (await office.get('/cases')).body
    expect(counts.inHand).toBeGreaterThan(0)
    expect(units).toContain('Thanh tra xã')
    expect(officers).toContainEqual({ accountId: officerId, name: 'Trần Thị Lan' })
  })

  it('is paged without duplicates, the newest receipt first', async () => {
    await Promise.all(
      Array.from({ length: 60 }, () =>
        office.received(aPetition({ kind: 'reflection', receivedOn: '2023-05-05', writtenOn: null })),
      ),
    )
    const first = (await office.get('/cases?to=2023-12-31')).body
    expect(first.cases).toHaveLength(50)
    const rest = (await office.get(`/cases?to=2023-12-31&after=${encodeURIComponent(first.next)}`)).body
    const ids = [...first.cases, ...rest.cases].map((row) => row.caseId)
    expect([ids.length, new Set(ids).size, rest.next]).toEqual([60, 60, null])
  })

  it('is updated by the next start after a crash, and missing parts of a split are created', async () => {
    const { caseId } = await office.received(aPetition({ kind: 'mixed' }))
    const parts = ['complaint', 'proposal'].map((kind) => ({ caseId: newId(), kind, subject: kind, content: kind }))
    const redis = server.redis.redis()
    const officer = { kind: 'account', accountId: officerId } as never
    // As a server that was killed between the two would have left it.
    await server.cases.dispatch(caseId, officer, { type: 'intake.split', data: { parts } })
    await redis.sadd('{cases}:touched', caseId)
    await redis.hdel('{cases}:rows', caseId)
    const again = server.anotherCaseServices().cases
    await again.recover()
    expect((await again.lists.rows([caseId]))[0]?.status).toBe('split')
    expect(
      (await Promise.all(parts.map((part) => again.state(part.caseId)))).map((state) => state?.intake.receipt?.kind),
    ).toEqual(['complaint', 'proposal'])
    await again.close()
  })

  it('provides every open case with its dates for the legal clocks', async () => {
    const { caseId } = await office.received()
    const matters = []
    for await (const matter of server.cases.all()) matters.push(matter)
    expect(matters.find((one) => one.caseId === caseId)).toMatchObject({
      unit: null,
      facts: expect.arrayContaining([
        { kind: 'received', on: '2026-11-20' },
        { kind: 'classified', on: '2026-11-20', subject: 'complaint' },
      ]),
    })
    expect(matters.some(({ number }) => number.startsWith('NND'))).toBe(false)
  })
})

describe('a petition from the web', () => {
  const send = (petition: unknown, address = `198.51.100.${++networks}`) =>
    server.submit('/api/petitions', petitionForm(petition, [['Ảnh.png', aPng(8, 8)]]), { address })

  it('is a case for the office to classify, and can be followed with its code', async () => {
    const { status, body } = await send(aWebPetition())
    expect([status, body.receivedOn]).toEqual([201, '2026-11-25'])
    expect((await follow(body.code, '4321')).body.course).toMatchObject({ status: 'toClassify' })
    const [row] = await listed('?search=0987654321')
    expect(await office.detail(row?.caseId ?? '')).toMatchObject({ way: 'web', attachments: [{ title: 'Ảnh' }] })
  })

  it('of unknown kind is protected until it is classified', async () => {
    const { body } = await send(aWebPetition({ kind: 'unsure', phone: '0987 111 222' }))
    expect((await follow(body.code, '1222')).body.course).toMatchObject({ number: null, status: 'toClassify' })
  })

  it('is limited per hour and network', async () => {
    const answers = []
    for (let count = 0; count < 11; count++) answers.push((await send({}, '192.0.2.77')).status)
    expect(answers.slice(-2)).toEqual([400, 429])
  })
})

describe('a petition with a file while the virus scanner is unreachable', () => {
  it('is refused as a whole, with the reason; without a file it is accepted', async () => {
    const down = await HttpServer.start({}, undefined, { scannerSocket: '/nowhere/clamd.sock' })
    try {
      const sent = await down.submit('/api/petitions', petitionForm(aWebPetition(), [['Ảnh.png', aPng(8, 8)]]))
      expect([sent.status, sent.body.error.code]).toEqual([503, 'document.scan-failed'])
      const { cookie } = await down.signIn()
      expect((await new Office(down, cookie).get('/cases')).body.cases).toEqual([])
      expect(await readdir(join(down.directory, 'documents'), { recursive: true })).toEqual(['incoming'])
      expect((await down.submit('/api/petitions', petitionForm(aWebPetition()))).status).toBe(201)
    } finally {
      await down.close()
    }
  })
})

describe('following a case by code', () => {
  it('gives the same answer to any wrong input, and is blocked after a few tries, even for the right contact', async () => {
    const { code } = await office.received()
    const wrongContact = await follow(code, '0000')
    const wrongCode = await follow('33333-33333', '5678')
    expect(wrongContact).toEqual(wrongCode)
    expect(wrongContact).toMatchObject({ status: 404, body: { error: { code: 'follow.unknown' } } })
    for (let tries = 0; tries < 4; tries++) await follow(code, '1111')
    expect((await follow(code, '5678')).status).toBe(429)
  })

  it('is blocked for a network that tries many codes', async () => {
    const statuses = []
    for (let tries = 0; tries < 21; tries++)
      statuses.push((await follow(`AAAAA-${String(tries).padStart(5, 'C')}`, '1234', '192.0.2.200')).status)
    expect(statuses.slice(-2)).toEqual([404, 429])
  })

  it('of a denunciation requires only the code, and does not reveal its kind', async () => {
    const { code } = await office.received(aPetition({ kind: 'denunciation' }))
    const { body } = await follow(code, '')
    expect(body.course).toMatchObject({ number: null, status: 'toClassify' })
    const later = await office.received(aPetition({ kind: 'reflection' }))
    expect((await follow(later.code, '')).status).toBe(404)
    await office.does(later.caseId, 'classification', { kind: 'denunciation', signers: 1 })
    expect((await follow(later.code, '')).status).toBe(200)
  })

  it('continues with a new code and no longer with the old one', async () => {
    const { caseId, code } = await office.received()
    const { code: fresh } = (await office.does(caseId, 'follow-code')) as unknown as { code: string }
    expect([(await follow(code, '5678')).status, (await follow(fresh, '5678')).status]).toEqual([404, 200])
  })
})

describe('the conditions of a petition', () => {
  it('are the default ones until the agency sets its own', async () => {
    const { conditions } = (await colleague.get('/case-conditions')).body
    expect(conditions.length).toBeGreaterThan(5)
    const own = { conditions: [{ condition: 'signed', wording: 'Đơn có chữ ký', kinds: [] }] }
    expect((await colleague.put('/case-conditions', own)).status).toBe(403)
    expect((await office.put('/case-conditions', own)).status).toBe(200)
    expect((await colleague.get('/case-conditions')).body).toEqual(own)
  })
})
