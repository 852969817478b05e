// What has flowed so far, per participant: for tests and for the connection details. Read only, nothing secret.
import type { types } from 'mediasoup-client'
import type { MediaSource } from '../../../shared/wire/engine/media-requests.ts'

export interface MediaStatistics {
  readonly inbound: readonly {
    readonly participantId: string
    readonly source: MediaSource
    readonly kind: 'audio' | 'video'
    readonly framesDecoded: number
    readonly packetsReceived: number
  }[]
  readonly outbound: readonly {
    readonly kind: 'audio' | 'video'
    readonly framesEncoded: number
    readonly packetsSent: number
  }[]
}

interface RtpStatistics {
  readonly type: string
  readonly framesDecoded?: number
  readonly packetsReceived?: number
  readonly framesEncoded?: number
  readonly packetsSent?: number
}

type Source = { readonly kind: 'audio' | 'video' | string; getStats(): Promise<RTCStatsReport> }

export async function collectStatistics(
  consumers: readonly { consumer: types.Consumer; participantId: string; source: MediaSource }[],
  producers: readonly types.Producer[],
): Promise<MediaStatistics> {
  const inbound = consumers.map(async ({ consumer, participantId, source }) => {
    const rows = await rowsOf(consumer, 'inbound-rtp')
    return {
      participantId,
      source,
      kind: consumer.kind,
      framesDecoded: sum(rows, 'framesDecoded'),
      packetsReceived: sum(rows, 'packetsReceived'),
    }
  })
  const outbound = producers.map(async (producer) => {
    const rows = await rowsOf(producer, 'outbound-rtp')
    return { kind: producer.kind, framesEncoded: sum(rows, 'framesEncoded'), packetsSent: sum(rows, 'packetsSent') }
  })
  return { inbound: await Promise.all(inbound), outbound: await Promise.all(outbound) }
}

async function rowsOf(source: Source, type: string): Promise<RtpStatistics[]> {
  const rows: RtpStatistics[] = []
  const report = await source.getStats()
  report.forEach((row: RtpStatistics) => {
    if (row.type === type) rows.push(row)
  })
  return rows
}

const sum = (rows: readonly RtpStatistics[], field: Exclude<keyof RtpStatistics, 'type'>): number =>
  rows.reduce((total, row) => total + (row[field] ?? 0), 0)
