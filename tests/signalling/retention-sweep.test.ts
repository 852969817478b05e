// An installation with every kind of data that names somebody: everything is erased by decision, and everything left is
// searched for names.

import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CaseId, CitizenId, SessionId } from '../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import type { RetentionPage } from '../../shared/wire/custody/retention.ts'
import type { Calendar } from '../../shared/wire/reception/appointments.ts'
import { assigned } from '../harness/assigned.ts'
import { placesOf } from '../harness/at-rest.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { aPdf } from '../harness/files.ts'
import { HttpServer } from '../harness/http.ts'
import { aKeptCase, aKeptSession, canary, canaryWords, confirms, yearsLater } from '../harness/kept.ts'
import { aForm, anOfficer, aSitting, book, workingDay } from '../harness/reception.ts'
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

const paper = () => new Uint8Array(Buffer.concat([aPdf(1), Buffer.from(`% ${canary.paper}`)]))
const petitioner = {
  name: canary.petitioner,
  address: canary.address,
  phone: canary.phone,
  email: null,
  identity: null,
}
const page = async (): Promise<RetentionPage> =>
  (await server.call('GET', '/api/retention', { cookie: lan.cookie })).body
const posts = async (who: SignedIn, path: string, body: object = {}) => {
  const { status, text } = await server.call('POST', `/api/${path}`, { cookie: who.cookie, body })
  if (status >= 300) throw new Error(`${path}: ${text}`)
}

/** An assignment, done and accepted, with a file that shows it. */
async function anAssignment() {
  const [entryId = ''] = await assigned(server, lan.cookie, [{ unit: 'Sở Y tế', dueOn: null }])
  const form = new FormData()
  form.append('text', 'Đã xong.')
  form.append('files', new Blob([paper()]), 'Minh chứng.pdf')
  await server.submit(`/api/conclusions/${entryId}/report`, form, { cookie: lan.cookie })
  await posts(lan, `conclusions/${entryId}/acceptance`)
  return entryId
}

/** A citizen books, and never comes. */
async function anAppointment() {
  const head = (await server.call('POST', '/api/reception/officers', { cookie: lan.cookie, body: anOfficer })).body
  const date = workingDay(server, 8)
  await posts(lan, 'reception/days', aSitting({ officerId: head.officerId, date }))
  const { days } = (await server.call('GET', '/api/reception/calendar')).body as Calendar
  const sitting = days.find((one) => one.date === date)?.sittings[0]
  const place = { date, sittingId: sitting?.sittingId ?? '', time: '08:00', siteId: sitting?.sites[0]?.siteId ?? null }
  const form = aForm({ name: canary.petitioner, phone: canary.phone, address: canary.address, subject: canary.paper })
  const { status, body } = await book(server, place, form)
  expect(status).toBe(201)
  return { date, code: body.code as string }
}

/** A petition that is not eligible is kept on file: nobody ever closes it. */
async function aPetitionOnFile(office: Office) {
  const { caseId } = await office.received(aPetition({ petitioners: [petitioner] }), [['Đơn.pdf', paper()]])
  const checks = [{ condition: 'signed', wording: 'Có chữ ký', isMet: false }]
  expect(await office.does(caseId, 'check', { checks, note: null })).toBe(204)
  return caseId
}

it('all data that name somebody can be erased by decision, and what is left names nobody', async () => {
  const office = new Office(server, lan.cookie)
  const { sessionId } = await aKeptSession(server, lan.cookie)
  const closed = await aKeptCase(server, lan.cookie, lan.account.accountId)
  const entryId = await anAssignment()
  const { date, code } = await anAppointment()
  const onFile = await aPetitionOnFile(office)
  // Of a session that is closed, and was never sealed.
  const unsealed = (await server.sessionLists.list({ areVisits: false, limit: 10 })).sessions.find(
    ({ status }) => status === 'closed',
  )
  const unsealedId = SessionId.parse(unsealed?.sessionId)
  const now = server.now()
  await server.transcripts.add(unsealedId, {
    lineId: newId(),
    from: now,
    to: now,
    speaker: null,
    isAutomatic: false,
    text: canary.name,
  })
  await posts(lan, 'personal-data/requests', { kind: 'export', typed: canary.phone, receivedOn: calendarDayOf(now) })
  const booked = (await server.receptionDays.state(date)).appointments.appointments.map(({ citizenId }) => citizenId)
  const found = () => server.appointments.find(code, { kind: 'phone', value: '+84936123987' }, '203.0.113.9')
  expect((await found()).kind).toBe('found')
  expect(await server.files.keys('documents/')).not.toEqual([])

  await yearsLater(server, 3, [lan, mai])
  await confirms(server, lan.cookie)
  const keys = (await page()).due.items.map(({ key }) => key)
  expect(keys).toEqual(
    expect.arrayContaining([
      `evidence session ${unsealedId}`,
      `casePapers case ${onFile}`,
      `casePapers case ${closed.caseId}`,
      `citizens citizen ${booked[0]}`,
      expect.stringMatching(/^appointments appointment /),
      `people session ${sessionId}`,
    ]),
  )
  await posts(lan, 'retention/lists', { items: keys, reason: 'Hết thời hạn lưu' })
  const listId = (await page()).lists[0]?.listId ?? ''
  await posts(mai, `retention/lists/${listId}/approve`)
  await until(async () => {
    const list = (await page()).lists.find((one) => one.listId === listId)
    return list?.state === 'done' ? null : JSON.stringify(list)
  })

  expect(await placesOf(server, canaryWords)).toEqual([])
  // What is encrypted is asked for at its own door.
  expect(await server.files.keys('documents/')).toEqual([])
  expect((await server.files.keys('')).filter((key) => key.includes(entryId) || key.includes(sessionId))).toEqual([])
  expect((await found()).kind).toBe('no-such')
  expect(await server.transcripts.lines(unsealedId)).toEqual([])
  expect(await server.sessions.people(sessionId)).toEqual({})
  expect(await server.seals.readPrint(sessionId, 'attendance.csv')).toBeNull()
  const everybody = [...booked, ...(await petitionersOf(closed.caseId)), ...(await petitionersOf(onFile))]
  expect((await server.citizens.read(everybody, { accountId: null, purpose: 'thử' })).size).toBe(0)
  expect((await page()).due.items).toEqual([])
})

const petitionersOf = async (caseId: string): Promise<CitizenId[]> =>
  ((await server.cases.state(CaseId.parse(caseId)))?.intake.receipt?.petitionerIds ?? []).map((id) =>
    CitizenId.parse(id),
  )
