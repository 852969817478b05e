import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTypst } from './typst.ts'
import type { PdfRequest } from './typst-program.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diemcau-typst-'))
})
afterAll(() => rm(folder, { recursive: true }))

const request = (input: string): PdfRequest => ({ template: 'watermark', input, picture: null, fontFiles: [] })

describe('a paper on which Typst hangs', () => {
  it('is given up together with its process, and the next one is printed by a new process', async () => {
    const script = join(folder, 'program.mjs')
    await writeFile(
      script,
      `process.on('message', ({ input }) => {
        if (input === 'for ever') for (;;);
        process.send({ pdf: Buffer.from(String(process.pid)) })
      })`,
    )
    const typst = createTypst({ seconds: 1, script })
    const first = await typst.print(request('short'))
    expect(await typst.print(request('short'))).toEqual(first)
    const [endless, next] = await Promise.allSettled([typst.print(request('for ever')), typst.print(request('short'))])
    expect(endless).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('1 s') } })
    expect(next.status).toBe('fulfilled')
    expect(next).not.toMatchObject({ value: first })
  })
})
