// The incomplete file of a killed program is encrypted, and is deleted soon after the next start.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { until } from '../../../tests/harness/wait.ts'
import { openDiskPlace } from './disk-place.ts'
import { keepStoreInOrder } from './keep-in-order.ts'
import { openStore } from './open-store.ts'

let dataDir: string
let warnings: object[]
const log = { debug() {}, info() {}, warn: (what: object) => void warnings.push(what), error() {} }
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'diemcau-half-written-'))
  warnings = []
})
afterEach(() => rm(dataDir, { recursive: true }))

const incoming = () => join(dataDir, 'store', 'incoming')
const tenMinutes = 10 * 60_000

/** What the server does at its start, once, at that time. */
async function starts(now: number): Promise<void> {
  const { dropHalfWritten, store, keys } = await openStore({ dataDir })
  const order = keepStoreInOrder({ dropHalfWritten, encrypting: [], rewrap: store.rewrap, keys, log, now: () => now })
  await order.close()
}

it('an incomplete file of a killed program is encrypted, and deleted only ten minutes later', async () => {
  const words = 'Lời khai của người tố cáo. '
  const handedIn = join(dataDir, 'handed-in')
  await writeFile(handedIn, words.repeat(200_000))
  const path = fileURLToPath(new URL('half-written.fixture.ts', import.meta.url))
  const program = spawn(process.execPath, [path, dataDir, handedIn], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(program.stdout, 'data')
  program.kill('SIGKILL')
  await once(program, 'exit')
  const [name = ''] = await readdir(incoming())
  const left = await readFile(join(incoming(), name))
  expect(left.length).toBeGreaterThan(100_000)
  expect(left.includes(words)).toBe(false)

  await starts(Date.now())
  expect(await readdir(incoming())).toEqual([name])
  await starts(Date.now() + tenMinutes + 1000)
  expect(await readdir(incoming())).toEqual([])
  expect(warnings).toEqual([{ files: 1 }])
})

it('an incomplete file that this process is still writing is not deleted, however long it takes', async () => {
  const place = await openDiskPlace(join(dataDir, 'store'), () => 'being-written')
  const content = new Readable({ read() {} })
  content.push('the first half, ')
  const written = place.put('objects/a', content, 31)
  await until(async () => ((await readdir(incoming())).length === 1 ? null : 'it is not begun'))
  await writeFile(join(incoming(), 'left'), 'half of it')
  await utimes(join(incoming(), 'left'), 1, 1)
  expect(await place.dropHalfWritten(Date.now() + tenMinutes)).toBe(1)
  content.push('and the second.')
  content.push(null)
  await written
  expect(await place.size('objects/a')).toBe(31)
  expect(await readdir(incoming())).toEqual([])
})
