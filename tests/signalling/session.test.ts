// A session over real sockets: entering, acting, losing the connection and returning.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

/** Chair, secretary, both sites inside, the session open. */
async function running() {
  const booking = await server.book()
  const [chair, secretary, siteA, siteB] = await Promise.all(
    ['chair', 'secretary', 'siteA', 'siteB'].map((name) => server.enter(booking, name)),
  )
  if (!chair || !secretary || !siteA || !siteB) throw new Error('nobody came')
  const openedAs = await chair.must('session.open')
  await Promise.all([secretary, siteA, siteB].map((page) => page.reaches(openedAs)))
  return { booking, chair, secretary, siteA, siteB, id: (name: string) => idOf(booking.participants, name) }
}

describe('entering', () => {
  it('takes one round trip: the reply to hello contains view, people and media', async () => {
    const booking = await server.book()
    const page = await server.page(booking, 'chair')
    const reply = await page.connect({ rtpCapabilities: {} })
    expect(page.sent).toBe(1)
    expect(reply).toMatchObject({ ok: true, welcome: { sync: { kind: 'view' } } })
    expect(page.welcome?.media).not.toBeNull()
    expect(page.state.session.title).toBe('Hội nghị thử nghiệm')
    expect(Object.values(page.people)).toContainEqual({ name: 'secretary', title: null })
  })

  it('shows a newcomer to those inside', async () => {
    const { secretary, chair, id } = await running()
    expect(secretary.state.admission.participants[id('siteA')]?.status).toBe('present')
    expect(chair.state).toEqual(secretary.state)
  })
})

describe('the waiting room', () => {
  it('shows the citizen only the session and themself, gives no media, and lets them write to staff only', async () => {
    const { booking, secretary, id } = await running()
    const citizen = await server.enter(booking, 'citizen')
    expect(citizen.me?.status).toBe('waiting')
    expect(Object.keys(citizen.state.admission.participants)).toEqual([id('citizen')])
    expect(Object.values(citizen.people)).toEqual([{ name: 'citizen', title: null }])
    expect(citizen.welcome?.media).toBeNull()
    expect(await citizen.request({ type: 'join', rtpCapabilities: {}, visible: [], listensTo: null })).toMatchObject({
      ok: false,
      rejection: { code: 'media.not-allowed' },
    })
    expect(await citizen.command('floor.request', { purpose: 'speak' })).toMatchObject({
      rejection: { code: 'forbidden' },
    })
    expect(await citizen.command('chat.post', { recipient: { to: 'all' }, text: 'Tôi đã đến' })).toMatchObject({
      rejection: { code: 'chat.only-to-staff' },
    })
    await citizen.must('chat.post', { recipient: { to: 'staff' }, text: 'Tôi đã đến' })
    await secretary.sees('the citizen wrote', ({ chat }) => chat.messages.some(({ text }) => text === 'Tôi đã đến'))
    await secretary.must('chat.post', {
      recipient: { to: 'one', participantId: id('citizen') },
      text: 'Xin ông/bà chờ',
    })
    await citizen.sees('staff answered', ({ chat }) => chat.messages.length === 2)
  })

  it('is left when staff admit the citizen, with a whole new view', async () => {
    const { booking, secretary, id } = await running()
    const citizen = await server.page(booking, 'citizen')
    await citizen.connect({ rtpCapabilities: {} })
    await secretary.must('admission.admit', { participantId: id('citizen') })
    await citizen.sees('they are inside', () => citizen.me?.status === 'present')
    expect(Object.keys(citizen.state.admission.participants)).toHaveLength(6)
    await secretary.must('admission.returnToWaiting', { participantId: id('citizen'), reason: 'Chờ đến lượt' })
    await citizen.sees('they wait again', ({ admission }) => Object.keys(admission.participants).length === 1)
    expect(citizen.views).toHaveLength(2)
  })

  it('is closed to somebody who was refused, also later, until a new link is issued', async () => {
    const { booking, secretary, id } = await running()
    const citizen = await server.enter(booking, 'citizen')
    await secretary.must('admission.refuse', { participantId: id('citizen'), reason: 'Không thuộc phiên này' })
    await citizen.hears('refused')
    const farewell = { reason: 'refused', explanation: 'Không thuộc phiên này' }
    expect(citizen.farewell).toEqual(farewell)
    expect(await citizen.connect()).toEqual({ ok: false, farewell })
    await secretary.must('admission.reissueLink', { participantId: id('citizen'), linkId: newId() })
    expect(await citizen.connect()).toMatchObject({ ok: false, farewell: { reason: 'link-revoked' } })
    expect((await server.enter(booking, 'citizen')).me?.status).toBe('waiting')
  })
})

describe('a page that sends too much', () => {
  it('is cut with the reason', async () => {
    const booking = await server.book()
    const page = await server.enter(booking, 'siteA')
    await until(() => {
      for (let sent = 0; sent < 20; sent++) page.tell({ type: 'pointer', page: 1, at: null })
      return page.farewell?.reason === 'rate-limited' ? null : `the farewell is ${page.farewell?.reason}`
    })
  })
})

describe('a link that connects again and again', () => {
  it('is welcomed fifteen times in half a minute, and causes few commits', async () => {
    const booking = await server.book()
    const chair = await server.enter(booking, 'chair')
    const page = await server.page(booking, 'siteA')
    const seqBefore = chair.seq
    const welcomes: boolean[] = []
    for (let attempt = 0; attempt < 60; attempt++) {
      const reply = await page.connect()
      welcomes.push(reply.ok)
      if (!reply.ok) expect(reply.farewell.reason).toBe('rate-limited')
      page.cut()
    }
    expect(welcomes.filter(Boolean)).toHaveLength(15)
    await chair.must('chat.post', { recipient: { to: 'all' }, text: 'Xong' })
    // The first two losses and returns as they are, then only that another connection has taken the place.
    expect(chair.seq - seqBefore).toBeLessThan(20)
  })
})

describe('a lost connection', () => {
  it('stays one participant with a gap: no commit is missed or repeated, the admission is kept, the attendance is right', async () => {
    const { booking, secretary, siteA, id } = await running()
    const before = siteA.seq
    siteA.cut()
    await secretary.sees('site A is lost', ({ admission }) => admission.participants[id('siteA')]?.status === 'lost')
    await secretary.must('minutes.add', { content: { kind: 'decision', text: 'Thống nhất' } })
    await secretary.must('chat.post', { recipient: { to: 'all' }, text: 'Đợi điểm cầu A' })
    await siteA.connect()
    expect(siteA.welcome?.sync.kind).toBe('commits')
    await siteA.reaches(secretary.seq)
    expect(siteA.state).toEqual(secretary.state)
    const seqs = siteA.commits.map(({ seq }) => seq)
    expect(seqs).toEqual([...new Set(seqs)])
    expect(seqs.filter((seq) => seq > before)).toEqual(
      Array.from({ length: siteA.seq - before }, (_, index) => before + 1 + index),
    )

    const sheet = attendance(
      compose(sessionModules, { freeze: true }),
      await server.sessions.journal(booking.sessionId),
      server.now(),
    )
    const own = sheet.participants.find(({ participantId }) => participantId === id('siteA'))
    expect(own?.intervals.map(({ ending }) => ending)).toEqual(['lost', null])
    expect(sheet.participants).toHaveLength(6)
  })

  it('is replaced by the newest device, and the old one is told', async () => {
    const { booking, chair, secretary, id } = await running()
    const second = await server.enter(booking, 'chair')
    await chair.hears('superseded')
    expect(second.me?.status).toBe('present')
    await until(() => (chair.socket.connected ? 'the old device is still connected' : null))
    // The old socket’s end must not take the new one’s place away.
    await secretary.must('chat.post', { recipient: { to: 'all' }, text: 'Tiếp tục' })
    expect(secretary.state.admission.participants[id('chair')]?.status).toBe('present')
    expect(await second.command('session.suspend', { reason: 'Giải lao' })).toMatchObject({ ok: true })
  })

  it('does not return to the waiting room once admitted', async () => {
    const { booking, secretary, id } = await running()
    const citizen = await server.enter(booking, 'citizen')
    await secretary.must('admission.admit', { participantId: id('citizen') })
    citizen.cut()
    await secretary.sees(
      'the citizen is lost',
      ({ admission }) => admission.participants[id('citizen')]?.status === 'lost',
    )
    await citizen.connect()
    expect(citizen.me?.status).toBe('present')
  })
})

describe('data for staff only', () => {
  it('are sent to staff and to nobody else, in any order of entering', async () => {
    const booking = await server.book()
    const siteA = await server.enter(booking, 'siteA')
    const secretary = await server.enter(booking, 'secretary')
    const chair = await server.enter(booking, 'chair')
    const siteB = await server.enter(booking, 'siteB')
    const text = 'Chỉ dành cho thư ký và chủ tọa'
    const seq = await secretary.must('minutes.add', { content: { kind: 'note', text } })
    await Promise.all([siteA, siteB, secretary, chair].map((page) => page.reaches(seq)))
    for (const page of [secretary, chair])
      expect(page.state.minutes.entries.map(({ content }) => content)).toMatchObject([{ text }])
    for (const page of [siteA, siteB]) expect(JSON.stringify(page.commits)).not.toContain(text)
  })
})

describe('a change of the chair', () => {
  it('sends the new chair the whole view of the chair; the former one gets a view without it and nothing of it later; media are not interrupted', async () => {
    const { chair, secretary, siteA, siteB, id } = await running()
    const text = 'Chỉ dành cho thư ký và chủ tọa'
    await secretary.must('minutes.add', { content: { kind: 'note', text } })
    expect(JSON.stringify(siteA.state)).not.toContain(text)
    const handedOver = await chair.must('admission.handOverChair', { participantId: id('siteA') })
    await Promise.all([secretary, siteA, siteB].map((page) => page.reaches(handedOver)))
    expect([siteA.views, chair.views, secretary.views, siteB.views]).toEqual([[handedOver], [handedOver], [], []])
    expect(siteA.state).toEqual(secretary.state)
    expect(chair.state.minutes.entries).toEqual([])
    expect([...siteA.viewMedia, ...chair.viewMedia]).toEqual([undefined, undefined])

    const later = await secretary.must('minutes.add', { content: { kind: 'note', text: `${text} (sau)` } })
    await Promise.all([chair, siteA, siteB].map((page) => page.reaches(later)))
    expect(siteA.state.minutes.entries).toHaveLength(2)
    expect(JSON.stringify([chair.commits.filter(({ seq }) => seq > handedOver), chair.state])).not.toContain(text)
    expect(await siteA.command('session.suspend', { reason: 'Nghỉ' })).toMatchObject({ ok: true })
    expect(await chair.command('session.resume', {})).toMatchObject({ rejection: { code: 'forbidden' } })
  })

  it('while the chair is away: the former chair returns to the view of their new role', async () => {
    const { chair, secretary, id } = await running()
    await secretary.must('minutes.add', { content: { kind: 'note', text: 'Ghi chú' } })
    chair.cut()
    await secretary.sees('the chair is lost', ({ admission }) => admission.participants[id('chair')]?.status === 'lost')
    expect(await secretary.command('admission.takeChair', {})).toMatchObject({
      rejection: { code: 'admission.chair-not-away' },
    })
    server.skewMs += 2 * 60_000
    const taken = await secretary.must('admission.takeChair')
    await chair.connect()
    expect(chair.welcome?.sync.kind).toBe('view')
    expect(chair.seq).toBeGreaterThan(taken)
    await secretary.reaches(chair.seq)
    expect(chair.state).toEqual(secretary.state)
    expect(chair.me?.role).toBe('secretary')
    server.skewMs = 0
  })

  it('ordered twice at once: the first command counts, the second is rejected', async () => {
    const { chair, siteA, id } = await running()
    const replies = await Promise.all(
      ['secretary', 'siteA'].map((name) => chair.command('admission.handOverChair', { participantId: id(name) })),
    )
    expect(replies).toMatchObject([{ ok: true }, { ok: false, rejection: { code: 'admission.not-chair' } }])
    await siteA.sees(
      'the secretary chairs',
      ({ admission }) => admission.participants[id('secretary')]?.role === 'chair',
    )
  })
})

describe('a command', () => {
  it('sent twice has one effect and one answer', async () => {
    const { secretary } = await running()
    const commandId = newId()
    const data = { content: { kind: 'note', text: 'Một lần' } }
    const [first, second] = await Promise.all([
      secretary.command('minutes.add', data, commandId),
      secretary.command('minutes.add', data, commandId),
    ])
    expect(first).toEqual(second)
    expect(await secretary.command('minutes.add', data, commandId)).toEqual(first)
    expect(secretary.state.minutes.entries).toHaveLength(1)
  })

  it('cannot use the id of another command', async () => {
    const { secretary, chair } = await running()
    const commandId = newId()
    expect(
      await secretary.command('minutes.add', { content: { kind: 'note', text: 'Của thư ký' } }, commandId),
    ).toMatchObject({ ok: true })
    expect(await chair.command('session.suspend', { reason: 'x' }, commandId)).toMatchObject({
      rejection: { code: 'command-id-reused' },
    })
    expect(await secretary.command('chat.post', { recipient: { to: 'all' }, text: 'x' }, commandId)).toMatchObject({
      rejection: { code: 'command-id-reused' },
    })
  })

  it.each([
    ['unknown', 'floor.shout', {}, 'unknown-command'],
    ['of a module that does not exist', 'constructor.prototype', {}, 'unknown-command'],
    ['of another role', 'session.close', {}, 'forbidden'],
    ['of the system', 'floor.expire', { participantId: 'x' }, 'forbidden'],
    ['with the wrong data', 'floor.request', { purpose: 'shout' }, 'invalid'],
    ['that the state does not allow', 'floor.release', {}, 'floor.not-holder'],
  ])('%s is rejected with a code and changes nothing', async (_what, type, data, code) => {
    const { siteA } = await running()
    const { seq } = siteA
    expect(await siteA.command(type, data)).toMatchObject({ ok: false, rejection: { code } })
    expect(siteA.seq).toBe(seq)
  })

  it('in a flood is rate limited, and others are not', async () => {
    const { siteA, secretary } = await running()
    const replies = await Promise.all(Array.from({ length: 120 }, () => siteA.command('floor.withdraw')))
    const codes = new Set(replies.map((reply) => (reply.ok ? 'ok' : reply.rejection.code)))
    expect(codes).toEqual(new Set(['floor.no-request', 'rate-limited']))
    await secretary.must('chat.post', { recipient: { to: 'all' }, text: 'Vẫn bình thường' })
  })
})

describe('a participant whose commands are rejected again and again', () => {
  it('is rate limited, also on a new connection, so that codes cannot be guessed', async () => {
    const { siteA, siteB } = await running()
    const guess = () => siteA.command('floor.withdraw')
    for (let attempt = 0; attempt < 30; attempt++)
      expect(await guess()).toMatchObject({ rejection: { code: 'floor.no-request' } })
    expect(await guess()).toMatchObject({ rejection: { code: 'rate-limited' } })
    siteA.cut()
    await siteA.connect()
    expect(await guess()).toMatchObject({ rejection: { code: 'rate-limited' } })
    expect(await siteB.command('floor.withdraw')).toMatchObject({ rejection: { code: 'floor.no-request' } })
  })
})

describe('a ballot over real sockets', () => {
  it('counts delegates at the page of a site and participants once, through retries and a lost connection', async () => {
    const { booking, chair, secretary, siteA, siteB, id } = await running()
    const motionId = newId()
    const [, first = ''] = booking.delegates
    const second = newId()
    await secretary.must('sites.addDelegate', { siteId: 'siteA', delegateId: second, personId: newId() })
    for (const delegateId of [first, second]) {
      const marked = { delegateId, mark: 'present', substituteId: null }
      await chair.must('rollcall.mark', marked)
    }
    await chair.must('ballot.propose', {
      motionId,
      itemId: null,
      text: 'Thông qua nghị quyết',
      options: null,
      isSecret: true,
      electorate: { delegates: true, participantIds: [id('chair'), id('siteB')] },
      majority: { of: 'cast', bound: 'moreThan', numerator: 1, denominator: 2 },
      quorum: null,
    })
    await chair.must('ballot.open', { motionId })
    const own = (choice: number) => ({ motionId, choice, delegate: null })
    await chair.must('ballot.cast', own(0))
    const code = (delegateId: string) => server.codeFor(`ballot ${booking.sessionId} ${delegateId} 0`)
    const cast = (delegateId: string, choice: number, commandId = newId()) =>
      siteA.command('ballot.cast', { motionId, choice, delegate: { delegateId, code: code(delegateId) } }, commandId)
    const commandId = newId()
    expect(await cast(first, 1, commandId)).toMatchObject({ ok: true })
    siteA.cut()
    await siteA.connect()
    expect(await cast(first, 1, commandId)).toMatchObject({ ok: true })
    expect(await cast(first, 0)).toMatchObject({ rejection: { code: 'ballot.already-voted' } })
    expect(await cast(second, 0)).toMatchObject({ ok: true })
    await siteB.must('ballot.cast', own(2))
    await chair.must('ballot.close', { motionId })
    const last = chair.state.ballot.motions.at(-1)
    expect(last).toMatchObject({ status: 'closed', piles: [2, 1, 1], choices: {} })
    expect(last?.voted).toHaveLength(4)
    expect(await siteB.command('ballot.cast', own(0))).toMatchObject({ rejection: { code: 'ballot.over' } })
    const said = JSON.stringify([siteA.commits, siteB.commits])
    expect(said).not.toContain('"choice"')
  })
})

describe('a command that ends one’s own connection', () => {
  it('is answered before the farewell', async () => {
    const { chair, siteA } = await running()
    expect(await siteA.command('admission.leave')).toMatchObject({ ok: true })
    await siteA.hears('left')
    await chair.must('session.close')
    await chair.must('approval.waive', { reason: 'Chỉ để trao đổi thông tin' })
    expect(await chair.command('session.seal')).toMatchObject({ ok: true })
    await chair.hears('over')
  })
})

describe('roll call with a substitute', () => {
  it('names the substitute in the people record, not in the journal', async () => {
    const { booking, siteA, secretary } = await running()
    const delegateId = booking.delegates[1]
    const named = await siteA.registerPerson({ name: 'Lê Văn Thay', title: 'Phó trưởng phòng' })
    if (!named.ok) throw new Error(named.rejection.code)
    await siteA.must('rollcall.mark', { delegateId, mark: 'substitute', substituteId: named.personId })
    await secretary.sees('the substitute', ({ rollcall }) =>
      Object.values(rollcall.marks).some(({ mark }) => mark === 'substitute'),
    )
    expect(secretary.people[named.personId]).toEqual({ name: 'Lê Văn Thay', title: 'Phó trưởng phòng' })
    expect(JSON.stringify(await server.sessions.journal(booking.sessionId))).not.toContain('Lê Văn Thay')
  })

  it('is refused to a citizen', async () => {
    const { booking, secretary, id } = await running()
    const citizen = await server.enter(booking, 'citizen')
    await secretary.must('admission.admit', { participantId: id('citizen') })
    await citizen.sees('they are inside', () => citizen.me?.status === 'present')
    expect(await citizen.registerPerson({ name: 'Ai đó', title: null })).toMatchObject({
      rejection: { code: 'forbidden' },
    })
  })
})

describe('a server that is shut down', () => {
  it('tells those in the room and in the waiting room before it closes their sockets', async () => {
    const stopping = await SignallingServer.start()
    const booking = await stopping.book()
    const pages = await Promise.all(['chair', 'citizen'].map((name) => stopping.enter(booking, name)))
    await stopping.closeSockets()
    for (const page of pages) await page.hears('shutdown')
    await stopping.close()
  })
})
