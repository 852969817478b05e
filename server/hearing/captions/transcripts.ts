// The transcripts of sessions in Redis, beside their journals and not in them: encrypted, with an expiry (ADR 0062).
import { hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { TranscriptLine } from '../../../shared/wire/hearing/captions.ts'
import { mostTranscriptLines, type Transcripts } from '../../engine/session/transcript.ts'
import { decrypt, encrypt, KEY_BYTES } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    addTranscriptLine(
      lines: string,
      ids: string,
      lineId: string,
      line: string,
      seconds: number,
      most: number,
    ): Result<0 | 1, Context>
  }
}

/** After the last line; a session that is sealed, or becomes protected, loses its transcript at once. */
const transcriptDays = 30
const keptSeconds = transcriptDays * 24 * 60 * 60

const linesKey = (sessionId: SessionId) => `{session:${sessionId}}:transcript`
const idsKey = (sessionId: SessionId) => `{session:${sessionId}}:transcript-ids`

export function createTranscripts(redis: Redis, masterKey: Uint8Array, now: () => number): Transcripts {
  redis.defineCommand('addTranscriptLine', {
    numberOfKeys: 2,
    lua: readFileSync(new URL('./add-line.lua', import.meta.url), 'utf8'),
  })
  /** One for each session: none of them meets the limit of texts under one key. */
  const keyOf = (sessionId: SessionId) =>
    new Uint8Array(hkdfSync('sha256', masterKey, '', `transcript ${sessionId}`, KEY_BYTES))

  return {
    async add(sessionId, line) {
      const kept = encrypt(keyOf(sessionId), Buffer.from(JSON.stringify(line)), sessionId)
      await reachingRedis(() =>
        redis.addTranscriptLine(
          linesKey(sessionId),
          idsKey(sessionId),
          line.lineId,
          kept,
          keptSeconds,
          mostTranscriptLines,
        ),
      )
    },
    async lines(sessionId) {
      const kept = await reachingRedis(() => redis.lrange(linesKey(sessionId), 0, -1))
      const key = keyOf(sessionId)
      return kept.map((one) => TranscriptLine.parse(JSON.parse(decrypt(key, one, sessionId).toString())))
    },
    async erasedAt(sessionId) {
      const left = await reachingRedis(() => redis.pttl(linesKey(sessionId)))
      return left < 0 ? null : now() + left
    },
    async erase(sessionId) {
      await reachingRedis(() => redis.del(linesKey(sessionId), idsKey(sessionId)))
    },
  }
}
