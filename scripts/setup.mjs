// Prepares a fresh clone to run the server; does nothing if it is prepared. `npm run setup`, and the first step of
// every launcher. Needs only the host's Node, because node_modules may not exist yet.
import { pathToFileURL } from 'node:url'
import { ensureClientBuild } from './client-build.mjs'
import { ensureDebianPackages, RUN_TIME_PACKAGES, TEST_PACKAGES } from './debian-packages.mjs'
import { ensureNpmPackages } from './npm-packages.mjs'
import { main, say } from './progress.mjs'
import { ensureWorker } from './worker/ensure-worker.mjs'

/**
 * @param {{ forTests?: boolean }} [options]
 * @returns {Promise<{ worker: string }>} the mediasoup-worker program
 */
export async function setup({ forTests = false } = {}) {
  await ensureNpmPackages()
  await ensureDebianPackages([...new Set([...RUN_TIME_PACKAGES, ...(forTests ? TEST_PACKAGES : [])])])
  const worker = await ensureWorker()
  await ensureClientBuild()
  return { worker }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    await setup({ forTests: process.argv.includes('--test') })
    say('Everything is in place.')
  })
}
