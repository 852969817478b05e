// Measures the cost of encryption: the same file written to a folder directly and through the store, and the same
// ranges read back, alternating in one run, so that the ratios also hold on other disks. Also measures the memory used
// for a large file.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { v7 as newId } from 'uuid'
import { openDiskPlace } from '../../server/platform/store/disk-place.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import type { Bench, Measurement } from './bench.ts'

const MEGABYTE = 1_000_000
/** What a browser asks of a film at a time is about as much. */
const RANGE_BYTES = MEGABYTE

async function timed(bytes: number, work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return bytes / MEGABYTE / ((performance.now() - startedAt) / 1000)
}

async function readThrough(content: Readable | null | undefined): Promise<void> {
  let bytes = 0
  for await (const chunk of content ?? []) bytes += chunk.length
  if (bytes !== RANGE_BYTES) throw new Error(`${bytes} bytes came`)
}

/** Which other programs do not change: ms of a core for one MB. */
async function processorTime(bytes: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / (bytes / MEGABYTE)
}

/** Of the process, above what it was, while something goes on. */
async function grown(work: () => Promise<unknown>): Promise<number> {
  const { rss: before } = process.memoryUsage()
  let most = before
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  await work()
  clearInterval(looking)
  return (most - before) / MEGABYTE
}

const median = (samples: readonly number[]) =>
  samples.toSorted((one, other) => one - other)[Math.floor(samples.length / 2)] ?? Number.NaN
const shares = (of: readonly number[], to: readonly number[]) => of.map((one, n) => (100 * one) / (to[n] ?? Number.NaN))

export const store: Bench = {
  about: 'files put into the store and read back in ranges, encrypted and as they are',
  async run({ quick }): Promise<Measurement[]> {
    const bytes = (quick ? 32 : 256) * MEGABYTE
    const rounds = quick ? 3 : 9
    const directory = await mkdtemp(join(tmpdir(), 'diemcau-bench-store-'))
    const puts: { plain: number[]; encrypted: number[] } = { plain: [], encrypted: [] }
    const ranges: { plain: number[]; encrypted: number[] } = { plain: [], encrypted: [] }
    const time: { plain: number[]; encrypted: number[] } = { plain: [], encrypted: [] }
    const rangeShares: number[] = []
    const memory: number[] = []
    try {
      const { bavail, bsize } = await statfs(directory)
      if (bavail * bsize < 4 * bytes) throw new Error(`${directory} needs ${(4 * bytes) / MEGABYTE} MB`)
      const from = join(directory, 'film.mp4')
      const file = await open(from, 'w')
      for (let n = 0; n < bytes / MEGABYTE; n++) await file.write(randomBytes(MEGABYTE))
      await file.close()
      const plain = await openDiskPlace(join(directory, 'plain'), () => newId())
      const { store: encrypted } = await openStore({ dataDir: directory })
      for (let round = 0; round < rounds; round++) {
        const putPlain = () => plain.put('film', createReadStream(from), bytes)
        time.plain.push(await processorTime(bytes, async () => puts.plain.push(await timed(bytes, putPlain))))
        const put = async () => puts.encrypted.push(await timed(bytes, () => encrypted.put('film', from)))
        time.encrypted.push(await processorTime(bytes, async () => memory.push(await grown(put))))
        const ofRound: { plain: number[]; encrypted: number[] } = { plain: [], encrypted: [] }
        for (let n = 0; n < 20; n++) {
          const start = Math.floor(Math.random() * (bytes - RANGE_BYTES))
          const range = { start, end: start + RANGE_BYTES - 1 }
          ofRound.plain.push(await timed(RANGE_BYTES, async () => readThrough(await plain.read('film', range))))
          ofRound.encrypted.push(
            await timed(RANGE_BYTES, async () => readThrough((await encrypted.open('film'))?.read(range))),
          )
        }
        ranges.plain.push(...ofRound.plain)
        ranges.encrypted.push(...ofRound.encrypted)
        // One range is over before the machine has turned to something else, or after: medians are compared.
        rangeShares.push((100 * median(ofRound.encrypted)) / median(ofRound.plain))
        await encrypted.remove('film')
      }
      return [
        { name: 'put, as it is', unit: 'MB/s', samples: puts.plain },
        { name: 'put, encrypted', unit: 'MB/s', samples: puts.encrypted },
        { name: 'put, encrypted of as it is', unit: '%', samples: shares(puts.encrypted, puts.plain) },
        { name: 'processor for 1 MB put, as it is', unit: 'ms', samples: time.plain },
        { name: 'processor for 1 MB put, encrypted', unit: 'ms', samples: time.encrypted },
        { name: 'range of 1 MB, as it is', unit: 'MB/s', samples: ranges.plain },
        { name: 'range of 1 MB, encrypted', unit: 'MB/s', samples: ranges.encrypted },
        { name: 'range, encrypted of as it is', unit: '%', samples: rangeShares },
        { name: 'memory while it is put encrypted', unit: 'MB', samples: memory },
      ]
    } finally {
      await rm(directory, { recursive: true })
    }
  },
}
