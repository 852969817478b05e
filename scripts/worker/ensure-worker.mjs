// Finds the media worker for this mediasoup version and machine, in this order: set by the operator, cached, downloaded
// prebuilt, built here. Run as a program it prints the path.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeRuntime } from '../node-runtime.mjs'
import { ByHand, main, say, step } from '../progress.mjs'
import { cacheFolder, inProject } from '../project.mjs'
import { inTemporaryFolder, run } from '../run.mjs'
import { buildWorker } from './build-worker.mjs'
import { downloadWorker } from './download-worker.mjs'

/** @returns {Promise<string>} the program's path; it has run */
export async function ensureWorker() {
  const given = process.env.MEDIASOUP_WORKER_BIN
  if (given) {
    requireExecutable(given)
    return given
  }
  const { version } = JSON.parse(readFileSync(inProject('node_modules', 'mediasoup', 'package.json'), 'utf8'))
  const folder = join(cacheFolder, 'mediasoup-worker', `${version}-${process.platform}-${process.arch}`)
  const cached = join(folder, 'mediasoup-worker')
  // A cached one may have lost a library since, by an upgrade of the system.
  if (existsSync(cached) && (await loads(cached))) return cached

  await inTemporaryFolder(dirname(folder), async (temporary) => {
    const worker = (await downloaded(version, temporary)) ?? (await built(temporary))
    mkdirSync(folder, { recursive: true })
    renameSync(worker, cached)
  })
  return cached
}

/**
 * @param {string} version
 * @param {string} folder
 */
async function downloaded(version, folder) {
  // mediasoup's own switch.
  if (process.env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD) return undefined
  return step(`mediasoup-worker ${version}: download`, async () => {
    const worker = await downloadWorker(version, folder)
    await requireWorking(worker)
    return worker
  }).catch((error) => {
    say(`  ${error.message}; building it here instead.`)
    return undefined
  })
}

/** @param {string} folder */
async function built(folder) {
  const worker = await buildWorker(folder)
  await requireWorking(worker)
  return worker
}

/**
 * Without its version in the environment the worker ends with code 41: then the system found all its libraries.
 * @param {string} worker
 */
async function loads(worker) {
  return (await run(worker, [], { env: {} })).code === 41
}

/** @param {string} worker */
async function requireWorking(worker) {
  const { code, output } = await run(nodeRuntime(), [inProject('scripts', 'worker', 'try-worker.mjs'), worker])
  if (code !== 0) throw new Error(`mediasoup-worker does not run here: ${output.trim()}`)
}

/** @param {string} path */
function requireExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    throw new ByHand(`MEDIASOUP_WORKER_BIN: "${path}" is not a program that this user may run.`, [
      'unset MEDIASOUP_WORKER_BIN     # one is then obtained',
      `chmod +x ${path}               # or the file is there, but may not be run`,
    ])
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => console.log(await ensureWorker()))
}
