import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { inProject, root } from './project.mjs'

const folder = mkdtempSync(join(tmpdir(), 'launch-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts a launcher of a program with this text, as npm would. */
function startLauncher(text: string) {
  const child = spawn(process.execPath, launcherOf(text), { stdio: ['ignore', 'pipe', 'inherit'] })
  return { child, lines: createInterface({ input: child.stdout }) }
}

function launcherOf(text: string): string[] {
  const program = join(folder, 'program.ts')
  writeFileSync(program, text)
  const launcher = `
    import { launch } from ${JSON.stringify(inProject('scripts/launch.mjs'))}
    process.exitCode = await launch(${JSON.stringify(relative(root, program))}, ['one'], { EXTRA: 'two' })`
  return ['--input-type=module', '--eval', launcher]
}

test.each(['start', 'demo', 'bench'])(
  'npm run %s prepares first, and passes the path of the media worker on',
  (name) => {
    const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
    expect(scripts[name]).toBe(`node scripts/${name}.mjs`)
    const launcher = readFileSync(inProject('scripts', `${name}.mjs`), 'utf8')
    expect(launcher).toMatch(/\{ worker \} = await setup\(.*MEDIASOUP_WORKER_BIN: worker/s)
  },
)

test('the program gets arguments and environment, and the launcher returns its exit code', async () => {
  const { child, lines } = startLauncher('console.log(process.argv[2], process.env.EXTRA); process.exit(3)')
  const ended = once(child, 'close')
  expect(await once(lines, 'line')).toEqual(['one two'])
  expect(await ended).toEqual([3, null])
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s is forwarded to the program, and the launcher waits until it has ended',
  async (signal) => {
    const { child, lines } = startLauncher(`
    process.on('${signal}', () => setTimeout(() => process.exit(7), 50))
    setInterval(() => {}, 1000)
    console.log('ready')`)
    const ended = once(child, 'close')
    await once(lines, 'line')
    child.kill(signal)
    expect(await ended).toEqual([7, null])
  },
)

test('the program is stopped when its parent npm is killed', async () => {
  const text = `
    process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(0) })
    setInterval(() => {}, 1000)
    console.log('ready')`
  const npm = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(launcherOf(text))}, { stdio: 'inherit' })`
  const child = spawn(process.execPath, ['--eval', npm], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  const lines = createInterface({ input: child.stdout })
  expect(await once(lines, 'line')).toEqual(['ready'])
  child.kill('SIGKILL')
  expect(await once(lines, 'line')).toEqual(['asked to stop'])
})
