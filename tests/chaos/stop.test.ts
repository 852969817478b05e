import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { DemoServer } from '../harness/demo-server.ts'

test('a server that is told to stop exits in order, even if a browser keeps an idle connection open', async () => {
  const server = await DemoServer.startEmpty()
  const { port } = new URL(server.setUpUrl)
  const connection = connect(Number(port), '127.0.0.1').resume()
  const isClosed = once(connection, 'close')
  await once(connection, 'connect')
  // Taken up by the server once a later one is answered.
  expect((await fetch(`http://127.0.0.1:${port}/health`)).ok).toBe(true)
  await server.close()
  await isClosed
})
