// The keys of this installation, created at its first start and stored in DATA_DIR. Called by app/base.ts. Losing the file
// loses every link and every name of the people record, so it must be in the backup.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { loadPrivateFile } from './private-file.ts'

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
  const newKey = () => randomBytes(KEY_BYTES).toString('base64url')
  const content = await loadPrivateFile(
    dataDirectory,
    fileName,
    () => `${JSON.stringify({ linkKey: newKey(), peopleKey: newKey() }, null, 2)}\n`,
  )
  const parsed = SecretsFile.safeParse(parseJson(content))
  if (parsed.success) return parsed.data
  throw new Error(
    `${join(dataDirectory, fileName)} is damaged (${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}): restore it from the backup. ` +
      'Without it, every link sent and every name stored is lost.',
  )
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
