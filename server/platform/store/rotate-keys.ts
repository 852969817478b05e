// npm run keys:rotate: creates a new key for files stored from now on, and for the data keys of those already stored.
// The server may run.
import { loadConfig } from '../config/config.ts'
import { openStore } from './open-store.ts'

try {
  const { store, keys } = await openStore(loadConfig(process.env))
  const before = await keys.current()
  const { id } = await keys.rotate()
  console.log(`The key ${id} is current; ${before.id} stays in ${keys.path}, for what may still need it.`)
  console.log(
    `Wrapped anew: ${await store.rewrap()} data keys. Broken off, the next start of the server goes on with it.`,
  )
  console.log('Back up the keys now: npm run backup -- keys FILE.zip')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
