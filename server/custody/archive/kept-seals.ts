// The seals of this installation as they lie in DATA_DIR/seals/SESSION: written once, never changed (ADR 0058).
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { writeOnce } from '../../platform/durable-file.ts'
import { readIfThere } from '../../platform/read-if-there.ts'
import { type KeptSeal, Seal } from './seal.ts'
import type { SigningKey } from './signature.ts'

export interface KeptSeals {
  /** null: not made yet. */
  of(sessionId: SessionId): Promise<KeptSeal | null>
  /** The names of the folders that have one: ids of sessions. */
  names(): Promise<string[]>
  /** Signs and keeps it. False: there was one before, and it stands. */
  add(sessionId: SessionId, seal: Seal): Promise<boolean>
}

const KeptFile = z.object({ seal: z.string(), signature: z.string() })
const keptName = 'seal.json'
const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')

export function createKeptSeals(root: string, key: Pick<SigningKey, 'sign'>): KeptSeals {
  const pathOf = (sessionId: string) => join(root, sessionId, keptName)

  return {
    async of(sessionId) {
      const content = await readIfThere(pathOf(sessionId))
      if (content === null) return null
      const { seal: text, signature } = KeptFile.parse(JSON.parse(content))
      return { seal: Seal.parse(JSON.parse(text)), text, signature, sha256: hashOf(text) }
    },

    async names() {
      const names = await readdir(root).catch(() => [])
      return names.filter((name) => existsSync(pathOf(name)))
    },

    async add(sessionId, seal) {
      const text = `${JSON.stringify(seal, null, 2)}\n`
      const signature = await key.sign(Buffer.from(text))
      return writeOnce(pathOf(sessionId), `${JSON.stringify({ seal: text, signature })}\n`)
    },
  }
}
