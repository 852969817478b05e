import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { NoNetworkWall } from '../walls.ts'
import { answerError } from './errors.ts'

it('a file that cannot be read for want of a sandbox is answered with 503; the log says what to install', async () => {
  const logged: string[] = []
  const app = Fastify({ logger: { level: 'error', stream: { write: (line) => void logged.push(line) } } })
  app.setErrorHandler(answerError)
  app.get('/', () => {
    throw new NoNetworkWall()
  })
  const reply = await app.inject('/')
  expect([reply.statusCode, reply.json().error.code]).toEqual([503, 'files-not-read'])
  expect(reply.json().error.message).toContain('/health')
  expect(logged.join()).toContain('util-linux-extra')
})
