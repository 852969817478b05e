// The end of a recorded track: its file has everything received until the stop. A known number of packets, without a
// media worker.
import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { TrackProgram } from '../../server/media/recording/track-program.ts'

const run = promisify(execFile)
const codec = { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }
const packetMs = 20

/** RFC 3550, section 5.1; the payload is one Opus frame of silence (RFC 6716). */
function packet(sequence: number): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt8(0x80, 0)
  header.writeUInt8(codec.payloadType, 1)
  header.writeUInt16BE(sequence, 2)
  header.writeUInt32BE(sequence * 960, 4)
  header.writeUInt32BE(1, 8)
  return Buffer.concat([header, Buffer.from([0xf8, 0xff, 0xfe])])
}

async function openTrack() {
  const folder = await mkdtemp(join(tmpdir(), 'diemcau-track-'))
  const files: string[] = []
  const program = await TrackProgram.start({
    program: 'ffmpeg',
    folder,
    prefix: '0001-1',
    codec,
    segmentSeconds: 20,
    finished: (file) => void files.push(file),
  })
  const socket = createSocket('udp4')
  onTestFinished(async () => {
    program.kill()
    socket.close()
    await rm(folder, { recursive: true, force: true })
  })
  const send = (sequence: number) =>
    new Promise<void>((resolve, reject) =>
      socket.send(packet(sequence), program.target.rtpPort, '127.0.0.1', (error) =>
        error ? reject(error) : resolve(),
      ),
    )
  /** At the pace of speech. */
  async function say(from: number, until: number) {
    for (let sequence = from; sequence < until; sequence += 1) {
      await send(sequence)
      await delay(packetMs)
    }
  }
  /** Packets in the files that were finished: one that was broken off is not among them. */
  const written = async () => {
    let count = 0
    for (const file of files) {
      const path = join(folder, file)
      const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'packet=pts', '-of', 'csv=p=0', path])
      count += stdout.split('\n').filter(Boolean).length
    }
    return count
  }
  return { program, say, written }
}

test('writes the packets received just before the stop', async () => {
  const { program, say, written } = await openTrack()
  await say(0, 60)
  await program.stop()
  expect(await program.ended).toBeNull()
  expect(await written()).toBe(60)
})

test('writes packets that wait for a lost one before them', async () => {
  const { program, say, written } = await openTrack()
  await say(0, 50)
  await say(51, 60)
  await program.stop()
  expect(await written()).toBe(59)
})

test('completes the file of a source that was silent before the stop', async () => {
  const { program, say, written } = await openTrack()
  await say(0, 40)
  await delay(30 * packetMs)
  await program.stop()
  expect(await written()).toBe(40)
})

test('does not send to the port of a program that has ended, because another process may use it by then', async () => {
  const { program } = await openTrack()
  program.kill()
  await program.ended
  const other = createSocket('udp4')
  onTestFinished(() => void other.close())
  const heard = new Promise<string>((resolve) => other.once('message', (message) => resolve(message.toString())))
  await new Promise<void>((resolve) => other.bind(program.target.rtpPort, '127.0.0.1', resolve))
  await program.stop()
  other.send('the first', program.target.rtpPort, '127.0.0.1')
  expect(await heard).toBe('the first')
})
