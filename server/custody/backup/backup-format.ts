// The layout of a backup, in a folder or in a ZIP (ADR 0059): objects/… as they lie in the store, the data keys of all
// of them in one file, and the manifest. The manifest is written last: a backup without it is incomplete.
import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { z } from 'zod'

export const Manifest = z.object({
  format: z.literal('diemcau-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Below which what is no file of the store was put into it for the backup. */
  folder: z.string(),
  /** Whether the keys are among the files. */
  hasKeys: z.boolean(),
  files: z.array(z.object({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>
export type BackedUpFile = Manifest['files'][number]

export const DataKeyLine = z.object({ name: z.string(), content: z.string() })

export const manifestName = 'manifest.json'
/** Of the folder in which the backup has them, in clear. */
export const keysPrefix = 'keys/'
export const dataKeysName = 'data-keys.jsonl'
export const redisName = 'redis.rdb'

/** What stands in their way, in words for whoever makes or restores a backup. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** Lets everything pass, and says what it was. */
export function measuring() {
  const hash = createHash('sha256')
  let bytes = 0
  const passing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { passing, measured: () => ({ bytes, sha256: hash.digest('hex') }) }
}
