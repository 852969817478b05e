// Forecasts how much disk space recordings take: measured on those of the last thirty days by their indexes; before
// there are any, from the maximum bit rates of browsers. Called by disk-space.ts, which knows sessions.
import { readdir, readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ms } from '../../../shared/kernel/ids.ts'
import { type MediaSource, mediaSources } from '../../../shared/wire/engine/media-requests.ts'
import type { DiskForecast } from '../../../shared/wire/hearing/disk.ts'
import { indexName, linesOf } from './files.ts'

const dayMs = 24 * 60 * 60 * 1000
const lookBackMs = 30 * dayMs
/** Less says nothing about the next session. */
const leastMeasuredSeconds = 600
/** For journal, papers and what goes on meanwhile. */
export const RESERVE_BYTES = 1024 ** 3
/** A film needs as much again as the recording it is made of. */
export const WITH_FILM = 2

/** The highest bit rates that pages of this server send (client/live/media), with the head of RTP; sound is Opus. */
const atMost: Readonly<Record<MediaSource, number>> = {
  microphone: 6_000,
  camera: 140_000,
  screen: 250_000,
  screenSound: 16_000,
}

export interface Forecasts {
  /** What is free for recordings. */
  freeBytes(): Promise<number>
  /** Of one track of each source. */
  rates(): Promise<DiskForecast['rates']>
  report(): Promise<Omit<DiskForecast, 'bucket'>>
}

interface Options {
  readonly dataDir: string
  readonly now: () => Ms
  /** Of the disk; a test has one of its own. */
  readonly freeOnDisk?: (folder: string) => Promise<number>
}

interface Measured {
  readonly stamp: string
  readonly from: Ms
  readonly bytes: Partial<Record<MediaSource, number>>
  readonly seconds: Partial<Record<MediaSource, number>>
}

const freeOn = async (folder: string) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

export function createForecasts({ dataDir, now, freeOnDisk = freeOn }: Options): Forecasts {
  const root = join(dataDir, 'recordings')
  /** Each index is read again only when it has grown. */
  const known = new Map<string, Measured>()

  async function measured(): Promise<Measured[]> {
    const since = now() - lookBackMs
    const found: Measured[] = []
    for (const name of await readdir(root).catch(() => [])) {
      const path = join(root, name, indexName)
      const file = await stat(path).catch(() => null)
      if (!file || file.mtimeMs < since) {
        known.delete(name)
        continue
      }
      const stamp = `${file.mtimeMs} ${file.size}`
      const before = known.get(name)
      const one = before?.stamp === stamp ? before : measure(stamp, await readFile(path, 'utf8'))
      known.set(name, one)
      if (one.from >= since) found.push(one)
    }
    return found
  }

  const freeBytes = async () => Math.max(0, (await freeOnDisk(dataDir)) - RESERVE_BYTES)

  function ratesFrom(all: readonly Measured[]): DiskForecast['rates'] {
    return mediaSources.map((source) => {
      const seconds = sum(all.map((one) => one.seconds[source] ?? 0))
      if (seconds < leastMeasuredSeconds) return { source, bytesPerSecond: atMost[source], isMeasured: false }
      const bytes = sum(all.map((one) => one.bytes[source] ?? 0))
      return { source, bytesPerSecond: Math.ceil(bytes / seconds), isMeasured: true }
    })
  }

  return {
    freeBytes,
    rates: async () => ratesFrom(await measured()),
    async report() {
      const [all, free] = await Promise.all([measured(), freeBytes()])
      const total = sum(all.flatMap(({ bytes }) => Object.values(bytes)))
      // A server that began last week is measured by its week.
      const days = Math.max(1, (now() - Math.min(...all.map(({ from }) => from))) / dayMs)
      const perDay = total === 0 ? null : Math.ceil((total * WITH_FILM) / days)
      return {
        freeBytes: free,
        reserveBytes: RESERVE_BYTES,
        perDayBytes: perDay,
        daysLeft: perDay === null ? null : Math.floor(free / perDay),
        rates: ratesFrom(all),
      }
    },
  }
}

function measure(stamp: string, index: string): Measured {
  const lines = linesOf(index)
  const sourceOf = new Map(lines.flatMap((one) => (one.line === 'track' ? [[one.track, one.source] as const] : [])))
  const bytes: Partial<Record<MediaSource, number>> = {}
  const seconds: Partial<Record<MediaSource, number>> = {}
  let from = Number.POSITIVE_INFINITY
  for (const one of lines) {
    const source = one.line === 'segment' ? sourceOf.get(one.track) : undefined
    if (one.line !== 'segment' || source === undefined) continue
    bytes[source] = (bytes[source] ?? 0) + one.bytes
    seconds[source] = (seconds[source] ?? 0) + Math.max(0, one.until - one.from) / 1000
    from = Math.min(from, one.from)
  }
  return { stamp, from, bytes, seconds }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
