// Many passwords are tried from many addresses at once. Each costs a core for a moment: the server hashes a limited
// number, tells the others when to try again, and keeps working for everybody who is signed in (ADR 0074).
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, password } from '../harness/http.ts'
import { ReceptionHall } from '../harness/reception-hall.ts'
import { until } from '../harness/wait.ts'

let hall: ReceptionHall
beforeAll(async () => {
  hall = await ReceptionHall.open()
})
afterAll(() => hall.close())

const strangers = 90
/** Of each, at most, and none after the storm was ended. */
const triesOfEach = 100

const tries = (username: string, typed: string, address: string) =>
  hall.server.call('POST', '/api/login', { body: { username, password: typed }, address })

/** Goes on until it is ended. */
function aStorm() {
  const answers: Answer[] = []
  let isEnded = false
  const stranger = async (_: unknown, who: number) => {
    for (let count = 0; count < triesOfEach && !isEnded; count++)
      answers.push(await tries(`nguoi-la-${who}`, 'không phải thế', `10.0.${count}.${who}`))
  }
  const over = Promise.all(Array.from({ length: strangers }, stranger)).then(() => {
    isEnded = true
  })
  return {
    answers,
    get isEnded() {
      return isEnded
    },
    end() {
      isEnded = true
      return over
    },
  }
}

it('sign-ins beyond the limit of hashing get 503 with a time to retry; signed-in users are not affected, and others can sign in afterwards', async () => {
  const { server } = hall
  const [desk, mai] = [await hall.desk('Bàn 1'), await server.signIn()]
  const signsIn = () => tries(mai.account.username, password, '203.0.113.7')
  const page = hall.deskPage(desk.cookie)
  await page.shows(({ tickets }) => tickets.length === 0)

  const storm = aStorm()
  try {
    await until(() => (storm.answers.some(({ status }) => status === 503) ? null : 'nobody is turned away'))
    const { number } = await hall.ticket(desk, { name: 'Nguyễn Văn An' })
    await page.shows(({ tickets }) => tickets.some((one) => one.number === number && one.name !== null))
    const called = await desk.act('call-next', {})
    const own = await server.call('GET', '/api/me', { cookie: mai.cookie })
    expect([called.status, own.status]).toEqual([200, 200])
    // One of them may find a place that has just become free.
    const signedIn = await Promise.all([signsIn(), signsIn(), signsIn()])
    const told = signedIn.map(({ status, headers, body }) => [status, headers['retry-after'], body.error?.code])
    expect(told).toContainEqual([503, '3', 'busy'])
    expect(storm.isEnded).toBe(false)
  } finally {
    await storm.end()
  }
  const told = storm.answers.map(({ status, headers }) => `${status} ${headers['retry-after'] ?? ''}`.trim())
  expect(new Set(told)).toEqual(new Set(['401', '503 3']))
  // It was not tried: nothing counts against them.
  expect((await signsIn()).status).toBe(200)
})
