// Reminders of assignments by mail, by the agency’s plan and by hand, with a real Redis, a real queue and a mail
// server.
import type { ParsedMail } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunningReminders } from '../../server/casework/conclusions/reminders.ts'
import type { MailDependencies } from '../../server/hearing/invitations/create-mail.ts'
import { createSmtpTransport } from '../../server/mail/transport.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import type { Conclusion, Reminder } from '../../shared/wire/casework/conclusions.ts'
import { assigned } from '../harness/assigned.ts'
import { HttpServer, tokenOf } from '../harness/http.ts'
import { MailSink } from '../harness/mail-sink.ts'
import type { TestRedis } from '../harness/redis.ts'
import { until } from '../harness/wait.ts'

const unit = 'Thanh tra thành phố'
const address = 'thanhtra@tanlap.example'
const from = { name: 'Văn phòng UBND', address: 'vanphong@tanlap.example' }
/** A Thursday some weeks ahead of any day on which this may run: its own clock is moved there. */
const dueOn = '2099-12-31'

let sink: MailSink
let server: HttpServer
let cookie: string
let entryId: string
let nodes: RunningReminders[]

const sendingBy = (redis: TestRedis): MailDependencies['sending'] => ({
  transport: createSmtpTransport(sink.url),
  from,
  connection: redis.redis({ maxRetriesPerRequest: null }),
  retries: { attempts: 20, firstPauseMs: 20 },
})
const staysAt = (time: string) => {
  server.skewMs = Date.parse(`${time}+07:00`) - Date.now()
}

beforeEach(async () => {
  nodes = []
  sink = await MailSink.start()
  server = await HttpServer.start({}, sendingBy)
  await signIn()
  ;[entryId = ''] = await assigned(server, cookie, [{ unit, supportingUnits: ['Sở Xây dựng'], dueOn }])
})
afterEach(async () => {
  for (const node of nodes) await node.close()
  await server.close()
  await sink.close()
})

/** Logins end while the clock is moved. */
async function signIn() {
  ;({ cookie } = await server.signIn())
}
const enterAddress = (email: string | null = address, name = unit) =>
  server.call('PUT', '/api/units', { cookie, body: { name, email } })
const one = async (): Promise<Conclusion> =>
  (await server.call('GET', '/api/conclusions', { cookie })).body.conclusions[0]
const remindNow = (number: number) =>
  server.call('POST', `/api/conclusions/${entryId}/reminders`, { cookie, body: { number } })
const copiesOf = (mail?: ParsedMail) => (mail?.cc && !Array.isArray(mail.cc) ? mail.cc.text : null)
const startNode = (): RunningReminders => {
  const node = server.anotherReminders()
  nodes.push(node)
  return node
}
const lastIs = (state: Reminder['delivery']['state']) =>
  until(async () => {
    const last = (await one()).reminders.at(-1)
    return last?.delivery.state === state ? null : JSON.stringify(last)
  })

describe('an assignment', () => {
  it('is reminded of before its due day, on it, and while it is overdue, once each', async () => {
    await enterAddress()
    for (const [day, subject] of [
      ['2099-12-25', null],
      ['2099-12-28', 'Nhắc nhiệm vụ sắp đến hạn'],
      ['2099-12-31', 'Nhắc nhiệm vụ đến hạn hôm nay'],
      ['2100-01-01', 'Nhắc nhiệm vụ quá hạn'],
      ['2100-01-04', null],
      ['2100-01-08', 'Nhắc nhiệm vụ quá hạn'],
    ] as const) {
      staysAt(`${day}T07:59:00`)
      const before = sink.received.length
      await server.reminders.sweep()
      expect(await remindersGiven(), `before eight on ${day}`).toBe(before)
      staysAt(`${day}T08:00:00`)
      for (let sweep = 0; sweep < 3; sweep++) await server.reminders.sweep()
      if (subject === null) {
        expect(await remindersGiven(), day).toBe(before)
        continue
      }
      await until(() => (sink.received.length === before + 1 ? null : `nothing has come on ${day}`))
      expect(sink.received.at(-1)?.subject).toBe(`${subject}: Rà soát các vụ việc tồn đọng.`)
    }
    expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(4)
  })

  const remindersGiven = async () => {
    await signIn()
    return (await one()).reminders.length
  }

  it('is described in the letter: task, due day, session, and what to do', async () => {
    await enterAddress()
    staysAt('2099-12-28T09:00:00')
    await server.reminders.sweep()
    await until(() => (sink.received.length === 1 ? null : 'it has not come'))
    const text = sink.to(address)[0]?.text ?? ''
    expect(text).toContain(`Kính gửi: ${unit}`)
    expect(text).toContain('đến hạn vào ngày 31/12/2099, còn 3 ngày')
    expect(text).toContain('Nhiệm vụ: Rà soát các vụ việc tồn đọng.')
    expect(text).toContain('Đơn vị phối hợp: Sở Xây dựng')
    expect(text).toContain('Giao tại: Hội nghị giao ban tháng 11')
    expect(text).toContain('Ủy ban nhân dân xã Tân Lập')
  })

  it('is mailed to the supporting units as well, and to its own unit even if one of them cannot be reached', async () => {
    await enterAddress()
    await enterAddress('soxd@tanlap.example', 'Sở Xây dựng')
    await remindNow(1)
    await lastIs('sent')
    expect(copiesOf(sink.to(address)[0])).toBe('"Sở Xây dựng" <soxd@tanlap.example>')
    sink.unknown.add('soxd@tanlap.example')
    await remindNow(2)
    await lastIs('sent')
    expect(sink.to(address)).toHaveLength(2)
  })

  it('is not marked as sent if its own unit did not get the letter', async () => {
    await enterAddress()
    await enterAddress('soxd@tanlap.example', 'Sở Xây dựng')
    sink.unknown.add(address)
    await remindNow(1)
    await lastIs('failed')
    expect((await one()).reminders.at(-1)?.delivery.fault).toMatchObject({ code: 'address-refused' })
  })

  it('is reminded of once even if several nodes check at the same moment', async () => {
    await enterAddress()
    staysAt('2099-12-28T08:00:00')
    const others = [startNode(), startNode()]
    await Promise.all([server.reminders, ...others].map((node) => node.sweep()))
    await signIn()
    await lastIs('sent')
    expect((await one()).reminders).toHaveLength(1)
    expect(sink.received).toHaveLength(1)
  })

  it('missed by several reminders gets only the latest one', async () => {
    await enterAddress()
    staysAt('2100-02-10T15:00:00')
    await server.reminders.sweep()
    await signIn()
    await lastIs('sent')
    expect(sink.received.map(({ subject }) => subject?.split(':')[0])).toEqual(['Nhắc nhiệm vụ quá hạn'])
    expect((await one()).reminders).toMatchObject([{ occasion: 'overdue', by: null, delivery: { to: address } }])
    expect((await one()).nextReminder).toEqual({ occasion: 'overdue', on: '2100-02-17' })
  })

  it('of a unit without an address waits on the board, and is reminded of once an address is entered', async () => {
    staysAt('2099-12-31T10:00:00')
    await signIn()
    await server.reminders.sweep()
    expect(await one()).toMatchObject({ reminders: [], isToRemind: true, unitEmail: null })
    expect((await enterAddress()).status).toBe(204)
    await lastIs('sent')
    expect(await one()).toMatchObject({ unitEmail: address, isToRemind: false, reminders: [{ occasion: 'due' }] })
  })
})

describe('an assignment whose journal cannot be read', () => {
  it('does not prevent reminders of others', async () => {
    await enterAddress()
    await assigned(server, cookie, [{ unit, dueOn }])
    await server.redis.redis().xadd(`{followUp:${entryId}}:journal`, '1-0', 'commit', 'torn')
    staysAt('2099-12-28T08:00:00')
    await server.reminders.sweep()
    expect(server.journalChecks.broken.all()).toMatchObject([{ kind: 'followUp', reason: 'altered' }])
    await until(() => (sink.received.length === 1 ? null : 'it has not come'))
  })
})

describe('a reminder by hand', () => {
  beforeEach(() => enterAddress())

  it('is sent at any hour, and shows who requested it', async () => {
    expect((await remindNow(1)).status).toBe(204)
    await lastIs('sent')
    expect(sink.to(address)).toHaveLength(1)
    expect((await one()).reminders).toMatchObject([
      { number: 1, occasion: 'byHand', by: 'Trần Thị Lan', delivery: { state: 'sent', to: address } },
    ])
  })

  it('is sent once if two request it at the same moment', async () => {
    const answers = await Promise.all([remindNow(1), remindNow(1)])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    await lastIs('sent')
    expect(sink.received).toHaveLength(1)
  })

  it('shows the refusal of the mail server; after a correction it can be sent again', async () => {
    sink.unknown.add(address)
    await remindNow(1)
    await lastIs('failed')
    expect((await one()).reminders[0]?.delivery.fault?.code).toBe('address-refused')
    await enterAddress('vanthu@tanlap.example')
    await remindNow(2)
    await lastIs('sent')
    expect(sink.to('vanthu@tanlap.example')).toHaveLength(1)
  })

  it('is refused without an address, for a reported assignment, and with an invalid number', async () => {
    await enterAddress(null)
    expect((await remindNow(1)).body.error.code).toBe('reminders.no-address')
    await enterAddress()
    const form = new FormData()
    form.set('text', 'Đã xong.')
    await server.submit(`/api/conclusions/${entryId}/report`, form, { cookie })
    expect((await remindNow(1)).body.error.code).toBe('followUp.reported')
    expect((await server.call('POST', `/api/conclusions/${entryId}/reminders`, { body: { number: 1 } })).status).toBe(
      401,
    )
    expect((await remindNow(0)).status).toBe(400)
  })
})

describe('a server that ends before a reminder is sent', () => {
  it('sends it after the next start', async () => {
    await sink.close()
    await enterAddress()
    await remindNow(1)
    await lastIs('retrying')
    await server.reminders.close()
    // Nothing is left of the queue: as if the process had ended between the journal and the queue.
    const redis = server.redis.redis()
    await redis.del(await redis.keys('{diemcau}:*'))
    await sink.open()
    startNode().start()
    await lastIs('sent')
    expect(sink.received).toHaveLength(1)
  })

  it('does not send it if the assignment was reported meanwhile', async () => {
    await sink.close()
    await enterAddress()
    await remindNow(1)
    await lastIs('retrying')
    await server.reminders.close()
    const form = new FormData()
    form.set('text', 'Đã xong.')
    await server.submit(`/api/conclusions/${entryId}/report`, form, { cookie })
    await sink.open()
    await startNode().sweep()
    await lastIs('dropped')
    expect(sink.received).toEqual([])
  })
})

describe('the reminder plan of the agency', () => {
  const usual = { daysBefore: 3, onDueDay: true, overdueEvery: 5, fromHour: 8 }

  it('has default values until it is changed, and is shared by all nodes', async () => {
    expect((await server.call('GET', '/api/reminder-plan', { cookie })).body).toEqual(usual)
    const changed = { ...usual, daysBefore: 10 }
    expect((await server.call('PUT', '/api/reminder-plan', { cookie, body: changed })).status).toBe(200)
    await enterAddress()
    staysAt('2099-12-17T08:00:00')
    await startNode().sweep()
    await until(() => (sink.received.length === 1 ? null : 'it has not come'))
  })

  it.each([
    ['daysBefore', { ...usual, daysBefore: -1 }],
    ['overdueEvery', { ...usual, overdueEvery: 1000 }],
    ['fromHour', { ...usual, fromHour: 24 }],
    ['onDueDay', { ...usual, onDueDay: 'yes' }],
  ])('is refused with an invalid value of %s', async (field, body) => {
    const answer = await server.call('PUT', '/api/reminder-plan', { cookie, body })
    expect([answer.status, answer.body.error.field]).toEqual([400, field])
    expect((await server.call('PUT', '/api/reminder-plan', { body: usual })).status).toBe(401)
  })
})

describe('the units', () => {
  it('are edited by staff; those who keep minutes see the names only', async () => {
    await enterAddress()
    expect((await server.call('GET', '/api/units', { cookie })).body).toEqual({
      units: [{ name: unit, email: address }],
    })
    const scheduled = await server.schedule(cookie)
    const path = `/api/sessions/${scheduled.sessionId}/units`
    const names = await server.call('GET', path, { token: tokenOf(scheduled, 'secretary') })
    expect(names.body).toEqual({ names: [unit] })
    expect((await server.call('GET', path, { token: tokenOf(scheduled, 'citizen') })).status).toBe(403)
    expect((await server.call('GET', '/api/units')).status).toBe(401)
  })

  it.each([
    ['no address', { name: unit, email: 'không phải thư' }, 'email'],
    ['no name', { name: ' ', email: address }, 'name'],
    ['a name in two lines', { name: 'Sở\nY tế', email: address }, 'name'],
  ])('are refused with %s', async (_what, body, field) => {
    const answer = await server.call('PUT', '/api/units', { cookie, body })
    expect([answer.status, answer.body.error.field]).toEqual([400, field])
  })
})

describe('a server without mail', () => {
  it('shows due reminders on the board only, and says why', async () => {
    const silent = await HttpServer.start()
    try {
      const { cookie: office } = await silent.signIn()
      const yesterday = calendarDayOf(Date.now() - 24 * 60 * 60 * 1000)
      const [overdue] = await assigned(silent, office, [{ unit, dueOn: yesterday }])
      await silent.call('PUT', '/api/units', { cookie: office, body: { name: unit, email: address } })
      silent.skewMs = 7 * 24 * 60 * 60 * 1000
      const { body } = await silent.call('GET', '/api/conclusions', { cookie: (await silent.signIn()).cookie })
      expect(body).toMatchObject({ isMailOn: false, conclusions: [{ isToRemind: true, reminders: [] }] })
      const path = `/api/conclusions/${overdue}/reminders`
      const answer = await silent.call('POST', path, { cookie: (await silent.signIn()).cookie, body: { number: 1 } })
      expect([answer.status, answer.body.error.code]).toEqual([409, 'mail-off'])
    } finally {
      await silent.close()
    }
  })
})
