// The start of paper numbers over REST.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn('administrator'))
})
afterAll(() => server.close())

const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' }).format())
const all = async () => (await server.call('GET', '/api/numbering', { cookie })).body.series
const goOnAfter = (last: unknown) =>
  server.call('PUT', '/api/numbering', { cookie, body: { kind: 'minutes', year, last } })

it('an agency that has numbered by hand enters the last number of a kind; the other kinds start at 1', async () => {
  expect(await all()).toContainEqual({ kind: 'minutes', year, last: 0, isBegun: false })
  expect((await goOnAfter(57)).status).toBe(204)
  expect(await all()).toEqual([
    { kind: 'minutes', year, last: 57, isBegun: false },
    { kind: 'conclusions', year, last: 0, isBegun: false },
    { kind: 'receipt', year, last: 0, isBegun: false },
    { kind: 'refusalNotice', year, last: 0, isBegun: false },
    { kind: 'register', year, last: 0, isBegun: false },
  ])
})

it('an invalid number is refused and changes nothing', async () => {
  for (const last of [-1, 1.5, 100_000, '58']) expect((await goOnAfter(last)).status).toBe(400)
  expect((await all())[0]).toMatchObject({ last: 57 })
})

it('numbering is accessible to administrators only', async () => {
  const staff = await server.signIn('staff')
  expect((await server.call('GET', '/api/numbering', { cookie: staff.cookie })).status).toBe(403)
  expect((await server.call('GET', '/api/numbering')).status).toBe(401)
})

it('the start cannot be changed once a paper has a number', async () => {
  await server.numbers.allot({ kind: 'minutes', year }, 'a paper', async (value) => ({ used: true, value }))
  expect(await goOnAfter(60)).toMatchObject({ status: 409, body: { error: { code: 'numbering.begun' } } })
  expect((await all())[0]).toEqual({ kind: 'minutes', year, last: 58, isBegun: true })
})
