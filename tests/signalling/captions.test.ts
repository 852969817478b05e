// Captions over real sockets: sent to those in the room; finished lines are stored once where that is allowed; nothing
// is in the journal.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SpokenPhrase } from '../../shared/wire/hearing/captions.ts'
import type { TestPage } from '../harness/page.ts'
import { idOf, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

let server: SignallingServer
beforeAll(async () => {
  server = await SignallingServer.start()
})
afterAll(() => server.close())

const line = (text: string) => ({ lineId: newId(), text, speakerId: null })
const captions = (page: TestPage) => page.live.filter((notice) => notice.type === 'caption')
const reads = (page: TestPage, text: string) =>
  until(() => (captions(page).some((notice) => notice.text === text) ? null : `nobody was told “${text}”`))

/** The secretary writes. */
async function captioned() {
  const booking = await server.book()
  const chair = await server.enter(booking, 'chair')
  const secretary = await server.enter(booking, 'secretary')
  const siteA = await server.enter(booking, 'siteA')
  const citizen = await server.enter(booking, 'citizen')
  const id = (name: string) => idOf(booking.participants, name)
  await chair.must('session.open')
  await chair.must('captions.appoint', { participantId: id('secretary') })
  const seq = await secretary.must('captions.start')
  for (const page of [chair, siteA]) await page.reaches(seq)
  const kept = () => server.transcripts.lines(booking.sessionId)
  return { ...booking, booking, chair, secretary, siteA, citizen, id, kept }
}

test('typed words reach those in the room but not the waiting room, and write no commit', async () => {
  const { secretary, siteA, citizen, kept } = await captioned()
  const { seq } = siteA
  const typed = line('Kính thưa')
  secretary.tell({ type: 'caption', ...typed })
  await reads(siteA, 'Kính thưa')
  expect(captions(siteA)).toEqual([
    { type: 'caption', lineId: typed.lineId, text: 'Kính thưa', speaker: null, isFinished: false, isAutomatic: false },
  ])
  expect(captions(citizen)).toEqual([])
  expect(siteA.seq).toBe(seq)
  expect(await kept()).toEqual([])
})

test('a finished line is stored once with the time of its first word and the holder of the floor, even if it is sent again', async () => {
  const { chair, secretary, siteA, id, kept } = await captioned()
  await chair.must('floor.grant', { participantId: id('siteA'), limitSeconds: null })
  const first = line('Kính thưa hội nghị')
  const before = server.now()
  secretary.tell({ type: 'caption', ...first, text: 'Kính' })
  await reads(siteA, 'Kính')
  const wordSeen = server.now()
  server.skewMs += 5000
  expect(await secretary.captionLine(first)).toEqual({ ok: true })
  expect(await secretary.captionLine(first)).toEqual({ ok: true })
  expect(await secretary.captionLine(line('Xã Tân Lập xin báo cáo'))).toEqual({ ok: true })
  const [one, ...others] = await kept()
  expect(one).toMatchObject({ text: first.text, speaker: { participantId: id('siteA'), personId: null } })
  expect(one?.from).toBeGreaterThanOrEqual(before)
  expect(one?.from).toBeLessThanOrEqual(wordSeen)
  expect(one?.to).toBeGreaterThanOrEqual(before + 5000)
  expect(others.map(({ text }) => text)).toEqual(['Xã Tân Lập xin báo cáo'])
})

test('words of a participant who is not captioning are neither sent nor stored', async () => {
  const { chair, siteA, citizen, kept } = await captioned()
  siteA.tell({ type: 'caption', ...line('chen ngang') })
  expect(await siteA.captionLine(line('chen ngang'))).toMatchObject({ rejection: { code: 'captions.not-writing' } })
  expect(await citizen.captionLine(line('chen ngang'))).toMatchObject({ rejection: { code: 'forbidden' } })
  expect(captions(chair)).toEqual([])
  expect(await kept()).toEqual([])
})

test('when a partner takes over, lines of the first captioner are refused', async () => {
  const { chair, secretary, id, kept } = await captioned()
  await secretary.must('captions.appoint', { participantId: id('chair') })
  await chair.must('captions.start')
  await secretary.reaches(chair.seq)
  expect(await secretary.captionLine(line('trễ'))).toMatchObject({ rejection: { code: 'captions.not-writing' } })
  expect(await chair.captionLine(line('Chào các đồng chí'))).toEqual({ ok: true })
  expect((await kept()).map(({ text }) => text)).toEqual(['Chào các đồng chí'])
})

test('captions are not sent to members of a consultation, and neither sent nor stored while the session is suspended', async () => {
  const { chair, secretary, siteA, booking, id, kept } = await captioned()
  const siteB = await server.enter(booking, 'siteB')
  await chair.must('consultation.start', { participantIds: [id('siteA'), id('siteB')] })
  expect(await secretary.captionLine(line('Trong phòng nói'))).toEqual({ ok: true })
  await reads(chair, 'Trong phòng nói')
  // One socket keeps its order.
  await siteA.command('floor.withdraw')
  expect([...captions(siteA), ...captions(siteB)]).toEqual([])
  await chair.must('session.suspend', { reason: 'Nghỉ giải lao' })
  await secretary.reaches(chair.seq)
  expect(await secretary.captionLine(line('Giờ nghỉ'))).toMatchObject({ rejection: { code: 'captions.not-writing' } })
  expect((await kept()).map(({ text }) => text)).toEqual(['Trong phòng nói'])
})

test('a line with the mark of a state secret is refused', async () => {
  const { chair, secretary, kept } = await captioned()
  expect(await secretary.captionLine(line('TUYỆT MẬT'))).toMatchObject({ rejection: { code: 'secrecy.marking' } })
  expect(captions(chair)).toEqual([])
  expect(await kept()).toEqual([])
})

test('words typed too fast are dropped, lines sent too fast are refused for a retry, and the page stays connected', async () => {
  const { secretary, siteA } = await captioned()
  const typed = line('')
  for (let sent = 0; sent < 60; sent += 1) secretary.tell({ type: 'caption', ...typed, text: `${sent}` })
  const replies = await Promise.all(Array.from({ length: 14 }, () => secretary.captionLine(line('dòng'))))
  expect(replies.filter(({ ok }) => !ok)).toContainEqual(
    expect.objectContaining({ rejection: expect.objectContaining({ code: 'rate-limited' }) }),
  )
  await reads(siteA, 'dòng')
  expect(captions(siteA).filter(({ text }) => text !== 'dòng').length).toBeLessThanOrEqual(15)
  expect(secretary.farewell).toBeNull()
})

describe('stored captions', () => {
  test('are encrypted in the database and not in the journal', async () => {
    const { secretary, sessionId } = await captioned()
    await secretary.captionLine(line('lời rất riêng'))
    const redis = server.redis.redis()
    const lines = await redis.lrange(`{session:${sessionId}}:transcript`, 0, -1)
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toContain('riêng')
    expect(JSON.stringify(await server.sessions.journal(sessionId))).not.toContain('riêng')
    redis.disconnect()
  })

  test('are erased after thirty days, and at once when the session is sealed', async () => {
    const { chair, secretary, sessionId, kept } = await captioned()
    await secretary.captionLine(line('Kính thưa hội nghị'))
    const day = 24 * 60 * 60 * 1000
    const erasedAt = await server.transcripts.erasedAt(sessionId)
    expect(erasedAt).toBeGreaterThan(server.now() + 29 * day)
    expect(erasedAt).toBeLessThanOrEqual(server.now() + 30 * day)
    await chair.must('session.close')
    expect(await kept()).toHaveLength(1)
    await chair.must('approval.waive', { reason: 'Chỉ để trao đổi thông tin' })
    await secretary.command('session.seal')
    await expect.poll(kept).toEqual([])
  })
})

describe('captions of the speech engine', () => {
  const phrase = (text: string, changes: Partial<SpokenPhrase> = {}): SpokenPhrase => ({
    ...{ phraseId: newId(), from: server.now() - 3000, to: server.now() - 1000, text, isFinished: true },
    ...changes,
  })

  async function automatic() {
    const session = await captioned()
    await session.secretary.must('captions.stop')
    const seq = await session.chair.must('captions.setAutomatic', { isOn: true })
    await session.siteA.reaches(seq)
    const hears = (who: string, said: SpokenPhrase) => server.media.say(session.sessionId, session.id(who), said)
    return { ...session, hears }
  }

  test('reach those in the room with speaker and mark, and are stored with the times of the voice', async () => {
    const { siteA, citizen, id, hears, kept } = await automatic()
    const said = phrase('KÍNH THƯA HỘI NGHỊ')
    hears('chair', said)
    await reads(siteA, 'Kính thưa hội nghị')
    const speaker = { participantId: id('chair'), personId: null }
    expect(captions(siteA)).toEqual([
      {
        ...{ type: 'caption', lineId: said.phraseId, text: 'Kính thưa hội nghị', speaker },
        ...{ isFinished: true, isAutomatic: true },
      },
    ])
    expect(captions(citizen)).toEqual([])
    await expect
      .poll(kept)
      .toEqual([
        { lineId: said.phraseId, from: said.from, to: said.to, text: 'Kính thưa hội nghị', speaker, isAutomatic: true },
      ])
  })

  test('are split when too long for a line, and dropped when empty', async () => {
    const { siteA, hears, kept } = await automatic()
    hears('chair', phrase('   '))
    hears('chair', phrase(`Xã Tân Lập ${'xin báo cáo '.repeat(40).trim()}`))
    await expect.poll(kept).toHaveLength(2)
    const lines = await kept()
    expect(lines.every(({ text }) => text.length <= 300)).toBe(true)
    expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(2)
    expect(captions(siteA)).toHaveLength(2)
  })

  test('stop when a captioner begins: later lines are neither sent nor stored, and an unfinished line is removed', async () => {
    const { secretary, siteA, hears, kept } = await automatic()
    const half = phrase('Tôi xin', { isFinished: false })
    hears('chair', half)
    await reads(siteA, 'Tôi xin')
    await siteA.reaches(await secretary.must('captions.start'))
    hears('chair', { ...half, text: 'Tôi xin trình bày', isFinished: true })
    await reads(siteA, '')
    expect(await secretary.captionLine(line('Tôi xin trình bày rõ'))).toEqual({ ok: true })
    await reads(siteA, 'Tôi xin trình bày rõ')
    expect(captions(siteA).map(({ text }) => text)).toEqual(['Tôi xin', '', 'Tôi xin trình bày rõ'])
    expect((await kept()).map(({ text }) => text)).toEqual(['Tôi xin trình bày rõ'])
  })

  test('are not sent to a consultation or about it, and not sent while the session is suspended', async () => {
    const { chair, siteA, secretary, booking, id, hears, kept } = await automatic()
    const siteB = await server.enter(booking, 'siteB')
    const seq = await chair.must('consultation.start', { participantIds: [id('siteA'), id('siteB')] })
    await secretary.reaches(seq)
    hears('siteA', phrase('Nói nhỏ'))
    hears('chair', phrase('Trong phòng nói'))
    await reads(secretary, 'Trong phòng nói')
    await siteA.command('floor.withdraw')
    expect([...captions(siteA), ...captions(siteB)]).toEqual([])
    await secretary.reaches(await chair.must('session.suspend', { reason: 'Nghỉ giải lao' }))
    hears('chair', phrase('Giờ nghỉ'))
    await secretary.command('floor.withdraw')
    expect(captions(secretary).map(({ text }) => text)).not.toContain('Giờ nghỉ')
    expect(captions(secretary).map(({ text }) => text)).not.toContain('Nói nhỏ')
    expect((await kept()).map(({ text }) => text)).toEqual(['Trong phòng nói'])
  })

  test('report the state of the engine to staff only', async () => {
    const { chair, siteA } = await automatic()
    server.media.speechStatus = { state: 'incomplete', folder: '/srv/model', missing: ['tokens.txt'] }
    const told = (page: TestPage) =>
      page.live.flatMap((notice) => (notice.type === 'health' ? [notice.health.speech] : []))
    await until(() =>
      told(chair).at(-1)?.state === 'incomplete' ? null : `the chair was told ${JSON.stringify(told(chair))}`,
    )
    expect(told(chair).at(-1)).toEqual({ state: 'incomplete', folder: '/srv/model', missing: ['tokens.txt'] })
    expect(told(siteA)).toEqual([])
    server.media.speechStatus = null
  })
})
