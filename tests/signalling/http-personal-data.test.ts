// Requests of people about their own data: found by what they present, answered with a copy, erased after the decision
// of two administrators, or refused with the ground.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { PersonalCopy, type PersonalRequestDetail } from '../../shared/wire/custody/personal-data.ts'
import { placesOf } from '../harness/at-rest.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { HttpServer } from '../harness/http.ts'
import { aKeptCase, canary, confirms, yearsLater } from '../harness/kept.ts'
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
const at = '/api/personal-data/requests'
const today = () => calendarDayOf(server.now())
const asks = (kind: 'export' | 'erasure', typed: string = canary.phone, receivedOn = today()) =>
  server.call('POST', at, { cookie: lan.cookie, body: { kind, typed, receivedOn } })
const received = async (kind: 'export' | 'erasure') => {
  const { status, body } = await asks(kind)
  expect([status, body.error]).toEqual([201, undefined])
  return `${at}/${body.requestId}`
}
/** 204, or the code of the refusal. */
async function does(url: string, body: object = {}, who: { cookie: string } = lan): Promise<string | number> {
  const answer = await server.call('POST', url, { cookie: who.cookie, body })
  return answer.status === 204 ? 204 : answer.body.error.code
}
const detail = async (url: string): Promise<PersonalRequestDetail> =>
  (await server.call('GET', url, { cookie: lan.cookie })).body

async function filesIn(raw: Buffer): Promise<Record<string, Buffer>> {
  const path = join(server.directory, 'copy.zip')
  await writeFile(path, raw)
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  const files: Record<string, Buffer> = {}
  for await (const entry of zip.eachEntry())
    files[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry))
  zip.close()
  return files
}

describe('the copy of personal data', () => {
  it('is made only after the identity check, and the access is recorded', async () => {
    const { number } = await aKeptCase(server, lan.cookie, lan.account.accountId)
    const url = await received('export')
    expect(await detail(url)).toMatchObject({
      entries: 1,
      kept: [
        { category: 'contact', count: 1 },
        { category: 'cases', count: 1 },
        { category: 'papers', count: 1 },
        { category: 'looks' },
      ],
    })
    const copy = () => server.call('GET', `${url}/copy.zip`, { cookie: lan.cookie })
    expect((await copy()).body.error.code).toBe('personalRequest.not-checked')
    expect(await does(`${url}/answer`)).toBe('personalRequest.not-checked')
    expect(await does(`${url}/identity`, { means: 'identityPaper' })).toBe(204)
    const files = await filesIn((await copy()).raw)
    expect(Object.keys(files)).toEqual(['du-lieu-ca-nhan.json', 'du-lieu-ca-nhan.pdf'])
    const json = PersonalCopy.parse(JSON.parse(files['du-lieu-ca-nhan.json']?.toString() ?? ''))
    expect(json.entries).toMatchObject([{ name: canary.petitioner, address: canary.address, phone: '+84936123987' }])
    expect(json.cases).toMatchObject([{ number, status: 'closed' }])
    expect(json.papers).toMatchObject([{ title: 'Tờ khai' }])
    expect(files['du-lieu-ca-nhan.pdf']?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await does(`${url}/answer`)).toBe(204)
    const { looks, request } = await detail(url)
    expect(request).toMatchObject({ status: 'answered', identity: { means: 'identityPaper', by: 'Trần Thị Lan' } })
    expect(looks.map(({ act, purpose }) => `${act} ${purpose}`)).toContain('read Cung cấp dữ liệu cá nhân theo yêu cầu')
    expect(looks.map(({ act, purpose }) => `${act} ${purpose}`)).toContain(
      'compared Tìm theo yêu cầu về dữ liệu cá nhân',
    )
  })

  it('omits a possible denunciation, even if a list still has it as unprotected', async () => {
    await aKeptCase(server, lan.cookie, lan.account.accountId)
    const subject = 'Tố cáo ông trưởng thôn nhận tiền'
    const petition = aPetition({ kind: 'mixed', subject })
    const petitioners = petition.petitioners?.map((one) => ({ ...one, phone: canary.phone }))
    const { caseId } = await new Office(server, mai.cookie).received({ ...petition, petitioners })
    const redis = server.redis.redis()
    const row = await redis.hget('{cases}:rows', caseId)
    expect(row).toContain('"isProtected":true')
    await redis.hset('{cases}:rows', caseId, row?.replace('"isProtected":true', '"isProtected":false') ?? '')
    const url = await received('export')
    expect(await does(`${url}/identity`, { means: 'identityPaper' })).toBe(204)
    const files = await filesIn((await server.call('GET', `${url}/copy.zip`, { cookie: lan.cookie })).raw)
    const json = PersonalCopy.parse(JSON.parse(files['du-lieu-ca-nhan.json']?.toString() ?? ''))
    expect(json.cases.length).toBeGreaterThan(0)
    expect(JSON.stringify(json)).not.toContain(subject)
  })

  it('has only the number of a case of Mật, neither its text nor its papers', async () => {
    const { number, caseId } = await aKeptCase(server, lan.cookie, lan.account.accountId)
    await server.standsOn('closedLan')
    const { body } = await server.call('GET', `/api/cases/${caseId}`, { cookie: lan.cookie })
    const change = { secrecy: 'confidential', reason: '12/QĐ-UBND', seq: body.row.seq }
    expect((await server.call('POST', `/api/cases/${caseId}/level`, { cookie: lan.cookie, body: change })).status).toBe(
      204,
    )
    await server.standsOn('internet')
    const url = await received('export')
    expect(await does(`${url}/identity`, { means: 'identityPaper' })).toBe(204)
    const files = await filesIn((await server.call('GET', `${url}/copy.zip`, { cookie: lan.cookie })).raw)
    const json = PersonalCopy.parse(JSON.parse(files['du-lieu-ca-nhan.json']?.toString() ?? ''))
    expect(json.cases.find((one) => one.number === number)).toMatchObject({ subject: 'Nội dung có độ mật' })
    // Of the other cases of this person each has one.
    expect(json.papers).toHaveLength(json.cases.length - 1)
  })

  it('has deadlines marked as to be checked until the agency has entered its own', async () => {
    await aKeptCase(server, lan.cookie, lan.account.accountId)
    const { body } = await asks('export', canary.phone, '2026-11-20')
    const url = `${at}/${body.requestId}`
    expect((await detail(url)).request).toMatchObject({
      answerBy: '2026-11-30',
      replyBy: '2026-11-24',
      isToBeChecked: true,
    })
    for (const clock of ['reply', 'export']) {
      const row = {
        clock,
        amount: 5,
        unit: 'days',
        source: 'Nghị định …, Điều …',
        mark: 'read',
        validFrom: '2026-11-01',
      }
      expect(await does('/api/personal-data/clocks', row)).toBe(204)
    }
    expect((await detail(url)).request).toMatchObject({ answerBy: '2026-11-25', isToBeChecked: false })
    const { clocks } = (await server.call('GET', at, { cookie: lan.cookie })).body
    expect(clocks.filter(({ clock }: { clock: string }) => clock === 'reply')).toMatchObject([
      { amount: 2, mark: 'summary', added: null, validTo: '2026-10-31' },
      { amount: 5, mark: 'read', added: { by: expect.any(String) }, validFrom: '2026-11-01', validTo: null },
    ])
    await later(1)
    expect((await detail(url)).request.isLate).toBe(true)
  })

  it('is not made for an unknown number, nor for somebody known only by a denunciation', async () => {
    expect((await asks('export', '0911 222 333')).body.error.code).toBe('personal-data.nobody')
    const office = new Office(server, lan.cookie)
    await office.received(
      aPetition({
        kind: 'denunciation',
        petitioners: [{ name: canary.petitioner, address: null, phone: canary.phone, email: null, identity: null }],
      }),
    )
    expect((await asks('export')).body.error.code).toBe('personal-data.nobody')
    // By what they have brought otherwise they are found, and the denunciation is not in it.
    await aKeptCase(server, lan.cookie, lan.account.accountId)
    const url = await received('export')
    expect((await detail(url)).kept[1]).toMatchObject({ category: 'cases', count: 1 })
  })
})

describe('an erasure requested by a person', () => {
  it('is refused with its ground while a matter is open, a hold exists, or the retention period is not over', async () => {
    const office = new Office(server, lan.cookie)
    const person = { name: canary.petitioner, address: null, phone: canary.phone, email: null, identity: null }
    const { caseId } = await office.received(aPetition({ petitioners: [person] }))
    const url = await received('erasure')
    await does(`${url}/identity`, { means: 'inPerson' })
    const hold = { subject: { kind: 'case', id: caseId }, reason: 'Đang thanh tra' }
    expect(await does('/api/retention/holds', hold)).toBe(204)
    expect((await detail(url)).obstacles.map(({ why }) => why)).toEqual(['hold', 'open', 'kept'])
    expect(await does(`${url}/answer`)).toBe('personal-data.hold')
    expect(await does(`${url}/refusal`, { ground: 'hold', reason: 'Đang thanh tra, theo lệnh giữ lại' })).toBe(204)
    expect((await detail(url)).request).toMatchObject({
      status: 'refused',
      refused: { ground: 'hold', by: 'Trần Thị Lan' },
    })
    expect(await does(`${url}/answer`)).toBe('personalRequest.ended')
  })

  it('is carried out after the decision of another administrator, removes all words of the person, and is confirmed', async () => {
    const { citizenId } = await aKeptCase(server, lan.cookie, lan.account.accountId)
    await later(6)
    const url = await received('erasure')
    // Nobody has entered how long it is kept: nothing goes by the period that is shipped.
    expect((await detail(url)).obstacles).toMatchObject([{ why: 'kept', isConfirmed: false }])
    await confirms(server, lan.cookie, ['citizens'])
    expect((await detail(url)).obstacles).toEqual([])
    await does(`${url}/identity`, { means: 'identityPaper' })
    expect(await does(`${url}/answer`)).toBe(204)
    expect((await detail(url)).request.answered).toMatchObject({ isErased: false })
    const listId = url.split('/').at(-1)
    expect(await does(`/api/retention/lists/${listId}/approve`)).toBe('retention.second-needed')
    expect(await does(`/api/retention/lists/${listId}/approve`, {}, mai)).toBe(204)
    await until(async () => ((await detail(url)).request.answered?.isErased ? null : 'not erased yet'))
    expect(await placesOf(server, [canary.petitioner, canary.address, canary.phone, '+84936123987'])).toEqual([])
    const { entries, kept, looks } = await detail(url)
    expect([entries, kept.some(({ category }) => category === 'contact')]).toEqual([0, false])
    expect(looks[0]).toMatchObject({ act: 'erased', purpose: 'Xóa theo quyết định' })
    const { lists } = await server.retention.state()
    expect(lists[0]).toMatchObject({ ground: 'request', certificate: { number: 1 } })
    expect(lists[0]?.certificate?.text).toContain(citizenId)
  })

  it('waits for the end of the agency’s own retention period', async () => {
    await aKeptCase(server, lan.cookie, lan.account.accountId)
    await later(0.5)
    const url = await received('erasure')
    await does(`${url}/identity`, { means: 'identityPaper' })
    expect(await does(`${url}/answer`)).toBe('personal-data.kept')
    await confirms(server, lan.cookie, ['citizens'])
    expect((await detail(url)).obstacles).toMatchObject([{ why: 'kept', isConfirmed: true }])
    expect(await does(`${url}/answer`)).toBe('personal-data.kept')
    await later(1.5)
    expect(await does(`${url}/answer`)).toBe(204)
  })

  it('is accessible to administrators only', async () => {
    const staff = await server.signIn()
    expect((await server.call('GET', at, { cookie: staff.cookie })).status).toBe(403)
    expect((await server.call('POST', at, { cookie: staff.cookie, body: {} })).status).toBe(403)
  })
})
