// How this page and its line have done since the last look, for the technician's board. Read from WebRTC's statistics.
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import type { Arrived, HealthReport } from '../../../shared/wire/hearing/health.ts'
import { flowBetween, type Reading, type Report, readingOf } from './line-figures.ts'
import type { LocalDevice, LocalDevicesSnapshot } from './local-devices.ts'

interface Measured {
  getStats(): Promise<RTCStatsReport>
}

interface Row {
  readonly type: string
  readonly ssrc?: number
  readonly framesDecoded?: number
  readonly packetsReceived?: number
  readonly kind?: string
  readonly freezeCount?: number
  readonly framesPerSecond?: number
  readonly qualityLimitationReason?: string
}

const nothing: Report = new Map()
/** As many as one report may name. */
const mostNamed = 100

interface Received {
  readonly participantId: ParticipantId
  readonly source: MediaSource
  /** Of the stream in which it comes. */
  readonly ssrc: number | undefined
}

export class HealthMeter {
  #before: Reading | null = null
  #freezes = 0
  #counted: ReadonlyMap<number, number> = new Map()
  #grown: ReadonlySet<number> = new Set()

  /** Null transports: none now, or this person sends nothing. */
  async report(
    { send, receive }: { send: Measured | null; receive: Measured | null },
    { camera, microphone, isMuted }: Pick<LocalDevicesSnapshot, 'camera' | 'microphone' | 'isMuted'>,
    at: number,
  ): Promise<HealthReport> {
    const [sending, receiving] = await Promise.all([read(send), read(receive)])
    const now = readingOf(sending, receiving, at)
    // Counters that went back are those of new transports.
    const before = this.#before && this.#before.bytesSent <= now.bytesSent ? this.#before : now
    this.#before = now
    this.#countStreams(receiving)
    return {
      camera: stateOf(camera),
      microphone: isMuted && microphone.status === 'on' ? 'muted' : stateOf(microphone),
      ...flowBetween(before, now),
      roundTripMs: now.roundTripMs === null ? null : Math.min(now.roundTripMs, 60_000),
      ...pictureOf(sending),
      freezes: this.#newFreezes(receiving),
      route: now.route,
    }
  }

  /** Of whom something came between the last two looks. */
  arrived(received: readonly Received[]): Arrived {
    const of = (wanted: MediaSource) => [
      ...new Set(
        received.flatMap(({ participantId, source, ssrc }) =>
          source === wanted && ssrc !== undefined && this.#grown.has(ssrc) ? [participantId] : [],
        ),
      ),
    ]
    return { seen: of('camera').slice(0, mostNamed), heard: of('microphone').slice(0, mostNamed) }
  }

  /** A picture has arrived when it was decoded; of sound the packets are counted, silence is sent in them, too. */
  #countStreams(receiving: Report): void {
    const counted = new Map(
      rowsOf(receiving, 'inbound-rtp').flatMap(({ kind, ssrc, framesDecoded = 0, packetsReceived = 0 }) =>
        ssrc === undefined ? [] : [[ssrc, kind === 'video' ? framesDecoded : packetsReceived] as const],
      ),
    )
    this.#grown = new Set(
      [...counted].flatMap(([ssrc, count]) => (count > (this.#counted.get(ssrc) ?? 0) ? [ssrc] : [])),
    )
    this.#counted = counted
  }

  #newFreezes(receiving: Report): number {
    const all = rowsOf(receiving, 'inbound-rtp').reduce((sum, { freezeCount }) => sum + (freezeCount ?? 0), 0)
    const fresh = Math.max(0, all - this.#freezes)
    this.#freezes = all
    return fresh
  }
}

/** A transport that closes meanwhile tells nothing. */
const read = async (transport: Measured | null): Promise<Report> =>
  (await transport?.getStats().catch(() => null)) ?? nothing

function pictureOf(sending: Report): Pick<HealthReport, 'framesPerSecond' | 'limitedBy'> {
  const layers = rowsOf(sending, 'outbound-rtp').filter(({ kind }) => kind === 'video')
  if (layers.length === 0) return { framesPerSecond: null, limitedBy: 'none' }
  const reasons = layers.map(({ qualityLimitationReason }) => qualityLimitationReason)
  const limitedBy = (['cpu', 'bandwidth', 'other'] as const).find((reason) => reasons.includes(reason)) ?? 'none'
  const framesPerSecond = Math.max(...layers.map((layer) => layer.framesPerSecond ?? 0))
  return { framesPerSecond: Math.min(framesPerSecond, 240), limitedBy }
}

function stateOf({ status, isInterrupted }: LocalDevice): HealthReport['camera'] {
  if (status === 'failed') return 'failed'
  if (status !== 'on') return 'off'
  return isInterrupted ? 'interrupted' : 'live'
}

function rowsOf(report: Report, type: string): Row[] {
  const rows: Row[] = []
  report.forEach((row: Row) => {
    if (row.type === type) rows.push(row)
  })
  return rows
}
