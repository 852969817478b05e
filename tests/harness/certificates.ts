// A test authority and certificates of an agency, made with openssl, and the verdict of pdfsig (poppler-utils) on a
// signed PDF.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const filePassword = 'mat khau cua tep'

interface Wanted {
  /** openssl’s words for a new key. */
  readonly key?: readonly string[]
  readonly keyUsage?: string
  /** As openssl takes them: 20260101000000Z. */
  readonly from?: string
  readonly until?: string
  /** By an authority that the authority has certified, as those of a country are; its certificate is in the file, the root’s is not. */
  readonly isByIntermediate?: boolean
  /** More for the making of the file, such as -legacy or -nokeys. */
  readonly file?: readonly string[]
}

/** What is asked for is certified as it is, again and again for the same agency. */
const settings = `[ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = anything
preserve = yes
unique_subject = no
[anything]
commonName = supplied
`

const asAsn1 = (at: number) => new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
const day = 24 * 60 * 60 * 1000
export const inDays = (days: number) => asAsn1(Date.now() + days * day)

export class TestAuthority {
  readonly directory: string
  #made = 0
  #hasIntermediate = false

  private constructor(directory: string) {
    this.directory = directory
  }

  static async start(): Promise<TestAuthority> {
    const authority = new TestAuthority(await mkdtemp(join(tmpdir(), 'diemcau-authority-')))
    await authority.#openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'authority.key', '-out', 'authority.pem'],
      ...['-days', '3650', '-subj', '/C=VN/O=To chuc thu nghiem/CN=CA thu nghiem'],
      ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
    )
    await writeFile(join(authority.directory, 'authority.cnf'), settings)
    await writeFile(join(authority.directory, 'index.txt'), '')
    return authority
  }

  /** A PKCS#12 file with the key and the certificate of an agency. */
  async certificateFile({
    key = ['rsa:2048'],
    keyUsage = 'digitalSignature,nonRepudiation',
    from,
    until,
    isByIntermediate = false,
    file = [],
  }: Wanted = {}): Promise<Buffer> {
    const name = `agency${++this.#made}`
    const at = (extension: string) => `${name}.${extension}`
    const issuer = isByIntermediate ? await this.#intermediate() : 'authority'
    const extensions = `keyUsage=critical,${keyUsage}\nbasicConstraints=CA:FALSE\n`
    const subject = '/C=VN/O=Ủy ban nhân dân xã Tân Lập/CN=Ủy ban nhân dân xã Tân Lập'
    await this.#certify(name, { issuer, subject, key, extensions, from, until })
    const isKeyless = file.includes('-nokeys')
    await this.#openssl(
      ...['pkcs12', '-export', '-in', at('pem'), '-certfile', `${issuer}.pem`, '-out', at('p12')],
      ...(isKeyless ? [] : ['-inkey', at('key')]),
      ...file,
      ...['-passout', `pass:${filePassword}`],
    )
    return readFile(join(this.directory, at('p12')))
  }

  /** What answers questions for time stamps with it is in tests/harness/time-stamp-authority.ts. Names of files in `directory`. */
  async timeStampCertificate({
    purpose = 'timeStamping',
    key = ['rsa:2048'],
  }: {
    purpose?: string
    key?: readonly string[]
  } = {}): Promise<{ certificate: string; key: string }> {
    const name = `stamping${++this.#made}`
    const extensions = `keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,${purpose}\nbasicConstraints=CA:FALSE\n`
    const subject = '/C=VN/O=To chuc thu nghiem/CN=Dau thoi gian thu nghiem'
    await this.#certify(name, { issuer: await this.#intermediate(), subject, key, extensions })
    return { certificate: `${name}.pem`, key: `${name}.key` }
  }

  async #intermediate(): Promise<string> {
    const name = 'intermediate'
    if (!this.#hasIntermediate) {
      const extensions = 'keyUsage=critical,keyCertSign,cRLSign\nbasicConstraints=critical,CA:TRUE\n'
      const subject = '/C=VN/O=To chuc thu nghiem/CN=CA cap duoi thu nghiem'
      await this.#certify(name, { issuer: 'authority', subject, key: ['rsa:2048'], extensions })
      this.#hasIntermediate = true
    }
    return name
  }

  async #certify(
    name: string,
    {
      issuer,
      subject,
      key,
      extensions,
      from = inDays(-1),
      until = inDays(365),
    }: {
      issuer: string
      subject: string
      key: readonly string[]
      extensions: string
      from?: string | undefined
      until?: string | undefined
    },
  ): Promise<void> {
    await writeFile(join(this.directory, `${name}.ext`), extensions)
    await this.#openssl(
      ...[
        'req',
        '-newkey',
        ...key,
        '-nodes',
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
        '-utf8',
        '-subj',
        subject,
      ],
    )
    await this.#openssl(
      ...['ca', '-batch', '-config', 'authority.cnf', '-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`, '-notext'],
      ...[
        '-startdate',
        from,
        '-enddate',
        until,
        '-extfile',
        `${name}.ext`,
        '-in',
        `${name}.csr`,
        '-out',
        `${name}.pem`,
      ],
    )
  }

  /** A store of certificates as PDF readers have one, which trusts this authority. */
  async trustStore(): Promise<string> {
    const store = await mkdtemp(join(this.directory, 'trusted-'))
    await run('certutil', ['-N', '-d', store, '--empty-password'])
    await run('certutil', ['-A', '-d', store, '-n', 'root', '-t', 'C,C,C', '-i', join(this.directory, 'authority.pem')])
    return store
  }

  async #openssl(...words: string[]): Promise<void> {
    await run('openssl', words, { cwd: this.directory })
  }

  close(): Promise<void> {
    return rm(this.directory, { recursive: true })
  }
}

/** What an independent program says of the signatures of a PDF; of their certificates alone when told whom to trust. */
export async function signaturesIn(pdf: Uint8Array, trustStore: string | null = null): Promise<string> {
  const certificates = trustStore === null ? ['-nocert'] : ['-nssdir', trustStore]
  return withFile(pdf, async (path) => {
    // Its exit code tells whether the chain is trusted, too.
    const { stdout } = await run('pdfsig', [...certificates, path]).catch((error: { stdout: string }) => error)
    return stdout
  })
}

/** @throws what qpdf finds wrong. */
export const checkedByQpdf = (pdf: Uint8Array): Promise<string> =>
  withFile(pdf, async (path) => (await run('qpdf', ['--check', path])).stdout)

export const textOf = (pdf: Uint8Array): Promise<string> =>
  withFile(pdf, async (path) => (await run('pdftotext', ['-layout', path, '-'])).stdout)

async function withFile<T>(content: Uint8Array, use: (path: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'diemcau-signed-'))
  try {
    const path = join(directory, 'signed.pdf')
    await writeFile(path, content)
    return await use(path)
  } finally {
    await rm(directory, { recursive: true })
  }
}
