// Programs that hang (SIGSTOP): the recorder, the film renderer, the decoder of speech recognition. Nothing waits for
// them forever; each is ended and replaced.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { runProgram } from '../../server/hearing/films/program.ts'
import { createRecordings } from '../../server/media/recording/recorder.ts'
import { freePorts } from '../../server/media/recording/rtp-intake.ts'
import { openRtpLine } from '../../server/media/sfu/rtp-line.ts'
import { SessionRecognition } from '../../server/media/sfu/session-recognition.ts'
import { SessionRecorder } from '../../server/media/sfu/session-recorder.ts'
import { createSpeechEngine } from '../../server/media/speech/supervised-engine.ts'
import { StoodStill } from '../../server/platform/standing-still.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import type { TrackFact } from '../../shared/projections/recording-facts.ts'
import type { SpokenPhrase } from '../../shared/wire/hearing/captions.ts'
import { openRouter, silent } from '../harness/media-server.ts'
import { encoderOn, voiceOn } from '../harness/rtp-source.ts'
import { scriptedSpeech, speechModel } from '../harness/speech-models.ts'
import { until } from '../harness/wait.ts'

const run = promisify(execFile)
const sessionId = SessionId.parse('phien-1')
const chair = ParticipantId.parse('chair')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diemcau-standstill-'))
  return () => rm(folder, { recursive: true, force: true })
})

/** Of this process or of one that it has started: whose command has these words. */
async function stop(parent: number, words: string): Promise<number> {
  const { stdout } = await run('pgrep', ['-P', `${parent}`, '-f', words])
  const pid = Number(stdout.trim())
  process.kill(pid, 'SIGSTOP')
  return pid
}

test('a recorder that hangs is ended after some seconds, staff are told, and another one records', async () => {
  const ended: number[] = []
  const { store } = await openStore({ dataDir: folder })
  const stoodStill = (pid: number) => void ended.push(pid)
  const recordings = createRecordings({
    dataDir: folder,
    program: 'ffmpeg',
    segmentSeconds: 2,
    store,
    stoodStill,
    log: silent,
  })
  const facts: TrackFact[] = []
  const recorder = new SessionRecorder(sessionId, recordings, (fact) => void facts.push(fact), silent)
  const router = await openRouter()
  const { producer } = await encoderOn(router.router, 'video')
  await recorder.follow([{ participantId: chair, source: 'camera', channel: null, producer, router }])
  const untilTold = (type: string, times = 1) =>
    until(() => (facts.filter((fact) => fact.type === type).length >= times ? null : JSON.stringify(facts)))
  await untilTold('written')
  const pid = await stop(process.pid, 'use_wallclock_as_timestamps')
  await untilTold('interrupted')
  await untilTold('written', 2)
  expect(facts[1]).toMatchObject({ type: 'interrupted', cause: 'nothingWritten' })
  expect(ended).toEqual([pid])
  await recorder.follow([])
  await recordings.close()
  const files = (await recordings.segments(sessionId)).map(({ file }) => file.slice(0, 6))
  expect(new Set(files)).toEqual(new Set(['0001-1', '0001-2']))
})

test('reading the statistics of a recorded line does not wait for a worker that hangs', async () => {
  const router = await openRouter()
  const { producer } = await encoderOn(router.router, 'audio')
  const line = await openRtpLine(producer, router, await freePorts())
  process.kill(router.worker.pid, 'SIGSTOP')
  const stoppedAt = performance.now()
  expect(await line.sent()).toBe(0)
  await line.close()
  expect(performance.now() - stoppedAt).toBeLessThan(1000)
  process.kill(router.worker.pid, 'SIGCONT')
})

test('a film program that hangs is ended; one that is only busy is not', async () => {
  const signal = new AbortController().signal
  const picture = (length: string) => ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25', '-t', length, 'film.mkv']
  await runProgram(picture('40'), { folder, signal, stillWithinMs: 800 })
  const stuck = runProgram(picture('4000'), { folder, signal, stillWithinMs: 800 })
  await until(async () => ((await stop(process.pid, 'testsrc2').catch(() => 0)) > 0 ? null : 'it has not begun'))
  await expect(stuck).rejects.toThrow(StoodStill)
})

test('a decoder that hangs is ended, and another one takes over the voice', async () => {
  vi.stubEnv('NODE_OPTIONS', scriptedSpeech.NODE_OPTIONS)
  onTestFinished(() => void vi.unstubAllEnvs())
  const model = await speechModel(['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'], {})
  const ended: unknown[] = []
  const engine = createSpeechEngine({
    modelDir: model.folder,
    stoodStill: (program, pid) => void ended.push([program, pid]),
    log: silent,
  })
  const phrases: SpokenPhrase[] = []
  const recognition = new SessionRecognition(engine, (_who, phrase) => void phrases.push(phrase))
  onTestFinished(async () => {
    await recognition.follow([])
    await engine.close()
    await model.remove()
  })
  await until(() => (engine.status().state === 'ready' ? null : JSON.stringify(engine.status())), 20_000)
  const router = await openRouter()
  await recognition.follow([{ participantId: chair, producer: await voiceOn(router.router), router }])
  await until(() => (phrases.length > 0 ? null : 'nothing is heard'))
  const { stdout } = await run('pgrep', ['-P', `${process.pid}`, '-f', 'media/speech/program.ts'])
  const pid = await stop(Number(stdout.trim()), 'pipe:0')
  await until(() => (ended.length > 0 ? null : 'nobody has noticed'))
  const heard = phrases.length
  await until(() => (phrases.length > heard ? null : 'nothing is heard again'), 20_000)
  expect(ended).toEqual([['sound', pid]])
})
