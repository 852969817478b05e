// Installs the Debian packages that the project needs in addition to npm packages.
import { ByHand, say, step } from './progress.mjs'
import { run } from './run.mjs'

/**
 * Liberation Serif has the metrics of Times New Roman, the face that Vietnamese official papers prescribe. qpdf sets the mark into
 * marked documents; poppler-utils draws their pages into films; util-linux-extra has enosys, which keeps programs on strangers' files from the
 * network; redis-tools, which redis-server brings, backs up a Redis elsewhere.
 */
export const RUN_TIME_PACKAGES = [
  'ffmpeg',
  'fonts-liberation',
  'poppler-utils',
  'qpdf',
  process.env.REDIS_URL ? 'redis-tools' : 'redis-server',
  'util-linux-extra',
]
export const TEST_PACKAGES = [
  'chromium',
  'redis-server',
  // Office files become PDF in a sandbox: what a server may have is tried for real.
  'bubblewrap',
  'libreoffice-calc-nogui',
  'libreoffice-writer-nogui',
  // A store of trusted certificates, as PDF readers have one.
  'libnss3-tools',
  // An authority for tests makes the certificates.
  'openssl',
  // moto is the S3 server of the tests; its package forgets that it needs flask-cors.
  'python3-flask-cors',
  'python3-moto',
]

const INSTALL = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120']

/**
 * @param {string[]} names
 * @throws {ByHand} when some are missing and cannot be installed from here
 */
export async function ensureDebianPackages(names) {
  const missing = await missingPackages(names)
  if (missing.length === 0) return
  const title = `Debian packages: ${missing.join(' ')}`
  const prefix = await administratorPrefix()
  if (!prefix) throw byHand(title, 'this user is neither root nor may use sudo without a password', missing)
  await step(title, async (report) => {
    /** @param {string[]} args */
    const apt = async (args) => {
      const [program = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
      return run(program, rest, { onLine: report })
    }
    // Package lists are refreshed only when those at hand do not do: that takes long and needs the network.
    if ((await apt([...INSTALL, ...missing])).code === 0) return
    await apt(['update'])
    const { code, output } = await apt([...INSTALL, ...missing])
    if (code !== 0) throw byHand(title, output.trimEnd().split('\n').slice(-5).join('\n'), missing)
  })
}

/** @param {string[]} names */
async function missingPackages(names) {
  const { code, output } = await run('dpkg-query', [
    '--show',
    '--showformat',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
    '${Package} ${db:Status-Status}\n',
    ...names,
  ])
  if (code === 127) {
    say(`This is not a Debian system. Please see to it yourself that it has: ${names.join(', ')}`)
    return []
  }
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return names.filter((name) => !installed.has(name))
}

/** What to put before a command that needs root; undefined when there is no way. */
async function administratorPrefix() {
  if (process.getuid?.() === 0) return []
  return (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : undefined
}

/**
 * @param {string} title
 * @param {string} reason
 * @param {string[]} missing
 */
function byHand(title, reason, missing) {
  return new ByHand(`${title}: cannot be installed from here:\n${reason}`, [
    'sudo apt-get update',
    `sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`,
  ])
}
