// A reception over REST: identity papers confirmed and statements signed. Neither the number of a paper nor a drawing
// nor a picture of a paper reaches anybody who may not see it.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyArchive } from '../../server/custody/archive/verify-archive.ts'
import { AccountId, CitizenId, RegisterRowId } from '../../shared/kernel/ids.ts'
import { calendarDayOf, calendarOf, workingDaysAfter } from '../../shared/law/working-days.ts'
import { checkOf } from '../../shared/modules/identity/contract.ts'
import type { NewSessionBody } from '../../shared/wire/hearing/booking.ts'
import { aCommune } from '../harness/agency.ts'
import { actingIn, HttpServer, publicUrl, tokenOf } from '../harness/http.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())

const number = '048058001234'
const findings = (changes: object = {}) => ({
  name: 'Đỗ Văn Bẩy',
  personKind: 'citizen',
  papers: ['identity'],
  paper: { kind: 'citizenCard', number: '0480 5800 1234', issuedOn: '2021-05-04', issuedBy: 'Cục Cảnh sát QLHC' },
  ...changes,
})
const drawing = [
  [
    [100, 300],
    [300, 100],
    [500, 320],
  ],
]

/** An open reception with everybody in the room. */
async function aReception(changes: Partial<NewSessionBody> = {}) {
  const scheduled = await server.schedule(cookie, { kind: 'reception', ...changes })
  const { sessionId, idOf, does, opensReception } = actingIn(server, scheduled)
  for (const role of ['chair', 'secretary', 'siteOperator', 'citizen'])
    await does('system', 'admission.connect', { participantId: idOf(role), connectionId: `${role}-device` })
  await does('secretary', 'admission.admit', { participantId: idOf('citizen') })
  await opensReception()
  const state = async () => {
    const found = await server.sessions.state(sessionId)
    if (!found) throw new Error('no session')
    return found
  }
  return {
    sessionId,
    citizen: idOf('citizen'),
    token: (role: string) => tokenOf(scheduled, role),
    does,
    state,
    begins: () => does('secretary', 'identity.begin', { participantId: idOf('citizen') }),
    confirms: (body: unknown, role = 'secretary') =>
      server.call('POST', `/api/sessions/${sessionId}/identity/${idOf('citizen')}`, {
        token: tokenOf(scheduled, role),
        body,
      }),
    name: async () => {
      const participant = (await state()).admission.participants[idOf('citizen')]
      return participant && (await server.sessions.people(sessionId))[participant.personId]?.name
    },
    journal: async () => JSON.stringify(await server.sessions.journal(sessionId)),
  }
}
type Reception = Awaited<ReturnType<typeof aReception>>

async function readBack({ does, state, citizen }: Reception): Promise<string> {
  await does('secretary', 'statement.begin', { participantId: citizen })
  const statementId = (await state()).statement.statements.at(-1)?.statementId ?? ''
  const piece = { statementId, revision: 0, from: 0, removed: 0, inserted: 'Nhà tôi bị thu hồi đất.' }
  await does('secretary', 'statement.type', piece)
  await does('secretary', 'statement.readBack', { statementId })
  return statementId
}

describe('checked identity papers', () => {
  it('set the name of the citizen on every page, and store the number in the record of citizens only', async () => {
    const reception = await aReception()
    await reception.begins()
    expect((await reception.confirms(findings())).status).toBe(204)
    expect(await reception.name()).toBe('Đỗ Văn Bẩy')
    const { identity } = await reception.state()
    expect(identity.results[reception.citizen]).toMatchObject({ outcome: 'confirmed', paper: { lastDigits: '234' } })
    expect(await reception.journal()).not.toContain(number)
    const citizenId = CitizenId.parse(identity.citizenIds[reception.citizen])
    const kept = await server.citizens.read([citizenId], { accountId: null, purpose: 'test' })
    expect(kept.get(citizenId)).toMatchObject({ name: 'Đỗ Văn Bẩy', identity: { number, issuedOn: '2021-05-04' } })
  })

  it('show the officers in the room earlier visits and cases of the citizen, with the reason', async () => {
    const earlier = await server.citizens.register({
      name: 'Đỗ Văn Bảy',
      address: null,
      phone: null,
      email: null,
      identity: { kind: 'citizenCard', number: '048058009999', issuedOn: null, issuedBy: null },
    })
    const day = '2026-11-24'
    const columns = { citizenId: earlier }
    const row = { rowId: RegisterRowId.parse(newId()), columns }
    await server.register.openByHand(AccountId.parse('officer'), day, row)
    const reception = await aReception()
    const asked = (role: string) =>
      server.call('GET', `/api/sessions/${reception.sessionId}/earlier-cases`, { token: reception.token(role) })
    const unknown = { count: 0, lastOn: null, samePerson: [], comparedBy: [], isWhole: true }
    expect((await asked('secretary')).body).toEqual({ cases: [], visits: unknown })
    await reception.begins()
    const paper = { kind: 'citizenCard', number: '048058009999', issuedOn: null, issuedBy: null }
    await reception.confirms(findings({ paper }))
    const known = { count: 1, lastOn: day, samePerson: ['paper'], comparedBy: ['paper'], isWhole: true }
    expect((await asked('chair')).body).toEqual({ cases: [], visits: known })
    expect((await asked('citizen')).status).toBe(403)
  })

  it('fix the name: a repeated confirmation is refused', async () => {
    const reception = await aReception()
    await reception.begins()
    await reception.confirms(findings())
    const again = await reception.confirms(findings({ name: 'Người khác' }))
    expect([again.status, again.body.error.code]).toEqual([409, 'identity.not-going-on'])
    expect(await reception.name()).toBe('Đỗ Văn Bẩy')
  })

  it('are confirmed by chair and secretary only, during the check', async () => {
    const reception = await aReception()
    expect((await reception.confirms(findings())).body.error.code).toBe('identity.not-going-on')
    await reception.begins()
    expect((await reception.confirms(findings(), 'citizen')).status).toBe(403)
    expect((await reception.confirms(findings(), 'siteOperator')).status).toBe(403)
  })

  it('change neither name nor record when the rules refuse them', async () => {
    const reception = await aReception()
    await reception.begins()
    const refused = await reception.confirms(findings({ personKind: 'authorised', name: 'Người khác' }))
    expect([refused.status, refused.body.error.code]).toEqual([409, 'identity.papers-missing'])
    expect(await reception.name()).toBe('Đỗ Văn Bảy')
    expect((await reception.state()).identity.citizenIds).toEqual({})
  })

  it.each([
    ['eleven digits', { kind: 'citizenCard', number: '04805800123', issuedOn: null, issuedBy: null }],
    ['letters on an old card', { kind: 'oldIdentityCard', number: '20123456A', issuedOn: null, issuedBy: null }],
    ['a day that cannot be', { kind: 'passport', number: 'P01234567', issuedOn: '2021-02-30', issuedBy: null }],
  ])('are refused with %s', async (_what, paper) => {
    const reception = await aReception()
    await reception.begins()
    expect((await reception.confirms(findings({ paper }))).status).toBe(400)
    expect(checkOf((await reception.state()).identity, reception.citizen)).toBeDefined()
  })

  it('are stored with the citizen already known', async () => {
    const reception = await aReception()
    const known = { name: 'Đỗ Văn Bảy', address: 'Tổ 3, Tân Lập', phone: null, email: null, identity: null }
    const citizenId = await server.citizens.register(known)
    await reception.does('system', 'identity.introduce', { participantId: reception.citizen, citizenId })
    await reception.begins()
    await reception.confirms(findings())
    expect((await reception.state()).identity.citizenIds[reception.citizen]).toBe(citizenId)
    const kept = (await server.citizens.read([citizenId], { accountId: null, purpose: 'test' })).get(citizenId)
    expect(kept).toMatchObject({ name: 'Đỗ Văn Bẩy', address: 'Tổ 3, Tân Lập', identity: { number } })
  })
})

describe('a statement that was read back', () => {
  const sign = (reception: Reception, statementId: string, role = 'citizen', body: object = { version: 1, drawing }) =>
    server.call('POST', `/api/sessions/${reception.sessionId}/statements/${statementId}/signature`, {
      token: reception.token(role),
      body,
    })

  it('is signed by the citizen: the journal has the hash, staff see the drawing', async () => {
    const reception = await aReception()
    const statementId = await readBack(reception)
    expect((await sign(reception, statementId)).status).toBe(204)
    const outcome = (await reception.state()).statement.statements[0]?.versions[0]?.outcome
    expect(outcome?.how).toBe('drawn')
    const sha256 = outcome?.how === 'drawn' ? outcome.sha256 : ''
    expect(await reception.journal()).not.toContain('[100,300]')
    const at = `/api/sessions/${reception.sessionId}/statements/${statementId}/signature/${sha256}`
    expect((await server.call('GET', at, { token: reception.token('secretary') })).body).toEqual(drawing)
    expect((await server.call('GET', at, { cookie })).body).toEqual(drawing)
    expect((await server.call('GET', at, { token: reception.token('siteOperator') })).status).toBe(403)
    const other = at.replace(sha256, 'b'.repeat(64))
    expect((await server.call('GET', other, { cookie })).status).toBe(404)
  })

  it('is in the archive with its drawing for an administrator, with its hash only for other staff', async () => {
    const reception = await aReception()
    await sign(reception, await readBack(reception))
    await reception.does('system', 'session.close', {})
    await reception.does('chair', 'approval.waive', { reason: 'Chỉ để trao đổi thông tin' })
    await reception.does('system', 'session.seal', {})
    const path = join(server.directory, 'signed.zip')
    const takenBy = async (taker: string) => {
      const { raw } = await server.call('GET', `/api/sessions/${reception.sessionId}/archive`, { cookie: taker })
      await writeFile(path, raw)
      const { faults, manifest } = await verifyArchive(path, null)
      expect(faults).toEqual([])
      return manifest
    }
    const drawn = (files: readonly { path: string; kind: string }[] | undefined) =>
      files?.filter(({ kind }) => kind === 'signature').map((file) => file.path)
    const whole = await takenBy((await server.signIn('administrator')).cookie)
    expect([drawn(whole?.files), drawn(whole?.withheld)]).toEqual([['signatures/01-1.json'], []])
    const others = await takenBy(cookie)
    expect([drawn(others?.files), drawn(others?.withheld)]).toEqual([[], ['signatures/01-1.json']])
  })

  it('cannot be signed by anybody else, nor in another version', async () => {
    const reception = await aReception()
    const statementId = await readBack(reception)
    for (const role of ['secretary', 'siteOperator'])
      expect((await sign(reception, statementId, role)).body.error.code).toBe('statement.not-yours')
    const other = await sign(reception, statementId, 'citizen', { version: 2, drawing })
    expect([other.status, other.body.error.code]).toEqual([409, 'statement.other-version'])
    expect((await sign(reception, newId())).status).toBe(404)
  })

  it.each([
    [
      'a slip of the finger',
      [
        [
          [5, 5],
          [6, 6],
        ],
      ],
    ],
    [
      'a way that leaves the field',
      [
        [
          [0, 0],
          [5000, 0],
        ],
      ],
    ],
    ['more points than a hand draws', [Array.from({ length: 4001 }, (_, index) => [index % 1000, 5])]],
    ['no stroke', []],
  ])('cannot be signed with %s', async (_what, strokes) => {
    const reception = await aReception()
    const statementId = await readBack(reception)
    expect((await sign(reception, statementId, 'citizen', { version: 1, drawing: strokes })).status).toBe(400)
  })
})

describe('a receipt', () => {
  const issue = (reception: Reception, receiptId: string, role = 'secretary') =>
    server.call('POST', `/api/sessions/${reception.sessionId}/receipts/${reception.citizen}`, {
      token: reception.token(role),
      body: { receiptId },
    })
  const pick = ({ number, year }: { number: number; year: number }) => ({ number, year })
  async function handedIn() {
    const reception = await aReception()
    await reception.begins()
    await reception.confirms(findings())
    const paper = { participantId: reception.citizen, name: 'Đơn khiếu nại', pages: 2, condition: 'original' }
    await reception.does('secretary', 'receipt.add', { ...paper, documentId: null })
    return reception
  }

  it('gets the next number of its year once, even if it is requested again', async () => {
    const reception = await handedIn()
    const receiptId = newId()
    const { status, body } = await issue(reception, receiptId)
    expect(status).toBe(200)
    expect((await issue(reception, receiptId)).body).toEqual(body)
    const next = await handedIn()
    expect((await issue(next, newId())).body.number).toBe(body.number + 1)
  })

  it('uses no number when there is nothing to confirm', async () => {
    const reception = await handedIn()
    const { body } = await issue(reception, newId())
    const empty = await issue(reception, newId())
    expect([empty.status, empty.body.error.code]).toEqual([409, 'receipt.nothing'])
    expect((await issue(await handedIn(), newId())).body.number).toBe(body.number + 1)
    expect((await issue(reception, newId(), 'citizen')).status).toBe(403)
  })

  it('can be viewed as a picture without a number; the access is recorded once', async () => {
    const reception = await handedIn()
    const picture = (role: string) =>
      server.call('POST', `/api/sessions/${reception.sessionId}/receipts/${reception.citizen}/picture`, {
        token: reception.token(role),
        body: {},
      })
    const [{ text, headers }] = [await picture('secretary'), await picture('secretary')]
    expect(headers['content-type']).toBe('image/png')
    expect(text).toMatch(/^picture of /)
    expect(JSON.parse(text.slice('picture of '.length))).toMatchObject({
      receipt: { number: null, papers: [{ name: 'Đơn khiếu nại' }] },
      officer: { name: expect.any(String) },
      citizen: { identity: { number } },
    })
    expect((await picture('citizen')).status).toBe(403)
    expect((await reception.state()).receipt.receipts).toEqual([])
    const citizenId = (await reception.state()).identity.citizenIds[reception.citizen]
    const accesses = citizenId ? await server.citizens.accesses(citizenId, 10) : []
    expect(accesses.filter(({ purpose }) => purpose.startsWith('Giấy biên nhận, xem trước'))).toHaveLength(1)
    await issue(reception, newId())
    expect((await picture('secretary')).body.error.code).toBe('receipt.nothing')
  })

  it('is refused on request if it is the first one with the present letterhead, without using a number', async () => {
    const issueUnlessFirst = async (reception: Reception) =>
      server.call('POST', `/api/sessions/${reception.sessionId}/receipts/${reception.citizen}`, {
        token: reception.token('secretary'),
        body: { receiptId: newId(), unlessFirst: true },
      })
    const first = (await issue(await handedIn(), newId())).body.number
    expect((await issueUnlessFirst(await handedIn())).body).toMatchObject({ number: first + 1 })
    const by = AccountId.parse('administrator')
    await server.agency.change(by, { ...aCommune, organisation: 'Ủy ban nhân dân phường Tân Lập' })
    const reception = await handedIn()
    expect(await issueUnlessFirst(reception)).toMatchObject({ status: 409, body: { error: { code: 'receipt.first' } } })
    // It was looked at.
    expect((await issue(reception, newId())).body).toMatchObject({ number: first + 2 })
    expect((await issueUnlessFirst(await handedIn())).body).toMatchObject({ number: first + 3 })
    await server.agency.change(by, aCommune)
  })

  it('is the same file at each download, and can be verified by its code', async () => {
    const reception = await handedIn()
    const receiptId = newId()
    const { body } = await issue(reception, receiptId)
    const at = `/api/sessions/${reception.sessionId}`
    const file = () => server.call('GET', `${at}/receipts/${receiptId}/pdf`, { cookie })
    const first = await file()
    expect((await file()).raw.equals(first.raw)).toBe(true)
    const { where } = JSON.parse(first.text)
    expect(where.url).toBe(`${publicUrl}/verify#${where.code.replaceAll('-', '')}`)
    const checked = await server.call('POST', '/api/verified-papers', { body: { code: where.code } })
    const sha256 = createHash('sha256').update(first.raw).digest('hex')
    const issuedOn = calendarDayOf(server.now())
    expect(checked.body).toEqual({ ...pick(body), issuedOn, sha256, standing: { is: 'issued' } })
    const listed = await server.call('GET', `${at}/issued-papers`, { token: reception.token('secretary') })
    expect(listed.body.papers).toMatchObject([{ kind: 'receipt', code: where.code, sha256 }])
  })

  it('is accessible to staff and to the citizen it names; each access to the number is recorded', async () => {
    const reception = await handedIn()
    const receiptId = newId()
    await issue(reception, receiptId)
    const file = (as: { token: string } | { cookie: string }) =>
      server.call('GET', `/api/sessions/${reception.sessionId}/receipts/${receiptId}/pdf`, as)
    for (const as of [{ token: reception.token('citizen') }, { token: reception.token('chair') }, { cookie }])
      expect((await file(as)).text).toContain(number)
    expect((await file({ token: reception.token('siteOperator') })).status).toBe(403)
    const citizenId = (await reception.state()).identity.citizenIds[reception.citizen]
    const accesses = citizenId ? await server.citizens.accesses(citizenId, 10) : []
    expect(accesses.filter(({ purpose }) => purpose.startsWith('Giấy biên nhận số '))).toHaveLength(4)
  })
})

describe('a notice of refusal', () => {
  async function refused(groundId = 'decree-4-1-h', changes: Partial<NewSessionBody> = {}) {
    const reception = await aReception(changes)
    const refusal = { participantId: reception.citizen, groundId, words: 'Đã trả lời năm 2025.' }
    await reception.does('chair', 'visit.explainRefusal', refusal)
    return reception
  }
  const at = ({ sessionId }: Reception) => `/api/sessions/${sessionId}/refusal-notices`
  const owed = async (reception: Reception) =>
    (await server.call('GET', at(reception), { cookie })).body.refusals.at(-1)
  async function wishOf(reception: Reception, noticeId: string = newId()) {
    const { explainedAt } = await owed(reception)
    return {
      noticeId,
      participantId: reception.citizen,
      explainedAt,
      matter: 'Khiếu nại việc thu hồi đất',
      reason: 'Đã được trả lời, không có tình tiết mới',
      citation: 'điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP',
      signatory: {
        name: 'Lê Minh Đức',
        signing: { form: 'inPlace', signedFor: 'Trưởng ban', deputyOf: null, office: 'Phó Trưởng ban' },
      },
    }
  }

  it('is owed within three working days if its ground requires one', async () => {
    const { explainedAt, due } = await owed(await refused())
    expect(due.on).toBe(calendarDayOf(workingDaysAfter(explainedAt, 3, calendarOf([]))))
    expect((await owed(await refused('decree-4-1-a'))).due).toBeNull()
  })

  it('is in the list of deadlines while it is owed and near its due day, with its visit', async () => {
    const reception = await refused()
    const { due } = await owed(reception)
    const listed = async () => {
      const { deadlines } = (await server.call('GET', '/api/deadlines?clock=refusalNotice', { cookie })).body
      return deadlines.find(({ sessionId }: { sessionId: string }) => sessionId === reception.sessionId) ?? null
    }
    expect(await listed()).toMatchObject({ caseId: null, unit: null, dueOn: due.on, colour: 'amber' })
    expect((await server.call('GET', '/api/deadlines?unassigned=true', { cookie })).body.deadlines).toEqual([])
    await server.call('POST', at(reception), { cookie, body: await wishOf(reception) })
    expect(await listed()).toBeNull()
  })

  it('is listed for the unit that prepares the reception', async () => {
    const unit = 'Ban Tiếp công dân'
    const { sessionId } = await refused('decree-4-1-h', { advisingUnit: unit })
    const list = (await server.call('GET', `/api/deadlines?unit=${encodeURIComponent(unit)}`, { cookie })).body
    expect(list.deadlines).toMatchObject([{ sessionId, unit, clock: 'refusalNotice' }])
    expect(list.byUnit).toContainEqual(expect.objectContaining({ unit, amber: 1 }))
  })

  it('is issued once with its number and signatory; the journal contains no name', async () => {
    const reception = await refused()
    const body = await wishOf(reception)
    const issue = () => server.call('POST', at(reception), { token: reception.token('secretary'), body })
    const first = await issue()
    expect([first.status, (await issue()).body]).toEqual([200, first.body])
    expect((await owed(reception)).notice).toEqual(first.body)
    const file = await server.call('GET', `${at(reception)}/${body.noticeId}/pdf`, {
      token: reception.token('citizen'),
    })
    expect(JSON.parse(file.text).source).toMatchObject({ name: 'Đỗ Văn Bảy', signatory: body.signatory })
    expect(await reception.journal()).not.toContain('Lê Minh Đức')
    const again = await server.call('POST', at(reception), { cookie, body: { ...body, noticeId: newId() } })
    expect([again.status, again.body.error.code]).toEqual([409, 'notice.already-issued'])
    const next = await refused()
    const { number } = (await server.call('POST', at(next), { cookie, body: await wishOf(next) })).body
    expect(number).toBe(first.body.number + 1)
  })

  it('can be viewed as a picture before it is issued: with signatory, without a number', async () => {
    const reception = await refused()
    const body = await wishOf(reception)
    const picture = (as: { token: string } | { cookie: string }, change: object = {}) =>
      server.call('POST', `${at(reception)}/picture`, { ...as, body: { ...body, ...change } })
    const { headers, text } = await picture({ cookie })
    expect(headers['content-type']).toBe('image/png')
    expect(JSON.parse(text.slice('picture of '.length))).toMatchObject({
      notice: { number: null, matter: body.matter },
      name: 'Đỗ Văn Bảy',
      signatory: body.signatory,
    })
    expect((await picture({ token: reception.token('chair') })).status).toBe(200)
    expect((await picture({ token: reception.token('citizen') })).status).toBe(403)
    expect((await picture({ cookie }, { explainedAt: body.explainedAt + 1 })).status).toBe(404)
    expect((await owed(reception)).notice).toBeNull()
  })

  it('is accessible to staff and to the citizen it concerns', async () => {
    const reception = await refused()
    const body = await wishOf(reception)
    expect((await server.call('POST', at(reception), { token: reception.token('citizen'), body })).status).toBe(403)
    await server.call('POST', at(reception), { cookie, body })
    const file = (role: string) =>
      server.call('GET', `${at(reception)}/${body.noticeId}/docx`, { token: reception.token(role) })
    expect([(await file('chair')).status, (await file('siteOperator')).status]).toEqual([200, 403])
  })
})

describe('the minutes of a dialogue', () => {
  it('contain the identity papers of the parties: each access is recorded, and the journal has no number', async () => {
    const reception = await aReception()
    const { sessionId, citizen, does, state } = reception
    await reception.begins()
    await reception.confirms(findings())
    await does('secretary', 'dialogue.begin', {})
    const personId = (await state()).admission.participants[citizen]?.personId
    await does('secretary', 'dialogue.addParty', { role: 'complainant', personId, participantId: citizen })
    await server.call('GET', `/api/sessions/${sessionId}/minutes.pdf`, { cookie })
    await server.call('GET', `/api/sessions/${sessionId}/minutes`, { cookie })
    const citizenId = CitizenId.parse((await state()).identity.citizenIds[citizen])
    const looks = (await server.citizens.accesses(citizenId, 10)).filter(({ purpose }) =>
      purpose.startsWith('Biên bản đối thoại'),
    )
    expect(looks).toMatchObject([{ by: expect.any(String), purpose: `Biên bản đối thoại ${sessionId}` }])
    expect(await reception.journal()).not.toContain(number)
  })
})

describe('a branch agency called in by the chair', () => {
  const calls = ({ sessionId, token }: Reception, name: string, role = 'chair') =>
    server.call('POST', `/api/sessions/${sessionId}/called-sites`, { token: token(role), body: { name } })

  it('is a site of its own, with a link that enters without waiting', async () => {
    const reception = await aReception()
    const { status, body } = await calls(reception, 'Chi nhánh Văn phòng Đăng ký đất đai')
    expect(status).toBe(201)
    const { sites, admission } = await reception.state()
    expect(sites.sites.at(-1)).toMatchObject({ name: 'Chi nhánh Văn phòng Đăng ký đất đai', rank: 'branch' })
    expect(admission.participants[body.participantId]).toMatchObject({ role: 'siteOperator', waits: false })
    const token = new URL(body.link).hash.slice(1)
    expect((await server.call('GET', '/api/entrance', { token })).body).toMatchObject({ answer: 'welcome' })
  })

  it('called twice gets the same link, however its name is spelled', async () => {
    const reception = await aReception()
    const first = await calls(reception, 'Phòng Kinh tế')
    const again = await calls(reception, ' phòng  kinh tế ', 'secretary')
    expect(again.body.participantId).toBe(first.body.participantId)
    const { body } = await server.call('GET', `/api/sessions/${reception.sessionId}/called-sites`, {
      token: reception.token('secretary'),
    })
    expect(body.sites.filter(({ name }: { name: string }) => name === 'Phòng Kinh tế')).toHaveLength(1)
  })

  it('can be called by officers only, and not into a conference', async () => {
    const reception = await aReception()
    for (const role of ['citizen', 'siteOperator'])
      expect((await calls(reception, 'Phòng Kinh tế', role)).status, role).toBe(403)
    const conference = await server.schedule(cookie)
    const { status, body } = await server.call('POST', `/api/sessions/${conference.sessionId}/called-sites`, {
      token: tokenOf(conference, 'chair'),
      body: { name: 'Phòng Kinh tế' },
    })
    expect([status, body.error.code]).toEqual([409, 'visit.not-reception'])
  })
})
