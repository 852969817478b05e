// A media worker that hangs (SIGSTOP) is not dead and reports nothing: requests do not wait for it, it is ended and
// replaced, and the missing media follow automatically.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ensureWorker } from '../../scripts/worker/ensure-worker.mjs'
import { MediaWorker } from '../../server/media/sfu/media-worker.ts'
import { workerPatience } from '../../server/media/sfu/worker-watch.ts'
import { type MediaPage, MediaSession } from '../harness/media-page.ts'
import { type MediaServer, silent, startMediaServer } from '../harness/media-server.ts'
import type { TestPage } from '../harness/page.ts'
import { idOf, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

/** As the server is by itself, only sooner. */
const impatient = { ...workerPatience, everyMs: 500, answerMs: 500 }
const REPLACED_WITHIN_MS = impatient.everyMs + impatient.misses * impatient.answerMs + 1_000
/** For the wait that first notices it; of the others none takes so long. */
const NOTICED_WITHIN_MS = 700
const AT_ONCE_MS = 150

function stop(server: MediaServer): number {
  const [worker] = server.census.workers
  if (!worker) throw new Error('no worker runs')
  process.kill(worker.pid, 'SIGSTOP')
  return worker.pid
}

async function took(action: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await action()
  return performance.now() - startedAt
}

/** One who is heard and one who is not, on the only worker; it stands still for as long as the test likes. */
async function sessionOfTwo(server: MediaServer) {
  const session = new MediaSession(server)
  const [chair, site] = [session.page('chair'), session.page('site')]
  const plan = (isSiteHeard: boolean, ...others: MediaPage[]) =>
    session.plan([
      [chair, 'heard'],
      [site, isSiteHeard ? 'heard' : 'silent'],
      ...others.map((page) => [page, 'silent'] as const),
    ])
  await plan(true)
  const welcome = await chair.join([site.tile()])
  await site.join()
  const microphone = await site.produce('microphone')
  await site.produce('camera')
  return { session, chair, site, plan, welcome, microphone }
}

test('a hearing continues while its media worker hangs, admits a newcomer, and has media again after the replacement', async () => {
  const media = await startMediaServer({ patience: impatient })
  const server = await SignallingServer.start({ plane: media.plane })
  onTestFinished(() => server.close())
  const rtpCapabilities = media.plane.routerRtpCapabilities
  const booking = await server.book()
  const pages = new Map<string, TestPage>()
  for (const name of ['chair', 'siteA']) {
    const page = await server.page(booking, name)
    await page.connect({ rtpCapabilities })
    expect(page.welcome?.media).not.toBeNull()
    pages.set(name, page)
  }
  const [chair, siteA] = [...pages.values()]
  if (!chair || !siteA) throw new Error('nobody came')
  await chair.must('session.open')
  // What the floor pauses and resumes; nothing is sent over it.
  const microphone = {
    mid: '0',
    codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
    encodings: [{ ssrc: 1 }],
  }
  expect(
    await siteA.request({ type: 'produce', source: 'microphone', rtpParameters: microphone, isMuted: false }),
  ).toMatchObject({ ok: true })

  const pid = stop(media)
  const stoppedAt = performance.now()
  const siteB = await server.page(booking, 'siteB')
  const entering = siteB.connect({ rtpCapabilities })
  const waits: number[] = []
  const participantId = idOf(booking.participants, 'siteA')
  // Each changes the plan of the media: the floor is given and taken.
  for (let times = 0; times < 15; times += 1) {
    waits.push(await took(() => chair.must('floor.grant', { participantId })))
    waits.push(await took(() => siteA.must('floor.release')))
  }
  expect(media.plane.trouble().silent.map((one) => one.pid)).toEqual([pid])
  expect(waits.toSorted((one, other) => one - other).at(-2)).toBeLessThan(AT_ONCE_MS)
  expect(Math.max(...waits)).toBeLessThan(NOTICED_WITHIN_MS)
  expect(await entering).toMatchObject({ ok: true })
  expect(siteB.welcome?.media).toBeNull()

  for (const page of [chair, siteA, siteB])
    await until(() => (page.media.some(({ type }) => type === 'restarted') ? null : 'somebody has no media yet'))
  expect(performance.now() - stoppedAt).toBeLessThan(REPLACED_WITHIN_MS)
  expect(media.census.counts).toMatchObject({ routers: 1, transports: 6 })
  expect(media.census.pids.at(-1)).not.toBe(pid)
  expect(media.plane.trouble()).toMatchObject({ silent: [], replaced: [{ pid }] })
})

test('logs which worker did not answer; its session sends and receives on another one', async () => {
  const reasons: unknown[] = []
  const error = (context: object) => void ('reason' in context && reasons.push(context.reason))
  const server = await startMediaServer({ workers: 2, patience: impatient, log: { ...silent, error } })
  const { chair, site, welcome } = await sessionOfTwo(server)
  process.kill(server.census.workerOf(welcome.receive.id).pid, 'SIGSTOP')
  for (const page of [chair, site]) {
    await until(() => (server.told(page.connectionId, 'restarted').length === 1 ? null : 'not told'))
    const [told] = server.told(page.connectionId, 'restarted')
    if (told) await page.take(told.welcome)
  }
  const before = server.told(chair.connectionId, 'consumers').length
  await site.produce('microphone')
  await until(() => (server.told(chair.connectionId, 'consumers').length > before ? null : 'nothing is received'))
  expect(reasons).toEqual([expect.stringMatching(/did not answer for \d\.\d s and was ended/)])
})

test('a mute ordered while the worker hangs takes effect when it continues, and a newcomer gets media from the same worker', async () => {
  const server = await startMediaServer()
  const { session, chair, plan, microphone } = await sessionOfTwo(server)
  const late = session.page('late')
  const pid = stop(server)
  expect(await took(() => plan(false, late))).toBeLessThan(NOTICED_WITHIN_MS)
  expect(await took(() => plan(false, late))).toBeLessThan(AT_ONCE_MS)
  expect(await took(async () => expect(await late.welcome()).toBeNull())).toBeLessThan(AT_ONCE_MS)
  process.kill(pid, 'SIGCONT')
  await until(() => (server.told(late.connectionId, 'restarted').length === 1 ? null : 'it is not told'))
  expect(server.census.producer(microphone).paused).toBe(true)
  expect(server.told(chair.connectionId, 'restarted')).toEqual([])
  expect(server.census.pids).toEqual([pid])
})

test('requests to a worker that hangs are answered within two seconds as media.unavailable', async () => {
  const server = await startMediaServer()
  const { chair, welcome } = await sessionOfTwo(server)
  const check = await server.plane.openLineCheck('somebody')
  stop(server)
  const answers = await Promise.all([
    chair.refusal({ type: 'restartIce', transportId: welcome.receive.id }),
    chair.refusal({ type: 'join', ...(await chair.wish()) }),
    check?.request({ type: 'connectTransport', transportId: check.welcome.send.id, dtlsParameters: fingerprint }),
    server.plane.openLineCheck('somebody else'),
  ])
  expect(answers).toMatchObject(['media.unavailable', 'media.unavailable', { ok: false }, null])
})

const fingerprint = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
}

test('a server with a worker that hangs stops at once and leaves no process behind', async () => {
  const server = await startMediaServer({ workers: 2 })
  await sessionOfTwo(server)
  const pid = stop(server)
  expect(await took(() => server.plane.close())).toBeLessThan(2_000)
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('a worker that hangs at its start is ended, and the start fails', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'media-worker-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const program = join(folder, 'worker')
  await writeFile(program, `#!/bin/sh\nkill -STOP $$\nexec '${await ensureWorker()}' "$@"\n`, { mode: 0o755 })
  const start = MediaWorker.start({
    workerBinary: program,
    listenAddress: '127.0.0.1',
    announcedAddress: '127.0.0.1',
    port: 0,
    pipePorts: { min: 10_000, max: 65_535 },
    patience: { ...workerPatience, startMs: 300 },
  })
  await expect(start).rejects.toThrow('SIGKILL')
})
