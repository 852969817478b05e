// Stores the supplements of a sealed session, each with a seal of its own, as DATA_DIR/seals/SESSION/supplement-N.json.
// Each contains the hash of the one before, so that altering, removing or inserting one is detected. Supplements are
// only added (ADR 0082). Called by seals.ts.
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { writeOnce } from '../../platform/durable-file.ts'
import type { Log } from '../../platform/log.ts'
import { readIfThere } from '../../platform/read-if-there.ts'
import { measure, type NotedFile } from './measure.ts'
import { type Seal, Supplement } from './seal.ts'
import type { SigningKey } from './signature.ts'

export interface KeptSupplement {
  readonly content: Supplement
  /** As it was signed. */
  readonly text: string
  readonly signature: string
  /** Of the text. */
  readonly sha256: string
  /** Of the file in which its time stamp is kept. */
  readonly stampName: string
}

interface NewSupplement extends Pick<Supplement, 'kind' | 'written'> {
  readonly files: readonly NotedFile[]
}

export interface Supplements {
  /** In their order. */
  of(sessionId: SessionId): Promise<KeptSupplement[]>
  /** One that people wrote is added once, whoever asks again. */
  add(
    seal: { readonly seal: Pick<Seal, 'sessionId'>; readonly sha256: string },
    supplement: NewSupplement,
  ): Promise<KeptSupplement>
}

interface Dependencies {
  readonly root: string
  readonly key: Pick<SigningKey, 'sign'>
  readonly now: () => number
  readonly log: Log
}

const KeptFile = z.object({ supplement: z.string(), signature: z.string() })
const named = /^supplement-(\d+)\.json$/

export function createSupplements({ root, key, now, log }: Dependencies): Supplements {
  const nameOf = (number: number) => `supplement-${number}`

  async function read(sessionId: string, number: number): Promise<KeptSupplement | null> {
    const kept = await readIfThere(join(root, sessionId, `${nameOf(number)}.json`))
    if (kept === null) return null
    const { supplement: text, signature } = KeptFile.parse(JSON.parse(kept))
    const content = Supplement.parse(JSON.parse(text))
    const sha256 = createHash('sha256').update(text).digest('hex')
    return { content, text, signature, sha256, stampName: `${nameOf(number)}.tsr` }
  }

  async function of(sessionId: string): Promise<KeptSupplement[]> {
    const names = await readdir(join(root, sessionId)).catch((): string[] => [])
    const numbers = names.flatMap((name) => named.exec(name)?.[1] ?? []).map(Number)
    const found: KeptSupplement[] = []
    for (const number of numbers.sort((one, other) => one - other)) {
      const one = await read(sessionId, number)
      if (one) found.push(one)
    }
    return found
  }

  return {
    of,
    async add({ seal: { sessionId }, sha256 }, { kind, written, files }) {
      const measured = await Promise.all(files.map(async (file) => ({ file, found: await measure(file) })))
      for (;;) {
        const chain = await of(sessionId)
        const known = written && chain.find(({ content }) => content.written?.supplementId === written.supplementId)
        if (known) return known
        const last = chain.at(-1)
        const number = (last?.content.number ?? 0) + 1
        const content: Supplement = {
          format: 'diemcau-supplement',
          version: 1,
          sessionId,
          number,
          previous: last?.sha256 ?? sha256,
          madeAt: new Date(now()).toISOString(),
          kind,
          written,
          files: measured.flatMap(({ file: { path, kind: of }, found }) =>
            found ? [{ path, kind: of, ...found }] : [],
          ),
        }
        const text = `${JSON.stringify(content, null, 2)}\n`
        const signature = await key.sign(Buffer.from(text))
        const kept = `${JSON.stringify({ supplement: text, signature })}\n`
        // Another node may have been faster: then this one follows it.
        if (!(await writeOnce(join(root, sessionId, `${nameOf(number)}.json`), kept))) continue
        const added = await read(sessionId, number)
        if (!added) throw new Error(`supplement ${number} of ${sessionId} is gone`)
        log.info(
          { sessionId, number, kind, files: content.files.length, sha256: added.sha256 },
          'a supplement was sealed',
        )
        return added
      }
    },
  }
}
