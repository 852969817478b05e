// When a media worker dies, its sessions continue on another one, other sessions are not affected, and the server keeps
// running.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ensureWorker } from '../../scripts/worker/ensure-worker.mjs'
import { MediaWorker } from '../../server/media/sfu/media-worker.ts'
import { createMediasoupPlane } from '../../server/media/sfu/mediasoup-plane.ts'
import { workerPatience } from '../../server/media/sfu/worker-watch.ts'
import type { MediaWelcome } from '../../shared/wire/engine/media-requests.ts'
import { type MediaPage, MediaSession } from '../harness/media-page.ts'
import { Census, type MediaServer, noRecordings, silent, startMediaServer } from '../harness/media-server.ts'
import { until } from '../harness/wait.ts'

async function sessionOfTwo(server: MediaServer) {
  const session = new MediaSession(server)
  const [chair, site] = [session.page('chair'), session.page('site')]
  await session.plan([
    [chair, 'heard'],
    [site, 'heard'],
  ])
  const { receive } = await chair.join([site.tile()])
  await site.join()
  await site.produce('microphone')
  await site.produce('camera')
  await receives(server, chair, 2)
  return { session, chair, site, transportId: receive.id, worker: server.census.workerOf(receive.id) }
}

/** @returns all consumers that the page was told of, once there are so many. */
async function receives(server: MediaServer, page: MediaPage, count: number) {
  const added = () => server.told(page.connectionId, 'consumers').flatMap((notice) => notice.added)
  await until(() => (added().length === count ? null : `${page.participantId} receives ${added().length}`))
  return added()
}

async function restarted(server: MediaServer, page: MediaPage, times = 1): Promise<MediaWelcome> {
  const told = () => server.told(page.connectionId, 'restarted')
  await until(() => (told().length === times ? null : `${page.participantId} was told ${told().length} times`))
  const [notice] = told().slice(-1)
  if (!notice) throw new Error('it was told no time')
  return notice.welcome
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A worker program that can be broken and mended while the server runs. */
async function breakableWorker() {
  const folder = await mkdtemp(join(tmpdir(), 'media-worker-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const program = join(folder, 'worker')
  // A name of the program itself: a script in its place may not start another one (ADR 0072).
  const mend = async () => symlink(await ensureWorker(), program)
  await mend()
  return { program, breakIt: () => rm(program), mend }
}

test('a session of a killed worker sends and receives on another one', async () => {
  const server = await startMediaServer({ workers: 2 })
  const { chair, site, worker } = await sessionOfTwo(server)
  process.kill(worker.pid, 'SIGKILL')
  const [toChair, toSite] = await Promise.all([restarted(server, chair), restarted(server, site)])
  await Promise.all([chair.take(toChair), site.take(toSite)])
  await site.produce('microphone')
  await site.produce('camera')
  const consumers = await receives(server, chair, 4)
  await chair.consume(consumers.slice(-2))
  expect(server.census.workerOf(toChair.receive.id).pid).not.toBe(worker.pid)
  expect(server.census.workerOf(toSite.receive.id)).toBe(server.census.workerOf(toChair.receive.id))
  expect(server.plane.statistics()).toMatchObject({ routers: 1, transports: 4, producers: 2, consumers: 2 })
})

test('a session on another worker is not affected', async () => {
  const server = await startMediaServer({ workers: 2 })
  const hit = await sessionOfTwo(server)
  const spared = await sessionOfTwo(server)
  expect(spared.worker).not.toBe(hit.worker)
  const before = server.notices.filter(({ connectionId }) => connectionId === spared.chair.connectionId)
  process.kill(hit.worker.pid, 'SIGKILL')
  await restarted(server, hit.chair)
  expect(server.census.transport(spared.transportId).closed).toBe(false)
  expect(server.notices.filter(({ connectionId }) => connectionId === spared.chair.connectionId)).toEqual(before)
  await spared.chair.ask({ type: 'restartIce', transportId: spared.transportId })
})

test('with a single worker, the session continues on its replacement, and a participant who joined meanwhile is notified', async () => {
  const server = await startMediaServer()
  const { session, chair, site, worker } = await sessionOfTwo(server)
  const late = session.page('late')
  await session.plan([
    [chair, 'heard'],
    [site, 'heard'],
    [late, 'silent'],
  ])
  process.kill(worker.pid, 'SIGKILL')
  await until(() => (worker.closed ? null : 'it lives'))
  expect(await late.welcome()).toBeNull()
  expect(await late.refusal({ type: 'mute', isMuted: true })).toBe('media.unavailable')
  for (const page of [chair, site, late]) await page.take(await restarted(server, page))
  expect(server.plane.statistics()).toMatchObject({ workers: 1, routers: 1, transports: 6 })
})

test('the recovery continues when a second worker dies during it', async () => {
  const server = await startMediaServer({ workers: 2 })
  const { chair, site } = await sessionOfTwo(server)
  for (const { pid } of server.census.workers) process.kill(pid, 'SIGKILL')
  await Promise.all([restarted(server, chair), restarted(server, site)])
  await until(() => (server.plane.statistics().workers === 2 ? null : 'not both workers are back'))
  for (const page of [chair, site]) {
    const [last] = server.told(page.connectionId, 'restarted').slice(-1)
    expect(server.census.transport(last?.welcome.receive.id).closed).toBe(false)
  }
})

test('requests in progress when the worker dies are answered as media.unavailable', async () => {
  const server = await startMediaServer()
  const { chair, transportId, worker } = await sessionOfTwo(server)
  process.kill(worker.pid, 'SIGKILL')
  const codes = await Promise.all([
    chair.refusal({ type: 'restartIce', transportId }),
    chair.refusal({ type: 'join', ...(await chair.wish()) }),
  ])
  expect(codes[0]).toBe('media.unavailable')
  await restarted(server, chair)
})

test('a worker that cannot be started is retried with growing delays, which is logged', async () => {
  const worker = await breakableWorker()
  const waits: unknown[] = []
  const log = {
    ...silent,
    error: (context: object, message: string) => {
      if (message === 'a media worker cannot be started' && 'retryInMs' in context) waits.push(context.retryInMs)
    },
  }
  const server = await startMediaServer({ workerBinary: worker.program, log })
  const { chair } = await sessionOfTwo(server)
  await worker.breakIt()
  for (const { pid } of server.census.workers) process.kill(pid, 'SIGKILL')
  await until(() => (waits.length === 4 ? null : `it was tried ${waits.length} times`))
  expect(waits).toEqual([100, 200, 400, 800])
  await worker.mend()
  await restarted(server, chair)
})

test('if no worker can be started, the server start fails with the reason and leaves no process behind', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await until(() => (taken.listening ? null : 'not listening'))
  const address = taken.address()
  const firstPort = typeof address === 'object' && address ? address.port : 0
  const census = new Census()
  onTestFinished(() => census.close())
  const start = createMediasoupPlane({
    workers: 1,
    workerBinary: await ensureWorker(),
    listenAddress: '127.0.0.1',
    announcedAddress: '127.0.0.1',
    firstPort,
    turn: null,
    recordings: noRecordings,
    speechEngine: null,
    log: silent,
  })
  await expect(start).rejects.toThrow(`cannot listen for media on 127.0.0.1, port ${firstPort}`)
  expect(census.pids.length).toBeGreaterThan(0)
  expect(census.pids.filter(isAlive)).toEqual([])
})

test('each worker has one port for UDP and TCP, which its replacement keeps', async () => {
  const firstPort = 20_000 + (process.pid % 10_000)
  const server = await startMediaServer({ workers: 2, firstPort })
  const ports = ({ receive }: MediaWelcome) => new Set(receive.iceCandidates.map(({ port }) => port))
  const session = new MediaSession(server)
  const chair = session.page('chair')
  await session.plan([[chair, 'heard']])
  const welcome = await chair.join()
  const protocols = welcome.receive.iceCandidates.map(({ protocol }) => protocol)
  expect(protocols.toSorted()).toEqual(['tcp', 'udp'])
  const [port] = ports(welcome)
  process.kill(server.census.workerOf(welcome.receive.id).pid, 'SIGKILL')
  const [portElsewhere] = ports(await restarted(server, chair))
  expect([port, portElsewhere].toSorted()).toEqual([firstPort, firstPort + 1])
  await until(() => (server.plane.statistics().workers === 2 ? null : 'not both workers are back'))
  const second = new MediaSession(server)
  const other = second.page('other')
  await second.plan([[other, 'heard']])
  expect(ports(await other.join())).toEqual(new Set([port]))
})

test('closing ends every process before it resolves, and installs no signal handler of its own', async () => {
  const before = process.listenerCount('SIGTERM')
  const server = await startMediaServer({ workers: 2 })
  await sessionOfTwo(server)
  expect(process.listenerCount('SIGTERM')).toBe(before)
  const { pids } = server.census
  expect(pids.map(isAlive)).toEqual([true, true])
  await server.plane.close()
  expect(pids.map(isAlive)).toEqual([false, false])
})

const startWith = (workerBinary: string) =>
  MediaWorker.start({
    workerBinary,
    listenAddress: '127.0.0.1',
    announcedAddress: '127.0.0.1',
    port: 0,
    pipePorts: { min: 10_000, max: 65_535 },
    patience: workerPatience,
  })

test('a compromised worker finds no secret in its environment and cannot read files of the server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diemcau-worker-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const key = join(folder, 'key')
  await writeFile(key, 'the key of the agency')
  const programs = join(folder, 'my programs')
  await mkdir(programs)
  const workerBinary = join(folder, 'worker')
  // How it ends says what it found.
  await writeFile(workerBinary, `#!/bin/sh\n[ -n "$SMTP_URL" ] && exit 2\n[ "$(cat ${key})" ] && exit 3\nexit 4\n`, {
    mode: 0o755,
  })
  vi.stubEnv('SMTP_URL', 'smtp://user:password@localhost')
  vi.stubEnv('PATH', [programs, process.env.PATH].join(delimiter))
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(startWith(workerBinary)).rejects.toThrow('code:4')
  expect(process.env.SMTP_URL).toContain('password')
})

test('a worker that cannot be sandboxed is not started, and the error says what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diemcau worker-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const workerBinary = join(folder, 'worker')
  await writeFile(workerBinary, '#!/bin/sh\nexit 4\n', { mode: 0o755 })
  await expect(startWith(workerBinary)).rejects.toThrow('name it by MEDIASOUP_WORKER_BIN')
})
