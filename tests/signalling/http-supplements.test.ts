// Supplements to issued minutes after their session was sealed: numbered, printed, sealed in a chain, by those with a
// part in the session (ADR 0085).
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyArchive } from '../../server/custody/archive/verify-archive.ts'
import { HttpServer, tokenOf } from '../harness/http.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())

const signatory = {
  name: 'Lê Minh Đức',
  signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Chủ tịch' },
}
const reason = 'Ghi nhầm diện tích'
const aWish = () => ({
  supplementId: newId(),
  kind: 'correction',
  text: 'Tại mục II, “100 m²” sửa thành “120 m²”.',
  reason,
  signatory,
})

/** Minutes signed and issued; sealed, too, unless it is told not to. */
async function issuedSession({ isSealed = true, recipients = [] as object[] } = {}) {
  const scheduled = await server.schedule(cookie)
  const { sessionId } = scheduled
  const url = `/api/sessions/${sessionId}`
  const post = (path: string, body: object, by: object = { cookie }) =>
    server.call('POST', `${url}/${path}`, { ...by, body })
  for (const step of ['open', 'close']) await post(step, {})
  for (const role of ['secretary', 'chair'])
    await post('minutes/signature', { sha256: 'f'.repeat(64) }, { token: tokenOf(scheduled, role) })
  const citizen = scheduled.participants.find(({ role }) => role === 'citizen')?.participantId
  const to = [{ participantId: citizen }, ...recipients]
  const minutes = (await post('minutes/issue', { paper: 'minutes', recipients: to })).body
  if (isSealed) expect((await post('seal', {})).status).toBeLessThan(300)
  const list = async () => (await server.call('GET', `${url}/supplements`, { cookie })).body
  const print = async ({ supplementId }: { supplementId: string }) =>
    JSON.parse((await server.call('GET', `${url}/supplements/${supplementId}/pdf`, { cookie })).text).source
  return {
    ...{ sessionId, url, minutes, list, post, print, citizen },
    write: (wish: object, by?: object) => post('supplements', wish, by),
    looks: (wish: object, by?: object) => post('supplements/picture', wish, by),
    proposal: () => server.call('GET', `${url}/supplements/issue-proposal`, { cookie }),
  }
}

describe('a supplement to the minutes of a sealed session', () => {
  it('gets the next number of minutes, is listed with author, time and reason, and is an issued paper', async () => {
    const { url, minutes, list, write } = await issuedSession()
    const wish = aWish()
    const { status, body } = await write(wish)
    expect([status, body]).toEqual([
      200,
      { supplementId: wish.supplementId, number: minutes.number + 1, year: minutes.year },
    ])
    const { signatory: _, ...said } = wish
    expect(await list()).toMatchObject({
      minutes: { number: minutes.number },
      signatory,
      supplements: [{ ...said, number: body.number, by: expect.any(String), at: expect.any(Number) }],
    })
    const pdf = await server.call('GET', `${url}/supplements/${wish.supplementId}/pdf`, { cookie })
    expect(JSON.parse(pdf.raw.toString()).source).toMatchObject({
      supplement: said,
      minutes: { number: minutes.number },
      signatory,
    })
    const { papers } = (await server.call('GET', `${url}/issued-papers`, { cookie })).body
    expect(papers).toContainEqual(expect.objectContaining({ kind: 'supplement', number: body.number }))
  })

  it('is in the archive under a seal that contains the hash of the previous one, and is listed by the check', async () => {
    const { url, write } = await issuedSession()
    const wishes = [aWish(), { ...aWish(), kind: 'addition' }]
    const numbers: number[] = []
    for (const wish of wishes) numbers.push((await write(wish)).body.number)
    const { raw } = await server.call('GET', `${url}/archive`, { cookie })
    const path = join(server.directory, 'archive.zip')
    await writeFile(path, raw)
    const { body: key } = await server.call('GET', '/api/verification-key')
    const { faults, supplements, manifest } = await verifyArchive(path, key.fingerprint)
    expect(faults).toEqual([])
    expect(supplements).toMatchObject([
      { kind: 'correction', written: { reason, number: numbers[0], supplementId: wishes[0]?.supplementId } },
      { kind: 'addition', written: { number: numbers[1] } },
    ])
    expect(manifest?.files.map((file) => file.path)).toContain(`papers/supplement-${numbers[1]}-2026.pdf`)
  })

  it('is issued once, even if the request is repeated or sent twice at once', async () => {
    const { sessionId, list, write } = await issuedSession()
    const wish = aWish()
    const answers = await Promise.all([write(wish), write(wish)])
    const again = await write(wish)
    expect(new Set([...answers, again].map(({ body }) => body.number)).size).toBe(1)
    expect((await list()).supplements).toHaveLength(1)
    expect(await server.seals.keptSupplements(sessionId)).toHaveLength(1)
  })

  it('that has a number but could not be sealed is completed by the next request, with the same number', async () => {
    const { sessionId, write } = await issuedSession()
    const wish = aWish()
    vi.spyOn(server.seals, 'sealWritten').mockRejectedValueOnce(new Error('the disk is full'))
    expect((await write(wish)).status).toBe(500)
    const { status, body } = await write(wish)
    expect(status).toBe(200)
    expect((await server.seals.keptSupplements(sessionId)).map(({ content }) => content.written)).toMatchObject([
      { supplementId: wish.supplementId, number: body.number },
    ])
    expect((await (await issuedSession()).write(aWish())).body.number).toBe(body.number + 2)
  })

  it('is refused before the sealing and without issued minutes, and uses no number', async () => {
    const open = await issuedSession({ isSealed: false })
    const refused = await open.write(aWish())
    expect([refused.status, refused.body.error.code]).toEqual([409, 'supplement.not-sealed'])
    const { sessionId } = await server.schedule(cookie)
    const url = `/api/sessions/${sessionId}`
    for (const step of ['open', 'close', 'minutes-waiver', 'seal'])
      await server.call('POST', `${url}/${step}`, { cookie, body: { reason } })
    const waived = await server.call('POST', `${url}/supplements`, { cookie, body: aWish() })
    expect([waived.status, waived.body.error.code]).toEqual([409, 'supplement.not-issued'])
    expect((await issuedSession()).minutes.number).toBe(open.minutes.number + 1)
  })

  it('goes to the recipients of the minutes, or to those named instead', async () => {
    const { sessionId, citizen, print, proposal, write } = await issuedSession({
      recipients: [{ text: 'Sở Tài chính' }],
    })
    const [of, same, other] = [(await proposal()).body.recipients, aWish(), aWish()]
    expect(of).toEqual([
      { participantId: citizen, text: expect.stringMatching(/^Ông\/bà /) },
      { participantId: null, text: 'Sở Tài chính' },
    ])
    await write(same)
    expect((await print(same)).recipients).toBeNull()
    await write({ ...other, recipients: [{ participantId: citizen }, { text: 'Sở Xây dựng' }] })
    expect((await print(other)).recipients).toEqual([of[0].text, 'Sở Xây dựng'])
    // People are in the journal by their ids alone.
    const [event] = (await server.sessions.journal(sessionId)).at(-1)?.events ?? []
    expect(event).toMatchObject({ type: 'supplement.written', data: { recipients: [{ participantId: citizen }, {}] } })
  })

  it('is refused with an unknown recipient, and uses no number', async () => {
    const { minutes, looks, write } = await issuedSession()
    const wish = { ...aWish(), recipients: [{ participantId: 'nobody' }] }
    for (const refused of [await looks(wish), await write(wish)])
      expect([refused.status, refused.body.error.code]).toEqual([409, 'supplement.unknown-recipient'])
    expect((await write(aWish())).body.number).toBe(minutes.number + 1)
  })

  it('can be viewed as a picture first, with signatory and recipients, without using a number', async () => {
    const { minutes, list, looks, proposal, sessionId, write } = await issuedSession()
    const before = (await server.sessions.journal(sessionId)).length
    const wish = { ...aWish(), recipients: [{ text: 'Sở Xây dựng' }] }
    const { status, text } = await looks({ ...wish, signatory: { ...signatory, name: 'Trần Văn Nam' } })
    expect(status).toBe(200)
    const { supplementId: _, signatory: __, recipients: ___, ...said } = wish
    expect(JSON.parse(text.replace('picture of ', ''))).toMatchObject({
      issue: null,
      supplement: said,
      minutes: { number: minutes.number },
      recipients: ['Sở Xây dựng'],
      signatory: { name: 'Trần Văn Nam' },
    })
    expect((await list()).supplements).toEqual([])
    expect(await server.sessions.journal(sessionId)).toHaveLength(before)
    // Who is only looked at has signed nothing.
    expect((await proposal()).body.signatory?.name).not.toBe('Trần Văn Nam')
    expect((await write(wish)).body.number).toBe(minutes.number + 1)
  })

  it('has no picture and no proposal before the sealing, nor for accounts without a part in the session', async () => {
    const open = await issuedSession({ isSealed: false })
    for (const refused of [await open.looks(aWish()), await open.proposal()])
      expect([refused.status, refused.body.error.code]).toEqual([409, 'supplement.not-sealed'])
    const { looks, url } = await issuedSession()
    const other = (await server.signIn('administrator')).cookie
    const at = `${url}/supplements/issue-proposal`
    for (const refused of [await looks(aWish(), { cookie: other }), await server.call('GET', at, { cookie: other })])
      expect([refused.status, refused.body.error.code]).toEqual([403, 'accessList.no-part'])
  })

  it('is written by whoever booked the session or is named for it, with a reason and a signatory', async () => {
    const { write, list } = await issuedSession()
    const other = (await server.signIn('administrator')).cookie
    const refused = await write(aWish(), { cookie: other })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'accessList.no-part'])
    for (const missing of [{ reason: ' ' }, { text: '' }, { signatory: undefined }])
      expect((await write({ ...aWish(), ...missing })).status).toBe(400)
    expect((await list()).supplements).toEqual([])
  })
})
