// node half-written.fixture.ts DATA_DIR FILE: stores the file and hangs in the middle of it until it is killed.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { openDiskPlace } from './disk-place.ts'
import { createEncryptedStore } from './encrypted-store.ts'
import { openStore } from './open-store.ts'

const [dataDir = '', file = ''] = process.argv.slice(2)

async function* firstHalf(content: Readable, bytes: number) {
  let passed = 0
  for await (const piece of content) {
    if (passed > bytes / 2) break
    passed += piece.length
    yield piece
  }
  process.stdout.write('half of it is written\n')
  // A promise alone keeps no process.
  setInterval(() => undefined, 1000)
  await new Promise(() => undefined)
}

const { keys } = await openStore({ dataDir })
const place = await openDiskPlace(join(dataDir, 'store'), randomUUID)
const store = createEncryptedStore(
  {
    ...place,
    put: (name, content, bytes) =>
      place.put(
        name,
        name.startsWith('objects/') ? Readable.from(firstHalf(content, bytes), { objectMode: false }) : content,
        bytes,
      ),
  },
  keys,
)
await store.put('recordings/session-1/1.mkv', file)
