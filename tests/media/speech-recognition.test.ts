// Speech recognition in its separate process: real Opus through a real worker, with a script in place of the model.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Producer } from 'mediasoup/types'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { MediaRouter } from '../../server/media/sfu/media-worker.ts'
import { SessionRecognition } from '../../server/media/sfu/session-recognition.ts'
import { createSpeechEngine, type SpeechEngineOptions } from '../../server/media/speech/supervised-engine.ts'
import { ParticipantId } from '../../shared/kernel/ids.ts'
import type { SpokenPhrase } from '../../shared/wire/hearing/captions.ts'
import { MediaSession } from '../harness/media-page.ts'
import { openRouter, startMediaServer } from '../harness/media-server.ts'
import { voiceOn } from '../harness/rtp-source.ts'
import { scriptedSpeech, speechModel, streaming } from '../harness/speech-models.ts'
import { until } from '../harness/wait.ts'

const run = promisify(execFile)
const [chair, site] = [ParticipantId.parse('chair'), ParticipantId.parse('site')]

beforeEach(() => {
  vi.stubEnv('NODE_OPTIONS', scriptedSpeech.NODE_OPTIONS)
  return () => vi.unstubAllEnvs()
})

async function openEngine(lines: readonly string[], files = {}, options: Partial<SpeechEngineOptions> = {}) {
  const model = await speechModel(lines, files)
  const logged: string[] = []
  const note = (context: object, message: string) => void logged.push(`${message} ${JSON.stringify(context)}`)
  const log = { debug() {}, info() {}, warn: note, error: note }
  const engine = createSpeechEngine({ modelDir: model.folder, log, restartDelaysMs: [100], ...options })
  onTestFinished(async () => {
    await engine.close()
    await model.remove()
  })
  const phrases: { who: string; phrase: SpokenPhrase }[] = []
  const recognition = new SessionRecognition(engine, (who, phrase) => void phrases.push({ who, phrase }))
  onTestFinished(() => recognition.follow([]))
  const untilState = (state: string) =>
    until(
      () => (engine.status().state === state ? null : `${JSON.stringify(engine.status())}: ${logged.join()}`),
      40_000,
    )
  const untilSaid = (text: string, who: string = chair) =>
    until(
      () => (phrases.some((one) => one.who === who && one.phrase.text === text) ? null : JSON.stringify(phrases)),
      20_000,
    )
  return { engine, model, recognition, phrases, logged, untilState, untilSaid }
}

const sourceOf = (router: MediaRouter, producer: Producer, participantId = chair) => ({
  participantId,
  producer,
  router,
})

/** When its first packet came, to some milliseconds. */
async function beginningOf(producer: Producer): Promise<number> {
  await until(async () =>
    (await producer.getStats()).some(({ byteCount }) => byteCount > 0) ? null : 'nothing is sent',
  )
  return Date.now()
}

const programs = async () =>
  (await run('pgrep', ['-P', `${process.pid}`, '-f', 'media/speech/program.ts']).catch(() => ({ stdout: '' }))).stdout
    .split('\n')
    .filter(Boolean)
    .map(Number)

test('recognises each voice separately, with the time it was spoken', async () => {
  const router = await openRouter()
  const said = ['KÍNH THƯA', 'HỘI NGHỊ', 'BÁO CÁO', 'HẾT']
  const { recognition, phrases, untilState } = await openEngine(said)
  await untilState('ready')
  const one = await voiceOn(router.router)
  await recognition.follow([sourceOf(router, one)])
  const began = await beginningOf(one)
  const other = await voiceOn(router.router, 2)
  await recognition.follow([sourceOf(router, one), sourceOf(router, other, site)])
  for (const text of said)
    await until(() => (phrases.some(({ phrase }) => phrase.text === text) ? null : JSON.stringify(phrases)), 20_000)
  expect(new Set(phrases.map(({ who }) => who))).toEqual(new Set([chair, site]))
  // It speaks every two seconds, for one; of the first, the beginning may have been missed.
  for (const { phrase } of phrases.filter(({ who }) => who === chair).slice(1)) {
    const late = (phrase.from - began + 1000) % 2000
    // Within the same turn of voice and silence: a busy machine brings packets late.
    expect(Math.abs(late - 1000)).toBeLessThan(800)
    expect(phrase.to - phrase.from).toBeGreaterThan(900)
    expect(phrase.to - phrase.from).toBeLessThan(2000)
    expect(phrase.isFinished).toBe(true)
  }
})

test('receives nothing more from a participant who may not be recognised any more', async () => {
  const router = await openRouter()
  const { recognition, phrases, untilState, untilSaid } = await openEngine(['một', 'hai', 'ba', 'bốn', 'năm'])
  await untilState('ready')
  const voice = await voiceOn(router.router)
  await recognition.follow([sourceOf(router, voice)])
  await untilSaid('một')
  await recognition.follow([])
  const heardAt = Date.now()
  const stopped = await voice.getStats()
  await until(async () => {
    const [now] = await voice.getStats()
    return (now?.byteCount ?? 0) > (stopped[0]?.byteCount ?? 0) + 20_000 ? null : 'too little was said since'
  })
  expect(phrases.filter(({ phrase }) => phrase.from > heardAt)).toEqual([])
})

test('a streaming model returns each word as it is spoken, under one id until the phrase ends', async () => {
  const router = await openRouter()
  const { recognition, phrases, untilState, untilSaid } = await openEngine(['kính thưa hội nghị'], streaming)
  await untilState('ready')
  await recognition.follow([sourceOf(router, await voiceOn(router.router))])
  await untilSaid('kính thưa')
  await until(() => (phrases.some(({ phrase }) => phrase.isFinished) ? null : 'no phrase has ended'))
  const first = phrases[0]?.phrase
  const last = phrases.find(({ phrase }) => phrase.isFinished)?.phrase
  expect(first).toMatchObject({ isFinished: false, text: expect.stringMatching(/^kính/) })
  expect(last?.phraseId).toBe(first?.phraseId)
  await until(() => (phrases.at(-1)?.phrase.isFinished === false ? null : 'no other phrase has begun'))
  const begun = phrases.at(-1)?.phrase.phraseId
  // Who gives the floor back in the middle of a word has said what they said.
  await recognition.follow([])
  await until(() =>
    phrases.some(({ phrase }) => phrase.phraseId === begun && phrase.isFinished) ? null : 'it was not said to its end',
  )
})

describe('a recognition process', () => {
  test('that crashes is started again and hears the same microphones', async () => {
    const router = await openRouter()
    const { engine, recognition, phrases, logged, untilState, untilSaid } = await openEngine(['một', 'CRASH'])
    await untilState('ready')
    await recognition.follow([sourceOf(router, await voiceOn(router.router))])
    await untilSaid('một')
    // The line after is a fault of native code.
    await untilState('stopped')
    await untilState('ready')
    const before = phrases.length
    await until(() => (phrases.length > before ? null : 'it says nothing any more'), 20_000)
    expect(logged.join()).toContain('the program that recognises speech has ended')
    expect(engine.status()).toEqual({ state: 'ready' })
  })

  test('that is killed in the middle of a phrase leaves no unfinished text', async () => {
    const router = await openRouter()
    const { recognition, phrases, untilState, untilSaid } = await openEngine(['kính thưa hội nghị'], streaming)
    await untilState('ready')
    await recognition.follow([sourceOf(router, await voiceOn(router.router))])
    await untilSaid('kính')
    for (const pid of await programs()) process.kill(pid, 'SIGABRT')
    await until(() => (phrases.some(({ phrase }) => phrase.text === '') ? null : JSON.stringify(phrases)))
  })

  test('that hangs is ended and replaced', async () => {
    const router = await openRouter()
    const { recognition, logged, untilState } = await openEngine(['HANG'], {}, { aliveWithinMs: 3000 })
    await untilState('ready')
    await recognition.follow([sourceOf(router, await voiceOn(router.router))])
    await untilState('stopped')
    expect(logged.join()).toContain('it did not answer')
    await untilState('ready')
  })

  test('with a damaged model is reported as stopped, its output is logged, and it starts once the model is repaired', async () => {
    const { model, logged, untilState } = await openEngine(['một'], { 'encoder.int8.onnx': 'torn' })
    await untilState('stopped')
    expect(logged.join()).toContain('Protobuf parsing failed')
    await model.put('encoder.int8.onnx', 'whole')
    await untilState('ready')
  })
})

test('an incomplete model folder is reported with its missing files, and no process is started', async () => {
  const before = await programs()
  const { engine, logged } = await openEngine(['một'], { 'tokens.txt': '' })
  await until(() => (engine.status().state === 'incomplete' ? null : JSON.stringify(engine.status())))
  expect(engine.status()).toMatchObject({ missing: ['tokens.txt'] })
  expect(logged).toHaveLength(1)
  // One of the test before may be ending yet.
  expect(before).toEqual(expect.arrayContaining(await programs()))
})

test('a server that closes while it looks for the model starts nothing, and does not wait', async () => {
  const before = await programs()
  const { engine } = await openEngine(['một'])
  await engine.close()
  expect(before).toEqual(expect.arrayContaining(await programs()))
})

test('if recognition is too slow, the oldest sound is dropped and staff are told', async () => {
  const router = await openRouter()
  const { recognition, logged, untilState, untilSaid } = await openEngine(
    ['SLOW', 'sau'],
    {},
    { mostSecondsWaiting: 1 },
  )
  await untilState('ready')
  await recognition.follow([
    sourceOf(router, await voiceOn(router.router)),
    sourceOf(router, await voiceOn(router.router, 2), site),
  ])
  await untilState('behind')
  expect(logged.join()).toContain('some was left out')
  await Promise.race([untilSaid('sau'), untilSaid('sau', site)])
})

test('voices beyond the limit wait until another one ends, and staff are told', async () => {
  const router = await openRouter()
  const { engine, recognition, untilState, untilSaid } = await openEngine(['một', 'hai'], {}, { mostHeard: 1 })
  await untilState('ready')
  const [one, other] = [await voiceOn(router.router), await voiceOn(router.router, 2)]
  await recognition.follow([sourceOf(router, one), sourceOf(router, other, site)])
  expect(engine.status()).toEqual({ state: 'full' })
  await untilSaid('một')
  await recognition.follow([sourceOf(router, other, site)])
  await until(() => (engine.status().state === 'ready' ? null : JSON.stringify(engine.status())))
  await untilSaid('hai', site)
})

test('the real library loads, reports the file of a model that it cannot use, and does not crash the server', async () => {
  vi.stubEnv('NODE_OPTIONS', '')
  const { logged, untilState } = await openEngine(['một'])
  await untilState('stopped')
  expect(logged.join()).toMatch(/encoder\.int8\.onnx|tokens\.txt/)
})

test('the engine receives the microphones named by the plan, and nothing else', async () => {
  const heard = new Set<string>()
  let made = 0
  const server = await startMediaServer({
    speechEngine: {
      status: () => ({ state: 'ready' }),
      hear({ mimeType }) {
        made += 1
        const name = `${mimeType} ${made}`
        heard.add(name)
        return { stop: async () => void heard.delete(name) }
      },
      close: async () => undefined,
    },
  })
  const session = new MediaSession(server)
  const [speaker, listener] = [session.page('speaker'), session.page('listener')]
  const plan = (...recognised: (typeof speaker)[]) =>
    session.plan(
      [
        [speaker, 'heard'],
        [listener, 'heard'],
      ],
      { recognised },
    )
  await plan(speaker)
  for (const page of [speaker, listener]) await page.join()
  for (const source of ['microphone', 'camera'] as const) await speaker.produce(source)
  await listener.produce('microphone')
  await until(() => (heard.size > 0 ? null : 'nobody is heard'))
  expect([...heard]).toEqual(['audio/opus 1'])
  await plan()
  expect([...heard]).toEqual([])
})
