// Builds mediasoup-worker from the C++ source in the mediasoup npm package, against Debian's libraries (ADR 0002).
// subprojects/ replaces the sources that its build would download.
import { readdirSync } from 'node:fs'
import { copyFile, cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureDebianPackages } from '../debian-packages.mjs'
import { ByHand, step } from '../progress.mjs'
import { inProject } from '../project.mjs'
import { run } from '../run.mjs'

const BUILD_PACKAGES = [
  'flatbuffers-compiler',
  'g++',
  'libabsl-dev',
  'libflatbuffers-dev',
  'libsrtp2-dev',
  'libssl-dev',
  'libuv1-dev',
  'meson',
  'ninja-build',
  'pkg-config',
]

/**
 * @param {string} folder to build in
 * @returns {Promise<string>} the program's path
 */
export async function buildWorker(folder) {
  await ensureDebianPackages(BUILD_PACKAGES)
  return step('mediasoup-worker: build from source, about 8 minutes on two cores', async (report) => {
    const source = join(folder, 'source')
    await cp(inProject('node_modules', 'mediasoup', 'worker'), source, { recursive: true })
    await replaceSubprojects(join(source, 'subprojects'))
    await build(source, ['meson', 'setup', '--buildtype=release', '-Db_ndebug=true', '--wrap-mode=nodownload', 'build'])
    await build(source, ['ninja', '-C', 'build', 'mediasoup-worker'], report)
    await build(source, ['strip', 'build/mediasoup-worker'])
    return join(source, 'build', 'mediasoup-worker')
  })
}

/**
 * Puts each of our stand-ins where the wrap file of the same name would have unpacked its download.
 * @param {string} target the source's subprojects folder
 */
async function replaceSubprojects(target) {
  const standIns = inProject('scripts', 'worker', 'subprojects')
  for (const entry of readdirSync(standIns, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const wrapFile = join(target, `${entry.name}.wrap`)
    const wrap = await readFile(wrapFile, 'utf8')
    const directory = /^directory *= *(\S+)$/m.exec(wrap)?.[1]
    if (!directory)
      throw new Error(`mediasoup's ${entry.name}.wrap names no directory: look at scripts/worker/subprojects`)
    await cp(join(standIns, entry.name), join(target, directory), { recursive: true })
    await copyFile(join(standIns, 'placeholder.c'), join(target, directory, 'placeholder.c'))
    // Meson would lay mediasoup's own files for the download over ours.
    await writeFile(wrapFile, wrap.replace(/^patch_.*\n/gm, ''))
  }
}

/**
 * @param {string} source
 * @param {[string, ...string[]]} command
 * @param {(line: string) => void} [report]
 */
async function build(source, [program, ...args], report) {
  const { code, output } = await run(program, args, { cwd: source, ...(report && { onLine: progressOf(report) }) })
  if (code === 0) return
  const lines = output.split('\n')
  const firstError = Math.max(
    0,
    lines.findIndex((line) => /error:|ERROR:|FAILED:/.test(line)),
  )
  throw new ByHand(`mediasoup-worker could not be built:\n${lines.slice(firstError, firstError + 20).join('\n')}`, [
    'get a mediasoup-worker from elsewhere (the same mediasoup version, platform and architecture), then',
    'export MEDIASOUP_WORKER_BIN=/path/to/mediasoup-worker',
  ])
}

/** @param {(line: string) => void} report */
function progressOf(report) {
  /** @param {string} line */
  return (line) => {
    const done = /^\[(\d+)\/(\d+)\]/.exec(line)
    if (done) report(`file ${done[1]} of ${done[2]}`)
  }
}
