// What WebRTC's statistics say of a line, read at moments and compared. Pure: line-check.ts takes the readings.
import type { LineFigures } from '../../../shared/modules/selftest/contract.ts'

/** One look at both transports. Counters count from the beginning of the test. */
export interface Reading {
  readonly at: number
  readonly bytesSent: number
  readonly packetsSent: number
  /** As the server reports them. */
  readonly packetsLostUp: number
  readonly bytesReceived: number
  readonly packetsReceived: number
  readonly packetsLostDown: number
  readonly roundTripMs: number | null
  readonly jitterMs: number | null
  readonly route: LineFigures['route'] | null
  readonly isLimitedByCpu: boolean
}

/** The fields of W3C’s webrtc-stats that are read here. */
interface Row {
  readonly id: string
  readonly type: string
  readonly bytesSent?: number
  readonly packetsSent?: number
  readonly bytesReceived?: number
  readonly packetsReceived?: number
  readonly packetsLost?: number
  readonly jitter?: number
  readonly roundTripTime?: number
  readonly currentRoundTripTime?: number
  readonly selectedCandidatePairId?: string
  readonly selected?: boolean
  readonly nominated?: boolean
  readonly state?: string
  readonly localCandidateId?: string
  readonly candidateType?: string
  readonly protocol?: string
  readonly qualityLimitationReason?: string
}

/** What a report is here; a Map in tests. */
export type Report = Pick<RTCStatsReport, 'forEach'>

/** Of 24 a second: a page that draws fewer has no time left. */
const fewestDrawn = 16

export function readingOf(sending: Report, receiving: Report, at: number): Reading {
  const up = rowsOf(sending)
  const down = rowsOf(receiving)
  const inbound = down.filter(({ type }) => type === 'inbound-rtp')
  // Who only watches has no way up.
  const pair = selectedPair(up) ?? selectedPair(down)
  const seconds = pair?.currentRoundTripTime ?? highest(ofType(up, 'remote-inbound-rtp'), 'roundTripTime')
  const jitter = highest(inbound, 'jitter')
  return {
    at,
    bytesSent: sum(ofType(up, 'outbound-rtp'), 'bytesSent'),
    packetsSent: sum(ofType(up, 'outbound-rtp'), 'packetsSent'),
    packetsLostUp: sum(ofType(up, 'remote-inbound-rtp'), 'packetsLost'),
    bytesReceived: sum(inbound, 'bytesReceived'),
    packetsReceived: sum(inbound, 'packetsReceived'),
    packetsLostDown: sum(inbound, 'packetsLost'),
    roundTripMs: seconds === null ? null : Math.round(seconds * 1000),
    jitterMs: jitter === null ? null : Math.round(jitter * 1000),
    isLimitedByCpu: up.some(({ qualityLimitationReason }) => qualityLimitationReason === 'cpu'),
    route: pair ? routeOf([...up, ...down].find(({ id }) => id === pair.localCandidateId)) : null,
  }
}

/**
 * @param calm readings while little is sent: what the line loses by itself, and how long it takes
 * @param full readings while as much is sent as a camera sends: what the line carries
 * @param drawnPerSecond pictures the page managed to draw meanwhile
 */
export function figuresOf(
  calm: readonly Reading[],
  full: readonly Reading[],
  drawnPerSecond: number,
): LineFigures | null {
  const [calmFrom, calmTo, fullFrom, fullTo] = [calm.at(0), calm.at(-1), full.at(0), full.at(-1)]
  if (!calmFrom || !calmTo || !fullFrom || !fullTo || fullTo.bytesReceived === 0) return null
  const sentKbps = rate(fullFrom, fullTo, 'bytesSent')
  return {
    // What was sent less what the server missed.
    upKbps: Math.round(sentKbps * (1 - lossUp(fullFrom, fullTo) / 100)),
    downKbps: Math.round(rate(fullFrom, fullTo, 'bytesReceived')),
    upLossPercent: lossUp(calmFrom, calmTo),
    downLossPercent: lossDown(calmFrom, calmTo),
    roundTripMs: median(calm.flatMap(({ roundTripMs }) => roundTripMs ?? [])),
    jitterMs: median(calm.flatMap(({ jitterMs }) => jitterMs ?? [])),
    route: fullTo.route ?? 'udp',
    isComputerSlow: fullTo.isLimitedByCpu || drawnPerSecond < fewestDrawn,
  }
}

const lossUp = (from: Reading, to: Reading): number =>
  percent(to.packetsLostUp - from.packetsLostUp, to.packetsSent - from.packetsSent)

const lossDown = (from: Reading, to: Reading): number => {
  const lost = to.packetsLostDown - from.packetsLostDown
  return percent(lost, to.packetsReceived - from.packetsReceived + lost)
}

/** What flowed between two readings of transports in use. */
export function flowBetween(from: Reading, to: Reading) {
  return {
    sentKbps: Math.max(0, Math.round(rate(from, to, 'bytesSent'))),
    receivedKbps: Math.max(0, Math.round(rate(from, to, 'bytesReceived'))),
    upLossPercent: lossUp(from, to),
    downLossPercent: lossDown(from, to),
  }
}

/** To one decimal; a line cannot lose less than nothing, whatever late packets make of the counters. */
function percent(part: number, whole: number): number {
  if (whole <= 0) return 0
  return Math.round(Math.min(100, Math.max(0, (part / whole) * 100)) * 10) / 10
}

/** In kbit/s: bytes times eight are bits, and bits per millisecond are kbit/s. */
function rate(from: Reading, to: Reading, counter: 'bytesSent' | 'bytesReceived'): number {
  const elapsedMs = to.at - from.at
  return elapsedMs > 0 ? ((to[counter] - from[counter]) * 8) / elapsedMs : 0
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function rowsOf(report: Report): Row[] {
  const rows: Row[] = []
  report.forEach((row: Row) => {
    rows.push(row)
  })
  return rows
}

const ofType = (rows: readonly Row[], type: string): Row[] => rows.filter((row) => row.type === type)

type Counter = 'bytesSent' | 'packetsSent' | 'bytesReceived' | 'packetsReceived' | 'packetsLost'
const sum = (rows: readonly Row[], counter: Counter): number =>
  rows.reduce((total, row) => total + (row[counter] ?? 0), 0)

function highest(rows: readonly Row[], field: 'jitter' | 'roundTripTime'): number | null {
  const values = rows.flatMap((row) => row[field] ?? [])
  return values.length > 0 ? Math.max(...values) : null
}

/** Chromium and Safari name it in the transport’s row, Firefox marks the pair. */
function selectedPair(rows: readonly Row[]): Row | undefined {
  const named = rows.find(({ selectedCandidatePairId }) => selectedCandidatePairId)?.selectedCandidatePairId
  const pairs = ofType(rows, 'candidate-pair')
  return (
    pairs.find(({ id }) => id === named) ??
    pairs.find(({ selected }) => selected) ??
    pairs.find(({ nominated, state }) => nominated && state === 'succeeded')
  )
}

function routeOf(candidate: Row | undefined): LineFigures['route'] {
  if (candidate?.candidateType === 'relay') return 'relay'
  return candidate?.protocol === 'tcp' ? 'tcp' : 'udp'
}
