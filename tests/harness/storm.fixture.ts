// An attacker over HTTP in a separate process, so that it does not share the event loop of the server. Started by
// storm.ts with one JSON argument; prints the answers.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { aWebPetition, petitionForm } from './cases.ts'
import type { Storm } from './storm.ts'

const atOnce = { files: 8, signIns: 50, heldUploads: 200 }

const [, , given = ''] = process.argv
const { url, how, path, seconds }: Storm = JSON.parse(given)
const over = AbortSignal.timeout(seconds * 1000)
const answered: Record<number, number> = {}
const content = path === null ? Buffer.alloc(0) : await readFile(path)

let sent = 0
/** As a proxy says it: each request comes from somewhere else. */
function address(): string {
  sent += 1
  return `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`
}

const requests: Readonly<Record<Storm['how'], () => [address: string, init: RequestInit]>> = {
  files: () => ['/api/petitions', { body: petitionForm(aWebPetition(), [[basename(path ?? ''), content]]) }],
  signIns: () => [
    '/api/login',
    {
      body: JSON.stringify({ username: `nguoi-la-${sent}`, password: 'mật khẩu không đúng' }),
      headers: { 'content-type': 'application/json' },
    },
  ],
  heldUploads: () => [
    '/api/petitions',
    {
      body: heldForm(),
      headers: { 'content-type': 'multipart/form-data; boundary=held' },
      // Node's own option for a body that is a stream.
      ...{ duplex: 'half' },
    },
  ],
}

/** A file that never ends, some bytes at a time. */
function heldForm(): ReadableStream<Uint8Array> {
  const head = `--held\r\ncontent-disposition: form-data; name="petition"\r\n\r\n${JSON.stringify(aWebPetition())}\r\n--held\r\ncontent-disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7\n`
  let isBegun = false
  return new ReadableStream({
    async pull(controller) {
      if (isBegun) await new Promise((resolve) => setTimeout(resolve, 500))
      controller.enqueue(isBegun ? Buffer.alloc(64 * 1024) : Buffer.from(head))
      isBegun = true
    },
  })
}

async function attacker(): Promise<void> {
  while (!over.aborted) {
    const [where, init] = requests[how]()
    const status = await fetch(url + where, {
      method: 'POST',
      ...init,
      headers: { ...init.headers, 'x-forwarded-for': address() },
      signal: over,
    }).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      () => 0,
    )
    answered[status] = (answered[status] ?? 0) + 1
  }
}

await Promise.all(Array.from({ length: atOnce[how] }, attacker))
process.stdout.write(JSON.stringify(answered))
process.exit(0)
