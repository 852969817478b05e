// Alters a journal in Redis like somebody who has access to Redis, but no key of the server.
import type { Redis } from 'ioredis'

/** Changes one commit and nothing else of the journal. */
export async function alterCommit(
  redis: Redis,
  journal: string,
  seq: number,
  change: (commit: string) => string,
): Promise<void> {
  const stream = `{${journal}}:journal`
  const entries = await redis.xrange(stream, '-', '+')
  // In one stroke: who reads meanwhile finds it altered, not half there.
  const stroke = redis.multi().del(stream)
  for (const [id, [, commit = '']] of entries)
    stroke.xadd(stream, id, 'commit', id === `${seq}-0` ? change(commit) : commit)
  await stroke.exec()
}
