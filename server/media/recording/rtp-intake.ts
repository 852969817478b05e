// How ffmpeg receives the RTP of one track: a session description (SDP) on its standard input, and two local ports.
import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Needs, withPorts } from '../../platform/walls.ts'
import type { RtpTarget, TrackCodec } from './recording.ts'

export const localHost = '127.0.0.1'
const boundWithinMs = 5000

/** RFC 8866. */
export function sessionDescription({ mimeType, payloadType, clockRate, channels }: TrackCodec, { rtpPort }: RtpTarget) {
  const [kind, name] = mimeType.split('/')
  return [
    'v=0',
    `o=- 0 0 IN IP4 ${localHost}`,
    's=-',
    `c=IN IP4 ${localHost}`,
    't=0 0',
    `m=${kind} ${rtpPort} RTP/AVP ${payloadType}`,
    `a=rtpmap:${payloadType} ${name}/${clockRate}${channels === undefined ? '' : `/${channels}`}`,
    'a=recvonly',
    '',
  ].join('\r\n')
}

/** Of what it may write to: it holds some seconds of packets. */
const memoryBytes = 2 * 1024 ** 3

/** Starts ffmpeg behind walls (ADR 0072): what it takes in was made in browsers. It ends with this server. */
export async function startIntake(command: readonly string[], needs: Needs): Promise<ChildProcess> {
  const [program = '', ...given] = [
    'prlimit',
    `--data=${memoryBytes}`,
    '--core=0',
    ...(await withPorts(command, needs, 'INT')),
  ]
  // Nothing of the settings, which have secrets. Segments begin at full minutes of the clock on the wall.
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: process.env.TZ }
  return spawn(program, given, { stdio: ['pipe', 'pipe', 'pipe'], env })
}

/**
 * Two in a row, for ffmpeg awaits RTCP next to RTP whatever the description says. They may be taken before ffmpeg has them: it
 * then ends, and is started again with others.
 */
export async function freePorts(): Promise<RtpTarget> {
  for (;;) {
    const first = createSocket('udp4')
    const second = createSocket('udp4')
    try {
      const rtpPort = await bound(first, 0)
      const rtcpPort = await bound(second, rtpPort + 1)
      return { rtpPort, rtcpPort }
    } catch {
      // The neighbour is taken; another port has another.
    } finally {
      first.close()
      second.close()
    }
  }
}

async function bound(socket: Socket, port: number): Promise<number> {
  socket.bind(port, localHost)
  // Rejects with an error of the socket.
  await once(socket, 'listening')
  return socket.address().port
}

/** To the port of the packets, so that it comes after the last of them: ffmpeg knows RTCP by its type there too (RFC 5761). */
export async function sayGoodbye({ rtpPort }: RtpTarget): Promise<void> {
  const socket = createSocket('udp4')
  try {
    await promisify<Buffer, number, string>(socket.send.bind(socket))(bye, rtpPort, localHost)
  } catch {
    // It is gone already, or is killed.
  } finally {
    socket.close()
  }
}

/** An empty RTCP receiver report and a BYE, of no source in particular: RFC 3550, sections 6.1, 6.4.2 and 6.6. */
const bye = Buffer.from([0x80, 201, 0, 1, 0, 0, 0, 0, 0x81, 203, 0, 1, 0, 0, 0, 0])

const nothingTakenLooks = 4
const nothingTakenLookMs = 1000

/** Calls `stoodStill` once when packets lie at the port for some seconds and none is taken. @returns what ends the watch */
export function watchIntake({ rtpPort }: RtpTarget, stoodStill: () => void): () => void {
  let last = 0
  let looks = 0
  async function look(): Promise<void> {
    const bytes = await waitingAt(rtpPort)
    looks = bytes > 0 && bytes >= last ? looks + 1 : 0
    last = bytes
    if (looks !== nothingTakenLooks) return
    clearInterval(looking)
    stoodStill()
  }
  const looking = setInterval(() => void look(), nothingTakenLookMs)
  return () => clearInterval(looking)
}

/** What the kernel holds for the program that has the port, in bytes: the column rx_queue of /proc/net/udp. */
async function waitingAt(port: number): Promise<number> {
  const table = await readFile('/proc/net/udp', 'utf8').catch(() => '')
  const line = table.split('\n').find((one) => one.includes(inTable(port)))
  return Number.parseInt(line?.trim().split(/ +/)[4]?.split(':')[1] ?? '0', 16)
}

/** At the end of the address there. */
const inTable = (port: number) => `:${port.toString(16).toUpperCase().padStart(4, '0')} `

/** RTP sent before is lost. The kernel knows when both ports are open; ffmpeg does not say. */
export async function untilBound({ rtpPort, rtcpPort }: RtpTarget): Promise<void> {
  const wanted = [rtpPort, rtcpPort].map(inTable)
  const patience = Date.now() + boundWithinMs
  while (Date.now() < patience) {
    const table = await readFile('/proc/net/udp', 'utf8')
    if (wanted.every((port) => table.includes(port))) return
    await delay(15)
  }
}
