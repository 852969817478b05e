// The lint rule for code that constructs the server: nothing is used before its declaration, also not in closures.
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { inProject } from '../project.mjs'

const run = promisify(execFile)

/** What the linter says of this text as server/app/app.ts, by the configuration of the project. */
async function said(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'order-of-construction-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'server', 'app'), { recursive: true })
  await copyFile(inProject('.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  // Its plugins are looked for beside it.
  await symlink(inProject('node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'server', 'app', 'app.ts'), text)
  const oxlint = inProject('node_modules', '.bin', 'oxlint')
  const { stdout } = await run(oxlint, ['server/app/app.ts'], { cwd: folder }).catch(
    (failed: { stdout: string }) => failed,
  )
  return stdout
}

test('rejects a closure that uses a constant declared after it, because a timer may call it earlier', async () => {
  const complaint = await said(`
    const seals = make({ print: () => printer.print() })
    const printer = make({})
    export { seals, printer }
    function make(parts: object) { return parts as { print(): void } }
  `)
  expect(complaint).toContain("'printer' was used before it was defined")
})

test('accepts a closure that uses an earlier constant or a function declaration', async () => {
  const complaint = await said(`
    const printer = make({})
    const seals = make({ print: () => printer.print() })
    export { seals, printer }
    function make(parts: object) { return parts as { print(): void } }
  `)
  expect(complaint).toContain('Found 0 warnings and 0 errors')
})
