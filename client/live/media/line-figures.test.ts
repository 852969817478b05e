import { describe, expect, it } from 'vitest'
import { figuresOf, type Reading, readingOf } from './line-figures.ts'

const report = (...rows: object[]) => new Map(rows.map((row, index) => [String(index), row]))

const up = [
  { id: 'T', type: 'transport', selectedCandidatePairId: 'P2' },
  { id: 'P1', type: 'candidate-pair', localCandidateId: 'L1', currentRoundTripTime: 9 },
  { id: 'P2', type: 'candidate-pair', localCandidateId: 'L2', currentRoundTripTime: 0.0424 },
  { id: 'L1', type: 'local-candidate', protocol: 'udp', candidateType: 'host' },
  { id: 'L2', type: 'local-candidate', protocol: 'tcp', candidateType: 'host' },
  { id: 'O', type: 'outbound-rtp', bytesSent: 1000, packetsSent: 10 },
  { id: 'R', type: 'remote-inbound-rtp', packetsLost: 2, roundTripTime: 0.05 },
]
const down = [
  { id: 'I1', type: 'inbound-rtp', bytesReceived: 900, packetsReceived: 9, packetsLost: 1, jitter: 0.004 },
  { id: 'I2', type: 'inbound-rtp', bytesReceived: 800, packetsReceived: 8, packetsLost: 2, jitter: 0.011 },
]

describe('one reading of the statistics', () => {
  it('sums the received counters, and finds the network path', () => {
    expect(readingOf(report(...up), report(...down), 5)).toEqual({
      at: 5,
      bytesSent: 1000,
      packetsSent: 10,
      packetsLostUp: 2,
      bytesReceived: 1700,
      packetsReceived: 17,
      packetsLostDown: 3,
      roundTripMs: 42,
      jitterMs: 11,
      route: 'tcp',
      isLimitedByCpu: false,
    })
  })

  it('finds the path in Firefox, and reports a relay with any protocol', () => {
    const firefox = report(
      { id: 'P1', type: 'candidate-pair', selected: true, localCandidateId: 'L1', nominated: true },
      { id: 'L1', type: 'local-candidate', protocol: 'tcp', candidateType: 'relay' },
      { id: 'R', type: 'remote-inbound-rtp', packetsLost: 0, roundTripTime: 0.031 },
    )
    expect(readingOf(firefox, report(), 0)).toMatchObject({ route: 'relay', roundTripMs: 31, jitterMs: null })
  })
})

const reading = (at: number, counters: Partial<Reading>): Reading => ({
  at,
  bytesSent: 0,
  packetsSent: 0,
  packetsLostUp: 0,
  bytesReceived: 0,
  packetsReceived: 0,
  packetsLostDown: 0,
  roundTripMs: 40,
  jitterMs: 5,
  route: 'udp',
  isLimitedByCpu: false,
  ...counters,
})
const began = reading(0, {})

describe('the figures of a line check', () => {
  it('use the idle phase for loss and the loaded phase for rates', () => {
    const calm = [
      began,
      reading(4000, { packetsSent: 200, packetsLostUp: 4, packetsReceived: 390, packetsLostDown: 10, roundTripMs: 60 }),
    ]
    const full = [
      reading(7000, { bytesSent: 100_000, packetsSent: 300, packetsLostUp: 4, bytesReceived: 200_000 }),
      reading(11_000, { bytesSent: 850_000, packetsSent: 1300, packetsLostUp: 104, bytesReceived: 1_200_000 }),
    ]
    expect(figuresOf(calm, full, 24)).toEqual({
      // 1,500 kbit/s were sent; one packet in ten did not arrive.
      upKbps: 1350,
      downKbps: 2000,
      upLossPercent: 2,
      downLossPercent: 2.5,
      roundTripMs: 60,
      jitterMs: 5,
      route: 'udp',
      isComputerSlow: false,
    })
  })

  it('are null when nothing was received', () => {
    expect(
      figuresOf([began, reading(4000, { bytesSent: 9 })], [began, reading(4000, { bytesSent: 99 })], 24),
    ).toBeNull()
    expect(figuresOf([], [], 24)).toBeNull()
  })

  it('report that the computer was too slow', () => {
    const full = (to: Partial<Reading>) => [began, reading(1000, { bytesReceived: 1000, ...to })]
    expect(figuresOf([began], full({}), 9)).toMatchObject({ isComputerSlow: true })
    expect(figuresOf([began], full({ isLimitedByCpu: true }), 24)).toMatchObject({ isComputerSlow: true })
    expect(figuresOf([began], full({}), 22)).toMatchObject({ isComputerSlow: false })
  })

  it('never contain negative loss', () => {
    const calm = [reading(0, { packetsLostDown: 5, packetsReceived: 10 }), reading(4000, { packetsReceived: 100 })]
    const full = [began, reading(1000, { bytesReceived: 1000 })]
    expect(figuresOf(calm, full, 24)).toMatchObject({ downLossPercent: 0, upLossPercent: 0 })
  })
})
