import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScanner } from './scanner.ts'

let directory: string
let file: string
let socket: string
let clamd: Server | null
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-scan-'))
  file = join(directory, 'report.pdf')
  socket = join(directory, 'clamd')
  clamd = null
  await writeFile(file, Buffer.alloc(300_000, 0x41))
})
afterEach(async () => {
  if (clamd) await new Promise((resolve) => clamd?.close(resolve))
  await rm(directory, { recursive: true })
})

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const scan = () => createScanner(socket, silent).scan(file)

/** A clamd that answers pings, and every stream it has read to the end with `verdict`; null: it hangs up instead. */
function clamdThatSays(verdict: string | null): Promise<void> {
  const server = createServer((connection) => {
    let heard = Buffer.alloc(0)
    connection.on('error', () => undefined)
    connection.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk])
      if (heard.includes('PING')) return connection.end('PONG\n')
      const isWhole = heard.subarray(-4).equals(Buffer.alloc(4)) && heard.length > 300_000
      if (!isWhole) return
      if (verdict === null) connection.destroy()
      else connection.end(`stream: ${verdict}\u0000`)
    })
  })
  clamd = server
  return new Promise((resolve) => server.listen(socket, resolve))
}

describe('a file scanned by clamd', () => {
  it('is accepted when it is clean', async () => {
    await clamdThatSays('OK')
    expect(await scan()).toBe('clean')
  })

  it('is refused when it is infected', async () => {
    await clamdThatSays('Win.Test.EICAR_HDB-1 FOUND')
    await expect(scan()).rejects.toMatchObject({ fault: 'infected' })
  })

  it.each([
    ['reports a fault', 'INSTREAM size limit exceeded. ERROR'],
    ['says something else', 'WHAT'],
    ['hangs up', null],
  ])('is refused when clamd %s', async (_what, verdict) => {
    await clamdThatSays(verdict)
    await expect(scan()).rejects.toMatchObject({ fault: 'scan-failed' })
  })

  it('is refused when clamd cannot be reached', async () => {
    await expect(scan()).rejects.toMatchObject({ fault: 'scan-failed' })
  })
})
