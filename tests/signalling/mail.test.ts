import { Queue } from 'bullmq'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMail, type MailDependencies, type RunningMail } from '../../server/hearing/invitations/create-mail.ts'
import { createSmtpTransport } from '../../server/mail/transport.ts'
import { SessionId } from '../../shared/kernel/ids.ts'
import type { MailRecipient, MailStatus } from '../../shared/wire/hearing/mail.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { aSession, HttpServer, publicUrl } from '../harness/http.ts'
import { MailSink } from '../harness/mail-sink.ts'
import type { TestRedis } from '../harness/redis.ts'
import { until } from '../harness/wait.ts'

const chairAddress = 'anh@tanlap.example'
const delegateAddress = 'viet@tanlap.example'
const from = { name: 'Văn phòng UBND', address: 'vanphong@tanlap.example' }

let sink: MailSink
let server: HttpServer
let cookie: string
/** Mail services that a test started beside the server's own. */
let started: RunningMail[]

const sendingBy = (redis: TestRedis): MailDependencies['sending'] => ({
  transport: createSmtpTransport(sink.url),
  from,
  connection: redis.redis({ maxRetriesPerRequest: null }),
  retries: { attempts: 20, firstPauseMs: 20 },
})

beforeEach(async () => {
  started = []
  sink = await MailSink.start()
  server = await HttpServer.start({}, sendingBy)
  ;({ cookie } = await server.signIn())
})
afterEach(async () => {
  for (const mail of started) await mail.close()
  await server.close()
  await sink.close()
})

async function schedule(): Promise<ScheduledSession> {
  const { participants } = aSession()
  return server.schedule(cookie, {
    title: 'Hội nghị <giao ban> & đối thoại',
    scheduledAt: Date.UTC(2026, 10, 30, 1, 30),
    sites: [
      {
        name: 'Điểm cầu trung tâm',
        rank: 'centre',
        delegates: [{ name: 'Phạm Quốc Việt', title: 'Phó Chủ tịch', email: delegateAddress }],
      },
      { name: 'Điểm cầu thôn 1', rank: 'branch' },
    ],
    participants: participants.map((one, index) => (index === 0 ? { ...one, email: chairAddress } : one)),
    agenda: [{ title: 'Báo cáo tháng', plannedMinutes: 15, reporter: { participantIndex: 0 } }],
  })
}

const mailOf = ({ sessionId }: ScheduledSession) => `/api/sessions/${sessionId}/mail`
const statusOf = async (scheduled: ScheduledSession): Promise<MailStatus> =>
  (await server.call('GET', mailOf(scheduled), { cookie })).body
const invite = (scheduled: ScheduledSession, personIds: string[] | null = null) =>
  server.call('POST', mailOf(scheduled), { cookie, body: { personIds } })

async function recipient(scheduled: ScheduledSession, address: string): Promise<MailRecipient> {
  const found = (await statusOf(scheduled)).recipients.find(({ email }) => email === address)
  if (!found) throw new Error(`nobody has ${address}`)
  return found
}
const everybodyIs = (state: string, scheduled: ScheduledSession) =>
  until(async () => {
    const { recipients } = await statusOf(scheduled)
    return recipients.every(({ delivery }) => delivery?.state === state) ? null : JSON.stringify(recipients)
  })
const calendarIn = (address: string, position = 0) => {
  const mail = sink.to(address)[position]
  const entry = mail?.attachments.find(({ contentType }) => contentType === 'application/ics')
  // RFC 5545, 3.1: long lines are folded.
  return entry?.content.toString().replaceAll('\r\n ', '') ?? ''
}
function whatItOpens(link: string): unknown {
  const { sid, sub, jti } = JSON.parse(Buffer.from(new URL(link).hash.split('.')[1] ?? '', 'base64url').toString())
  return { session: sid, participant: sub, link: jti }
}
const lineOf = (calendar: string, name: string) =>
  calendar.split('\r\n').find((line) => line.startsWith(`${name}:`)) ?? null

describe('an invitation', () => {
  it('is sent once to everybody with an address, with link, QR code and calendar entry', async () => {
    const scheduled = await schedule()
    expect(await statusOf(scheduled)).toMatchObject({ isOn: true, withoutAddress: 3, recipients: { length: 2 } })
    expect(await invite(scheduled)).toMatchObject({ status: 202, body: { queued: 2 } })
    await everybodyIs('sent', scheduled)
    expect(sink.received).toHaveLength(2)
    expect((await invite(scheduled)).body).toEqual({ queued: 0 })

    const [mail] = sink.to(chairAddress)
    // A link of a session whose day is past ends so long after it was made.
    const link = /https:\/\/\S+#\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect(whatItOpens(link)).toEqual(whatItOpens(scheduled.participants[0]?.link ?? ''))
    expect(mail?.from?.text).toBe('"Văn phòng UBND" <vanphong@tanlap.example>')
    expect(mail?.subject).toContain('Giấy mời: Hội nghị <giao ban> & đối thoại')
    expect(mail?.text).toContain('Kính gửi: Nguyễn Thị Hồng Ánh, Chủ tịch')
    expect(mail?.text).toContain('08:30')
    expect(mail?.text).toContain('30/11/2026')
    expect(mail?.text).toContain('1. Báo cáo tháng – Nguyễn Thị Hồng Ánh (15 phút)')
    expect(mail?.html).toContain('Hội nghị &lt;giao ban&gt; &amp; đối thoại')
    expect(mail?.html).not.toContain('<giao ban>')
    expect(mail?.html).toContain(`href="${link}"`)
    const picture = mail?.attachments.find(({ contentType }) => contentType === 'image/png')
    expect(mail?.html).toContain(`cid:${picture?.cid}`)

    const calendar = calendarIn(chairAddress)
    expect(lineOf(calendar, 'METHOD')).toBe('METHOD:REQUEST')
    expect(lineOf(calendar, 'SEQUENCE')).toBe('SEQUENCE:0')
    expect(lineOf(calendar, 'DTSTART')).toBe('DTSTART:20261130T013000Z')
    expect(lineOf(calendar, 'DTEND')).toBe('DTEND:20261130T030000Z')
    expect(calendar).toContain(link)
    expect(calendar).toContain(`mailto:${from.address}`)
  })

  it('of a delegate names the site, and has no link', async () => {
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('sent', scheduled)
    const [mail] = sink.to(delegateAddress)
    expect(mail?.text).toContain('Điểm cầu trung tâm')
    expect(mail?.text).toContain('Tham dự với tư cách: Đại biểu')
    expect(`${mail?.text}${mail?.html}${calendarIn(delegateAddress)}`).not.toContain(publicUrl)
  })

  it('sent again updates the same calendar entry', async () => {
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('sent', scheduled)
    const { personId } = await recipient(scheduled, chairAddress)
    expect((await invite(scheduled, [personId])).body).toEqual({ queued: 1 })
    await until(() => (sink.to(chairAddress).length === 2 ? null : 'the second has not come'))
    const [first, second] = [calendarIn(chairAddress), calendarIn(chairAddress, 1)]
    expect(lineOf(second, 'UID')).toBe(lineOf(first, 'UID'))
    expect(lineOf(second, 'SEQUENCE')).toBe('SEQUENCE:1')
    expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(3)
  })

  it('is marked as outdated once its link was replaced', async () => {
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('sent', scheduled)
    expect((await recipient(scheduled, chairAddress)).isOutdated).toBe(false)
    const participants = `/api/sessions/${scheduled.sessionId}/participants`
    await server.call('POST', `${participants}/${scheduled.participants[0]?.participantId}/link`, { cookie })
    expect((await recipient(scheduled, chairAddress)).isOutdated).toBe(true)
  })

  it('is cancelled for a participant who will not attend, and can be sent again', async () => {
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('sent', scheduled)
    const one = `/api/sessions/${scheduled.sessionId}/participants/${scheduled.participants[0]?.participantId}`
    await server.call('POST', `${one}/withdrawal`, { cookie, body: { reason: 'Đi công tác' } })
    await until(() => (sink.to(chairAddress).length === 2 ? null : 'the cancellation has not come'))
    const cancellation = calendarIn(chairAddress, 1)
    expect(lineOf(cancellation, 'METHOD')).toBe('METHOD:CANCEL')
    expect(lineOf(cancellation, 'STATUS')).toBe('STATUS:CANCELLED')
    expect(lineOf(cancellation, 'SEQUENCE')).toBe('SEQUENCE:1')
    expect(lineOf(cancellation, 'UID')).toBe(lineOf(calendarIn(chairAddress), 'UID'))
    expect(sink.to(chairAddress)[1]?.text).not.toContain(publicUrl)

    await everybodyIs('sent', scheduled)
    await server.call('POST', `${one}/link`, { cookie })
    expect((await invite(scheduled)).body).toEqual({ queued: 1 })
    await until(() => (sink.to(chairAddress).length === 3 ? null : 'the new invitation has not come'))
    expect(lineOf(calendarIn(chairAddress, 2), 'SEQUENCE')).toBe('SEQUENCE:2')
  })
})

describe('a session that is rescheduled or cancelled', () => {
  const moved = {
    title: 'Hội nghị giao ban',
    scheduledAt: Date.UTC(2026, 11, 2, 7),
    plannedMinutes: 60,
    place: 'Phòng họp số 2',
    advisingUnit: null,
  }
  const reschedule = ({ sessionId }: ScheduledSession, change: object = moved) =>
    server.call('PUT', `/api/sessions/${sessionId}/schedule`, { cookie, body: change })

  it('is reported to those who were invited, with an update of their calendar entries', async () => {
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('sent', scheduled)
    expect(await reschedule(scheduled)).toMatchObject({ status: 200, body: { place: 'Phòng họp số 2' } })
    await until(() => (sink.received.length === 4 ? null : 'the changes have not come'))
    const update = calendarIn(chairAddress, 1)
    expect(lineOf(update, 'UID')).toBe(lineOf(calendarIn(chairAddress), 'UID'))
    expect(lineOf(update, 'METHOD')).toBe('METHOD:REQUEST')
    expect(lineOf(update, 'SEQUENCE')).toBe('SEQUENCE:1')
    expect(lineOf(update, 'DTSTART')).toBe('DTSTART:20261202T070000Z')
    expect(sink.to(chairAddress)[1]?.subject).toContain('Thay đổi lịch họp: Hội nghị giao ban')
    // What is so already is no news.
    expect((await reschedule(scheduled)).status).toBe(200)
    await everybodyIs('sent', scheduled)
    expect(sink.received).toHaveLength(4)
  })

  it('sends one up-to-date invitation to those whom the first one has not reached', async () => {
    await sink.close()
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('retrying', scheduled)
    await reschedule(scheduled)
    // The newer message has been tried: nothing of the one before it is under way any more.
    await everybodyIs('retrying', scheduled)
    await sink.open()
    await everybodyIs('sent', scheduled)
    expect(sink.received).toHaveLength(2)
    expect(sink.to(chairAddress)[0]?.subject).toContain('Giấy mời: Hội nghị giao ban')
    // The message that was waiting when the session moved has given way to the newer one.
    for (const address of [chairAddress, delegateAddress])
      expect(lineOf(calendarIn(address), 'SEQUENCE')).toBe('SEQUENCE:1')
  })

  it('is not changed by invalid values; the answer names the field', async () => {
    const scheduled = await schedule()
    const refused = await reschedule(scheduled, { ...moved, plannedMinutes: 1 })
    expect([refused.status, refused.body.error.field]).toEqual([400, 'plannedMinutes'])
    await server.call('POST', `/api/sessions/${scheduled.sessionId}/open`, { cookie })
    const tooLate = await reschedule(scheduled)
    expect([tooLate.status, tooLate.body.error.code]).toEqual([409, 'session.not-scheduled'])
  })

  it('reports the cancellation and its reason by mail, in calendars, and at the entrance', async () => {
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('sent', scheduled)
    const path = `/api/sessions/${scheduled.sessionId}`
    const answer = await server.call('POST', `${path}/cancellation`, { cookie, body: { reason: 'Bão số 9' } })
    expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled' } })
    await until(() => (sink.received.length === 4 ? null : 'the cancellations have not come'))
    expect(lineOf(calendarIn(delegateAddress, 1), 'METHOD')).toBe('METHOD:CANCEL')
    expect(sink.to(chairAddress)[1]?.text).toContain('Lý do: Bão số 9')
    const token = new URL(scheduled.participants[3]?.link ?? '').hash.slice(1)
    expect((await server.call('GET', '/api/entrance', { token })).body).toMatchObject({
      answer: 'cancelled',
      explanation: 'Bão số 9',
      session: { status: 'cancelled' },
    })
    expect((await server.call('GET', path, { cookie })).body.cancelledReason).toBe('Bão số 9')
    expect((await invite(scheduled)).body.queued).toBe(0)
  })
})

describe('a mail server that is unreachable', () => {
  it('is tried again until it answers; each message is sent once', async () => {
    await sink.close()
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('retrying', scheduled)
    expect((await recipient(scheduled, chairAddress)).delivery?.fault?.code).toBe('unreachable')
    await sink.open()
    await everybodyIs('sent', scheduled)
    expect(sink.received).toHaveLength(2)
    expect((await recipient(scheduled, chairAddress)).delivery?.fault).toBeNull()
  })

  it('loses no queued message when the process is restarted; each is sent once', async () => {
    await sink.close()
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('retrying', scheduled)
    await server.mail.close()
    await sink.open()
    const again = startMail()
    await again.recover()
    await everybodyIs('sent', scheduled)
    expect(sink.received).toHaveLength(2)
  })

  it('loses no message when the process ends after writing the record and before filling the queue', async () => {
    await server.mail.close()
    const scheduled = await schedule()
    await invite(scheduled)
    // The record is written, the queue was never filled: as if the process had ended there.
    const redis = server.redis.redis()
    await redis.del(await redis.keys('{diemcau}:*'))
    expect((await recipient(scheduled, chairAddress)).delivery?.state).toBe('queued')
    await startMail().recover()
    await until(() => (sink.to(chairAddress).length === 1 ? null : 'it has not come'))
  })
})

describe('a message left in the queue by a process that ended', () => {
  const isEmpty = (queue: Queue) =>
    until(async () => ((await queue.getJobCountByTypes('waiting', 'active', 'delayed')) === 0 ? null : 'jobs are left'))
  const queueOf = () => new Queue('mail', { connection: server.redis.redis(), prefix: '{diemcau}' })

  it('is not sent again if it was sent', async () => {
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('sent', scheduled)
    const queue = queueOf()
    const { personId } = await recipient(scheduled, chairAddress)
    await queue.add('send', { sessionId: scheduled.sessionId, personId, sequence: 0 }, { removeOnComplete: true })
    await isEmpty(queue)
    expect(sink.to(chairAddress)).toHaveLength(1)
  })

  it('is replaced by a newer one', async () => {
    await sink.close()
    const scheduled = await schedule()
    await invite(scheduled)
    await everybodyIs('retrying', scheduled)
    const change = { title: 'Giao ban', scheduledAt: Date.UTC(2026, 11, 2, 7), plannedMinutes: 60, place: 'Phòng 2' }
    await server.call('PUT', `/api/sessions/${scheduled.sessionId}/schedule`, { cookie, body: change })
    await server.mail.close()
    const redis = server.redis.redis()
    await redis.del(await redis.keys('{diemcau}:*'))
    await sink.open()
    const queue = queueOf()
    const { personId } = await recipient(scheduled, chairAddress)
    await queue.add('send', { sessionId: scheduled.sessionId, personId, sequence: 0 }, { removeOnComplete: true })
    const again = startMail()
    await isEmpty(queue)
    expect(sink.received).toEqual([])
    await again.recover()
    await everybodyIs('sent', scheduled)
    expect(lineOf(calendarIn(chairAddress), 'SEQUENCE')).toBe('SEQUENCE:1')
  })
})

function startMail(): RunningMail {
  const { sessions, sessionLists, links, redis, now } = server
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const mail = createMail({
    sessions,
    lists: sessionLists,
    links,
    redis: redis.redis(),
    sending: sendingBy(redis),
    organisation: async () => 'UBND xã Tân Lập',
    now,
    log,
  })
  started.push(mail)
  return mail
}

describe('an address refused by the mail server', () => {
  it('is shown to staff with the reason, corrected, and mailed again', async () => {
    sink.unknown.add(chairAddress)
    const scheduled = await schedule()
    await invite(scheduled)
    const chair = () => recipient(scheduled, chairAddress)
    await until(async () => ((await chair()).delivery?.state === 'failed' ? null : JSON.stringify(await chair())))
    const { delivery, personId } = await chair()
    expect(delivery).toMatchObject({ attempts: 1, fault: { code: 'address-refused' } })
    expect(delivery?.fault?.detail).toContain('there is no such mailbox')
    expect(delivery?.fault?.detail).not.toContain(chairAddress)

    const address = `/api/sessions/${scheduled.sessionId}/people/${personId}/email`
    const put = (email: string | null) => server.call('PUT', address, { cookie, body: { email } })
    expect((await put('no address')).body.error).toMatchObject({ code: 'invalid', field: 'email' })
    expect((await put('hongánh@tanlap.example')).status).toBe(400)
    expect((await put('hong.anh@tanlap.example')).status).toBe(204)
    expect((await invite(scheduled)).body).toEqual({ queued: 1 })
    await everybodyIs('sent', scheduled)
    expect(lineOf(calendarIn('hong.anh@tanlap.example'), 'SEQUENCE')).toBe('SEQUENCE:0')
  })

  it('of an unknown person or session is answered as not found', async () => {
    const { sessionId } = await schedule()
    const put = (path: string) => server.call('PUT', path, { cookie, body: { email: 'a@example.vn' } })
    expect((await put(`/api/sessions/${sessionId}/people/nobody/email`)).status).toBe(404)
    expect((await put('/api/sessions/none/people/nobody/email')).status).toBe(404)
    expect((await server.call('GET', '/api/sessions/none/mail', { cookie })).status).toBe(404)
  })
})

it('writes no address, name or text of a message to the log or the queue', async () => {
  sink.unknown.add(delegateAddress)
  const scheduled = await schedule()
  await invite(scheduled)
  await until(() => (sink.to(chairAddress).length === 1 ? null : 'it has not come'))
  await until(() => (server.logged.some((line) => line.includes('mail not sent')) ? null : 'nothing is logged'))
  const redis = server.redis.redis()
  const queued = await Promise.all(
    (await redis.keys('{diemcau}:*')).map(async (key) => [key, await redis.dump(key)].join(' ')),
  )
  const written = [
    ...server.logged,
    ...queued,
    JSON.stringify(await redis.hgetall(`{session:${scheduled.sessionId}}:mail`)),
  ]
  for (const secret of ['tanlap.example', 'Hồng Ánh', 'Kính gửi', '/join#'])
    expect(written.filter((line) => line.includes(secret))).toEqual([])
})

describe('a calendar entry for download', () => {
  it('is the same as in the mail, with the personal link', async () => {
    const scheduled = await schedule()
    const { participantId, link } = scheduled.participants[0] ?? { participantId: '', link: '' }
    const path = `/api/sessions/${scheduled.sessionId}/participants/${participantId}/invitation.ics`
    const { status, headers, text } = await server.call('GET', path, { cookie })
    const calendar = text.replaceAll('\r\n ', '')
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('Lịch họp - Hội nghị')
    expect(lineOf(calendar, 'METHOD')).toBe('METHOD:PUBLISH')
    expect(calendar).toContain(link)
    await invite(scheduled)
    await everybodyIs('sent', scheduled)
    expect(lineOf(calendarIn(chairAddress), 'UID')).toBe(lineOf(calendar, 'UID'))
  })
})

it('mail is accessible to staff only', async () => {
  const scheduled = await schedule()
  const token = new URL(scheduled.participants[0]?.link ?? '').hash.slice(1)
  for (const caller of [{}, { token }]) {
    expect((await server.call('GET', mailOf(scheduled), caller)).status).toBe(401)
    expect((await server.call('POST', mailOf(scheduled), { ...caller, body: { personIds: null } })).status).toBe(401)
  }
  expect(JSON.stringify(await server.sessions.journal(SessionId.parse(scheduled.sessionId)))).not.toContain('@')
})

it('mail is reported as off if no mail server is configured', async () => {
  const silent = await HttpServer.start()
  try {
    const { cookie: own } = await silent.signIn()
    const { sessionId } = await silent.schedule(own)
    const path = `/api/sessions/${sessionId}/mail`
    expect((await silent.call('GET', path, { cookie: own })).body).toMatchObject({ isOn: false })
    const refused = await silent.call('POST', path, { cookie: own, body: { personIds: null } })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'mail-off'])
  } finally {
    await silent.close()
  }
})
