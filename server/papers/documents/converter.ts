// Converts office files to PDF with LibreOffice in a sandbox: no network, no files but its programs and the one file,
// limits on time and memory. Without LibreOffice or bubblewrap nothing is converted (ADR 0020).
import { copyFile, lstat, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { confiningPrograms, type Limits, runInSandbox } from '../../platform/confined-program.ts'
import type { Log } from '../../platform/log.ts'
import { missingPrograms } from '../../platform/missing-programs.ts'
import { firstThatRuns } from '../../platform/walls.ts'

export interface Converter {
  /** Makes a PDF of `input` in the empty folder `work`; null: it cannot be done, the file is offered as it is. */
  convert(input: string, extension: string, work: string): Promise<string | null>
}

const limits: Limits = {
  memoryBytes: 4 * 1024 ** 3,
  seconds: 60,
  writtenBytes: 200 * 1024 ** 2,
  saidBytes: 64 * 1024,
}

export const noConverter: Converter = { convert: async () => null }

const needed = ['soffice', 'bwrap', ...confiningPrograms]

export async function findConverter(log: Log): Promise<Converter> {
  const missing = await missingPrograms(needed)
  if (missing.length > 0) {
    log.info({ missing }, 'office files are offered for download only: install libreoffice and bubblewrap to show them')
    return noConverter
  }
  const sandbox = await firstThatRuns(waysToProcesses.map((way) => ['bwrap', ...sandboxWith(way)]))
  if (sandbox.length === 0) {
    log.warn(
      {},
      'office files are offered for download only: bubblewrap can make no sandbox for LibreOffice here (docs/diemcau.service names what it needs)',
    )
    return noConverter
  }
  return { convert: (input, extension, work) => convert(sandbox, input, extension, work, log) }
}

async function convert(
  sandbox: readonly string[],
  input: string,
  extension: string,
  work: string,
  log: Log,
): Promise<string | null> {
  const name = `input.${extension}`
  await copyFile(input, join(work, name))
  await mkdir(join(work, 'profile', 'user'), { recursive: true })
  await writeFile(join(work, 'profile', 'user', 'registrymodifications.xcu'), cautiousProfile)
  try {
    await runInSandbox([...sandbox, '--bind', work, '/work', '--chdir', '/work'], ['soffice', ...orders(name)], {
      limits,
    })
    const made = join(work, 'out', 'input.pdf')
    // Whoever breaks LibreOffice could leave a link here to a file outside.
    if (!(await lstat(made)).isFile()) throw new Error('what was made is no file')
    await rename(made, join(work, 'shown.pdf'))
    return join(work, 'shown.pdf')
  } catch (error) {
    log.warn({ err: error, extension }, 'an office file could not be converted: it is offered for download only')
    return null
  }
}

const readOnly = (path: string) => ['--ro-bind-try', path, path]

/**
 * LibreOffice does not begin without /proc. One of its own; where systemd has covered parts of this machine's, the kernel allows none, and
 * it gets that one: of a process outside it shows the command line at most, never memory, settings or files (ptrace(2)).
 */
const waysToProcesses = [
  ['--proc', '/proc'],
  ['--ro-bind', '/proc', '/proc'],
]

/**
 * Ends with this server, and with the time limit: what it started is in its own PID namespace. Each namespace by name, as the unit allows
 * them: of control groups it needs none.
 */
const sandboxWith = (processes: readonly string[]): string[] => [
  ...['--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts'],
  ...['--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL'],
  ...['/usr', '/opt', '/etc/fonts', '/etc/libreoffice', '/var/lib/libreoffice', '/etc/alternatives'].flatMap(readOnly),
  ...['--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64', '--symlink', 'usr/bin', '/bin'],
  ...[...processes, '--dev', '/dev', '--tmpfs', '/tmp'],
  ...['--setenv', 'HOME', '/work/profile', '--setenv', 'PATH', '/usr/bin', '--setenv', 'LANG', 'C.UTF-8'],
]

const orders = (name: string): string[] => [
  ...['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault'],
  '-env:UserInstallation=file:///work/profile',
  ...['--convert-to', 'pdf', '--outdir', '/work/out', `/work/${name}`],
]

const setting = (path: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.Office.Common/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`

/** No macros, and nothing linked from elsewhere. */
const cautiousProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${setting('Security/Scripting', 'MacroSecurityLevel', '3')}
${setting('Security/Scripting', 'DisableMacrosExecution', 'true')}
${setting('Security/Scripting', 'BlockUntrustedRefererLinks', 'true')}
</oor:items>
`
