// Measures a file that is written while it is sent: time, bytes, and the increase of memory: heap after garbage
// collection (what the export retains) and resident set (what the process took from the system). The bytes are
// discarded.
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Measurement } from './bench.ts'

const megabyte = 1024 * 1024
/** Collecting at each piece would be most of the time. */
const piecesBetweenLooks = 20

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

export async function memoryWhileSent(what: string, open: () => Readable | Promise<Readable>): Promise<Measurement[]> {
  collectGarbage()
  const before = process.memoryUsage()
  const [heap, resident]: [number[], number[]] = [[], []]
  const look = () => {
    collectGarbage()
    const { heapUsed, rss } = process.memoryUsage()
    heap.push((heapUsed - before.heapUsed) / megabyte)
    resident.push((rss - before.rss) / megabyte)
  }
  let [bytes, pieces] = [0, 0]
  const away = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (++pieces % piecesBetweenLooks === 0) look()
      done()
    },
    final(done) {
      look()
      done()
    },
  })
  const startedAt = performance.now()
  await pipeline(await open(), away)
  const took = performance.now() - startedAt
  return [
    { name: `${what}: export`, unit: 'ms', samples: [took] },
    { name: `${what}: file`, unit: 'MB', samples: [bytes / megabyte] },
    { name: `${what}: heap above the start`, unit: 'MB', samples: heap },
    { name: `${what}: resident set above the start`, unit: 'MB', samples: resident },
  ]
}
