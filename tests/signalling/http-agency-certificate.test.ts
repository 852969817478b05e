// The certificate of the agency over REST: who may upload it, what is refused, and its expiry.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filePassword, TestAuthority } from '../harness/certificates.ts'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
let authority: TestAuthority
let administrator: string
let staff: string
beforeAll(async () => {
  server = await HttpServer.start()
  authority = await TestAuthority.start()
  administrator = (await server.signIn('administrator')).cookie
  staff = (await server.signIn()).cookie
})
afterAll(async () => {
  await server.close()
  await authority.close()
})

const at = '/api/agency-certificate'
const handIn = (file: Buffer, password: string, cookie = administrator) =>
  server.call('PUT', at, { cookie, body: { file: file.toString('base64'), password } })
const state = async (cookie = staff) => (await server.call('GET', at, { cookie })).body

it('the certificate is uploaded by an administrator and visible to staff only', async () => {
  const file = await authority.certificateFile()
  expect((await handIn(file, filePassword, staff)).status).toBe(403)
  expect((await server.call('GET', at)).status).toBe(401)
  expect(await state()).toEqual({ certificate: null, standing: 'none' })
  const { status, body } = await handIn(file, filePassword)
  expect([status, body.standing, body.certificate.subject]).toEqual([200, 'valid', 'Ủy ban nhân dân xã Tân Lập'])
  expect(await state()).toEqual(body)
  expect(server.logged.join('')).not.toContain(filePassword)
})

it('a wrong file is refused with what to do, and the earlier certificate stays', async () => {
  const before = await state()
  const wrong = await handIn(await authority.certificateFile(), 'another')
  expect([wrong.status, wrong.body.error.code, wrong.body.error.field]).toEqual([
    400,
    'certificate.wrong-password',
    'password',
  ])
  const other = await handIn(Buffer.from('a picture'), filePassword)
  expect([other.status, other.body.error.code]).toEqual([400, 'certificate.not-pkcs12'])
  expect(other.body.error.message).toContain('PKCS#12')
  expect((await handIn(Buffer.alloc(200_000, 1), '')).status).toBeGreaterThanOrEqual(400)
  expect(await state()).toEqual(before)
})

it('the certificate is reported before it expires, and as expired afterwards', async () => {
  server.skewMs = 340 * 24 * 60 * 60 * 1000
  const { cookie } = await server.signIn()
  expect((await state(cookie)).standing).toBe('expiresSoon')
  server.skewMs = 366 * 24 * 60 * 60 * 1000
  const later = (await server.signIn()).cookie
  expect((await state(later)).standing).toBe('expired')
  server.skewMs = 0
})

it('the certificate is removed by an administrator', async () => {
  expect((await server.call('DELETE', at, { cookie: staff })).status).toBe(403)
  expect((await server.call('DELETE', at, { cookie: administrator })).status).toBe(204)
  expect((await state()).standing).toBe('none')
})
