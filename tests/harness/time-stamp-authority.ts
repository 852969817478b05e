// The time stamp authority of openssl behind HTTP, and the verdict of openssl on a stamp.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { fromBER, Integer, Sequence } from 'asn1js'
import { SignedData, TimeStampResp } from 'pkijs'
import { TestAuthority } from './certificates.ts'

const run = promisify(execFile)

const settings = ({ certificate, key }: { certificate: string; key: string }, digests: string, digest: string) => `[tsa]
default_tsa = authority
[authority]
serial = serial
signer_cert = ${certificate}
certs = intermediate.pem
signer_key = ${key}
signer_digest = ${digest}
default_policy = 1.2.3.4
digests = ${digests}
ess_cert_id_alg = sha256
`

export class TestTimeStampAuthority {
  readonly #authority: TestAuthority
  readonly #server: Server
  /** Questions that came. */
  asked = 0
  /** In place of an answer: what is said to everything; null: nothing. */
  says: { readonly status: number; readonly body: Uint8Array } | null = null

  private constructor(authority: TestAuthority) {
    this.#authority = authority
    this.#server = createServer((request, response) => {
      this.asked += 1
      buffer(request)
        .then(async (query) => this.says ?? { status: 200, body: await this.#answer(query) })
        .then(({ status, body }) =>
          response.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(body),
        )
        .catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))))
    })
  }

  /** `digests`: what it stamps; `digest`: what it signs with. */
  static async start({
    digests = 'sha256',
    digest = 'sha256',
    key,
  }: {
    digests?: string
    digest?: string
    key?: readonly string[]
  } = {}): Promise<TestTimeStampAuthority> {
    const authority = await TestAuthority.start()
    const certified = await authority.timeStampCertificate(key && { key })
    await writeFile(join(authority.directory, 'tsa.cnf'), settings(certified, digests, digest))
    await writeFile(join(authority.directory, 'serial'), '01')
    const started = new TestTimeStampAuthority(authority)
    started.#server.listen(0, '127.0.0.1')
    await once(started.#server, 'listening')
    return started
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/tsa`
  }

  /** PEM: the root alone, as one would be handed out. */
  get root(): string {
    return join(this.#authority.directory, 'authority.pem')
  }

  async #answer(query: Uint8Array): Promise<Buffer> {
    const { directory } = this.#authority
    await writeFile(join(directory, 'query.tsq'), query)
    const words = ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr']
    await run('openssl', words, { cwd: directory })
    return readFile(join(directory, 'reply.tsr'))
  }

  /** What the stamp in `reply` says, signed with a certificate for something else. */
  async signedAnew(reply: Uint8Array, purpose: string): Promise<Uint8Array> {
    const { directory } = this.#authority
    const { certificate, key } = await this.#authority.timeStampCertificate({ purpose })
    const { timeStampToken } = TimeStampResp.fromBER(new Uint8Array(reply))
    const { encapContentInfo } = new SignedData({ schema: timeStampToken?.content })
    await writeFile(join(directory, 'said'), new Uint8Array(encapContentInfo.eContent?.getValue() ?? []))
    const words = ['cms', '-sign', '-binary', '-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4']
    const files = ['-signer', certificate, '-inkey', key, '-in', 'said', '-out', 'signed', '-outform', 'DER']
    await run('openssl', [...words, ...files], { cwd: directory })
    const token = fromBER(new Uint8Array(await readFile(join(directory, 'signed')))).result
    const granted = new Sequence({ value: [new Integer({ value: 0 })] })
    return new Uint8Array(new Sequence({ value: [granted, token] }).toBER())
  }

  /** Nobody answers any more. */
  async stopAnswering(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.stopAnswering()
    await this.#authority.close()
  }
}

/** What openssl says: of a whole reply, or of the token in a signature. @throws what is wrong with it. */
export async function checkedByOpenssl(
  stamp: Uint8Array,
  content: Uint8Array,
  root: string,
  isToken = false,
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'diemcau-stamp-'))
  try {
    await writeFile(join(directory, 'stamp'), stamp)
    await writeFile(join(directory, 'content'), content)
    const words = ['ts', '-verify', '-in', 'stamp', ...(isToken ? ['-token_in'] : []), '-data', 'content']
    const { stdout, stderr } = await run('openssl', [...words, '-CAfile', root], { cwd: directory })
    return stdout + stderr
  } finally {
    await rm(directory, { recursive: true })
  }
}
