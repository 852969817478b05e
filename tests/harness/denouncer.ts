// A desk for denunciations in a reception hall: a denouncer is called, enters and shows their papers. Real HTTP,
// gateway and Redis.
import { v7 as newId } from 'uuid'
import { expect } from 'vitest'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { TestPage } from './page.ts'
import { ReceptionHall, type TestDesk } from './reception-hall.ts'
import { until } from './wait.ts'

export const canary = {
  name: 'Kiều Thị Hoàng Yến',
  number: '048171009988',
  address: 'Số 77 hẻm Chim Yến',
  phone: '+84905770099',
}

export interface DenouncerDesk {
  readonly hall: ReceptionHall
  readonly desk: TestDesk
  /** Pages that are closed with it. */
  readonly heard: { socket: { disconnect(): unknown } }[]
}

export async function openDenouncerDesk(...by: Parameters<typeof ReceptionHall.open>): Promise<DenouncerDesk> {
  const hall = await ReceptionHall.open(...by)
  return { hall, desk: await hall.desk('Bàn 1', ['denunciation']), heard: [] }
}

export async function closeDenouncerDesk({ hall, heard }: DenouncerDesk): Promise<void> {
  for (const { socket } of heard) socket.disconnect()
  await hall.close()
}

export const tokenIn = (link: string) => new URL(link).hash.slice(1)
/** A page in the room, and every message it was sent. */
export async function listens({ hall, heard }: DenouncerDesk, link: string) {
  const page = new TestPage(hall.url, tokenIn(link))
  const reply = await page.connect()
  if (!reply.ok) throw new Error(`not let in: ${reply.farewell.reason}`)
  const told: unknown[] = [reply]
  page.socket.onAny((...message) => told.push(message))
  heard.push(page)
  return { page, told }
}

export const ticketFor = ({ hall, desk }: DenouncerDesk, citizen: object | null, more: object = {}) =>
  hall.server.call('POST', '/api/reception/tickets', {
    cookie: desk.cookie,
    body: { kind: 'denunciation', citizen, ...more },
  })

/** Named at the desk, called, everybody in the room, papers confirmed. */
export async function aVisit(at: DenouncerDesk) {
  const { hall, desk } = at
  const { server } = hall
  const taken = (await ticketFor(at, { name: canary.name, phone: canary.phone })).body
  const waiting = hall.waitingPage(tokenIn(taken.link))
  const called = await desk.act('call-next', {})
  const sessionId = SessionId.parse(called.body.sessionId)
  const officer = await listens(at, await hall.linkInto(taken, desk.cookie))
  const noteTaker = await listens(at, await hall.linkInto(taken, desk.noteTakerCookie))
  const { joinLink } = await waiting.shows((view) => view.joinLink !== null)
  const denouncer = await listens(at, joinLink ?? '')
  await hall.begins(taken)
  const state = async () => {
    const found = await server.sessions.state(sessionId)
    if (!found) throw new Error('no session')
    return found
  }
  const idOf = async (role: string) =>
    ParticipantId.parse(
      Object.values((await state()).admission.participants).find((one) => one.role === role)?.participantId,
    )
  const citizen = await idOf('citizen')
  const does = async (role: string, type: string, data: unknown) => {
    const by = { kind: 'participant', participantId: await idOf(role) } as const
    const reply = await server.sessions.dispatch(sessionId, by, { id: newId(), type, data })
    if (!reply.ok) throw new Error(`${type}: ${reply.rejection.code}`)
  }
  await does('secretary', 'identity.begin', { participantId: citizen })
  const tokens = {
    chair: tokenIn(await hall.linkInto(taken, desk.cookie)),
    secretary: tokenIn(await hall.linkInto(taken, desk.noteTakerCookie)),
    citizen: tokenIn(joinLink ?? ''),
  }
  const findings = {
    name: canary.name,
    personKind: 'citizen',
    papers: ['identity'],
    paper: { kind: 'citizenCard', number: canary.number, issuedOn: '2021-05-04', issuedBy: 'Cục Cảnh sát' },
  }
  const confirmed = await server.call('POST', `/api/sessions/${sessionId}/identity/${citizen}`, {
    token: tokens.secretary,
    body: findings,
  })
  expect(confirmed.status).toBe(204)
  const path = `/api/sessions/${sessionId}`
  const receives = async () => {
    const paper = { participantId: citizen, name: 'Đơn tố cáo', pages: 2, condition: 'original', documentId: null }
    await does('secretary', 'receipt.add', paper)
    const receiptId = newId()
    const issued = await server.call('POST', `${path}/receipts/${citizen}`, {
      token: tokens.secretary,
      body: { receiptId },
    })
    expect(issued.status).toBe(200)
    return receiptId
  }
  const finishes = async () => {
    await desk.act('finish')
    await until(async () => ((await hall.session(sessionId)).status === 'closed' ? null : 'not closed'))
  }
  return {
    ...taken,
    sessionId,
    at: path,
    state,
    does,
    citizen,
    tokens,
    officer,
    noteTaker,
    denouncer,
    waiting,
    receives,
    finishes,
  }
}
