// Letters about appointments with a real Redis, a real queue and a mail server: confirmation, change, reminder,
// cancellation.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSmtpTransport } from '../../server/mail/transport.ts'
import { HttpServer } from '../harness/http.ts'
import { MailSink } from '../harness/mail-sink.ts'
import { aForm, anOfficer, aSitting, book, type Hour } from '../harness/reception.ts'
import { until } from '../harness/wait.ts'

const email = 'bay@example.vn'
/** A Tuesday some weeks ahead of any day on which this may run: the clock of the server is moved there. */
const date = '2099-12-29'
const booksAt = '2099-12-16T09:00:00'

let sink: MailSink
let server: HttpServer
let cookie: string
let place: Hour

const staysAt = (time: string) => {
  server.skewMs = Date.parse(`${time}+07:00`) - Date.now()
}
const subjects = () => sink.to(email).map(({ subject }) => subject?.split(' –')[0])
const lettersAre = (...expected: string[]) =>
  until(async () => (subjects().join() === expected.join() ? null : `letters: ${subjects().join()}`))

beforeEach(async () => {
  sink = await MailSink.start()
  server = await HttpServer.start({}, (redis) => ({
    transport: createSmtpTransport(sink.url),
    from: { name: 'Văn phòng UBND', address: 'vanphong@tanlap.example' },
    connection: redis.redis({ maxRetriesPerRequest: null }),
    retries: { attempts: 20, firstPauseMs: 20 },
  }))
  staysAt(booksAt)
  ;({ cookie } = await server.signIn())
  const { officerId } = (await server.call('POST', '/api/reception/officers', { cookie, body: anOfficer })).body
  await server.call('POST', '/api/reception/days', { cookie, body: aSitting({ date, officerId }) })
  const { days } = (await server.call('GET', '/api/reception/calendar')).body
  place = { date, sittingId: days[0].sittings[0].sittingId, time: '08:00', siteId: 'site0' }
})
afterEach(async () => {
  await server.close()
  await sink.close()
})

it('a booking is confirmed with code, time, place, what to bring, and a calendar entry', async () => {
  const { code, isMailed } = (await book(server, place, aForm({ email }))).body
  expect(isMailed).toBe(true)
  await lettersAre('Lịch hẹn tiếp công dân')
  const [letter] = sink.to(email)
  const text = letter?.text ?? ''
  expect(text).toContain(`${code.slice(0, 4)}-${code.slice(4)}`)
  expect(text).toContain(`/reception/appointment#${code}`)
  expect(text).toMatch(/08:00.*29\/12\/2099/s)
  expect(text).toContain('Trụ sở tiếp công dân (Số 1 đường Trần Phú, xã Tân Lập)')
  expect(text).toContain('Nguyễn Thị Hồng Ánh, Chủ tịch Ủy ban nhân dân xã')
  const entry = letter?.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'))
  expect(String(entry?.content)).toMatch(/METHOD:REQUEST[\s\S]*DTSTART:20991229T010000Z/)
})

it('a change, also to another day, updates the same calendar entry, and giving back cancels it', async () => {
  const { code } = (await book(server, place, aForm({ email }))).body
  const own = { code, contact: email }
  await lettersAre('Lịch hẹn tiếp công dân')
  await server.call('POST', '/api/reception/appointment/move', { body: { ...own, place: { ...place, time: '08:30' } } })
  await lettersAre('Lịch hẹn tiếp công dân', 'Thay đổi lịch hẹn tiếp công dân')
  await server.call('POST', '/api/reception/appointment/cancellation', { body: own })
  await lettersAre('Lịch hẹn tiếp công dân', 'Thay đổi lịch hẹn tiếp công dân', 'Hủy lịch hẹn tiếp công dân')
  const entries = sink.to(email).map(({ attachments }) => {
    const text = String(attachments.find(({ contentType }) => contentType.startsWith('text/calendar'))?.content)
    return [/UID:(\S+)/.exec(text)?.[1], Number(/SEQUENCE:(\d+)/.exec(text)?.[1]), /METHOD:(\w+)/.exec(text)?.[1]]
  })
  const [[uid] = []] = entries
  expect(entries).toEqual([
    [uid, 0, 'REQUEST'],
    [uid, 1, 'REQUEST'],
    [uid, 2, 'CANCEL'],
  ])
})

it('a change made while the previous letter is being sent is mailed after it', async () => {
  const answer = sink.holdAnswers()
  const { code } = (await book(server, place, aForm({ email }))).body
  await lettersAre('Lịch hẹn tiếp công dân')
  const changed = { code, contact: email, place: { ...place, time: '08:30' } }
  await server.call('POST', '/api/reception/appointment/move', { body: changed })
  answer()
  await lettersAre('Lịch hẹn tiếp công dân', 'Thay đổi lịch hẹn tiếp công dân')
})

describe('an appointment given back just before the process ended', () => {
  const isGivenBack = async () => {
    const { appointmentId } = (await server.receptionDays.state(date)).appointments.appointments.at(-1) ?? {}
    const wish = { type: 'appointments.cancel', data: { appointmentId, by: 'citizen', reason: null } }
    await server.receptionDays.dispatch(date, { kind: 'system' }, wish)
  }

  it('is reported by the next run of the letters', async () => {
    await book(server, place, aForm({ email }))
    await lettersAre('Lịch hẹn tiếp công dân')
    await isGivenBack()
    await server.appointments.attend()
    expect(subjects()).toHaveLength(1)
    staysAt('2099-12-16T09:02:00')
    await server.appointments.attend()
    await server.appointments.attend()
    await lettersAre('Lịch hẹn tiếp công dân', 'Hủy lịch hẹn tiếp công dân')
  })

  it('is not confirmed any more if its letter was still waiting in the queue', async () => {
    const answer = sink.holdAnswers()
    await book(server, place, aForm({ email: 'lan@example.vn', phone: null }))
    await until(() => (sink.to('lan@example.vn').length === 1 ? null : 'no letter is on its way'))
    await book(server, { ...place, time: '08:30' }, aForm({ email }))
    await isGivenBack()
    answer()
    staysAt('2099-12-16T09:02:00')
    await server.appointments.attend()
    await lettersAre('Hủy lịch hẹn tiếp công dân')
  })
})

it('a reminder is sent on the working day before, once, even with concurrent runs', async () => {
  await book(server, place, aForm({ email }))
  await lettersAre('Lịch hẹn tiếp công dân')
  // The 28th is the Monday before; the weekend tells nobody.
  for (const time of ['2099-12-27T10:00:00', '2099-12-28T06:30:00']) {
    staysAt(time)
    await server.appointments.attend()
  }
  expect(subjects()).toHaveLength(1)
  staysAt('2099-12-28T07:30:00')
  await Promise.all([server.appointments.attend(), server.appointments.attend()])
  await lettersAre('Lịch hẹn tiếp công dân', 'Nhắc lịch hẹn tiếp công dân')
  staysAt('2099-12-28T15:00:00')
  await server.appointments.attend()
  await server.appointments.close()
  expect(subjects()).toHaveLength(2)
})

it('no reminder is sent for an appointment booked that day or given back', async () => {
  const { code } = (await book(server, place, aForm({ email }))).body
  await lettersAre('Lịch hẹn tiếp công dân')
  await server.call('POST', '/api/reception/appointment/cancellation', { body: { code, contact: email } })
  staysAt('2099-12-28T08:00:00')
  await book(server, place, aForm({ email: 'lan@example.vn', phone: null }))
  await until(() => (sink.to('lan@example.vn').length === 1 ? null : 'the booking is not confirmed by mail'))
  await server.appointments.attend()
  await server.appointments.close()
  expect(subjects()).toEqual(['Lịch hẹn tiếp công dân', 'Hủy lịch hẹn tiếp công dân'])
  expect(sink.to('lan@example.vn')).toHaveLength(1)
})

it('a cancelled sitting is mailed with its reason to everybody; those with a telephone number only are listed to be called', async () => {
  await book(server, place, aForm({ email }))
  await book(server, { ...place, time: '08:30' }, aForm({ name: 'Trần Thị Lan', phone: '0987654321' }))
  await lettersAre('Lịch hẹn tiếp công dân')
  const url = `/api/reception/days/${date}/sittings/${place.sittingId}/cancellation`
  const { body } = await server.call('POST', url, { cookie, body: { reason: 'Phòng chống bão' } })
  expect(body).toEqual({ written: 1, toCall: 1 })
  await lettersAre('Lịch hẹn tiếp công dân', 'Hủy lịch hẹn tiếp công dân')
  expect(sink.to(email).at(-1)?.text).toContain('Lý do: Phòng chống bão')
})

it('a letter survives an unreachable mail server and the loss of the queue', async () => {
  await sink.close()
  const booked = (await book(server, place, aForm({ email }))).body
  expect(booked.status).toBe('open')
  const state = async () => {
    const url = `/api/reception/days/${date}/appointments`
    return (await server.call('GET', url, { cookie })).body.appointments[0].letter.state
  }
  await until(async () => ((await state()) === 'retrying' ? null : 'not tried yet'))
  const redis = server.redis.redis()
  await redis.del(...(await redis.keys('{diemcau}:appointments:*')))
  await sink.open()
  await server.appointments.attend()
  await lettersAre('Lịch hẹn tiếp công dân')
  await until(async () => ((await state()) === 'sent' ? null : 'not settled yet'))
})
