import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createForecasts, RESERVE_BYTES } from './disk-forecast.ts'

const day = 24 * 60 * 60 * 1000
const hour = 60 * 60 * 1000
const gigabyte = 1e9
let dataDir: string
let free = 0
let now = Date.now()
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'diemcau-forecast-'))
  free = RESERVE_BYTES + 100 * gigabyte
  now = Date.now()
})
afterEach(() => rm(dataDir, { recursive: true }))

const forecasts = () => createForecasts({ dataDir, now: () => now, freeOnDisk: async () => free })

const segment = (track: number, from: number, seconds: number, bytes: number) =>
  `${JSON.stringify({ line: 'segment', track, file: `${track}-${from}.mkv`, from, until: from + seconds * 1000, bytes, sha256: '' })}\n`

/** One voice and one picture, so many seconds each. */
async function recorded(name: string, from: number, seconds: number, bytes: { voice: number; picture: number }) {
  const folder = join(dataDir, 'recordings', name)
  await mkdir(folder, { recursive: true })
  const track = (number: number, source: string) =>
    `${JSON.stringify({ line: 'track', track: number, participantId: 'chair', source, channel: null, mimeType: 'x' })}\n`
  const lines = [
    track(1, 'microphone'),
    track(2, 'camera'),
    segment(1, from, seconds, bytes.voice),
    segment(2, from, seconds, bytes.picture),
  ]
  await writeFile(join(folder, 'index.jsonl'), lines.join(''))
}
const rateOf = async (from: ReturnType<typeof forecasts>, source: string) =>
  (await from.rates()).find((rate) => rate.source === source)

describe('the forecast of the disk', () => {
  it('predicts no days before anything was recorded, and assumes the maximum bit rates of browsers', async () => {
    const report = await forecasts().report()
    expect(report).toMatchObject({ freeBytes: 100 * gigabyte, perDayBytes: null, daysLeft: null })
    expect(report.rates.every(({ isMeasured, bytesPerSecond }) => !isMeasured && bytesPerSecond > 0)).toBe(true)
  })

  it('uses the measured rate of each source once ten minutes were recorded', async () => {
    await recorded('short', now - hour, 599, { voice: 599_000, picture: 599_000 })
    const from = forecasts()
    expect(await rateOf(from, 'camera')).toMatchObject({ isMeasured: false })
    await recorded('long', now - 2 * hour, 1401, { voice: 1_401_000, picture: 6_401_000 })
    expect(await rateOf(from, 'microphone')).toEqual({ source: 'microphone', bytesPerSecond: 1000, isMeasured: true })
    expect(await rateOf(from, 'camera')).toEqual({ source: 'camera', bytesPerSecond: 3500, isMeasured: true })
    expect(await rateOf(from, 'screen')).toMatchObject({ isMeasured: false })
  })

  it('computes the days left from the recordings of the last thirty days and their films', async () => {
    await recorded('first', now - 10 * day, 3600, { voice: gigabyte, picture: 9 * gigabyte })
    await recorded('second', now - 2 * day, 3600, { voice: gigabyte, picture: 9 * gigabyte })
    const from = forecasts()
    expect(await from.report()).toMatchObject({ perDayBytes: 4 * gigabyte, daysLeft: 25 })
    free = RESERVE_BYTES / 2
    expect(await from.report()).toMatchObject({ freeBytes: 0, daysLeft: 0 })
    now += 40 * day
    expect(await from.report()).toMatchObject({ perDayBytes: null, daysLeft: null })
  })

  it('includes what a running recording has added, and skips an incomplete last line', async () => {
    await recorded('going on', now - hour, 1000, { voice: 1_000_000, picture: 2_000_000 })
    const from = forecasts()
    expect(await rateOf(from, 'camera')).toMatchObject({ bytesPerSecond: 2000 })
    const index = join(dataDir, 'recordings', 'going on', 'index.jsonl')
    await appendFile(index, `${segment(2, now, 1000, 6_000_000)}{"line":"segm`)
    expect(await rateOf(from, 'camera')).toMatchObject({ bytesPerSecond: 4000 })
  })
})
