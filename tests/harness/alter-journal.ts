// A journal in Redis as somebody changes it who has Redis and no key of the server.
import type { Redis } from 'ioredis'

/** One commit reads otherwise from now on; nothing else of the journal is touched. */
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
