// Redis is killed and the server is restarted: acknowledged commands are kept, the others are answered with an error.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalLines, verifyJournal } from '../../server/engine/journal/journal-file.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { attendance } from '../../shared/projections/attendance.ts'
import { idOf, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

let server: SignallingServer
beforeAll(async () => {
  server = await SignallingServer.start()
})
afterAll(() => server.close())

const decision = (text: string) => ({ content: { kind: 'decision', text } })

describe('Redis killed during a session', () => {
  it('rejects commands as unavailable, works again afterwards, and keeps everything acknowledged', async () => {
    const booking = await server.book()
    const [secretary, siteA] = await Promise.all([server.enter(booking, 'secretary'), server.enter(booking, 'siteA')])
    await secretary.must('minutes.add', decision('Trước sự cố'))
    await server.redis.kill()
    const commandId = newId()
    expect(await secretary.command('minutes.add', decision('Trong sự cố'), commandId)).toMatchObject({
      ok: false,
      rejection: { code: 'unavailable' },
    })
    siteA.cut()
    await server.redis.restart()
    await until(async () => {
      const reply = await secretary.command('minutes.add', decision('Trong sự cố'), commandId)
      return reply.ok ? null : `still ${reply.rejection.code}`
    })
    // The connection lost while nothing could be written is still reported.
    await secretary.sees(
      'site A is lost',
      ({ admission }) => admission.participants[idOf(booking.participants, 'siteA')]?.status === 'lost',
    )
    expect(secretary.state.minutes.entries.map(({ content }) => content.text)).toEqual(['Trước sự cố', 'Trong sự cố'])
    expect(
      await verifyJournal(journalLines(booking.sessionId, await server.sessions.journal(booking.sessionId))),
    ).toMatchObject({ ok: true })
  })

  it('writes a command once even if its acknowledgement was lost', async () => {
    const booking = await server.book()
    const secretary = await server.enter(booking, 'secretary')
    const ids = Array.from({ length: 20 }, () => newId())
    const sent = ids.map((commandId, index) =>
      secretary.command('minutes.add', decision(`Kết luận ${index}`), commandId),
    )
    await server.redis.kill()
    const first = await Promise.all(sent)
    await server.redis.restart()
    for (const [index, commandId] of ids.entries())
      await until(async () => {
        const reply = await secretary.command('minutes.add', decision(`Kết luận ${index}`), commandId)
        const before = first[index]
        if (reply.ok && before?.ok) expect(reply).toEqual(before)
        return reply.ok ? null : `still ${reply.rejection.code}`
      })
    await secretary.sees('all twenty', ({ minutes }) => minutes.entries.length === 20)
    expect(new Set(secretary.state.minutes.entries.map(({ content }) => content.text)).size).toBe(20)
  })
})

describe('a restarted server', () => {
  it('continues the session; participants are lost as of the last heartbeat and can return', async () => {
    const booking = await server.book()
    const [chair, secretary] = await Promise.all([server.enter(booking, 'chair'), server.enter(booking, 'secretary')])
    await chair.must('session.open')
    await secretary.must('minutes.add', decision('Còn nguyên'))
    await secretary.reaches(chair.seq)
    const diedAt = server.now()
    server.skewMs += 60_000
    await server.restart(diedAt)
    const again = await server.enter(booking, 'secretary')
    expect(again.state.session.status).toBe('open')
    expect(again.state.minutes.entries).toHaveLength(1)
    const sheet = attendance(
      compose(sessionModules, { freeze: true }),
      await server.sessions.journal(booking.sessionId),
      server.now(),
    )
    const own = sheet.participants.find(
      ({ participantId }) => participantId === idOf(booking.participants, 'secretary'),
    )
    expect(own?.intervals).toHaveLength(2)
    expect(own?.intervals[0]).toMatchObject({ to: diedAt, ending: 'lost' })
    expect(own?.intervals[1]?.from).toBeGreaterThanOrEqual(diedAt + 60_000)
  })

  it('applies a deadline that passed meanwhile at once', async () => {
    const booking = await server.book()
    const [chair] = await Promise.all([server.enter(booking, 'chair'), server.enter(booking, 'siteA')])
    await chair.must('session.open')
    await chair.must('floor.grant', { participantId: idOf(booking.participants, 'siteA'), limitSeconds: 300 })
    server.skewMs += 400_000
    await server.restart()
    const again = await server.enter(booking, 'chair')
    await again.sees('the floor is free', ({ floor }) => floor.holder === null)
    const journal = await server.sessions.journal(booking.sessionId)
    expect(journal.some(({ events }) => events.some(({ type }) => type === 'floor.expired'))).toBe(true)
  })
})
