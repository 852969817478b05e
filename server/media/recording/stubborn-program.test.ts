// A recording program that does not end must not block anything forever.
import { chmod, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import { openStore } from '../../platform/store/open-store.ts'
import { createRecordings } from './recorder.ts'
import { TrackProgram } from './track-program.ts'

const log = { debug() {}, info() {}, warn() {}, error() {} }
const codec = { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }
const stubborn = fileURLToPath(new URL('./stubborn-program.fixture.ts', import.meta.url))
let folder: string
let program: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diemcau-stubborn-'))
  program = join(folder, 'recorder')
  // Behind its walls it sees its folder and those of programs.
  const script = join(folder, 'stubborn.ts')
  await copyFile(stubborn, script)
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" "${script}"\n`)
  await chmod(program, 0o700)
  vi.stubEnv('PATH', [dirname(process.execPath), process.env.PATH].join(delimiter))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

it('stops waiting for a killed program that ignores signals and whose child still holds its output', async () => {
  const started = await TrackProgram.start({
    program,
    folder,
    prefix: '0001-1',
    codec,
    segmentSeconds: 20,
    finished: () => undefined,
    patience: { stopMs: 300, killedMs: 100 },
  })
  expect(started.isRunning).toBe(true)
  try {
    await started.stop()
    expect(await started.ended).toBeNull()
    expect(started.words).toContain('does not end although it was killed')
  } finally {
    const child = Number(/child (\d+)/.exec(started.words)?.[1])
    process.kill(child, 'SIGKILL')
  }
})

it('waits only for a limited time until a recording ends; its segments can be listed afterwards', async () => {
  const { store } = await openStore({ dataDir: folder })
  const recordings = createRecordings({ dataDir: folder, program: 'no-such-program', store, finishWithinMs: 50, log })
  const sessionId = SessionId.parse('phien-1')
  const track = { sessionId, participantId: ParticipantId.parse('chair'), source: 'microphone', channel: null } as const
  const isTold = new Promise<void>((resolve) => {
    const listener = { written: () => undefined, interrupted: () => resolve() }
    const line = { sent: async () => 0, close: async () => undefined }
    recordings.record({ ...track, codec }, async () => line, listener)
  })
  await isTold
  // It is tried again and again, until somebody stops it.
  expect(await recordings.finished(sessionId)).toBe(false)
  expect(await recordings.segments(sessionId)).toEqual([])
  await recordings.close()
  expect(await recordings.finished(sessionId)).toBe(true)
})
