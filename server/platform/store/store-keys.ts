// The keys that wrap the data keys of stored files: one is current, earlier ones stay for reading. Stored apart from
// the files, in a file that may be elsewhere (STORE_KEYS_FILE). It is read again when another process has rotated the
// keys.
import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import { lockDirectory } from '../directory-lock.ts'
import { replaceFile } from '../durable-file.ts'
import { KEY_BYTES } from '../encryption.ts'
import { loadPrivateFile } from '../private-file.ts'
import { StoreFault } from './store.ts'

const Key = z.object({
  key: z
    .string()
    .regex(/^[\w-]{43}$/, 'not 32 bytes in base64url')
    .transform((text) => Buffer.from(text, 'base64url')),
  madeAt: z.iso.datetime(),
})
const KeysFile = z
  .object({
    current: z.string(),
    /** Whether every data key is wrapped by the current one; if not, the next start goes on with it. */
    isRewrapped: z.boolean(),
    keys: z.record(z.string().regex(/^[0-9a-f]{8}$/), Key),
  })
  .refine(({ current, keys }) => keys[current] !== undefined, 'the current key is not among the keys')
type KeysFile = z.infer<typeof KeysFile>

export interface StoreKey {
  /** Says which it is, and nothing about it. */
  readonly id: string
  readonly key: Buffer
}

export interface StoreKeys {
  readonly path: string
  current(): Promise<StoreKey>
  /** null: this installation has no such key. */
  find(id: string): Promise<Buffer | null>
  isRewrapped(): Promise<boolean>
  /** The new one is current from now on. @throws Error when another rotation goes on. */
  rotate(): Promise<StoreKey>
  /** Every data key is wrapped by `id`, if that is still the current one. */
  rewrapped(id: string): Promise<void>
}

const freshKey = (): [string, z.input<typeof Key>] => [
  randomBytes(4).toString('hex'),
  { key: randomBytes(KEY_BYTES).toString('base64url'), madeAt: new Date().toISOString() },
]

function firstKeys(): string {
  const [current, key] = freshKey()
  return written({ current, isRewrapped: true, keys: { [current]: key } })
}

const written = (content: z.input<typeof KeysFile>) => `${JSON.stringify(content, null, 2)}\n`

/**
 * Made at the first start. `hasFiles`: there are files, which cannot be read with new keys.
 * @throws Error that names the file and says what to do.
 */
export async function loadStoreKeys(path: string, hasFiles: () => Promise<boolean>): Promise<StoreKeys> {
  if ((await stampOf(path)) === null && (await hasFiles()))
    throw new Error(
      `${path} is missing, and there are files that were encrypted with it: bring it back from the backup of the keys, or set STORE_KEYS_FILE to where it is.`,
    )
  let stamp: string | null = null
  let known = await read()

  async function read(): Promise<KeysFile> {
    stamp = await stampOf(path)
    const text = await loadPrivateFile(dirname(path), basename(path), firstKeys)
    stamp ??= await stampOf(path)
    const parsed = KeysFile.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    throw new Error(
      `${path} is damaged (${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}): bring it back from the backup of the keys. Without it no stored file can be read.`,
    )
  }

  async function now(): Promise<KeysFile> {
    const found = await stampOf(path)
    if (found === null) throw new StoreFault(`${path} is gone: bring it back from the backup of the keys.`)
    if (found !== stamp) known = await read()
    return known
  }

  async function change(to: (content: z.input<typeof KeysFile>) => z.input<typeof KeysFile>): Promise<void> {
    const lock = await lockDirectory(dirname(path)).catch((cause: unknown) => {
      throw new Error('The keys are being changed by somebody else at this moment: try again later.', { cause })
    })
    try {
      const content = await loadPrivateFile(dirname(path), basename(path), firstKeys)
      await replaceFile(path, written(to(JSON.parse(content))))
    } finally {
      await lock.close()
    }
  }

  return {
    path,
    async current() {
      const { current: id, keys } = await now()
      const found = keys[id]
      if (!found) throw new Error(`the key ${id} is not among the keys`)
      return { id, key: found.key }
    },
    find: async (id) => (known.keys[id] ?? (await now()).keys[id])?.key ?? null,
    isRewrapped: async () => (await now()).isRewrapped,
    async rotate() {
      await now()
      const [id, key] = freshKey()
      await change(({ keys }) => ({ current: id, isRewrapped: false, keys: { ...keys, [id]: key } }))
      return { id, key: Buffer.from(key.key, 'base64url') }
    },
    rewrapped: (id) =>
      change((content) => ({ ...content, isRewrapped: content.isRewrapped || content.current === id })),
  }
}

/** Another one after each change. */
async function stampOf(path: string): Promise<string | null> {
  try {
    const { ino, mtimeMs, size } = await stat(path)
    return `${ino} ${mtimeMs} ${size}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
