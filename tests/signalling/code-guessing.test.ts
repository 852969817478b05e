// Guessing codes of appointments, followed cases and issued papers: the answers reveal nothing, further attempts are
// blocked, and the log names the attempt without the code.
import type { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPetition, Office } from '../harness/cases.ts'
import { type Answer, HttpServer } from '../harness/http.ts'
import { aForm, anOfficer, aSitting, book, workingDay } from '../harness/reception.ts'

let server: HttpServer
let cookie: string
beforeEach(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterEach(() => server.close())

const address = '203.0.113.7'
const other = '198.51.100.4'
const ask = (path: string, body: object, from: string = address) => server.call('POST', path, { body, address: from })
/** What a stranger can tell by. */
const told = ({ status, body, headers }: Answer) => ({
  status,
  body,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name))),
})
const traces = () =>
  server.logged.map((line) => JSON.parse(line)).filter(({ audit }: { audit?: string }) => audit === 'failed-code')

async function anAppointment(): Promise<string> {
  const head = (await server.call('POST', '/api/reception/officers', { cookie, body: anOfficer })).body
  const date = workingDay(server, 8)
  await server.call('POST', '/api/reception/days', { cookie, body: aSitting({ officerId: head.officerId, date }) })
  const { days } = (await server.call('GET', '/api/reception/calendar')).body
  const [sitting] = days[0].sittings
  const place = { date, sittingId: sitting.sittingId, time: '08:00', siteId: sitting.sites[0].siteId }
  return (await book(server, place, aForm())).body.code
}
const aCase = async () => (await new Office(server, cookie).received(aPetition())).code

const doors = [
  {
    door: 'appointment',
    path: '/api/reception/appointment',
    made: anAppointment,
    contact: '0912345678',
    wrongContact: '0912345679',
    wrongCode: 'ABCDEFGH',
  },
  {
    door: 'case',
    path: '/api/followed-cases',
    made: aCase,
    contact: '5678',
    wrongContact: '0000',
    wrongCode: '33333-33333',
  },
] as const

/** The commands that the server sends to Redis meanwhile, without what they are about. */
async function commandsOf(redis: Redis, concerns: RegExp, act: () => Promise<unknown>): Promise<string[]> {
  const monitor = await redis.monitor()
  const seen: string[] = []
  const last = 'nothing more'
  const isOver = new Promise<void>((resolve) => {
    monitor.on('monitor', (_time: string, args: string[]) => {
      if (args[1] === last) resolve()
      else if (concerns.test(args.join(' '))) seen.push(args[0] ?? '')
    })
  })
  await act()
  await redis.get(last)
  await isOver
  monitor.disconnect()
  return seen
}

describe.each(doors)('the code of an entry: $door', ({ door, path, made, contact, wrongContact, wrongCode }) => {
  it('an unknown code and a wrong contact get the same answer after the same steps in Redis', async () => {
    const code = await made()
    const none = () => ask(path, { code: wrongCode, contact }, other)
    const notTheirs = () => ask(path, { code, contact: wrongContact })
    expect(told(await none())).toEqual(told(await notTheirs()))
    const keys = door === 'case' ? /follow/ : /appointments:/
    const redis = server.redis.redis()
    const steps = await commandsOf(redis, keys, none)
    expect(steps.length).toBeGreaterThan(2)
    expect(await commandsOf(redis, keys, notTheirs)).toEqual(steps)
  })

  it('is blocked after five wrong contacts, even for the right contact; each attempt is logged without code or contact', async () => {
    const code = await made()
    for (let tries = 0; tries < 5; tries++) expect((await ask(path, { code, contact: wrongContact })).status).toBe(404)
    expect((await ask(path, { code, contact })).status).toBe(429)
    const found = traces()
    expect(found.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('unknown'), 'locked'])
    for (const trace of found) expect(trace).toMatchObject({ door, network: expect.any(String) })
    const written = server.logged.join('\n')
    for (const secret of [code, code.replace('-', ''), wrongContact]) expect(written).not.toContain(secret)
    const metrics = (await server.call('GET', '/metrics')).text
    expect(metrics).toContain(`diemcau_failed_codes_total{door="${door}",outcome="unknown"} 5`)
    expect(metrics).toContain(`diemcau_failed_codes_total{door="${door}",outcome="locked"} 1`)
  })

  it('used correctly is not logged', async () => {
    const code = await made()
    expect((await ask(path, { code, contact })).status).toBe(200)
    expect(traces()).toEqual([])
  })
})

describe('a code of a paper', () => {
  it('blocks the network after twenty unknown codes; attempts are logged without the code', async () => {
    const codes = Array.from({ length: 21 }, (_, index) => `AAAA-CCCC-DDDD-${String.fromCharCode(65 + index)}EEE`)
    const statuses = []
    for (const code of codes) statuses.push((await ask('/api/verified-papers', { code })).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
    expect(traces().map(({ outcome }) => outcome)).toEqual([...Array(20).fill('unknown'), 'locked'])
    expect(server.logged.join('\n')).not.toMatch(/AAAA-?CCCC/)
    expect((await ask('/api/verified-papers', { code: codes[0] }, other)).status).toBe(404)
  })
})
