// Requests a time stamp for each seal from an external authority (ADR 0069) when the seal is made, and repeats the
// request until it succeeds. Stores the complete reply as DATA_DIR/seals/SESSION/seal.tsr, the format that other
// programs check. Called by seals.ts.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { writeOnce } from '../../platform/durable-file.ts'
import type { Log } from '../../platform/log.ts'
import type { TimeStamps } from '../../platform/time-stamps/time-stamps.ts'
import { readTimeStamp, type TimeStamp, TimeStampError } from '../../platform/time-stamps/token.ts'
import { sealStampName } from './seal.ts'

export interface SealStamp extends Pick<TimeStamp, 'at' | 'by'> {
  /** As the authority answered (RFC 3161, TimeStampResp). */
  readonly reply: Buffer
}

export interface SealStamps {
  /** null: there is none that stamps this text; one that cannot be read is asked for anew. */
  of(sessionId: SessionId, text: string, name?: string): Promise<SealStamp | null>
  /** Asks for it, now or when the authority answers again. */
  want(sessionId: SessionId, name?: string): void
  /** Resolves when nothing is being written; the next start asks for the others. */
  close(): Promise<void>
}

interface Dependencies {
  readonly root: string
  /** null: none is asked, those there are stand. */
  readonly timeStamps: Pick<TimeStamps, 'stamp'> | null
  /** Of its seal, or of the supplement whose stamp has that name; null: it is not there. */
  readonly textOf: (sessionId: SessionId, name: string) => Promise<string | null>
  readonly log: Log
}

interface Wanted {
  readonly sessionId: SessionId
  readonly name: string
}

const againMs = 5 * 60_000

export function createSealStamps({ root, timeStamps, textOf, log }: Dependencies): SealStamps {
  /** By session and name. */
  const wanted = new Map<string, Wanted>()
  let isAsking = false
  let asked: Promise<void> = Promise.resolve()
  let again: NodeJS.Timeout | undefined
  let isClosed = false

  const pathOf = (sessionId: SessionId, name: string) => join(root, sessionId, name)

  async function of(sessionId: SessionId, text: string, name = sealStampName): Promise<SealStamp | null> {
    try {
      const reply = await readFile(pathOf(sessionId, name))
      const { at, by } = await readTimeStamp(reply, Buffer.from(text), { nonce: null, authorities: null })
      return { at, by, reply }
    } catch (err) {
      if (err instanceof Error && 'code' in err && err.code === 'ENOENT') return null
      log.error(
        { sessionId, err },
        'the time stamp of a seal cannot be read: another takes its place, if an authority is named',
      )
      want(sessionId, name)
      return null
    }
  }

  async function ask({ sessionId, name }: Wanted, { stamp }: Pick<TimeStamps, 'stamp'>): Promise<void> {
    const text = await textOf(sessionId, name)
    if (text === null) return
    const { reply, at, by } = await stamp(Buffer.from(text))
    // One that cannot be read would stand in the way.
    await rm(pathOf(sessionId, name), { force: true })
    await writeOnce(pathOf(sessionId, name), reply)
    log.info({ sessionId, by, at: new Date(at).toISOString() }, 'a seal has its time stamp')
  }

  /** False: the authority gives none now. */
  async function tried(one: Wanted, authority: Pick<TimeStamps, 'stamp'>): Promise<boolean> {
    try {
      await ask(one, authority)
    } catch (err) {
      if (err instanceof TimeStampError) {
        log.warn({ err, waiting: wanted.size }, 'seals wait for their time stamps; they are asked for again')
        return false
      }
      log.error({ ...one, err }, 'the time stamp of a seal cannot be kept; the next start asks for it')
    }
    return true
  }

  async function askAll(authority: Pick<TimeStamps, 'stamp'>): Promise<void> {
    // One that is wanted meanwhile comes last.
    for (const [key, one] of wanted) {
      if (isClosed) break
      if (await tried(one, authority)) wanted.delete(key)
      else {
        again = setTimeout(begin, againMs).unref()
        break
      }
    }
    isAsking = false
  }

  function begin(): void {
    if (!timeStamps || isClosed || isAsking) return
    clearTimeout(again)
    isAsking = true
    asked = askAll(timeStamps)
  }

  function want(sessionId: SessionId, name = sealStampName): void {
    wanted.set(`${sessionId} ${name}`, { sessionId, name })
    begin()
  }

  return {
    of,
    want,
    async close() {
      isClosed = true
      await asked
      clearTimeout(again)
    },
  }
}
