// The whole server started on a Redis in which somebody has changed a journal: it runs, and says which session is closed.
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Health } from '../../shared/wire/rest.ts'
import { alterCommit } from '../harness/alter-journal.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { TestPage } from '../harness/page.ts'

let server: DemoServer
beforeAll(async () => {
  server = await DemoServer.start()
})
afterAll(() => server.close())

const journalsOf = async () => {
  const answer = await fetch(`${server.url}/health`)
  expect(answer.status).toBe(200)
  return Health.parse(await answer.json()).parts.find(({ name }) => name === 'journals')
}

it('runs, names it on /health and in the log, and lets nobody into that session', async () => {
  expect(await journalsOf()).toBeUndefined()
  const { sessionId } = server.announcement
  const redis = new Redis(join(server.directory, 'redis', 'redis.sock'))
  await alterCommit(redis, `session:${sessionId}`, 3, (commit) => commit.replace('"at":', '"at":1'))
  redis.disconnect()
  await server.kill()
  await server.startAgain()
  expect(await journalsOf()).toMatchObject({
    status: 'warning',
    message: expect.stringContaining(`session ${sessionId}, commit 3 was altered`),
  })
  expect(server.output.join('\n')).toContain('"reason":"altered"')
  const page = new TestPage(server.url, new URL(server.link('chair')).hash.slice(1))
  expect(await page.connect()).toMatchObject({ ok: false, farewell: { reason: 'journal-broken' } })
  page.close()
})
