// A recording file that ffprobe could not inspect, because it was missing or was ended, is kept.
import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished, vi } from 'vitest'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { openStore } from '../../platform/store/open-store.ts'
import { createRecordings } from './recorder.ts'

const run = promisify(execFile)
const sessionId = SessionId.parse('phien-1')
const file = '0001-1-00000.mkv'

it('keeps a file that ffprobe cannot inspect, logs it, and adds it to the recording at the next start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'diemcau-unread-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const folder = join(dataDir, 'recordings', sessionId)
  await mkdir(folder, { recursive: true })
  await run('ffmpeg', ['-f', 'lavfi', '-i', 'sine=d=1', '-c:a', 'libopus', join(folder, file)])
  const track = { track: 1, participantId: 'chair', source: 'microphone', channel: null, mimeType: 'audio/opus' }
  await writeFile(join(folder, 'index.jsonl'), `${JSON.stringify({ line: 'track', ...track })}\n`)
  const { store } = await openStore({ dataDir })
  const told: string[] = []
  const error = (_context: object, words: string) => void told.push(words)
  const log = { debug() {}, info() {}, warn() {}, error }
  async function segments(): Promise<number> {
    const recordings = createRecordings({ dataDir, program: null, store, log })
    const found = await recordings.segments(sessionId)
    await recordings.close()
    return found.length
  }

  const programs = join(dataDir, 'programs')
  await mkdir(programs)
  await writeFile(join(programs, 'ffprobe'), '#!/bin/sh\nexit 1\n')
  await chmod(join(programs, 'ffprobe'), 0o700)
  vi.stubEnv('PATH', [programs, process.env.PATH].join(delimiter))
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await segments()).toBe(0)
  expect(told.join()).toContain('its file stays')
  expect(await readdir(folder)).toContain(file)

  vi.unstubAllEnvs()
  expect(await segments()).toBe(1)
})
