// Appointments over REST: calendar, booking, code, changes, cancelled sittings. With a real Redis and without a
// browser.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import type { Calendar, Officer, ReceptionSettings, StaffCalendar } from '../../shared/wire/reception/appointments.ts'
import { usualReceptionSettings } from '../../shared/wire/reception/appointments.ts'
import type { DayView } from '../../shared/wire/reception/reception.ts'
import { HttpServer, publicUrl } from '../harness/http.ts'
import { aForm, anOfficer, aSitting, book, type Hour, proofFor, workingDay } from '../harness/reception.ts'
import { until } from '../harness/wait.ts'

let server: HttpServer
let cookie: string
let head: Officer
beforeEach(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
  head = (await server.call('POST', '/api/reception/officers', { cookie, body: anOfficer })).body
})
afterEach(() => server.close())

const calendar = async (): Promise<Calendar> => (await server.call('GET', '/api/reception/calendar')).body

/** A sitting of two hours of the clock, one citizen each; the first of them. */
async function aDay(changes: Partial<Parameters<typeof aSitting>[0]> = {}): Promise<Hour> {
  const date = changes.date ?? workingDay(server, 8)
  const body = aSitting({ officerId: head.officerId, ...changes, date })
  const { status, text } = await server.call('POST', '/api/reception/days', { cookie, body })
  if (status !== 201) throw new Error(text)
  const day = (await calendar()).days.find((one) => one.date === date)
  const sitting = day?.sittings.at(-1)
  if (!sitting) throw new Error('not in the calendar')
  return { date, sittingId: sitting.sittingId, time: '08:00', siteId: sitting.sites[0]?.siteId ?? null }
}
const another = (phone: string) => aForm({ name: 'Trần Thị Lan', phone })
const own = (act: '' | '/move' | '/cancellation' | '/arrival', body: object, address = '203.0.113.7') =>
  server.call('POST', `/api/reception/appointment${act}`, { body, address })

describe('a citizen without an account', () => {
  it('finds a day with officer and place, books a slot, and gets a code; staff see the booking', async () => {
    const place = await aDay()
    expect(await calendar()).toMatchObject({
      organisation: 'Ủy ban nhân dân xã Tân Lập',
      days: [
        {
          date: place.date,
          sittings: [
            {
              receiver: { name: anOfficer.name, title: anOfficer.title },
              slots: [
                { time: '08:00', free: 1 },
                { time: '08:30', free: 1 },
              ],
            },
          ],
        },
      ],
    })

    const booked = await book(server, place, aForm())
    expect(booked).toMatchObject({
      status: 201,
      body: {
        code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{8}$/),
        date: place.date,
        time: '08:00',
        siteName: 'Trụ sở tiếp công dân',
        status: 'open',
      },
    })
    expect((await calendar()).days[0]?.sittings[0]?.slots[0]?.free).toBe(0)

    const seen = await server.call('GET', `/api/reception/days/${place.date}/appointments`, { cookie })
    expect(seen.body.appointments).toMatchObject([
      { time: '08:00', name: 'Đỗ Văn Bảy', phone: '+84912345678', subject: 'Ranh giới thửa đất số 45' },
    ])
  })

  it('leaves neither name, telephone nor text in the journal, and nothing unencrypted in Redis', async () => {
    const place = await aDay()
    const { body } = await book(server, place, aForm({ email: 'bay@example.vn' }))
    const written = JSON.stringify(await server.receptionDays.journal(place.date))
    expect(written).toContain('appointments.booked')
    expect(written).not.toMatch(new RegExp(`Bảy|912345678|bay@|thửa đất|Thôn 3, xã|${body.code}`))
    const redis = server.redis.redis()
    const stored: string[] = []
    for (const key of await redis.keys('*')) {
      const value = (await redis.type(key)) === 'string' ? await redis.get(key) : ''
      stored.push(key, value ?? '')
      if ((await redis.type(key)) === 'hash') stored.push(JSON.stringify(await redis.hgetall(key)))
    }
    expect(stored.join('\n')).not.toMatch(new RegExp(`Bảy|912345678|bay@|thửa đất|${body.code}`))
  })

  it('opens, moves and gives back an appointment with code and contact in any spelling', async () => {
    const place = await aDay()
    const { code } = (await book(server, place, aForm())).body
    const proof = { code: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `, contact: '0912.345.678' }
    expect((await own('', proof)).body).toMatchObject({ time: '08:00', status: 'open' })
    expect((await own('/move', { ...proof, place: { ...place, time: '08:30' } })).body).toMatchObject({
      code,
      time: '08:30',
    })
    const elsewhere = await aDay({ date: workingDay(server, 9) })
    expect((await own('/move', { ...proof, place: elsewhere })).body).toMatchObject({ code, date: elsewhere.date })
    expect((await own('', proof)).body).toMatchObject({ date: elsewhere.date, status: 'open' })
    expect((await own('/move', { ...proof, place })).body).toMatchObject({ code, date: place.date, status: 'open' })
    expect((await own('/cancellation', proof)).body).toMatchObject({ status: 'cancelledByCitizen' })
    expect(await own('/cancellation', proof)).toMatchObject({
      status: 409,
      body: { error: { code: 'appointments.not-open' } },
    })
    for (const { sittings } of (await calendar()).days)
      expect(sittings.flatMap(({ slots }) => slots.map(({ free }) => free))).toEqual([1, 1])
  })

  it('takes a ticket for an appointment from two hours before it until the end of the sitting', async () => {
    const place = await aDay()
    const { code, mayArrive } = (await book(server, place, aForm({ priority: 'elderly' }))).body
    const proof = { code, contact: '0912345678' }
    expect(mayArrive).toBe(false)
    const arrives = async (time: string) => {
      server.skewMs = Date.parse(`${place.date}T${time}:00+07:00`) - Date.now()
      const seen = (await own('', proof)).body.mayArrive
      const { status, body } = await own('/arrival', proof)
      return [seen, status, body.link ?? body.error.code]
    }
    const toWait = expect.stringContaining(`${publicUrl}/wait#`)
    expect(await arrives('05:59')).toEqual([false, 409, 'appointments.not-yet'])
    expect(await arrives('07:40')).toEqual([true, 200, toWait])
    // Again, from another device: no second place in the queue.
    expect(await arrives('08:59')).toEqual([true, 200, toWait])
    const { queue } = await server.receptionDays.state(place.date)
    expect(Object.values(queue.tickets)).toMatchObject([
      {
        kind: 'reception',
        way: 'desk',
        appointedAt: Date.parse(`${place.date}T08:00:00+07:00`),
        priority: 'elderly',
        status: 'waiting',
      },
    ])
    expect(await arrives('09:00')).toEqual([false, 409, 'appointments.not-yet'])
  })

  it('is offered a notice of refusal with the subject of the booking until the register has another one', async () => {
    const place = await aDay()
    const { code } = (await book(server, place, aForm())).body
    server.skewMs = Date.parse(`${place.date}T07:40:00+07:00`) - Date.now()
    // The login of a week ago has ended.
    ;({ cookie } = await server.signIn())
    const noteTaker = await server.signIn()
    const desk = {
      label: 'Bàn 1',
      kinds: ['reception'],
      noteTakerId: noteTaker.account.accountId,
      unit: 'Ban Tiếp công dân',
    }
    const { deskId } = (await server.call('POST', '/api/reception/desks', { cookie, body: desk })).body
    await own('/arrival', { code, contact: '0912345678' })
    const at = `/api/reception/desks/${deskId}`
    const { sessionId, ticketId } = (await server.call('POST', `${at}/call-next`, { cookie, body: {} })).body
    await server.reception.look()
    expect((await server.call('GET', `/api/sessions/${sessionId}`, { cookie })).body).toMatchObject({
      title: 'Tiếp công dân, số A001',
      advisingUnit: 'Ban Tiếp công dân',
    })
    const matter = async () =>
      (await server.call('GET', `/api/sessions/${sessionId}/refusal-notices`, { cookie })).body.matter
    expect(await matter()).toBe('Ranh giới thửa đất số 45')
    await server.call('POST', `${at}/begin`, { cookie })
    await server.register.look()
    const { body } = await server.call('PUT', `/api/register/${place.date}/${ticketId}`, {
      cookie,
      body: { revision: 0, content: 'Khiếu nại ranh giới đất với thửa số 46' },
    })
    expect(body).toMatchObject({ content: 'Khiếu nại ranh giới đất với thửa số 46' })
    expect(await matter()).toBe('Khiếu nại ranh giới đất với thửa số 46')
  })

  it('who repeats a request after losing its answer gets the same booking', async () => {
    const place = await aDay({ capacity: 5 })
    const body = { place, form: aForm(), proof: await proofFor(server) }
    const first = await server.call('POST', '/api/reception/appointments', { body })
    const again = await server.call('POST', '/api/reception/appointments', { body })
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect((await calendar()).days[0]?.sittings[0]?.slots[0]?.free).toBe(4)
  })
})

describe('the slots of a sitting', () => {
  it('are never overbooked by concurrent bookings', async () => {
    const place = await aDay({ capacity: 3 })
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        book(server, place, another(`09123456${10 + index}`), `203.0.113.${index}`),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(answers.filter(({ body }) => body.error?.code === 'appointments.slot-full')).toHaveLength(9)
  })

  it('are limited per contact: two open appointments, six bookings a week', async () => {
    const place = await aDay({ capacity: 20 })
    const codes: string[] = []
    for (const expected of [201, 201, 409]) {
      const { status, body } = await book(server, place, aForm())
      expect(status).toBe(expected)
      codes.push(body.code)
    }
    for (const expected of [201, 409, 409, 429]) {
      if (expected === 201) await own('/cancellation', { code: codes[0], contact: '0912345678' })
      expect((await book(server, place, aForm(), '198.51.100.9')).status).toBe(expected)
    }
  })

  it('require a valid proof of work that this server has issued, usable once', async () => {
    const place = await aDay({ capacity: 9 })
    const proof = await proofFor(server)
    const send = (changed: object) =>
      server.call('POST', '/api/reception/appointments', { body: { place, form: aForm(), proof: changed } })
    const { challenge, solution } = proof
    const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1, keyPrefix: '0' } }
    for (const forged of [
      { challenge: easier, solution },
      { challenge, solution: { ...solution, derivedKey: '0'.repeat(64) } },
      { challenge: { ...challenge, signature: '0'.repeat(64) }, solution },
    ])
      expect(await send(forged)).toMatchObject({ status: 400, body: { error: { code: 'appointments.proof' } } })
    expect((await send(proof)).status).toBe(201)
    const stranger = { place, form: another('0987654321'), proof }
    expect((await server.call('POST', '/api/reception/appointments', { body: stranger })).status).toBe(400)
  })
})

describe('an invalid booking', () => {
  it('is refused with the name of the field', async () => {
    const place = await aDay()
    const refusals: [object, string][] = [
      [{ form: aForm({ phone: '12345' }) }, 'form.phone'],
      [{ form: aForm({ phone: null }) }, 'form.phone'],
      [{ form: aForm({ email: 'bay@' }) }, 'form.email'],
      [{ form: aForm({ name: '   ' }) }, 'form.name'],
      [{ place: { ...place, date: '2026-02-30' } }, 'place.date'],
      [{ place: { ...place, time: '25:00' } }, 'place.time'],
    ]
    const proof = await proofFor(server)
    for (const [changes, field] of refusals) {
      const body = { place, form: aForm(), proof, ...changes }
      const { status, body: answer } = await server.call('POST', '/api/reception/appointments', { body })
      expect([status, answer.error.field]).toEqual([400, field])
    }
  })

  it.each([
    [{ kind: 'group', people: 12, representatives: 6, hasPaper: true }, 'appointments.too-many-representatives'],
    [{ kind: 'group', people: 8, representatives: 3, hasPaper: true }, 'appointments.too-many-representatives'],
    [{ kind: 'group', people: 12, representatives: 5, hasPaper: false }, 'appointments.no-group-paper'],
    [{ kind: 'group', people: 4, representatives: 1, hasPaper: true }, 'appointments.group-too-small'],
    [{ kind: 'representative', hasPaper: false }, 'appointments.no-authorisation'],
  ] as const)('is refused with the reason: %o', async (party, code) => {
    const place = await aDay()
    expect(await book(server, place, aForm({ party }))).toMatchObject({ status: 409, body: { error: { code } } })
    expect((await calendar()).days[0]?.sittings[0]?.slots[0]?.free).toBe(1)
  })

  it('is refused for a day, slot, site or sitting that is not offered', async () => {
    const place = await aDay()
    for (const [changes, code] of [
      [{ date: '2099-12-31' }, 'appointments.not-offered'],
      [{ date: calendarDayOf(server.now() - 24 * 3600_000) }, 'appointments.not-offered'],
      [{ time: '08:10' }, 'appointments.unknown-slot'],
      [{ siteId: 'site9' }, 'appointments.way-closed'],
      [{ siteId: null }, 'appointments.way-closed'],
      [{ sittingId: 'other' }, 'appointments.unknown-sitting'],
    ] as const)
      expect((await book(server, { ...place, ...changes }, another('0987654321'))).body.error.code).toBe(code)
  })
})

describe('guessing codes of appointments', () => {
  it('reveals nothing: an unknown code and a wrong contact get the same answer', async () => {
    const { code } = (await book(server, await aDay(), aForm())).body
    const wrongContact = await own('', { code, contact: '0987654321' })
    const wrongCode = await own('', { code: code === 'ABCD2345' ? 'ABCD2346' : 'ABCD2345', contact: '0912345678' })
    expect(wrongContact.status).toBe(404)
    expect(wrongContact.text).toBe(wrongCode.text)
  })

  it('is blocked after five tries per code, from any network and even for the right contact', async () => {
    const { code } = (await book(server, await aDay(), aForm())).body
    for (let tries = 0; tries < 5; tries++)
      expect((await own('', { code, contact: '0987654321' }, `198.51.100.${tries}`)).status).toBe(404)
    expect(await own('', { code, contact: '0912345678' }, '198.51.100.200')).toMatchObject({ status: 429 })
  })

  it('is blocked for a network after fifteen codes', async () => {
    const answers: number[] = []
    for (let index = 0; index < 16; index++)
      answers.push((await own('', { code: `ABCDEFG${'ABCDEFGHJKLMNPQR'[index]}`, contact: '0912345678' })).status)
    expect(answers).toEqual([...Array(15).fill(404), 429])
  })
})

describe('staff', () => {
  it('are the only ones who see names and plans; each access to names is recorded', async () => {
    const place = await aDay()
    await book(server, place, aForm())
    for (const url of [
      '/api/reception/officers',
      '/api/reception/rota',
      '/api/reception/days?month=2026-12',
      `/api/reception/days/${place.date}/appointments`,
    ])
      expect((await server.call('GET', url)).status).toBe(401)

    const reader = await server.signIn()
    await server.call('GET', `/api/reception/days/${place.date}/appointments`, { cookie: reader.cookie })
    const redis = server.redis.redis()
    const [accesses = ''] = await redis.keys('{citizen:*}:accesses')
    expect((await redis.lrange(accesses, 0, -1)).map((line) => JSON.parse(line))).toMatchObject([
      { act: 'read', by: reader.account.accountId, purpose: 'lịch hẹn tiếp công dân' },
    ])
  })

  it('see who is unsure whether to denounce, with text and contact, only as members of the intake group', async () => {
    const place = await aDay()
    await book(server, place, aForm({ matter: 'unsure' }))
    const [reader, sorter] = [await server.signIn(), await server.signIn()]
    await server.joinsIntakeGroup(sorter.account.accountId)
    const seenBy = async ({ cookie: own }: { cookie: string }) =>
      (await server.call('GET', `/api/reception/days/${place.date}/appointments`, { cookie: own })).body.appointments
    expect(await seenBy(reader)).toMatchObject([
      { time: '08:00', matter: 'unsure', name: null, phone: null, email: null, subject: null, isWithheld: true },
    ])
    expect(await seenBy(sorter)).toMatchObject([{ name: 'Đỗ Văn Bảy', isWithheld: false }])
  })

  it('see a number instead of the name of a citizen who is unsure, from the queue to the register, until the matter is sorted', async () => {
    const place = await aDay()
    const { code } = (await book(server, place, aForm({ matter: 'unsure' }))).body
    server.skewMs = Date.parse(`${place.date}T07:40:00+07:00`) - Date.now()
    const [officer, noteTaker, other, sorter] = [
      await server.signIn(),
      await server.signIn(),
      await server.signIn(),
      await server.signIn(),
    ]
    await server.joinsIntakeGroup(sorter.account.accountId)
    const as = (who: { cookie: string }, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) =>
      server.call(method, url, { cookie: who.cookie, ...(body && { body }) })
    await own('/arrival', { code, contact: '0912345678' })
    const live: DayView[] = []
    const stop = await server.reception.watchDay(
      { account: other.account, lookAgain: async () => other.account, ended: () => undefined },
      (view) => live.push(view),
    )
    const inLine = async (who: { cookie: string }) => (await as(who, 'GET', '/api/reception/day')).body.tickets
    await until(() => (live.some(({ tickets }) => tickets.length > 0) ? null : 'nobody in the line'))
    for (const who of [officer, other])
      expect(await inLine(who)).toMatchObject([{ number: 'A001', name: null, isNamed: true }])
    expect(await inLine(sorter)).toMatchObject([{ number: 'A001', name: 'Đỗ Văn Bảy' }])

    const desk = { label: 'Bàn 1', kinds: ['reception'], noteTakerId: noteTaker.account.accountId }
    const at = `/api/reception/desks/${(await as(officer, 'POST', '/api/reception/desks', desk)).body.deskId}`
    const { sessionId, ticketId } = (await as(officer, 'POST', `${at}/call-next`, {})).body
    await server.reception.look()
    await as(officer, 'POST', `${at}/begin`)
    await server.register.look()
    const row = `/api/register/${place.date}/${ticketId}`
    const seenBy = async (who: { cookie: string }) =>
      (
        await Promise.all(
          [
            `/sessions/${sessionId}`,
            `/sessions/${sessionId}/refusal-notices`,
            '/reception/day',
            `/reception/days/${place.date}/appointments`,
            `/register?period=${place.date}`,
          ].map((url) => as(who, 'GET', `/api${url}`)),
        )
      ).map(({ status, text }) => [status, ['Văn Bảy', '912345678', 'thửa đất'].filter((one) => text.includes(one))])
    expect(await seenBy(other)).toEqual(Array(5).fill([200, []]))
    const called = `/api/register?period=${place.date}&name=${encodeURIComponent('Đỗ Văn Bảy')}`
    expect((await as(other, 'GET', called)).body.rows).toEqual([])
    const { tickets } = (await server.receptionDays.state(place.date)).queue
    const visits = async () =>
      server.register.visitsOf(Object.values(tickets).flatMap(({ citizenId }) => citizenId ?? []))
    expect(await visits()).toEqual([])
    expect((await as(other, 'GET', `/api/sessions/${sessionId}`)).text).toContain('Công dân số A001')
    expect((await as(other, 'PUT', row, { revision: 0, kind: 'complaint' })).body.error.code).toBe(
      'register.for-intake-group',
    )
    expect(live.flatMap(({ tickets }) => tickets).filter(({ name }) => name !== null)).toEqual([])
    stop()

    expect((await as(officer, 'PUT', row, { revision: 0, kind: 'complaint' })).status).toBe(200)
    const register = (await as(other, 'GET', `/api/register?period=${place.date}`)).body.rows
    expect(register).toMatchObject([{ kind: 'complaint', citizen: { name: 'Đỗ Văn Bảy' } }])
    expect(await visits()).toHaveLength(1)
  })

  it('record the training of an officer with past dates only', async () => {
    const learned = {
      ...anOfficer,
      courses: [{ name: 'Bồi dưỡng nghiệp vụ tiếp công dân', on: '2025-05-20' }],
      certificates: [{ name: 'Thanh tra viên', number: 'TTV-0123', on: '2024-03-01' }],
    }
    const { body, status } = await server.call('POST', '/api/reception/officers', { cookie, body: learned })
    expect({ status, body }).toMatchObject({ status: 201, body: learned })
    const path = `/api/reception/officers/${body.officerId}`
    const change = (changes: object) => server.call('PUT', path, { cookie, body: { ...learned, ...changes } })
    expect((await change({ courses: [{ name: 'Lớp', on: '2025-02-30' }] })).status).toBe(400)
    const tomorrow = calendarDayOf(server.now() + 24 * 60 * 60 * 1000)
    const early = await change({ certificates: [{ name: 'Chứng chỉ', number: null, on: tomorrow }] })
    expect(early.body.error).toMatchObject({ code: 'officers.in-future', field: 'certificates.0.on' })
    const { body: list } = await server.call('GET', '/api/reception/officers', { cookie })
    expect(list.officers).toContainEqual(body)
    expect((await change({ courses: [] })).body).toMatchObject({ courses: [], certificates: learned.certificates })
  })

  it('cancel a sitting: its appointments are cancelled with the reason, and it cannot be booked', async () => {
    const place = await aDay()
    const { code } = (await book(server, place, aForm())).body
    const url = `/api/reception/days/${place.date}/sittings/${place.sittingId}/cancellation`
    const called = await server.call('POST', url, { cookie, body: { reason: 'Họp đột xuất' } })
    expect(called).toMatchObject({ status: 200, body: { written: 0, toCall: 1 } })
    expect((await own('', { code, contact: '0912345678' })).body).toMatchObject({
      status: 'cancelledByAgency',
      reason: 'Họp đột xuất',
    })
    expect((await calendar()).days[0]?.sittings[0]).toMatchObject({ cancelledReason: 'Họp đột xuất' })
    expect((await book(server, { ...place, time: '08:30' }, another('0987654321'))).body.error.code).toBe(
      'appointments.sitting-cancelled',
    )
  })

  it('plan sittings by the rota once, even if repeated, and are told what cannot be planned', async () => {
    const settings: ReceptionSettings = {
      ...usualReceptionSettings,
      rules: (['one', 'two'] as const).map((ruleId) => ({
        ...aSitting({ date: '', officerId: head.officerId }),
        ruleId: ruleId as ReceptionSettings['rules'][number]['ruleId'],
        cadence: { kind: 'weekly', weekdays: [2] },
        validFrom: '2026-01-01',
        validUntil: null,
      })),
    }
    const put = () => server.call('PUT', '/api/reception/rota', { cookie, body: settings })
    const first = (await put()).body
    expect(first.planned).toBe(4)
    // The second rule has the same officer at the same hours.
    expect(first.refused.map(({ ruleId, code }: { ruleId: string; code: string }) => [ruleId, code])).toEqual(
      Array(4).fill(['two', 'appointments.officer-busy']),
    )
    expect((await put()).body.planned).toBe(0)
    expect((await calendar()).days).toHaveLength(4)
  })

  it('see sittings published too late, and whether the head has received citizens', async () => {
    const late = await aDay({ date: workingDay(server, 2) })
    const month = late.date.slice(0, 7)
    const days = async (): Promise<StaffCalendar> =>
      (await server.call('GET', `/api/reception/days?month=${month}`, { cookie })).body
    const seen = await days()
    expect(seen.days.find(({ date }) => date === late.date)?.sittings[0]).toMatchObject({ isPostedInTime: false })
    expect(seen.duty).toMatchObject({ per: 'week', hasHead: true })
    const weekOf = ({ duty }: StaffCalendar) =>
      duty.periods.find(({ from, to }) => from <= late.date && late.date <= to)
    expect(weekOf(seen)).toMatchObject({ status: 'planned' })

    const url = `/api/reception/days/${late.date}/sittings/${late.sittingId}/held`
    const note = () => server.call('POST', url, { cookie, body: { officerId: head.officerId } })
    expect((await note()).body.error.code).toBe('appointments.not-begun')
    const { skewMs } = server
    server.skewMs = Date.parse(`${late.date}T09:00:00+07:00`) - Date.now()
    try {
      ;({ cookie } = await server.signIn())
      expect((await note()).status).toBe(204)
      expect(weekOf(await days())).toMatchObject({ status: 'kept', held: 1 })
    } finally {
      server.skewMs = skewMs
    }
  })

  it('cannot remove slots that are booked', async () => {
    const place = await aDay()
    await book(server, place, aForm())
    const { date: _, ...change } = aSitting({ date: place.date, officerId: head.officerId, from: '08:30' })
    const url = `/api/reception/days/${place.date}/sittings/${place.sittingId}`
    expect((await server.call('PUT', url, { cookie, body: change })).body.error.code).toBe('appointments.slot-taken')
    expect((await server.call('PUT', url, { cookie, body: { ...change, from: '08:00', capacity: 4 } })).status).toBe(
      204,
    )
    expect((await calendar()).days[0]?.sittings[0]?.slots[0]?.free).toBe(3)
  })
})
