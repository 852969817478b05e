// A reception over real sockets: which page is sent what of a citizen’s papers and words, checked in the raw messages.

import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CitizenId } from '../../shared/kernel/ids.ts'
import { ownEquipment } from '../harness/own-equipment.ts'
import type { TestPage } from '../harness/page.ts'
import { idOf, SignallingServer } from '../harness/signalling.ts'

let server: SignallingServer
beforeAll(async () => {
  server = await SignallingServer.start()
})
afterAll(() => server.close())

const names = ['chair', 'secretary', 'siteA', 'observer', 'citizen'] as const
type Pages = Record<(typeof names)[number], TestPage>
/** Everything the page was ever told. */
const told = ({ state, commits, people }: TestPage) => JSON.stringify({ state, commits, people })

async function received() {
  const booking = await server.book('reception')
  const entered: [string, TestPage][] = []
  for (const name of names) entered.push([name, await server.enter(booking, name)])
  const pages = Object.fromEntries(entered) as Pages
  const citizenId = idOf(booking.participants, 'citizen')
  for (const name of ['citizen', 'observer'])
    await pages.secretary.must('admission.admit', { participantId: idOf(booking.participants, name) })
  await pages.chair.must('recording.start', ownEquipment)
  await pages.chair.must('session.open', {})
  return { booking, pages, citizenId, secretaryId: idOf(booking.participants, 'secretary') }
}

test('the result of a check of papers is sent to the citizen and to staff, and to nobody else', async () => {
  const { booking, pages, citizenId, secretaryId } = await received()
  const { chair, secretary, siteA, observer, citizen } = pages
  await secretary.must('identity.begin', { participantId: citizenId })
  await secretary.must('identity.refuse', { participantId: citizenId, reason: 'Ảnh trên thẻ không rõ' })
  await secretary.must('identity.begin', { participantId: citizenId })
  const confirmed = await server.sessions.dispatch(
    booking.sessionId,
    { kind: 'system' },
    {
      id: newId(),
      type: 'identity.confirm',
      data: {
        participantId: citizenId,
        citizenId: CitizenId.parse('in-the-record'),
        officerId: secretaryId,
        personKind: 'citizen',
        papers: ['identity'],
        paper: { kind: 'passport', lastDigits: 'QZX' },
      },
    },
  )
  if (!confirmed.ok) throw new Error(confirmed.rejection.code)
  for (const page of Object.values(pages)) await page.reaches(confirmed.seq)
  for (const page of [chair, secretary, citizen]) expect(told(page)).toMatch(/Ảnh trên thẻ.*QZX|QZX.*Ảnh trên thẻ/s)
  for (const page of [siteA, observer]) expect(told(page)).not.toMatch(/Ảnh trên thẻ|QZX|passport|in-the-record/)
  expect(told(citizen)).not.toContain('in-the-record')
  expect(told(chair)).toContain('in-the-record')
})

test('the name read from a paper reaches every page', async () => {
  const { booking, pages, citizenId } = await received()
  const personId = pages.chair.state.admission.participants[citizenId]?.personId
  if (!personId) throw new Error('the citizen is nobody')
  await server.sessions.rename(booking.sessionId, personId, 'Ngô Văn Phúc')
  for (const page of Object.values(pages))
    await page.sees('the name', () => page.people[personId]?.name === 'Ngô Văn Phúc')
})

test('a statement is sent to the citizen who made it and to staff; the code to staff only', async () => {
  const { pages, citizenId } = await received()
  const { chair, secretary, siteA, observer, citizen } = pages
  await secretary.must('statement.begin', { participantId: citizenId })
  const statementId = secretary.state.statement.statements[0]?.statementId ?? ''
  const piece = { statementId, revision: 0, from: 0, removed: 0, inserted: 'Nhà tôi bị thu hồi đất.' }
  await secretary.must('statement.type', piece)
  await secretary.must('statement.readBack', { statementId })
  const offered = await secretary.must('statement.offerCode', { statementId, version: 1 })
  for (const page of Object.values(pages)) await page.reaches(offered)
  const code = secretary.state.statement.statements[0]?.code ?? ''
  expect(code).toMatch(/^\d{6}$/)
  for (const page of [chair, secretary, citizen]) expect(told(page)).toContain('Nhà tôi bị thu hồi đất.')
  for (const page of [siteA, observer]) expect(told(page)).not.toMatch(/thu hồi đất|statementId/)
  expect(told(citizen)).not.toContain(`"${code}"`)
  await citizen.must('statement.acknowledgeByCode', { statementId, version: 1, code })
})
