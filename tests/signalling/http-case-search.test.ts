// Full-text search of cases as officers type it, over REST with a real Redis.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReaderId } from '../../shared/kernel/ids.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { HttpServer } from '../harness/http.ts'
import { fc } from '../harness/properties.ts'
import { until } from '../harness/wait.ts'

let server: HttpServer
let office: Office
let colleague: Office
let colleagueId: string
beforeAll(async () => {
  server = await HttpServer.start()
  server.skewMs = Date.parse('2026-11-25T03:00:00Z') - Date.now()
  const [one, other] = [await server.signIn('administrator'), await server.signIn()]
  office = new Office(server, one.cookie)
  colleague = new Office(server, other.cookie)
  colleagueId = other.account.accountId
})
afterAll(() => server.close())

const search = async (typed: string, filters = '', by = office) =>
  (await by.get(`/cases?search=${encodeURIComponent(typed)}${filters}`)).body
const foundBy = async (typed: string, filters = '', by = office): Promise<string[]> =>
  (await search(typed, filters, by)).cases.map((row: { caseId: string }) => row.caseId)
const enters = async (subject: string, content = 'Xin xem xét.', changes = {}) =>
  (await office.received(aPetition({ subject, content, petitioners: [], ...changes }))).caseId

describe('searching cases by their words', () => {
  it('finds all words, with or without diacritics, in any order and case', async () => {
    const caseId = await enters('Lấn chiếm bờ kênh Phú Thạnh', 'Ông Tám đổ đất lấp kênh thoát nước.')
    for (const typed of [
      'kênh Phú Thạnh',
      'KENH PHU THANH',
      'thạnh lấn chiếm',
      'tam lap kenh',
      'kênh'.normalize('NFD'),
    ])
      expect(await foundBy(typed), typed).toEqual([caseId])
    expect(await foundBy('kênh Phú Quý')).toEqual([])
  })

  it('accepts an incomplete last word', async () => {
    const caseId = await enters('Xưởng nghiền đá gây tiếng ồn')
    for (const typed of ['xưởng ngh', 'nghie', 'xuong nghi']) expect(await foundBy(typed), typed).toEqual([caseId])
    expect(await foundBy('ngh xưởng')).toEqual([])
  })

  it('ranks exact spelling first, then without diacritics, then the newest', async () => {
    const worn = await enters('Cầu tre mục nát')
    const asked = await enters('Yêu cầu làm tre')
    const older = await enters('Tranh chấp rặng tre cẩu thả')
    expect(await foundBy('cầu tre')).toEqual([asked, worn, older])
    expect(await foundBy('cau tre')).toEqual([older, asked, worn])
  })

  it('ranks words in the subject before words in the text', async () => {
    const inSubject = await enters('Ô nhiễm từ lò gạch')
    const inText = await enters('Đề nghị kiểm tra', 'Khói của lò gạch làm cháy lúa.')
    expect(await foundBy('lo gach')).toEqual([inSubject, inText])
  })

  it('returns an excerpt with the words and the total count', async () => {
    const caseId = await enters(
      'Đề nghị trợ cấp',
      `${'Hoàn cảnh khó khăn. '.repeat(30)}Nhà tốc mái do lốc xoáy đêm mồng 5.`,
    )
    const { found } = await search('lốc xoáy')
    expect(found).toMatchObject({ total: 1, excerpts: { [caseId]: expect.stringContaining('tốc mái do lốc xoáy') } })
  })

  it('can be combined with any filter of state, kind, unit, officer and days', async () => {
    const days = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2025-12-31']
    const ids: string[] = []
    for (const receivedOn of days) ids.push(await enters('Hụi họ vỡ nợ', 'x', { receivedOn, writtenOn: null }))
    await office.takesUp(ids[2] ?? '')
    await office.does(ids[2] ?? '', 'assignment', { unit: 'Tổ hòa giải', officerId: colleagueId, note: null })
    for (const filters of [
      '&status=inHand',
      `&unit=${encodeURIComponent('tổ HÒA giải')}`,
      `&officerId=${colleagueId}`,
      '&from=2024-02-01&to=2024-02-29',
    ])
      expect(await foundBy('hụi', filters), filters).toEqual([ids[2]])
    const between = (from: number, to: number) =>
      foundBy('hụi', `&from=${days[from]}&to=${days[to]}`).then((found) => found.toSorted())
    for (let from = 0; from < days.length; from++)
      for (let to = 0; to < days.length; to++)
        expect(await between(from, to), `${days[from]} ${days[to]}`).toEqual(ids.slice(from, to + 1).toSorted())
    expect(await foundBy('hụi', '&kind=proposal')).toEqual([])
  })

  it('returns pages that contain each case once', async () => {
    const ids = new Set<string>()
    for (let count = 0; count < 53; count++) ids.add(await enters('Chó thả rông'))
    const first = await search('rông')
    const second = await search('rông', `&after=${first.next}`)
    expect([first.cases.length, second.cases.length, second.next, first.found.total]).toEqual([50, 3, null, 53])
    expect(new Set([...first.cases, ...second.cases].map((row) => row.caseId))).toEqual(ids)
  })

  it('does not find words that were corrected away', async () => {
    const caseId = await enters('Trụ điện ngã đổ', 'Trụ điện xiêu vẹo.')
    await office.does(caseId, 'words', { subject: 'Trụ điện nghiêng', content: 'Trụ điện sắp gãy.' })
    expect(await foundBy('trụ nghiêng gãy')).toEqual([caseId])
    for (const typed of ['ngã đổ', 'xiêu', 'tru do']) expect(await foundBy(typed), typed).toEqual([])
  })

  it('finds a case by exactly its own words, for random texts', async () => {
    const syllables = fc.constantFrom(
      'đường',
      'Đuồng',
      'ngõ',
      'NGÕ',
      'ngo',
      'hẻm',
      '12',
      'ủi',
      'Ủi',
      'khuya',
      'khuyếch',
    )
    const texts = fc.array(syllables, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
    await fc.assert(
      fc.asyncProperty(texts, texts, async (before, after) => {
        const caseId = await enters(before)
        await office.does(caseId, 'words', { subject: after, content: 'x' })
        const bare = (text: string) =>
          text
            .normalize('NFD')
            .replace(/\p{Mark}/gu, '')
            .replace(/đ/gi, 'd')
            .toLowerCase()
        const kept = new Set(bare(after).split(' '))
        const all = async (typed: string) => {
          const { cases, next } = await search(`${typed} `)
          expect(next).toBeNull()
          return cases.map((row: { caseId: string }) => row.caseId)
        }
        for (const word of after.split(' ')) {
          expect(await all(word)).toContain(caseId)
          expect(await all(bare(word))).toContain(caseId)
        }
        // “ngo” begins “ngõ” as well: words that begin like another are left out.
        for (const word of before.split(' '))
          if (![...kept].some((one) => one.startsWith(bare(word)))) expect(await all(word)).not.toContain(caseId)
      }),
      { numRuns: 12 },
    )
  })
})

describe('a denunciation', () => {
  it('is found by its words only by its readers', async () => {
    const caseId = await enters('Tố cáo nhận hối lộ', 'Cán bộ địa chính nhận phong bì.', { kind: 'denunciation' })
    expect(await foundBy('hối lộ')).toEqual([caseId])
    const hidden = await search('phong bì', '', colleague)
    expect([hidden.cases, hidden.found.total]).toEqual([[], 0])
    await office.does(caseId, 'readers', { accountId: colleagueId, reason: 'Thành viên tổ xác minh' })
    expect(await foundBy('hoi lo', '', colleague)).toEqual([caseId])
  })

  it('is hidden from others as soon as a petition is classified as one', async () => {
    const caseId = await enters('Bớt xén tiền cứu trợ')
    expect(await foundBy('cứu trợ', '', colleague)).toEqual([caseId])
    await office.does(caseId, 'classification', { kind: 'denunciation', signers: 1 })
    expect(await foundBy('cứu trợ', '', colleague)).toEqual([])
    await office.does(caseId, 'classification', { kind: 'reflection', signers: 1 })
    expect(await foundBy('cứu trợ', '', colleague)).toEqual([])
  })

  it('is not found by others by the telephone number of the denouncer', async () => {
    const petitioners = [{ name: 'Lý Thị Ẩn', address: null, phone: '0900000077', email: null, identity: null }]
    const caseId = await enters('Tố cáo', 'Việc riêng', { kind: 'denunciation', petitioners })
    expect(await foundBy('0900 000 077')).toEqual([caseId])
    expect(await foundBy('0900 000 077', '', colleague)).toEqual([])
  })
})

describe('the name of a citizen', () => {
  it('is not found by full-text search and is not in the index', async () => {
    const petitioners = [{ name: 'Quách Thị Uyển', address: 'Ấp Xẻo Rô', phone: null, email: null, identity: null }]
    await enters('Cấp lại giấy tờ', 'Xin cấp lại.', { petitioners })
    for (const typed of ['Quách', 'uyen', 'Xẻo Rô']) expect(await foundBy(typed), typed).toEqual([])
    const redis = server.redis.redis()
    const [key = ''] = await redis.keys('{cases}:search:*:vocabulary')
    expect(await redis.zrange(key, '[quac', '[quad', 'BYLEX')).toEqual([])
    expect(await redis.zrange(key, '[giay', '[giaz', 'BYLEX')).toEqual(['giay'])
  })
})

describe('searching cases by the name of the petitioner', () => {
  const someone = (name: string, changes = {}) => ({
    petitioners: [{ name, address: 'Bản Hồ', phone: null, email: null, identity: null }],
    ...changes,
  })
  const called = async (name: string, filters = '', by = office): Promise<string[]> => {
    const { body, status, text } = await by.get(`/cases?name=${encodeURIComponent(name)}${filters}`)
    if (status !== 200) throw new Error(text)
    return body.cases.map((row: { caseId: string }) => row.caseId)
  }

  it('requires whole words, with or without diacritics, in any order and case; the same order ranks first', async () => {
    const turned = await enters('Xin điện', 'x', someone('Vừ Thị Mỷ'))
    const whole = await enters('Xin nước', 'x', someone('Mỷ Thị Vừ'))
    for (const typed of ['mỷ thị vừ', 'MY THI VU', 'Mỷ  Vừ Thị'.normalize('NFD'), 'vừ'])
      expect((await called(typed)).toSorted(), typed).toEqual([turned, whole].toSorted())
    expect(await called('my thi vu')).toEqual([whole, turned])
    expect(await called('vu thi my')).toEqual([turned, whole])
    expect(await called('Mỷ Thị Vừ Vàng')).toEqual([])
    expect(await called('m')).toEqual([])
    expect((await office.get('/cases?name=%20.')).body.error.code).toBe('invalid')
  })

  it('ranks exact spelling before another one with the same letters', async () => {
    const other = await enters('Xin gạo', 'x', someone('Giàng Seo Sử'))
    const same = await enters('Xin muối', 'x', someone('Giàng Seo Sú'))
    expect(await called('Giàng Seo Sử')).toEqual([other, same])
    expect(await called('Giàng Seo Sú')).toEqual([same, other])
  })

  it('can be combined with words, state and days', async () => {
    const caseId = await enters('Mất trâu', 'x', someone('Lò Văn Ếm'))
    await enters('Mất bò', 'x', someone('Lò Văn Ếm', { receivedOn: '2024-05-05', writtenOn: null }))
    expect(await called('lo em', '&search=trau')).toEqual([caseId])
    expect(await called('lo em', '&from=2026-01-01')).toEqual([caseId])
    expect(await called('lo em', '&status=closed')).toEqual([])
  })

  it('never finds protected cases, not even for their readers', async () => {
    await enters('Tố cáo trưởng bản', 'x', someone('Hạng A Páo', { kind: 'denunciation' }))
    await enters('Nhiều việc', 'x', someone('Hạng A Páo', { kind: 'mixed' }))
    const caseId = await enters('Xin đường', 'x', someone('Hạng A Páo'))
    expect(await called('Hạng A Páo')).toEqual([caseId])
    // Nor is it told that there are others.
    expect((await office.get(`/cases?name=${encodeURIComponent('Hạng A Páo')}`)).body.found.total).toBe(1)
    expect(await office.does(caseId, 'classification', { kind: 'denunciation', signers: 1 })).toBe(204)
    expect(await called('Hạng A Páo')).toEqual([])
  })

  it('uses the corrected name, and finds nothing after an erasure', async () => {
    const caseId = await enters('Xin giống', 'x', someone('Cư Seo Vần'))
    const [petitionerId] = (await server.cases.state(caseId))?.intake.receipt?.petitionerIds ?? []
    if (!petitionerId) throw new Error('nobody')
    const by = { accountId: null, purpose: 'thử' }
    const corrected = { name: 'Cư Seo Vang', address: null, phone: null, email: null, identity: null }
    await server.citizens.change(petitionerId, corrected, by)
    await until(async () => ((await called('Cư Seo Vang')).length === 1 ? null : 'not under the new name'))
    expect(await called('Cư Seo Vần')).toEqual([])
    await server.citizens.erase(petitionerId, by)
    await until(async () => ((await called('Cư Seo Vang')).length === 0 ? null : 'still found'))
  })

  it('records who searched for whom, once per name and place; the record is encrypted', async () => {
    await called('Trần Ích Tắc', '', colleague)
    await called('Trần Ích Tắc', '&status=closed', colleague)
    const { body } = await office.get('/name-searches')
    const mine = body.searches.filter(({ name }: { name: string }) => name === 'Trần Ích Tắc')
    expect(mine).toEqual([
      { at: expect.any(Number), by: expect.any(String), place: 'cases', name: 'Trần Ích Tắc', found: 0 },
    ])
    expect((await colleague.get('/name-searches')).status).toBe(403)
    const redis = server.redis.redis()
    expect((await redis.lrange('{citizens}:name-searches', 0, -1)).join()).not.toContain('Trần')
    const [block = ''] = await redis.keys('{cases}:search:*:block:0')
    expect((await redis.hkeys(block)).join(' ')).not.toMatch(/giang|hạng|cư/i)
  })
})

describe('earlier cases', () => {
  const content =
    'Gia đình tôi có 250 mét vuông đất vườn bị thu hồi để mở đường liên xã nhưng chưa nhận được tiền bồi thường cây trồng.'
  const person = { name: 'Hồ Văn Tư', address: null, phone: '0900000444', email: null, identity: null }

  it('are suggested while a petition is typed, with the reason, and can be linked to it', async () => {
    const first = await office.received(aPetition({ subject: 'Bồi thường đất vườn', content, petitioners: [person] }))
    await enters('Đường dây điện hạ thế', 'Đường dây điện thấp sát mái nhà, trẻ em dễ với tới, đề nghị nâng cao hơn.')
    const draft = {
      subject: 'boi thuong dat vuon',
      content: `Kính gửi Ủy ban. ${content} Tôi gửi đơn lần thứ hai.`,
      people: ['0900.000.444', 'không phải số'],
    }
    const { body } = await office.post('/cases/suggestions', draft)
    expect(body.cases).toMatchObject([{ caseId: first.caseId, number: first.number, samePerson: ['phone'] }])
    const [{ likeness }] = body.cases
    expect(likeness.same / likeness.of).toBeGreaterThan(0.6)
    const { caseId } = await office.received(
      aPetition({ content: draft.content, petitioners: [], earlierIds: [first.caseId] }),
    )
    const detail = await office.detail(caseId)
    expect(detail.earlier).toMatchObject([{ caseId: first.caseId }])
    const later = (await office.get(`/cases/${caseId}/suggestions`)).body.cases
    expect(later).toMatchObject([{ caseId: first.caseId, samePerson: [], likeness: { of: expect.any(Number) } }])
  })

  it('of the same person with a different text are suggested with that reason', async () => {
    const petitioners = [{ ...person, phone: '0900000555' }]
    const caseId = await enters('Xác nhận hộ nghèo', 'x', { petitioners })
    const { body } = await office.post('/cases/suggestions', { subject: '', content: '', people: ['0900000555'] })
    expect(body.cases).toMatchObject([{ caseId, samePerson: ['phone'], likeness: null }])
  })

  it('of the same name and address are suggested, which is recorded as a search by name, with the number of visits', async () => {
    const petitioners = [{ ...person, name: 'Đinh Núp', address: 'Làng Stơr, xã Tơ Tung', phone: null }]
    const caseId = await enters('Xin cấp giấy', 'x', { petitioners })
    await enters('Tố cáo thôn trưởng', 'y', { petitioners, kind: 'denunciation' })
    const asked = { subject: '', content: '', people: [], name: 'ĐINH NÚP', address: 'làng Stơr - xã Tơ Tung' }
    const { body } = await office.post('/cases/suggestions', asked)
    expect(body).toMatchObject({
      cases: [{ caseId, samePerson: ['nameAndAddress'] }],
      visits: { count: 0, lastOn: null, comparedBy: ['nameAndAddress'], isWhole: true },
    })
    const [search] = (await office.get('/name-searches')).body.searches
    expect(search).toMatchObject({ name: 'ĐINH NÚP', place: 'suggestions', found: 1 })
    const { body: unnamed, status } = await office.post('/cases/suggestions', { ...asked, name: '' })
    expect([status, unnamed.cases]).toEqual([200, []])
    const protectedToo = { ...asked, kind: 'denunciation' }
    expect((await office.post('/cases/suggestions', protectedToo)).body).toEqual({ cases: [], visits: null })
  })

  it('are not suggested for a denunciation', async () => {
    const petitioners = [{ ...person, phone: '0900000666' }]
    await enters('Xin xác nhận', 'x', { petitioners })
    const caseId = await enters('Tố cáo kế toán', 'y', { petitioners, kind: 'denunciation' })
    const { body } = await office.get(`/cases/${caseId}/suggestions`)
    expect(body).toEqual({ cases: [], visits: null })
  })

  it('that are denunciations are suggested only to their readers', async () => {
    const words = 'Tổ trưởng dân phố thu tiền quỹ không biên lai nhiều năm liền rồi chi tiêu riêng cho gia đình mình'
    const caseId = await enters('Tố cáo tổ trưởng', words, { kind: 'denunciation' })
    const draft = { subject: 'Tổ trưởng', content: words, people: [] }
    expect((await office.post('/cases/suggestions', draft)).body.cases).toMatchObject([{ caseId }])
    expect((await colleague.post('/cases/suggestions', draft)).body.cases).toEqual([])
  })

  it('that do not exist cannot be linked, and the petition is not entered', async () => {
    const before = (await office.get('/cases')).body.counts.toClassify
    const refused = await office.receive(aPetition({ earlierIds: [colleagueId] }))
    expect([refused.status, refused.body.error.code]).toEqual([404, 'not-found'])
    expect((await office.get('/cases')).body.counts.toClassify).toBe(before)
  })
})

describe('the index of words', () => {
  it('is rebuilt in the background from the journals when its format changed or it is missing', async () => {
    const caseId = await enters('Tiếng loa kẹo kéo')
    const redis = server.redis.redis()
    await redis.set('{cases}:search', JSON.stringify({ version: 0, name: 'earlier', isWhole: true }))
    const { cases } = server.anotherCaseServices()
    const asked = { words: [{ exact: 'loa', folded: 'loa' }], beginning: null }
    const { accountId } = (await server.signIn()).account
    const by = { accountId, reader: ReaderId.parse(accountId), isOfIntakeGroup: false }
    const find = () => cases.search.find(asked, {}, by, { skip: 0, limit: 5 })
    expect([await find(), await cases.search.isWhole()]).toEqual([{ caseIds: [], total: 0 }, false])
    await cases.recover()
    await until(async () => ((await cases.search.isWhole()) ? null : 'the index is not whole'))
    expect(await find()).toEqual({ caseIds: [caseId], total: 1 })
    await cases.close()
  })
})
