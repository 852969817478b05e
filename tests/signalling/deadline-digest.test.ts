// The daily letter about deadlines that are near or over, with a real Redis, a real queue and a mail server.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunningDeadlineDigest } from '../../server/casework/deadlines/deadline-digest.ts'
import type { MailDependencies } from '../../server/hearing/invitations/create-mail.ts'
import { createSmtpTransport } from '../../server/mail/transport.ts'
import type { DeadlineList } from '../../shared/wire/casework/law.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { actingIn, HttpServer } from '../harness/http.ts'
import { MailSink } from '../harness/mail-sink.ts'
import type { TestRedis } from '../harness/redis.ts'
import { until } from '../harness/wait.ts'

const unit = 'Phòng Kinh tế'
const address = 'kinhte@tanlap.example'
const from = { name: 'Văn phòng UBND', address: 'vanphong@tanlap.example' }

let sink: MailSink
let server: HttpServer
let office: Office
let node: RunningDeadlineDigest

const sendingBy = (redis: TestRedis): MailDependencies['sending'] => ({
  transport: createSmtpTransport(sink.url),
  from,
  connection: redis.redis({ maxRetriesPerRequest: null }),
  retries: { attempts: 20, firstPauseMs: 20 },
})
const at = async (time: string) => {
  server.skewMs = Date.parse(`${time}:00+07:00`) - Date.now()
  office = new Office(server, (await server.signIn()).cookie)
}

beforeEach(async () => {
  sink = await MailSink.start()
  server = await HttpServer.start({}, sendingBy)
  node = server.anotherDeadlineDigest()
  await at('2026-11-25T07:00')
})
afterEach(async () => {
  await node.close()
  await server.close()
  await sink.close()
})

async function given(changes: Parameters<typeof aPetition>[0], to: string | null = unit): Promise<string> {
  const { caseId } = await office.received(aPetition({ writtenOn: null, ...changes }))
  await office.takesUp(caseId)
  if (to !== null) await office.does(caseId, 'assignment', { unit: to, officerId: null, note: null })
  return caseId
}
const letterOf = async (name = unit) =>
  ((await office.get('/deadlines')).body as DeadlineList).byUnit.find((one) => one.unit === name)?.letter
const sweep = () => Promise.all([server.deadlineDigest.sweep(), node.sweep(), server.deadlineDigest.sweep()])
const sent = (count: number) => until(() => (sink.received.length === count ? null : `${sink.received.length} came`))

describe('a unit with deadlines that are near or over', () => {
  it('gets one letter per working day, from the configured hour, however often the sweep runs', async () => {
    await given({ receivedOn: '2026-09-01', kind: 'reflection', subject: 'Đường ngập nước' })
    await office.put('/units', { name: unit, email: address })
    await sweep()
    expect(await letterOf()).toBeNull()
    for (const [day, letters, state] of [
      ['2026-11-25', 1, 'sent'],
      ['2026-11-26', 2, 'sent'],
      // A weekend.
      ['2026-11-28', 2, null],
      ['2026-11-30', 3, 'sent'],
    ] as const) {
      await at(`${day}T08:00`)
      await sweep()
      await sent(letters)
      await until(async () => ((await letterOf()) === state ? null : `it is ${await letterOf()}`))
      await sweep()
    }
    expect(sink.received).toHaveLength(3)
    expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(3)
  })

  it('is told what is due when; of a denunciation only the number, and no article of law', async () => {
    await given({ receivedOn: '2026-09-01', kind: 'reflection', subject: 'Đường ngập nước' })
    await given({ receivedOn: '2026-10-01', kind: 'denunciation', subject: 'Tố cáo ông Lê Văn Tám' })
    await office.put('/units', { name: unit.toUpperCase(), email: address })
    await at('2026-11-25T08:00')
    await sweep()
    await sent(1)
    const letter = sink.to(address)[0]
    expect(letter?.subject).toMatch(/^Thời hạn giải quyết đơn: \d quá hạn/)
    const text = letter?.text ?? ''
    expect(text).toContain('PA-1/2026, Giải quyết kiến nghị, phản ánh: hạn ngày 16/10/2026 (Đường ngập nước)')
    expect(text).toContain('TC-1/2026')
    expect(text).not.toMatch(/Lê Văn Tám|Điều \d/)
    expect(text).toContain('/staff/deadlines?unit=')
  })

  it('is told of a notice owed for a refusal at a reception', async () => {
    await office.put('/units', { name: unit, email: address })
    await at('2026-11-24T09:00')
    const { cookie } = await server.signIn()
    const scheduled = await server.schedule(cookie, { kind: 'reception', title: 'Tiếp công dân', advisingUnit: unit })
    const { idOf, does, opensReception } = actingIn(server, scheduled)
    for (const role of ['chair', 'secretary', 'citizen'])
      await does('system', 'admission.connect', { participantId: idOf(role), connectionId: role })
    await does('chair', 'admission.admit', { participantId: idOf('citizen') })
    await opensReception()
    const refusal = { participantId: idOf('citizen'), groundId: 'decree-4-1-h', words: 'Đã trả lời năm 2025.' }
    await does('chair', 'visit.explainRefusal', refusal)
    await at('2026-11-26T08:00')
    await sweep()
    await sent(1)
    expect(sink.to(address)[0]?.text).toContain('Thông báo từ chối tiếp công dân: hạn ngày 27/11/2026 (Tiếp công dân)')
  })

  it('without an address is in the list only; a unit without due deadlines gets no letter', async () => {
    await given({ receivedOn: '2026-09-01', kind: 'reflection' }, 'Phòng Nội vụ')
    await office.put('/units', { name: unit, email: address })
    await at('2026-11-25T08:00')
    await sweep()
    const { byUnit } = (await office.get('/deadlines')).body as DeadlineList
    expect(byUnit).toMatchObject([{ unit: 'Phòng Nội vụ', red: 2, hasAddress: false, letter: null }])
    expect(sink.received).toEqual([])
  })
})
