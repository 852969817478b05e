import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import { HealthMeter } from './health-meter.ts'
import type { LocalDevice } from './local-devices.ts'

type Row = Record<string, string | number>
/** A transport whose statistics are these, this time. */
const transport = (...rows: Row[]) => ({
  getStats: async () => new Map(rows.map((row, index) => [String(index), row])),
})
const on: LocalDevice = { status: 'on', problem: null, track: null, isInterrupted: false }
const off: LocalDevice = { ...on, status: 'off' }
const devices = { camera: on, microphone: on, isMuted: false }

const layer = (bytesSent: number, more: Row = {}): Row => ({ type: 'outbound-rtp', kind: 'video', bytesSent, ...more })
const inbound = (bytesReceived: number, more: Row = {}): Row => ({ type: 'inbound-rtp', bytesReceived, ...more })

describe('the health report of a page', () => {
  it('contains rates since the previous report', async () => {
    const meter = new HealthMeter()
    await meter.report(
      {
        send: transport(layer(1000, { packetsSent: 10 }), { type: 'remote-inbound-rtp', packetsLost: 0 }),
        receive: transport(inbound(5000, { packetsReceived: 50, packetsLost: 2, freezeCount: 3 })),
      },
      devices,
      0,
    )
    const send = transport(
      layer(501_000, { packetsSent: 110, framesPerSecond: 12, qualityLimitationReason: 'none' }),
      layer(0, { framesPerSecond: 24, qualityLimitationReason: 'cpu' }),
      { type: 'remote-inbound-rtp', packetsLost: 5 },
    )
    const receive = transport(inbound(255_000, { packetsReceived: 140, packetsLost: 12, freezeCount: 4 }))
    expect(await meter.report({ send, receive }, devices, 5000)).toEqual({
      camera: 'live',
      microphone: 'live',
      sentKbps: 800,
      receivedKbps: 400,
      upLossPercent: 5,
      downLossPercent: 10,
      roundTripMs: null,
      framesPerSecond: 24,
      limitedBy: 'cpu',
      freezes: 1,
      route: null,
    })
  })

  it('restarts with new transports: decreased counters give no negative rates', async () => {
    const meter = new HealthMeter()
    await meter.report({ send: transport(layer(900_000)), receive: transport(inbound(900_000)) }, devices, 0)
    const anew = { send: transport(layer(10)), receive: transport(inbound(10)) }
    expect(await meter.report(anew, devices, 5000)).toMatchObject({ sentKbps: 0, receivedKbps: 0, downLossPercent: 0 })
  })

  it('is sent also without media or with a closed transport', async () => {
    const closed = { getStats: () => Promise.reject(new Error('closed')) }
    expect(await new HealthMeter().report({ send: null, receive: closed }, devices, 0)).toMatchObject({
      framesPerSecond: null,
      limitedBy: 'none',
      route: null,
    })
  })

  it.each([
    [{ camera: off, microphone: off, isMuted: true }, 'off', 'off'],
    [{ camera: { ...on, status: 'failed' as const }, microphone: on, isMuted: true }, 'failed', 'muted'],
    [{ camera: { ...on, isInterrupted: true }, microphone: on, isMuted: false }, 'interrupted', 'live'],
  ])('contains the state of the own devices', async (own, camera, microphone) => {
    const report = await new HealthMeter().report({ send: null, receive: null }, own, 0)
    expect([report.camera, report.microphone]).toEqual([camera, microphone])
  })

  it('lists whose picture was decoded and whose sound arrived since the previous report', async () => {
    const from = (who: string, source: 'camera' | 'microphone' | 'screen', ssrc: number) => ({
      participantId: ParticipantId.parse(who),
      source,
      ssrc,
    })
    const received = [
      from('centre', 'camera', 1),
      from('centre', 'microphone', 2),
      from('branch', 'camera', 3),
      from('branch', 'microphone', 4),
      from('branch', 'screen', 5),
    ]
    const rows = (framesOfBranch: number, packetsOfCentre: number) =>
      transport(
        // Packets of a picture that cannot be decoded are none.
        inbound(5000, { kind: 'video', ssrc: 1, framesDecoded: 0, packetsReceived: 90 }),
        inbound(5000, { kind: 'audio', ssrc: 2, packetsReceived: packetsOfCentre }),
        inbound(5000, { kind: 'video', ssrc: 3, framesDecoded: framesOfBranch }),
        inbound(5000, { kind: 'audio', ssrc: 4, packetsReceived: 30 }),
        inbound(5000, { kind: 'video', ssrc: 5, framesDecoded: framesOfBranch }),
      )
    const meter = new HealthMeter()
    await meter.report({ send: null, receive: rows(10, 50) }, devices, 0)
    await meter.report({ send: null, receive: rows(20, 60) }, devices, 5000)
    expect(meter.arrived(received)).toEqual({ seen: ['branch'], heard: ['centre'] })
    await meter.report({ send: null, receive: null }, devices, 10_000)
    expect(meter.arrived(received)).toEqual({ seen: [], heard: [] })
  })
})
