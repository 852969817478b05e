// A signed-in account without a part tries every route on a denunciation, on a petition not yet classified and on a
// protected visit: nothing of the denouncer is returned, and nothing is written.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountId, SessionId } from '../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { aPetition, Office, petitionForm } from '../harness/cases.ts'
import {
  aVisit,
  canary,
  closeDenouncerDesk,
  type DenouncerDesk,
  openDenouncerDesk,
  ticketFor,
} from '../harness/denouncer.ts'
import type { Answer, HttpServer } from '../harness/http.ts'
import type { ReceptionHall } from '../harness/reception-hall.ts'

const words = 'Thủ kho bán gạo cứu trợ sau nhà kho cũ'
const told = [canary.name, canary.address, canary.phone, '905770099', canary.number, 'gạo cứu trợ']
const people = [{ name: canary.name, address: canary.address, phone: canary.phone, email: null, identity: null }]

let place: DenouncerDesk
let hall: ReceptionHall
let server: HttpServer
let office: Office
let stranger: { cookie: string; accountId: string }
let today: string
beforeAll(async () => {
  place = await openDenouncerDesk()
  ;({ hall } = place)
  ;({ server } = hall)
  office = new Office(server, place.desk.cookie)
  const { account, cookie } = await server.signIn()
  stranger = { cookie, accountId: account.accountId }
  today = calendarDayOf(server.now())
})
afterAll(() => closeDenouncerDesk(place))

const petitionOf = (kind: 'denunciation' | 'mixed') =>
  aPetition({ kind, receivedOn: today, writtenOn: null, subject: words, content: words, petitioners: people })

const asStranger = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<Answer> =>
  server.call(method, url, { cookie: stranger.cookie, ...(body && { body }) })

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly schema: Schema | null
}
interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly $ref?: string
}

/** Every route of the server, as its OpenAPI document has it. */
async function routes(): Promise<Route[]> {
  const { body } = await server.call('GET', '/api/docs/json')
  schemas = body.components?.schemas ?? {}
  return Object.entries(body.paths as Record<string, Record<string, Described>>).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({
      method: method.toUpperCase() as Route['method'],
      url,
      schema: requestBody?.content['application/json']?.schema ?? null,
    })),
  )
}
interface Described {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema } | undefined>> }
}
let schemas: Record<string, Schema> = {}

/** A body that the contract takes: the ids that matter in their places, the canary where words are asked for. */
function bodyOf(schema: Schema, ids: Readonly<Record<string, unknown>>, name = ''): unknown {
  if (name in ids) return ids[name]
  if (schema.$ref) return bodyOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, ids, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return bodyOf(choice[0] ?? {}, ids, name)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => bodyOf(one, ids)))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object' || schema.properties)
    return Object.fromEntries(
      (schema.required ?? []).map((key) => [key, bodyOf(schema.properties?.[key] ?? {}, ids, key)]),
    )
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => bodyOf(schema.items ?? {}, ids))
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
  if (type === 'boolean') return false
  if (schema.format === 'date') return today
  if (schema.format === 'uuid') return newId()
  return 'Người lạ ghi vào'
}

const filled = (url: string, ids: Readonly<Record<string, unknown>>): string =>
  url.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => encodeURIComponent(String(ids[name] ?? newId())))

const tells = ({ text, raw }: Answer): string[] => told.filter((one) => text.includes(one) || raw.includes(one))

/** Those a stranger must not be able to call without harm to this test alone: they end the login. */
const endsLogin = ['/api/logout', '/api/login', '/api/setup', '/api/me/password']

async function sweep(ids: Readonly<Record<string, unknown>>, isWanted: (url: string) => boolean) {
  const all = (await routes()).filter(({ url }) => isWanted(url) && !endsLogin.includes(url))
  const leaking: string[] = []
  const taken: string[] = []
  const faults: string[] = []
  for (const { method, url, schema } of all) {
    const body = method === 'GET' ? undefined : ((schema ? bodyOf(schema, ids) : {}) as object)
    const answer = await asStranger(method, filled(url, ids), body)
    const found = tells(answer)
    if (found.length > 0) leaking.push(`${method} ${url}: ${found.join(', ')}`)
    if (method !== 'GET' && answer.status < 300) taken.push(`${method} ${url}`)
    if (answer.status >= 500 && answer.status !== 503) faults.push(`${method} ${url}: ${answer.status}`)
  }
  return { count: all.length, leaking, taken, faults }
}

describe.each(['denunciation', 'mixed'] as const)('a petition of kind %s', (kind) => {
  let caseId: string
  let seq: number
  beforeAll(async () => {
    ;({ caseId } = await office.received(petitionOf(kind)))
    seq = (await office.detail(caseId)).row.seq
  })
  const seqNow = async () => (await office.detail(caseId)).row.seq

  it('returns nothing to a stranger on any route, and accepts nothing from them', async () => {
    const ids = { caseId, seq, officerId: stranger.accountId, accountId: stranger.accountId, kind: 'complaint' }
    const swept = await sweep(ids, (url) => url.includes('/cases/{caseId}'))
    expect(swept.count).toBeGreaterThan(30)
    expect(swept).toMatchObject({ leaking: [], taken: [], faults: [] })
    expect(await seqNow()).toBe(seq)
  })

  it('cannot be read by classifying, checking, assigning or splitting it', async () => {
    const asStaff = new Office(server, stranger.cookie)
    const parts = ['complaint', 'proposal'].map((one) => ({ kind: one, subject: 'Phần', content: 'Phần' }))
    const tries: [string, object][] = [
      ['classification', { kind: 'complaint', signers: 1 }],
      ['check', { checks: [{ condition: 'signed', wording: 'Đơn có chữ ký', isMet: true }], note: null }],
      ['competence', { outcome: 'own', body: null, reason: null }],
      ['assignment', { unit: 'Thanh tra', officerId: stranger.accountId, note: null }],
      ['parts', { parts }],
      ['words', { subject: 'Khác', content: 'Khác' }],
      ['earlier', { earlierIds: [] }],
    ]
    for (const [step, body] of tries)
      expect([step, await asStaff.does(caseId, step, body)]).toEqual([step, 'case.for-readers'])
    const own = await asStaff.received(aPetition({ receivedOn: today, writtenOn: null }))
    expect(await asStaff.does(own.caseId, 'earlier', { earlierIds: [caseId] })).toBe('case.for-readers')
    const files = await server.submit(
      `/api/cases/${caseId}/attachments`,
      petitionForm({}, [['a.pdf', Buffer.from('%PDF-1.4')]]),
      {
        cookie: stranger.cookie,
      },
    )
    expect(files.body.error.code).toBe('case.for-readers')
    expect(await seqNow()).toBe(seq)
  })

  it('is classified and assigned by the intake group, but not to the member who assigns it', async () => {
    const { account, cookie } = await server.signIn()
    const member = new Office(server, cookie)
    expect(await member.does(caseId, 'words', { subject: words, content: words })).toBe('case.for-readers')
    await server.joinsIntakeGroup(account.accountId)
    expect(await member.detail(caseId)).toMatchObject({ mayRead: true, content: words })
    const register = await member.get(`/register/petitions?period=${today}`)
    expect(register.text).toContain(canary.name)
    if (kind === 'mixed')
      expect(await member.does(caseId, 'classification', { kind: 'denunciation', signers: 1 })).toBe(204)
    await member.takesUp(caseId)
    const assign = (officerId: string) =>
      member.does(caseId, 'assignment', { unit: 'Thanh tra', officerId, note: null })
    expect(await assign(account.accountId)).toBe('handling.to-oneself')
    const officer = await server.signIn()
    expect(await assign(officer.account.accountId)).toBe(204)
    expect(await new Office(server, officer.cookie).detail(caseId)).toMatchObject({ mayRead: true })
    expect(await member.detail(caseId)).toMatchObject({ mayRead: false, content: null })
  })
})

describe('lists, searches, registers and files', () => {
  it('return nothing about a denouncer to a stranger for any query', async () => {
    await office.received(petitionOf('denunciation'))
    await office.received(petitionOf('mixed'))
    const visit = await aVisit(place)
    await visit.finishes()
    await server.register.look()
    const period = encodeURIComponent(today)
    const name = encodeURIComponent(canary.name)
    for (const url of [
      `/api/cases?search=${encodeURIComponent('gạo cứu trợ')}`,
      `/api/cases?search=${encodeURIComponent(canary.phone)}`,
      `/api/cases?name=${name}`,
      `/api/register?period=${period}`,
      `/api/register?period=${period}&name=${name}`,
      `/api/register/petitions?period=${period}`,
      `/api/register/petitions?period=${period}&name=${name}`,
    ]) {
      const answer = await asStranger('GET', url)
      // What was asked for may be said again.
      expect([url, answer.status, tells(answer)]).toEqual([url, 200, []])
    }
    const swept = await sweep(
      { date: today, day: today, month: today.slice(0, 7) },
      (url) => !url.includes('{sessionId}'),
    )
    expect(swept.leaking).toEqual([])
    expect(swept.count).toBeGreaterThan(100)
  })
})

describe('a protected visit', () => {
  it('returns nothing to a stranger on any route, accepts nothing from them, and cannot be named in a body', async () => {
    const visit = await aVisit(place)
    const { sessionId } = visit
    const commits = async () => (await server.sessions.journal(SessionId.parse(sessionId))).length
    const before = await commits()
    const swept = await sweep({ sessionId, accountId: stranger.accountId }, (url) =>
      url.includes('/sessions/{sessionId}'),
    )
    expect(swept.count).toBeGreaterThan(50)
    expect(swept).toMatchObject({ leaking: [], taken: [], faults: [] })
    const asStaff = new Office(server, stranger.cookie)
    const own = await asStaff.received(aPetition({ receivedOn: today, writtenOn: null }))
    await asStaff.takesUp(own.caseId)
    await asStaff.does(own.caseId, 'assignment', { unit: 'Thanh tra', officerId: stranger.accountId, note: null })
    expect(await asStaff.does(own.caseId, 'dialogues', { sessionId })).toBe('protection.not-reader')
    for (const reception of [
      { day: today, sessionId, ticket: null },
      { day: today, sessionId: null, ticket: visit.number },
    ]) {
      const entered = await asStaff.receive(
        aPetition({ way: 'reception', reception, receivedOn: today, writtenOn: null, petitioners: [] }),
      )
      expect([entered.status, entered.body.error?.code]).toEqual([403, 'protection.not-reader'])
    }
    expect(await commits()).toBe(before)
    await server.register.look()
    const [row] = (await office.get(`/register?period=${today}`)).body.rows.filter(
      (one: { ticket: string }) => one.ticket === visit.number,
    )
    const at = `/api/register/${today}/${row.rowId}`
    const writes = await asStranger('PUT', at, { note: 'Người lạ ghi vào', revision: row.revision })
    expect([writes.status, writes.body.error.code]).toEqual([403, 'register.for-intake-group'])
    await visit.finishes()
  })

  it('cannot be booked again: a session booked for its ticket does not get what the citizen wrote', async () => {
    const ticket = (await ticketFor(place, people[0] ?? null)).body
    const visitOf = { day: today, ticketId: ticket.ticketId }
    const scheduled = await server.schedule(stranger.cookie, { kind: 'reception', visitOf } as object)
    expect((await server.sessions.state(SessionId.parse(scheduled.sessionId)))?.session.visitOf).toBeNull()
    await hall.givesUp({ token: new URL(ticket.link).hash.slice(1) })
  })
})

describe('the queue for denunciations', () => {
  it('shows only numbers to accounts outside the intake group, who can neither call, name, message nor end a ticket', async () => {
    const { ticketId, number, link } = (await ticketFor(place, { name: canary.name, phone: canary.phone })).body
    const noteTakerId = (await server.signIn()).account.accountId
    const opens = (kinds: string[]) =>
      asStranger('POST', '/api/reception/desks', { label: 'Bàn 9', kinds, noteTakerId })
    expect((await opens(['denunciation'])).body.error.code).toBe('desks.for-intake-group')
    const { deskId } = (await opens(['reception'])).body
    const called = await asStranger('POST', `/api/reception/desks/${deskId}/call`, { ticketId, words: 'x' })
    expect(called.status).toBeGreaterThanOrEqual(400)
    const ticketRow = (rows: { number: string }[]) => rows.find((one) => one.number === number)
    const seen = await asStranger('GET', '/api/reception/day')
    expect(tells(seen)).toEqual([])
    expect(ticketRow(seen.body.tickets)).toMatchObject({ number, kind: 'denunciation', name: null, isNamed: true })
    const byGroup = await server.call('GET', '/api/reception/day', { cookie: place.desk.cookie })
    expect(ticketRow(byGroup.body.tickets)).toMatchObject({ name: canary.name })
    const refused = async (method: 'POST' | 'PUT', url: string, body: object) =>
      (await asStranger(method, url, body)).body.error.code
    const at = `/api/reception/tickets/${ticketId}`
    expect(await refused('PUT', `${at}/citizen`, { name: 'Khác' })).toBe('queue.for-intake-group')
    expect(await refused('POST', `${at}/end`, { words: 'Khác' })).toBe('queue.for-intake-group')
    expect(await refused('POST', '/api/reception/messages', { ticketId, text: 'x' })).toBe('queue.for-intake-group')
    await server.intakeGroup.takeBack(AccountId.parse(place.desk.accountId), {
      accountId: AccountId.parse(place.desk.accountId),
      reason: 'Chuyển việc',
    })
    const after = await server.call('GET', '/api/reception/day', { cookie: place.desk.cookie })
    expect(ticketRow(after.body.tickets)).toMatchObject({ name: null, isNamed: true })
    expect((await place.desk.act('call-next', {})).body.error.code).toBe('queue.empty')
    await server.joinsIntakeGroup(place.desk.accountId)
    await hall.givesUp({ token: new URL(link).hash.slice(1) })
  })
})

describe('a desk for denunciations', () => {
  it('is usable by its own officer only, on every route: not by a stranger, another member of the intake group, a kiosk or a ticket', async () => {
    const { ticketId, link } = (await ticketFor(place, { name: canary.name, phone: canary.phone })).body
    const ids = { deskId: place.desk.deskId, ticketId, toDeskId: newId(), kind: 'denunciation' }
    const isOfDesk = (url: string) => /\/reception\/(desks|tickets)\/\{/.test(url)
    const swept = await sweep(ids, isOfDesk)
    expect(swept.count).toBeGreaterThan(12)
    expect(swept).toMatchObject({ leaking: [], taken: [], faults: [] })

    const { account, cookie } = await server.signIn()
    await server.joinsIntakeGroup(account.accountId)
    const asMember = (url: string, body: object = {}) => server.call('POST', url, { cookie, body })
    const at = `/api/reception/desks/${place.desk.deskId}`
    for (const act of ['call-next', 'recall', 'no-show', 'begin', 'finish'])
      expect([act, (await asMember(`${at}/${act}`)).body.error.code]).toEqual([act, 'desks.of-another'])
    const closes = await server.call('DELETE', at, { cookie })
    expect(closes.body.error.code).toBe('desks.of-another')

    await place.desk.act('call', { ticketId, words: 'Đã hẹn' })
    for (const other of [cookie, stranger.cookie])
      for (const path of ['visit', 'earlier-cases'])
        expect((await server.call('GET', `/api/reception/tickets/${ticketId}/${path}`, { cookie: other })).status).toBe(
          404,
        )

    const { cookie: chief } = await server.signIn('administrator')
    const kiosk = await server.call('POST', '/api/reception/kiosks', { cookie: chief, body: { label: 'Sảnh' } })
    for (const holder of [kiosk.body.link, link]) {
      const token = new URL(holder).hash.slice(1)
      for (const path of ['day', `days/${today}/appointments`, `tickets/${ticketId}/visit`, 'kiosk', 'ticket']) {
        const answer = await server.call('GET', `/api/reception/${path}`, { token })
        const isOwn = path === (holder === link ? 'ticket' : 'kiosk')
        expect([path, answer.status, tells(answer)]).toEqual([path, isOwn ? 200 : 401, []])
      }
    }
    await place.desk.act('send-back', { text: 'Chờ giấy tờ' })
    await hall.givesUp({ token: new URL(link).hash.slice(1) })
  })
})

describe('the intake group', () => {
  it('is named by administrators with a reason, and each change is recorded with its author', async () => {
    const chief = await server.signIn('administrator')
    const { account } = await server.signIn()
    const naming = { accountId: account.accountId, reason: 'Quyết định 12/QĐ' }
    const names = (cookie: string, path = 'members') =>
      server.call('POST', `/api/intake-group/${path}`, { cookie, body: naming })
    expect((await names(stranger.cookie)).status).toBe(403)
    expect((await names(chief.cookie)).status).toBe(204)
    expect((await names(chief.cookie, 'members/taking-back')).status).toBe(204)
    const { body } = await server.call('GET', '/api/intake-group', { cookie: chief.cookie })
    expect(body.record.slice(0, 2)).toMatchObject([
      { isNamed: false, reason: naming.reason, by: chief.account.displayName },
      { isNamed: true, reason: naming.reason, name: account.displayName },
    ])
    expect((await names(chief.cookie, 'members/taking-back')).body.error.code).toBe('intakeGroup.not-named')
  })

  it('as long as it is empty leaves a petition to the account that entered it', async () => {
    const { cookie } = await server.signIn()
    const { caseId } = await new Office(server, cookie).received(petitionOf('mixed'))
    expect(await new Office(server, cookie).detail(caseId)).toMatchObject({ mayRead: true, content: words })
    expect(await new Office(server, stranger.cookie).detail(caseId)).toMatchObject({ mayRead: false, content: null })
  })
})
