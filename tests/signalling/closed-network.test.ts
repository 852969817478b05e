// A server on a closed network offers no pages for the public (ADR 0056).
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ReceptionHall } from '../harness/reception-hall.ts'
import { until } from '../harness/wait.ts'

let hall: ReceptionHall
beforeAll(async () => {
  hall = await ReceptionHall.open()
})
afterAll(() => hall.close())

const rule = 'secrecy.no-public-pages'

/** Every route that there is, as somebody calls it who has no account and no link. */
async function answersToAnybody(): Promise<Map<string, string>> {
  const { server } = hall
  const { body } = await server.call('GET', '/api/docs/json')
  const answers = new Map<string, string>()
  for (const [path, operations] of Object.entries<object>(body.paths))
    for (const method of Object.keys(operations)) {
      const url = path.replaceAll(/\{\w+\}/g, 'x')
      const answer = await server.call(method.toUpperCase() as 'GET', url, method === 'get' ? {} : { body: {} })
      answers.set(`${method} ${path}`, answer.body?.error?.code ?? String(answer.status))
    }
  return answers
}

const having = (answers: ReadonlyMap<string, string>, isWanted: (code: string) => boolean) =>
  [...answers].filter(([, code]) => isWanted(code)).map(([route]) => route)

it('refuses every route for the public, for tickets and for kiosks, except sign-in, set-up, password links and health', async () => {
  const { server } = hall
  await server.standsOn('internet')
  const elsewhere = await answersToAnybody()
  expect(having(elsewhere, (code) => code === rule)).toEqual([])
  await server.standsOn('closedLan')
  const answers = await answersToAnybody()
  expect(
    having(answers, (code) => ![rule, 'sign-in-required', 'link-invalid', 'link-revoked'].includes(code)).sort(),
  ).toEqual([
    'get /health',
    'post /api/login',
    'post /api/logout',
    'post /api/password-link',
    'post /api/password-link/password',
    'post /api/setup',
  ])
  expect(having(answers, (code) => code === rule).sort()).toEqual([
    'get /api/agency/emblem/{sha256}',
    'get /api/agency/public',
    'get /api/public-pages',
    'get /api/reception/calendar',
    'get /api/reception/challenge',
    'get /api/reception/kiosk',
    'get /api/reception/ticket',
    'get /api/reception/ticket/rules',
    'get /api/verification-key',
    'post /api/followed-cases',
    'post /api/petitions',
    'post /api/reception/appointment',
    'post /api/reception/appointment/arrival',
    'post /api/reception/appointment/cancellation',
    'post /api/reception/appointment/move',
    'post /api/reception/appointments',
    'post /api/reception/ticket/acceptance',
    'post /api/reception/ticket/call-wish',
    'post /api/reception/ticket/giving-up',
    'post /api/verified-papers',
  ])
})

it('names the law in the refusal', async () => {
  await hall.server.standsOn('closedLan')
  const { status, body } = await hall.server.call('GET', '/api/reception/calendar')
  expect([status, body.error.code]).toEqual([403, rule])
  expect(body.error.message).toContain('Luật Bảo vệ bí mật nhà nước')
})

it('allows signed-in staff to check a paper there', async () => {
  await hall.server.standsOn('closedLan')
  const { cookie } = await hall.server.signIn()
  expect((await hall.server.call('GET', '/api/public-pages', { cookie })).status).toBe(204)
  const { body } = await hall.server.call('POST', '/api/verified-papers', { cookie, body: { code: 'AAAA-AAAA-AAAA' } })
  expect(body.error.code).not.toBe(rule)
})

it('refuses a waiting page on its socket and its route; the desk continues to work', async () => {
  await hall.server.standsOn('internet')
  const desk = await hall.desk('Bàn 1')
  const { token } = await hall.ticket(desk)
  await hall.server.standsOn('closedLan')
  const page = hall.waitingPage(token)
  await until(() => (page.isRefused ? null : 'the page was not refused'))
  expect(page.views).toEqual([])
  expect((await hall.server.call('GET', '/api/reception/ticket?pageId=x', { token })).body.error.code).toBe(rule)
  expect((await hall.server.call('POST', '/api/reception/tickets', { token, body: {} })).body.error.code).toBe(rule)
  expect((await hall.ticket(desk)).token).not.toBe(token)
})
