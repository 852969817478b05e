// Installs node_modules according to package-lock.json.
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ByHand, step } from './progress.mjs'
import { inProject } from './project.mjs'
import { inTemporaryFolder, run } from './run.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

export async function ensureNpmPackages() {
  if (isInstalled()) return
  await step('npm packages', async () => {
    // Beside the old ones and then renamed, for `npm ci` deletes first and may then find no network.
    await inTemporaryFolder(inProject('dist'), async (folder) => {
      await Promise.all(
        ['package.json', 'package-lock.json', '.npmrc'].map((name) => copyFile(inProject(name), join(folder, name))),
      )
      const { code, output } = await run('npm', ['ci', '--loglevel=error', '--prefix', folder], { cwd: folder })
      if (code !== 0) {
        throw new ByHand(`npm could not install the packages:\n${lastErrors(output)}`, [
          'npm ping          # is the registry that npm is set to reachable?',
          'npm ci',
        ])
      }
      const installed = inProject('node_modules')
      if (existsSync(installed)) renameSync(installed, join(folder, 'old'))
      renameSync(join(folder, 'node_modules'), installed)
    })
  })
}

/** npm's own record of what it installed agrees with the lock file; optional packages of other platforms may be missing. */
function isInstalled() {
  const record = inProject('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readPackages(record)
  return Object.entries(readPackages(inProject('package-lock.json')))
    .filter(([path]) => path !== '')
    .every(([path, locked]) => {
      const found = installed[path]
      if (!found) return locked.optional === true
      return found.version === locked.version && found.integrity === locked.integrity
    })
}

/**
 * @param {string} lockFile
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

/** @param {string} output */
function lastErrors(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  return errors.slice(0, 8).join('\n') || output.trimEnd().split('\n').slice(-8).join('\n')
}
