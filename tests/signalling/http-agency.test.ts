// The agency over REST: no paper is issued before an administrator has set its name; every change is recorded with its
// author.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AgencyMissing } from '../../server/papers/agency/agency.ts'
import { AccountId } from '../../shared/kernel/ids.ts'
import { aCommune as commune } from '../harness/agency.ts'
import { aPng, aWholePng } from '../harness/files.ts'
import { HttpServer, tokenOf } from '../harness/http.ts'

let server: HttpServer
let administrator: Awaited<ReturnType<HttpServer['signIn']>>
let staff: Awaited<ReturnType<HttpServer['signIn']>>
beforeAll(async () => {
  server = await HttpServer.start({}, undefined, { isNew: true })
  administrator = await server.signIn('administrator')
  staff = await server.signIn()
})
afterAll(() => server.close())

const read = async () => (await server.call('GET', '/api/agency', { cookie: staff.cookie })).body
const set = (body: unknown, { cookie } = administrator) => server.call('PUT', '/api/agency', { cookie, body })
const year = 2026
const takes = (kind: string) =>
  server.numbers.allot({ kind, year }, newId(), async (number) => ({ used: true, value: number }))

async function signedMinutes() {
  const scheduled = await server.schedule(staff.cookie)
  const at = `/api/sessions/${scheduled.sessionId}`
  for (const step of ['open', 'close']) await server.call('POST', `${at}/${step}`, { cookie: staff.cookie, body: {} })
  for (const role of ['secretary', 'chair'])
    await server.call('POST', `${at}/minutes/signature`, {
      token: tokenOf(scheduled, role),
      body: { sha256: 'f'.repeat(64) },
    })
  const issue = () =>
    server.call('POST', `${at}/minutes/issue`, { token: tokenOf(scheduled, 'chair'), body: { paper: 'minutes' } })
  return { at, issue, token: tokenOf(scheduled, 'chair') }
}

it('papers to be issued take no number before the agency is set; register and cases do', async () => {
  expect(await read()).toMatchObject({ isSet: false, agency: { organisation: null }, record: [] })
  for (const kind of ['minutes', 'conclusions', 'receipt', 'refusalNotice', 'a paper of later'])
    await expect(takes(kind)).rejects.toThrow(AgencyMissing)
  expect(await takes('register')).toBe(1)
  expect(await takes('case-petition')).toBe(1)
  const list = { listId: newId(), ground: 'due' as const, reason: 'Hết thời hạn', items: [] }
  await expect(server.retention.propose(AccountId.parse('administrator'), list)).rejects.toThrow(AgencyMissing)
})

it('issuing signed minutes is refused with what to do; once the agency is set they get number 1', async () => {
  const { at, issue, token } = await signedMinutes()
  const refused = await issue()
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'agency.missing' } } })
  expect(refused.body.error.message).toMatch(/administrator enters it at \/staff\/agency/)
  // What would not be issued is not looked at first.
  const picture = await server.call('POST', `${at}/receipts/${newId()}/picture`, { token, body: {} })
  expect(picture).toMatchObject({ status: 409, body: { error: { code: 'agency.missing' } } })
  const draft = await server.call('GET', `${at}/minutes.png`, { cookie: staff.cookie })
  expect([draft.status, draft.text]).toEqual([200, 'picture of pdf of Hội nghị giao ban tháng 11'])

  expect((await set(commune)).status).toBe(204)
  expect(await issue()).toMatchObject({ status: 200, body: { number: 1 } })
})

it('the agency is set by administrators only, and only with valid values', async () => {
  const other = { ...commune, organisation: 'Cơ quan khác' }
  expect((await set(other, staff)).status).toBe(403)
  for (const wrong of [{ abbreviation: '' }, { abbreviation: 'ubnd' }, { placeName: ' ' }, { organisation: '\n' }])
    expect((await set({ ...other, ...wrong })).status).toBe(400)
  expect((await read()).agency).toEqual(commune)
})

it('records author and time of each change once, and is the same after a restart', async () => {
  const ward = { ...commune, organisation: 'Ủy ban nhân dân phường Tân Lập' }
  for (const settings of [ward, ward]) await set(settings)
  const { record } = await read()
  expect(record).toEqual([
    { ...ward, by: 'Trần Thị Lan', at: expect.any(Number) },
    { ...commune, by: 'Trần Thị Lan', at: expect.any(Number) },
  ])
  const after = await server.anotherAgency({ ...commune, organisation: 'Tên trong biến môi trường' }).inForce()
  expect(after.now).toMatchObject(ward)
  expect(after.at(record[1].at)).toMatchObject(commune)
  expect((await server.call('GET', '/api/reception/calendar')).body.organisation).toBe(ward.organisation)
})

it('a change can be viewed on a sample paper before it is saved: a picture, for administrators only, that changes nothing', async () => {
  const body = { ...commune, organisation: 'Sở Xây dựng', abbreviation: 'SXD' }
  const sample = (cookie: string) => server.call('POST', '/api/agency/sample', { cookie, body })
  expect((await sample(staff.cookie)).status).toBe(403)
  const { status, headers, raw } = await sample(administrator.cookie)
  expect([status, headers['content-type']]).toEqual([200, 'image/png'])
  expect(raw.subarray(1, 4).toString()).toBe('PNG')
  expect((await read()).agency.abbreviation).toBe('UBND')
})

it('the agency has the letterhead that was set, and that of the State by default', async () => {
  const { letterhead: _, ...earlier } = commune
  expect((await set({ ...earlier, letterhead: 'party' })).status).toBe(204)
  expect((await read()).agency.letterhead).toBe('party')
  expect((await set({ ...earlier, letterhead: 'church' })).status).toBe(400)
  expect((await set({ ...earlier, organisation: 'Ủy ban nhân dân phường Tân Lập' })).status).toBe(204)
  expect((await read()).record.map((one: { letterhead: string }) => one.letterhead).slice(0, 2)).toEqual([
    'state',
    'party',
  ])
})

it('the pages have one of a few colour palettes, chosen by an administrator', async () => {
  const choose = (palette: string, { cookie } = administrator) =>
    server.call('PUT', '/api/agency/palette', { cookie, body: { palette } })
  expect((await read()).palette).toBeNull()
  expect((await choose('teal', staff)).status).toBe(403)
  expect((await choose('red')).status).toBe(400)
  expect((await choose('teal')).status).toBe(204)
  expect((await read()).palette).toEqual({ palette: 'teal', by: 'Trần Thị Lan', at: expect.any(Number) })
  expect(await server.anotherAgency({ ...commune }).appearance()).toEqual({ palette: 'teal', letterhead: 'state' })
})

it('the agency has an emblem, a small PNG uploaded by an administrator and visible to everybody', async () => {
  const shown = async () => (await server.call('GET', '/api/agency/public')).body
  const handIn = (png: Uint8Array, { cookie } = administrator) =>
    server.call('PUT', '/api/agency/emblem', { cookie, body: { file: Buffer.from(png).toString('base64') } })
  const png = aWholePng(64, 64)
  expect((await handIn(png, staff)).status).toBe(403)
  expect((await handIn(png)).status).toBe(204)
  const { emblem: first } = await shown()
  const picture = (sha256: string) => server.call('GET', `/api/agency/emblem/${sha256}`)
  expect(await picture(first)).toMatchObject({ status: 200, raw: png, headers: { 'content-type': 'image/png' } })

  for (const [wrong, code] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'document.wrong-type'],
    [aWholePng(2000, 20), 'document.picture-too-large'],
    [aPng(30_000, 30_000), 'document.picture-too-large'],
  ] as const)
    expect((await handIn(wrong)).body.error.code).toBe(code)
  expect((await shown()).emblem).toBe(first)

  expect((await handIn(aWholePng(32, 32))).status).toBe(204)
  expect((await picture(first)).status).toBe(404)
  expect(await read()).toMatchObject({ emblem: { by: 'Trần Thị Lan', at: expect.any(Number) } })
  expect((await server.call('DELETE', '/api/agency/emblem', { cookie: administrator.cookie })).status).toBe(204)
  expect(await shown()).toEqual({ organisation: 'Ủy ban nhân dân phường Tân Lập', emblem: null })
})
