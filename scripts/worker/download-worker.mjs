// Downloads mediasoup's prebuilt worker, from the same address and with the same name as mediasoup's npm-scripts.mjs.
import { writeFile } from 'node:fs/promises'
import { release } from 'node:os'
import { join } from 'node:path'
import { mustRun } from '../run.mjs'

const RELEASES = 'https://github.com/versatica/mediasoup/releases/download'
/** In a closed network the answer never comes: building must not wait for it. */
const TIME_LIMIT_MS = 8_000

/**
 * @param {string} version mediasoup's
 * @param {string} folder to put it in
 * @returns {Promise<string>} its path
 */
export async function downloadWorker(version, folder) {
  const base = process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || RELEASES
  const archive = join(folder, 'prebuilt.tgz')
  await writeFile(archive, await fetchWithin(`${base}/${version}/${archiveName(version)}`))
  await mustRun('tar', ['--extract', '--gzip', '--file', archive, '--directory', folder])
  return join(folder, 'mediasoup-worker')
}

/** @param {string} version */
function archiveName(version) {
  const kernel = process.platform === 'linux' ? `-kernel${release().split('.')[0]}` : ''
  return `mediasoup-worker-${version}-${process.platform}-${process.arch}${kernel}.tgz`
}

/** @param {string} url */
async function fetchWithin(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIME_LIMIT_MS) })
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    const { message, cause } = /** @type {Error} */ (error)
    throw new Error(`${url} cannot be had: ${cause instanceof Error ? cause.message : message}`)
  }
}
