// An attacker in a separate process, so that it does not share the event loop of the server: sends raw WebSocket frames
// as fast as possible. Started by flood.ts with one JSON argument; prints the results.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Flood, FloodResult } from './flood.ts'

const TEXT = 1
const PING = 9

/** Masked with zeros, as RFC 6455 allows a client. */
function frame(opcode: number, payload: string): Buffer {
  const body = Buffer.from(payload)
  const length = body.length < 126 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([0x80 | opcode, ...length, 0, 0, 0, 0]), body])
}

/** The first of these; an error is none, for the socket closes after it. */
const first = (socket: Socket, ...events: string[]): Promise<unknown> =>
  new Promise((resolve) => {
    for (const event of events) socket.once(event, resolve)
    if (socket.destroyed) resolve(undefined)
  })

async function opened(url: URL): Promise<Socket | null> {
  const socket = connect(Number(url.port), url.hostname)
  socket.on('error', () => undefined)
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  )
  const answer = await first(socket, 'data', 'close')
  return Buffer.isBuffer(answer) && answer.toString('latin1').startsWith('HTTP/1.1 101') ? socket : null
}

const hello = JSON.stringify(['hello', { protocol: 2, last: null, rtpCapabilities: null, visible: [] }])
const command = (id: number) =>
  `42${id}${JSON.stringify(['command', { id: crypto.randomUUID(), type: 'chat.post', data: { text: 'x' } }])}`

/** Writes until the socket is closed or the time is over. */
async function pour(socket: Socket, frames: Buffer, endsAt: number): Promise<void> {
  while (!socket.destroyed && Date.now() < endsAt) {
    if (socket.write(frames)) await new Promise((resolve) => setImmediate(resolve))
    else await Promise.race([first(socket, 'drain', 'close'), new Promise((resolve) => setTimeout(resolve, 100))])
  }
}

async function attack({ url, token, how, seconds, sockets }: Flood): Promise<FloodResult> {
  const endsAt = Date.now() + seconds * 1000
  const result: FloodResult = { opened: 0, refused: 0, closed: 0, answers: 0 }
  const frames =
    how === 'pings'
      ? Buffer.concat(Array.from({ length: 2000 }, () => frame(PING, '')))
      : Buffer.concat(Array.from({ length: 500 }, (_, id) => frame(TEXT, command(id + 1))))
  async function one(): Promise<void> {
    const socket = await opened(new URL(url))
    if (!socket) {
      result.refused += 1
      return
    }
    result.opened += 1
    socket.on('data', (chunk) => {
      result.answers += chunk.toString('latin1').match(/43\d+\[/g)?.length ?? 0
    })
    if (how === 'silence') {
      void first(socket, 'close').then(() => {
        result.closed += 1
      })
      return
    }
    if (how !== 'pings') socket.write(frame(TEXT, `40${JSON.stringify({ token })}`))
    if (how === 'waiting') {
      socket.write(frame(TEXT, `420${hello}`))
      await first(socket, 'data', 'close')
    }
    await pour(socket, frames, endsAt)
    if (socket.destroyed) result.closed += 1
  }
  for (let made = 0; made < sockets && Date.now() < endsAt; made++) await one()
  if (how === 'silence')
    while (result.closed < result.opened && Date.now() < endsAt) await new Promise((resolve) => setTimeout(resolve, 20))
  return result
}

const [, , given = ''] = process.argv
process.stdout.write(JSON.stringify(await attack(JSON.parse(given))))
process.exit(0)
