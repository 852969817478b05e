// An S3 server for tests on 127.0.0.1: moto (Debian’s python3-moto), which accepts every key. A proxy before it lets a
// test see requests, answer them itself, or break the connection.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import type { BucketConfig } from '../../server/platform/store/open-store.ts'
import type { BucketSettings } from '../../server/platform/store/s3-place.ts'

/** True: it has answered the request. */
export type Interference = (request: IncomingMessage, response: ServerResponse) => boolean

export interface S3Server {
  readonly settings: BucketSettings
  /** The same, as a server is configured. */
  readonly config: BucketConfig
  /** As in GET /bucket/name, from the beginning. */
  readonly asked: readonly string[]
  /** Stands at the door from now on; null: nobody does. */
  interfere(with_: Interference | null): void
  /** True: nothing gets through any more, what is under way breaks off. */
  cut(isCut: boolean): void
  close(): Promise<void>
}

const bucket = 'diemcau'

/** As S3 servers refuse. */
export function refuse(response: ServerResponse, status: number, code: string): true {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
  return true
}

async function startMoto() {
  // The kernel ends it with us.
  const python = ['--pdeathsig', 'KILL', '/usr/bin/python3', '-m', 'moto.server', '-H', '127.0.0.1', '-p', '0']
  const moto = spawn('setpriv', python, { stdio: ['ignore', 'ignore', 'pipe'] })
  const said: string[] = []
  for await (const line of createInterface({ input: moto.stderr })) {
    said.push(line)
    const port = /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port === undefined) continue
    moto.stderr.resume()
    return { port: Number(port), moto }
  }
  throw new Error(`moto did not start: ${said.join('\n')}`)
}

export async function startS3Server(tls?: { readonly key: string; readonly cert: string }): Promise<S3Server> {
  const { moto, port: portBehind } = await startMoto()
  const made = await fetch(`http://127.0.0.1:${portBehind}/${bucket}`, { method: 'PUT' })
  if (!made.ok) throw new Error(`no bucket was made: ${made.status}`)
  const asked: string[] = []
  let interference: Interference | null = null
  let isCut = false

  const door = (asking: IncomingMessage, answer: ServerResponse) => {
    const { method, url, headers } = asking
    asked.push(`${method} ${url}`)
    if (isCut) return asking.socket.destroy()
    if (interference?.(asking, answer)) return asking.resume()
    const onward = request({ host: '127.0.0.1', port: portBehind, method, path: url, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 500, answered.headers)
      answered.pipe(answer)
    })
    asking.pipe(onward)
    answer.on('close', () => answer.writableFinished || onward.destroy())
    onward.on('error', () => answer.destroy())
  }
  const server = tls ? createTlsServer(tls, door) : createServer(door)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const key = { accessKeyId: 'a-key', secretAccessKey: 'nobody-reads-this' }
  const where = {
    endpoint: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket,
    prefix: 'agency',
    isPathStyle: true,
  }
  return {
    asked,
    settings: { ...where, credentials: async () => key, authorities: null },
    config: {
      ...where,
      accessKeyId: key.accessKeyId,
      secretAccessKey: { text: key.secretAccessKey },
      authoritiesFile: undefined,
    },
    interfere(with_) {
      interference = with_
    },
    cut(now) {
      isCut = now
      if (now) server.closeAllConnections()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      moto.kill('SIGKILL')
      await once(moto, 'exit')
    },
  }
}
