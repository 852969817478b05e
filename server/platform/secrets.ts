// The keys of this installation, made at its first start and kept in DATA_DIR. Called by app.ts.
// Whoever loses the file loses every link and every name of the people record: it belongs into the backup.
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

export interface Secrets {
  /** Signs participants' links (HMAC-SHA-256). */
  readonly linkKey: Buffer
  /** Wraps the data keys of the people record (AES-256). */
  readonly peopleKey: Buffer
}

const KEY_BYTES = 32
const fileName = 'secrets.json'

const Key = z
  .string()
  .regex(/^[\w-]{43}$/, 'not 32 bytes in base64url')
  .transform((text) => Buffer.from(text, 'base64url'))
const SecretsFile = z.object({ linkKey: Key, peopleKey: Key })

/** @throws Error that names the file and says what to do. */
export async function loadSecrets(dataDirectory: string): Promise<Secrets> {
  const path = join(dataDirectory, fileName)
  return (await read(path)) ?? (await create(dataDirectory, path))
}

async function create(dataDirectory: string, path: string): Promise<Secrets> {
  const newKey = () => randomBytes(KEY_BYTES).toString('base64url')
  const temporary = `${path}.${process.pid}`
  try {
    await mkdir(dataDirectory, { recursive: true })
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(`${JSON.stringify({ linkKey: newKey(), peopleKey: newKey() }, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    // Unlike a rename, a link never replaces the keys that another server has just made.
    await link(temporary, path).catch(ignoreExisting)
    await syncDirectory(dataDirectory)
  } catch (cause) {
    throw new Error(`${path} cannot be made (${reasonOf(cause)}): this user must be able to write into DATA_DIR.`, {
      cause,
    })
  } finally {
    await rm(temporary, { force: true })
  }
  const secrets = await read(path)
  if (!secrets) throw new Error(`${path} was made and is gone: something else empties DATA_DIR.`)
  return secrets
}

async function read(path: string): Promise<Secrets | null> {
  const content = await readPrivate(path)
  if (content === null) return null
  const parsed = SecretsFile.safeParse(parseJson(content))
  if (parsed.success) return parsed.data
  throw new Error(
    `${path} is damaged (${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}): restore it from the backup. ` +
      'Without it, every link sent and every name stored is lost.',
  )
}

async function readPrivate(path: string): Promise<string | null> {
  try {
    const file = await open(path, 'r')
    try {
      const { mode } = await file.stat()
      if ((mode & 0o077) !== 0) throw new Error('other users may read it: chmod 600')
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null
    throw new Error(`${path} cannot be used (${reasonOf(cause)}): it must belong to this user, with mode 600.`, {
      cause,
    })
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreExisting(error: unknown): void {
  if (!isCode(error, 'EEXIST')) throw error
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
