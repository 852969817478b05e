// Stores the prints of a seal, encrypted, in DATA_DIR/seals/SESSION: PATH.print is a sealed print, PATH.HASH.ahead one
// made before the sealing, where HASH identifies the data it was printed from (ADR 0058). Called by seals.ts only.
import { hkdfSync } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { writeOnce } from '../../platform/durable-file.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import type { Log } from '../../platform/log.ts'
import { readIfThere } from '../../platform/read-if-there.ts'

export interface SealPrint {
  readonly path: string
  /** SHA-256 of what it is printed from: as long as that is the same, it is not printed again. */
  readonly of: string
  print(): Promise<Uint8Array | string>
}

export interface SealPrints {
  /** As it was printed for the seal; null: it is gone, or altered. */
  read(sessionId: SessionId, path: string): Promise<Buffer | null>
  /** Printed now when it is not there. What an attempt before has printed stands: printed again it would have another hash. */
  take(sessionId: SessionId, print: SealPrint): Promise<Buffer>
  /** Printed ahead is this, and nothing else any more. */
  setAhead(sessionId: SessionId, prints: readonly SealPrint[]): Promise<void>
  erase(sessionId: SessionId): Promise<void>
}

const printEnd = '.print'
const aheadEnd = '.ahead'
const printName = (path: string) => `${path.replaceAll('/', '-')}${printEnd}`
const aheadName = ({ path, of }: SealPrint) => `${path.replaceAll('/', '-')}.${of}${aheadEnd}`

export function createSealPrints(root: string, secret: Uint8Array, log: Log): SealPrints {
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'diemcau seals: prints', 32))

  const keep = (sessionId: SessionId, path: string, name: string, content: Uint8Array | string) =>
    writeOnce(join(root, sessionId, name), encrypt(key, Buffer.from(content), `${sessionId} ${path}`))

  async function readNamed(sessionId: SessionId, path: string, name: string): Promise<Buffer | null> {
    const encrypted = await readIfThere(join(root, sessionId, name))
    if (encrypted === null) return null
    try {
      return decrypt(key, encrypted, `${sessionId} ${path}`)
    } catch (err) {
      log.error({ sessionId, path, err }, 'what was printed for a seal was altered on the disk')
      return null
    }
  }

  const read = (sessionId: SessionId, path: string) => readNamed(sessionId, path, printName(path))

  async function namesOf(sessionId: SessionId, isMeant: (name: string) => boolean): Promise<string[]> {
    const names = await readdir(join(root, sessionId)).catch(() => [])
    return names.filter(isMeant)
  }

  async function remove(sessionId: SessionId, isMeant: (name: string) => boolean): Promise<void> {
    for (const name of await namesOf(sessionId, isMeant)) await rm(join(root, sessionId, name), { force: true })
  }

  return {
    read,
    async take(sessionId, print) {
      const { path } = print
      const before = await read(sessionId, path)
      if (before) return before
      const content = (await readNamed(sessionId, path, aheadName(print))) ?? (await print.print())
      await keep(sessionId, path, printName(path), content)
      return (await read(sessionId, path)) ?? Buffer.from(content)
    },
    async setAhead(sessionId, prints) {
      const wanted = new Set(prints.map(aheadName))
      await remove(sessionId, (name) => name.endsWith(aheadEnd) && !wanted.has(name))
      const there = new Set(await namesOf(sessionId, (name) => wanted.has(name)))
      for (const print of prints)
        if (!there.has(aheadName(print))) await keep(sessionId, print.path, aheadName(print), await print.print())
    },
    erase: (sessionId) => remove(sessionId, (name) => name.endsWith(printEnd) || name.endsWith(aheadEnd)),
  }
}
