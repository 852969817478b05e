// Builds dist/client, the pages served by the server, if its inputs have changed.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { nodeRuntime } from './node-runtime.mjs'
import { step } from './progress.mjs'
import { inProject, root } from './project.mjs'
import { inTemporaryFolder, mustRun } from './run.mjs'

const INPUTS = ['client', 'shared', 'vite.config.ts', 'package-lock.json']

export async function ensureClientBuild() {
  const built = inProject('dist', 'client')
  const record = inProject('dist', 'client.sha256')
  const inputs = await hashOf(INPUTS)
  if (existsSync(built) && existsSync(record) && readFileSync(record, 'utf8') === inputs) return
  await step('client build', (report) =>
    inTemporaryFolder(inProject('dist'), async (folder) => {
      const output = join(folder, 'client')
      const vite = inProject('node_modules', 'vite', 'bin', 'vite.js')
      await mustRun(nodeRuntime(), [vite, 'build', '--outDir', output], { cwd: root, onLine: report })
      if (existsSync(built)) renameSync(built, join(folder, 'old'))
      renameSync(output, built)
      writeFileSync(record, inputs)
    }),
  )
}

/** @param {string[]} names files and folders of the project */
async function hashOf(names) {
  const hash = createHash('sha256')
  for (const name of names) {
    for (const file of await filesIn(name)) {
      hash.update(`${relative(root, file)}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

/** @param {string} name */
async function filesIn(name) {
  const path = inProject(name)
  if (!existsSync(path)) return []
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
