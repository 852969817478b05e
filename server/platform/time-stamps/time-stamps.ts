// Requests time stamps from an authority over HTTP (RFC 3161, 3.4). Only a hash leaves this server. Called for signed
// papers and for seals.
import { randomBytes, type X509Certificate } from 'node:crypto'
import type { Log } from '../log.ts'
import { readTimeStamp, type TimeStamp, TimeStampError, timeStampQuery } from './token.ts'

export interface TimeStamps {
  /** @throws TimeStampError when there is no answer within five seconds, or none that proves anything. */
  stamp(content: Uint8Array): Promise<TimeStamp & { readonly reply: Uint8Array }>
  /** Why the last that was asked for did not come; null: it did, or none was asked for yet. */
  fault(): string | null
  /** What is being asked for is given up. */
  close(): void
}

interface Dependencies {
  readonly url: string
  /** One of these must have certified the authority; null: whoever answers is believed, archives are checked later. */
  readonly authorities: readonly X509Certificate[] | null
  readonly now: () => number
  readonly log: Log
}

const waitMs = 5000
/** Beyond it the hours on papers are wrong for people, too. */
const clocksApartMs = 60_000

export function createTimeStamps({ url, authorities, now, log }: Dependencies): TimeStamps {
  const closing = new AbortController()
  let lastFault: string | null = null

  async function ask(query: Uint8Array): Promise<Uint8Array> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query' },
        body: new Uint8Array(query),
        redirect: 'error',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(waitMs)]),
      })
      if (!response.ok) throw new TimeStampError(`${url} answers with ${response.status}`)
      return new Uint8Array(await response.arrayBuffer())
    } catch (cause) {
      throw cause instanceof TimeStampError ? cause : new TimeStampError(`${url} does not answer`, { cause })
    }
  }

  async function stampOver(content: Uint8Array) {
    const nonce = randomBytes(8)
    // Positive, and in no shorter form.
    nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
    const reply = await ask(await timeStampQuery(content, nonce))
    const stamp = await readTimeStamp(reply, content, { nonce, authorities })
    const apartMs = now() - stamp.at
    if (Math.abs(apartMs) > clocksApartMs)
      log.warn({ url, apartMs }, 'the clock of this server and that of the time stamp authority are apart')
    return { ...stamp, reply }
  }

  return {
    async stamp(content) {
      try {
        const stamp = await stampOver(content)
        lastFault = null
        return stamp
      } catch (error) {
        lastFault = error instanceof Error ? error.message : String(error)
        throw error
      }
    },
    fault: () => lastFault,
    close() {
      closing.abort()
    },
  }
}
