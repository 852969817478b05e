// A visit that turns out to be a denunciation; the written waiver, noted and withdrawn; readers named in the room.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalLines, verifyJournal } from '../../server/engine/journal/journal-file.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { minutesDocument } from '../../shared/projections/minutes-document.ts'
import { placesOf } from '../harness/at-rest.ts'
import {
  aVisit,
  canary,
  closeDenouncerDesk,
  type DenouncerDesk,
  listens,
  openDenouncerDesk,
  tokenIn,
} from '../harness/denouncer.ts'
import type { ReceptionHall, TestDesk } from '../harness/reception-hall.ts'
import { until } from '../harness/wait.ts'

let place: DenouncerDesk
let hall: ReceptionHall
let desk: TestDesk
beforeAll(async () => {
  place = await openDenouncerDesk()
  ;({ hall, desk } = place)
})
afterAll(() => closeDenouncerDesk(place))

describe('a visit that turns out to be a denunciation', () => {
  /** Called as any other citizen; their name is on the screens. */
  async function aReception(label: string) {
    const { server } = hall
    const own = await hall.desk(label, ['reception'])
    const taken = await hall.ticket(own, { name: canary.name })
    const called = await own.act('call', { ticketId: taken.ticketId, words: 'Đã hẹn.' })
    const sessionId = SessionId.parse(called.body.sessionId)
    const at = `/api/sessions/${sessionId}`
    const officerLink = await hall.linkInto(taken, own.cookie)
    const noteTakerLink = await hall.linkInto(taken, own.noteTakerCookie)
    const officer = await listens(place, officerLink)
    await listens(place, noteTakerLink)
    const { joinLink } = await hall.waitingPage(taken.token).shows((view) => view.joinLink !== null)
    const citizen = await listens(place, joinLink ?? '')
    await hall.begins(taken)
    const people = async () => Object.values(await server.sessions.people(sessionId)).map(({ name }) => name)
    const protects = () =>
      server.call('POST', `${at}/protection`, { token: tokenIn(noteTakerLink), body: {} }).then(({ status }) => status)
    const tokens = { chair: tokenIn(officerLink), secretary: tokenIn(noteTakerLink) }
    return { own, taken, sessionId, at, officer, citizen, people, protects, tokens }
  }

  it('shows a number instead of the name from then on: in the room, in the queue, in the register, to every account', async () => {
    const { server } = hall
    const { own, taken, sessionId, at, officer, people, protects, tokens } = await aReception('Bàn 3')
    const otherDesk = hall.deskPage((await hall.desk('Bàn 4', ['reception'])).cookie)
    const nameAtOther = (name: string | null) =>
      otherDesk.shows(({ tickets }) => tickets.some((one) => one.number === taken.number && one.name === name))
    await nameAtOther(canary.name)
    const add = { itemId: null, content: { kind: 'note', text: 'Trước khi được bảo vệ.' } }
    const noted = await server.sessions.dispatch(
      sessionId,
      { kind: 'participant', participantId: ParticipantId.parse(await roleOf(sessionId, 'secretary')) },
      { id: newId(), type: 'minutes.add', data: add },
    )
    expect(noted.ok).toBe(true)
    await server.register.look()
    expect(await people()).toContain(canary.name)

    expect(await protects()).toBe(204)

    expect(await people()).toContain(`Người tố cáo số ${taken.number}`)
    expect(await people()).not.toContain(canary.name)
    expect(await hall.session(sessionId)).toMatchObject({ isProtected: true, protectedAt: expect.any(Number) })
    await until(() =>
      officer.told.some((one) => JSON.stringify(one).includes(`số ${taken.number}`)) ? null : 'not told',
    )
    await nameAtOther(null)
    await server.register.look()
    const stranger = await server.signIn('administrator')
    const register = await server.call('GET', `/api/register?period=${calendarDayOf(server.now())}`, {
      cookie: own.cookie,
    })
    expect(register.text).toContain(`Người tố cáo số ${taken.number}`)
    expect(register.text).not.toContain(canary.name)
    expect((await server.call('GET', at, { cookie: stranger.cookie })).status).toBe(403)
    const { readers } = (await server.call('GET', `${at}/protection`, { token: tokens.chair })).body
    expect(readers).toHaveLength(2)
    const ids = Object.values((await server.sessions.state(sessionId))?.identity.citizenIds ?? {})
    const kept = await server.citizens.read(ids, { accountId: null, purpose: 'test' })
    expect([...kept.values()]).toMatchObject([{ name: canary.name }])

    const later = { itemId: null, content: { kind: 'note', text: 'Sau khi được bảo vệ.' } }
    await server.sessions.dispatch(
      sessionId,
      { kind: 'participant', participantId: ParticipantId.parse(await roleOf(sessionId, 'secretary')) },
      { id: newId(), type: 'minutes.add', data: later },
    )
    expect(await placesOf(server, ['Sau khi được bảo vệ.'])).toEqual([])
    expect(await placesOf(server, ['Trước khi được bảo vệ.'])).toHaveLength(1)
    await own.act('finish')
  })

  it('removes participants who may not hear it', async () => {
    const { server } = hall
    const { own, sessionId, at, protects, tokens } = await aReception('Bàn 5')
    const called = await server.call('POST', `${at}/called-sites`, {
      token: tokens.chair,
      body: { name: 'Sở Tài chính', representative: null },
    })
    const branch = await listens(place, called.body.link)
    expect(await protects()).toBe(204)
    await until(() => (branch.page.socket.connected ? 'still connected' : null))
    const operator = await roleOf(sessionId, 'siteOperator')
    expect((await server.sessions.state(sessionId))?.admission.participants[operator]?.status).toBe('removed')
    await own.act('finish')
  })

  async function roleOf(sessionId: SessionId, role: string): Promise<ParticipantId> {
    const state = await hall.server.sessions.state(sessionId)
    const found = Object.values(state?.admission.participants ?? {}).find((one) => one.role === role)
    return ParticipantId.parse(found?.participantId)
  }
})

describe('the written waiver', () => {
  it('is stored with its scan and can be withdrawn, which removes everybody it had admitted', async () => {
    const { server } = hall
    const visit = await aVisit(place)
    const { at, tokens, sessionId } = visit
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const scan = await server.upload(`${at}/protection/waiver-scan`, 'văn bản.png', new Uint8Array(png), {
      token: tokens.secretary,
    })
    expect(scan.status).toBe(201)
    const { sha256 } = scan.body
    const waives = (hash: string | null) =>
      server.call('PUT', `${at}/protection/waiver`, {
        token: tokens.secretary,
        body: { paperNumber: '12/VB', signedOn: calendarDayOf(server.now()), sha256: hash },
      })
    expect((await waives('0'.repeat(64))).status).toBe(404)
    expect((await waives(sha256)).status).toBe(204)
    const kept = await server.call('GET', `${at}/protection/waiver-scan`, { cookie: desk.cookie })
    expect(kept.raw.equals(png)).toBe(true)
    const calls = () =>
      server.call('POST', `${at}/called-sites`, {
        token: tokens.chair,
        body: { name: 'Sở Tài chính', representative: null },
      })
    const branch = await listens(place, (await calls()).body.link)

    const back = await server.call('POST', `${at}/protection/waiver/taking-back`, {
      token: tokens.secretary,
      body: { reason: 'Người tố cáo đổi ý.' },
    })
    expect(back.status).toBe(204)
    await until(() => (branch.page.socket.connected ? 'still connected' : null))
    const state = await server.sessions.state(sessionId)
    expect(state?.protection.waiver).toBeNull()
    expect((await calls()).body.error.code).toBe('protection.no-waiver')
    const minutes = minutesDocument(
      compose(sessionModules, { freeze: true }),
      await server.sessions.journal(sessionId),
      await server.sessions.people(sessionId),
      {} as never,
      server.now(),
      {},
    )
    expect(JSON.stringify(minutes)).toContain('secrecyTakenBack')
    await visit.finishes()
  })

  it('can be noted, and readers can be named, by the officers in the room', async () => {
    const { server } = hall
    const visit = await aVisit(place)
    const { at, tokens } = visit
    const shown = async () => (await server.call('GET', `${at}/protection`, { token: tokens.secretary })).body
    const { account, cookie } = await server.signIn()
    const { accountId } = account
    expect((await shown()).others).toContainEqual({ accountId, name: account.displayName })
    expect((await server.call('GET', at, { cookie })).status).toBe(403)
    const named = await server.call('POST', `${at}/protection/readers`, {
      token: tokens.secretary,
      body: { accountId },
    })
    expect(named.status).toBe(204)
    expect((await shown()).others).not.toContainEqual({ accountId, name: account.displayName })
    expect((await server.call('GET', at, { cookie })).status).toBe(200)
    const byCitizen = await server.call('POST', `${at}/protection/readers`, {
      token: tokens.citizen,
      body: { accountId },
    })
    expect(byCitizen.status).toBe(403)
    await visit.finishes()
  })

  it('allows a reader to name another one even after the sealing; the archive still verifies', async () => {
    const { server } = hall
    const visit = await aVisit(place)
    const { at } = visit
    await visit.finishes()
    await server.call('POST', `${at}/minutes-waiver`, {
      cookie: desk.cookie,
      body: { reason: 'Chỉ để trao đổi thông tin' },
    })
    expect((await server.call('POST', `${at}/seal`, { cookie: desk.cookie })).status).toBe(200)
    const { account, cookie } = await server.signIn()
    const names = (by: string) =>
      server.call('POST', `${at}/protection/readers`, { cookie: by, body: { accountId: account.accountId } })
    expect((await names(cookie)).status).toBe(403)
    expect((await server.call('GET', at, { cookie })).status).toBe(403)
    expect((await names(desk.cookie)).status).toBe(204)
    expect((await server.call('GET', at, { cookie })).status).toBe(200)
    expect(
      await verifyJournal(journalLines(visit.sessionId, await server.sessions.storedJournal(visit.sessionId))),
    ).toMatchObject({
      ok: true,
      sealed: true,
    })
  })
})
