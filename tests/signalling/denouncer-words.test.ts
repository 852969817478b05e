// The words of a denouncer are encrypted at rest and shown to authorised readers only; each access from outside the
// room is recorded.
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyJournal } from '../../server/engine/journal/journal-file.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { minutesDocument } from '../../shared/projections/minutes-document.ts'
import { placesOf } from '../harness/at-rest.ts'
import { aPetition, Office } from '../harness/cases.ts'
import {
  aVisit,
  canary,
  closeDenouncerDesk,
  type DenouncerDesk,
  openDenouncerDesk,
  ticketFor,
  tokenIn,
} from '../harness/denouncer.ts'
import { aPdf } from '../harness/files.ts'
import type { ReceptionHall, TestDesk } from '../harness/reception-hall.ts'

let place: DenouncerDesk
let hall: ReceptionHall
let desk: TestDesk
beforeAll(async () => {
  place = await openDenouncerDesk()
  ;({ hall, desk } = place)
})
afterAll(() => closeDenouncerDesk(place))

describe('the words of a denouncer', () => {
  const words = {
    statement: 'Cán bộ địa chính nhận phong bì chiều mồng chín.',
    correction: 'Sửa lại là chiều mồng mười.',
    note: 'Người nói run, nhắc tới kho gạo cũ.',
    refusal: 'Đã giải thích vì việc kho gạo cũ đã trả lời.',
    chat: 'Xin nói nhỏ về kho gạo cũ.',
    subject: 'Tố cáo nhận tiền ở kho gạo cũ',
    content: 'Thủ kho Quách Phụng Tiên bán gạo cứu trợ.',
    check: 'Đơn có chữ ký, còn thiếu ảnh kho gạo.',
    sentBack: 'Chờ cán bộ tìm hồ sơ kho gạo.',
    found: 'Kiểm kê thấy thiếu bốn mươi hai bao.',
    handedIn: 'Ảnh chụp cửa sau kho gạo cũ lúc nửa đêm.',
  }
  /** Single words as an index would have them, and the last digits of the card. */
  const marks = [
    ...Object.values(words),
    'phong bì',
    'kho gạo',
    'phung',
    'phụng',
    'kiểm kê',
    '"988"',
    `"${canary.number.slice(-3)}"`,
  ]

  it('are unencrypted neither in Redis nor in any file, but on the screens and in the papers of authorised readers', async () => {
    const { server } = hall
    const visit = await aVisit(place)
    const { does, citizen, sessionId, at } = visit
    await does('secretary', 'statement.begin', { participantId: citizen })
    const statementId = (await visit.state()).statement.statements.at(-1)?.statementId ?? ''
    await does('secretary', 'statement.type', {
      statementId,
      revision: 0,
      from: 0,
      removed: 0,
      inserted: words.statement,
    })
    await does('secretary', 'statement.readBack', { statementId })
    await does('citizen', 'statement.askCorrection', { statementId, version: 1, words: words.correction })
    await does('secretary', 'statement.readBack', { statementId })
    await does('secretary', 'statement.noteNotSigned', { statementId, version: 2, reason: words.note })
    await does('secretary', 'minutes.add', { itemId: null, content: { kind: 'note', text: words.note } })
    await does('citizen', 'chat.post', { recipient: { to: 'all' }, text: words.chat })
    await does('chair', 'visit.explainRefusal', {
      participantId: citizen,
      groundId: 'decree-4-1-h',
      words: words.refusal,
    })
    const paper = new Uint8Array(Buffer.concat([aPdf(1), Buffer.from(`%${words.handedIn}\n`)]))
    const handed = await server.upload(`${at}/submissions`, 'Ảnh.pdf', paper, { token: visit.tokens.citizen })
    expect(handed.status).toBe(201)
    await visit.receives()
    const office = new Office(server, desk.cookie)
    const { caseId } = await office.received(
      aPetition({
        kind: 'denunciation',
        receivedOn: calendarDayOf(server.now()),
        writtenOn: null,
        subject: words.subject,
        content: words.content,
        petitioners: [],
      }),
    )
    await office.does(caseId, 'check', {
      checks: [{ condition: 'signed', wording: words.check, isMet: true }],
      note: null,
    })
    await office.does(caseId, 'competence', { outcome: 'own', body: null, reason: null })
    const head = await server.signIn()
    await server.joinsIntakeGroup(head.account.accountId)
    const assignment = { unit: 'Thanh tra', officerId: desk.accountId, note: words.note }
    expect(await new Office(server, head.cookie).does(caseId, 'assignment', assignment)).toBe(204)
    expect(await office.does(caseId, 'verifications', { text: words.found })).toBe(204)
    expect(JSON.stringify(visit.officer.told)).toContain(words.statement)
    expect(JSON.stringify(await office.detail(caseId))).toContain(words.found)
    await visit.finishes()
    await server.register.look()
    const next = (await ticketFor(place, { name: canary.name })).body
    await desk.act('call-next', {})
    await desk.act('send-back', { text: words.sentBack })
    await hall.givesUp({ token: tokenIn(next.link) })

    expect(await placesOf(server, marks)).toEqual([])
    const papers = (await visit.state()).submission.papers
    const kept = await server.files.open(`documents/submitted-${sessionId}/${papers[0]?.file.sha256}`)
    expect(await text(kept?.read() ?? Readable.from([]))).toContain(words.handedIn)

    const again = server.anotherNode().sessions
    expect((await again.state(sessionId))?.statement.statements[0]?.versions[0]?.text).toBe(words.statement)
    const minutes = minutesDocument(
      compose(sessionModules, { freeze: true }),
      await server.sessions.journal(sessionId),
      await server.sessions.people(sessionId),
      {} as never,
      server.now(),
      {},
    )
    expect(JSON.stringify(minutes)).toContain(words.refusal)
    const exported = (await server.call('GET', `${at}/journal.jsonl`, { cookie: desk.cookie })).text
    expect(await verifyJournal(exported.trimEnd().split('\n'))).toMatchObject({ ok: true })
    const found = async (typed: string, cookie: string) =>
      (await server.call('GET', `/api/cases?search=${encodeURIComponent(typed)}`, { cookie })).body.cases
    expect(await found('Quách Phụng Tiên', desk.cookie)).toMatchObject([{ caseId, subject: '' }])
    expect(await found('quach phung tien', desk.cookie)).toMatchObject([{ caseId, subject: '' }])
    const stranger = await server.signIn()
    expect(await found('Quách Phụng Tiên', stranger.cookie)).toEqual([])
    const toStranger = (await server.call('GET', `/api/cases/${caseId}`, { cookie: stranger.cookie })).body
    expect(toStranger).toMatchObject({ content: null, reads: null, row: { subject: '' } })
    for (const word of Object.values(words)) expect(JSON.stringify(toStranger)).not.toContain(word)
  })

  it('are read outside the room only with a record of the reader', async () => {
    const { server } = hall
    const visit = await aVisit(place)
    const looks = async () =>
      (await server.call('GET', `${visit.at}/protection`, { cookie: desk.cookie })).body.reads.filter(
        ({ purpose }: { purpose: string }) => purpose === 'Biên bản',
      )
    await server.call('GET', `${visit.at}/minutes`, { token: visit.tokens.chair })
    expect(await looks()).toEqual([])
    await server.call('GET', `${visit.at}/minutes.pdf`, { cookie: desk.cookie })
    await visit.finishes()
    await server.call('GET', `${visit.at}/minutes`, { token: visit.tokens.chair })
    expect((await looks()).map(({ by }: { by: string }) => by)).toEqual([desk.accountId, desk.accountId])

    const office = new Office(server, desk.cookie)
    const { caseId } = await office.received(aPetition({ kind: 'denunciation' }))
    await office.detail(caseId)
    const { reads } = await office.detail(caseId)
    expect(reads.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['Nội dung hồ sơ', 'Nội dung hồ sơ'])
  })

  it('disappear from lists and search when a case turns out to be a denunciation; earlier entries stay in its journal', async () => {
    const { server } = hall
    const office = new Office(server, desk.cookie)
    const subject = 'Phản ánh kho thóc làng Vạn Phúc Điền'
    const { caseId } = await office.received(aPetition({ kind: 'reflection', subject, petitioners: [] }))
    expect(await placesOf(server, ['phuc', 'thóc làng'])).not.toEqual([])
    expect(await office.does(caseId, 'classification', { kind: 'denunciation', signers: 1 })).toBe(204)
    await office.does(caseId, 'words', { subject, content: 'Thủ kho làng Vạn Phúc Điền bán thóc.' })
    expect(await placesOf(server, ['phúc', 'Phúc Điền bán', 'thóc làng'])).toEqual([
      `thóc làng in {case:${caseId}}:journal`,
    ])
    const { cases } = (await office.get(`/cases?search=${encodeURIComponent('Vạn Phúc Điền')}`)).body
    expect(cases).toMatchObject([{ caseId, subject: '' }])
  })
})
