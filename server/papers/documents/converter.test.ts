import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aDocx, anXlsx } from '../../../tests/harness/files.ts'
import { pdfText } from '../../../tests/harness/papers.ts'
import { findConverter, noConverter } from './converter.ts'

const warnings: string[] = []
const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (_context: object, message: string) => void warnings.push(message),
  error: () => undefined,
}
let converter = await findConverter(log)

let work: string
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'diemcau-convert-'))
})
afterEach(() => rm(work, { recursive: true }))

async function convert(name: string, content: Uint8Array): Promise<string | null> {
  const input = join(work, 'handed-in')
  await writeFile(input, content)
  const made = await converter.convert(input, name, work)
  return made && pdfText(await readFile(made))
}

describe('an office file', () => {
  it('is converted to PDF with its Vietnamese text', async () => {
    expect(await convert('docx', await aDocx())).toContain('Dự thảo nghị quyết về giá đất')
    await rm(join(work, 'out'), { recursive: true })
  })

  it('of another format is converted, too', async () => {
    expect(await convert('xlsx', await anXlsx())).toContain('Đơn vị')
  })

  it('that is damaged is not converted, which is logged', async () => {
    warnings.length = 0
    expect(await convert('docx', Buffer.from('PK\u0003\u0004 not a document'))).toBeNull()
    expect(warnings).toEqual(['an office file could not be converted: it is offered for download only'])
  })
})

it('without LibreOffice no office file is converted', async () => {
  expect(await noConverter.convert('input', 'docx', work)).toBeNull()
})

/** Whatever runs bubblewrap runs it by this, which gives up where its arguments are like that. */
async function bubblewrapRefusing(pattern: string): Promise<void> {
  const real = execFileSync('sh', ['-c', 'command -v bwrap'], { encoding: 'utf8' }).trim()
  await writeFile(join(work, 'bwrap'), `#!/bin/sh\ncase " $* " in ${pattern}) exit 1;; esac\nexec ${real} "$@"\n`, {
    mode: 0o755,
  })
  vi.stubEnv('PATH', `${work}:${process.env.PATH}`)
  warnings.length = 0
  converter = await findConverter(log)
}

describe('where bubblewrap may neither mount /proc nor create a cgroup namespace', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('an office file is still converted', async () => {
    await bubblewrapRefusing('*" --proc "*|*" --unshare-all "*|*" --unshare-cgroup"*')
    expect(await convert('docx', await aDocx())).toContain('Dự thảo nghị quyết về giá đất')
    expect(warnings).toEqual([])
  })

  it('if no sandbox can be created at all, this is logged at the start and LibreOffice is not run', async () => {
    await bubblewrapRefusing('*')
    expect(converter).toBe(noConverter)
    expect(warnings).toEqual([expect.stringContaining('bubblewrap can make no sandbox')])
  })
})
