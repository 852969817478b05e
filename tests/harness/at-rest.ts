// All data of a server, as somebody with access to its disk reads them: every key of Redis, every file.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HttpServer } from './http.ts'

/** The places where one of these words is in clear. */
export async function placesOf(server: HttpServer, words: readonly string[]): Promise<string[]> {
  const places: string[] = []
  const look = (place: string, content: Buffer | string) => {
    const text = content.toString()
    for (const word of words) if (text.includes(word)) places.push(`${word} in ${place}`)
  }
  const redis = server.redis.redis()
  for (const key of await redis.keys('*')) {
    look('the name of a key', key)
    look(key, await contentOf(redis, key))
  }
  for (const entry of await readdir(server.directory, { recursive: true, withFileTypes: true })) {
    look('the name of a file', entry.name)
    if (entry.isFile()) look(entry.name, await readFile(join(entry.parentPath, entry.name)))
  }
  return places
}

async function contentOf(redis: ReturnType<HttpServer['redis']['redis']>, key: string): Promise<string> {
  switch (await redis.type(key)) {
    case 'string':
      return (await redis.get(key)) ?? ''
    case 'hash':
      return JSON.stringify(await redis.hgetall(key))
    case 'list':
      return (await redis.lrange(key, 0, -1)).join('\n')
    case 'set':
      return (await redis.smembers(key)).join('\n')
    case 'zset':
      return (await redis.zrange(key, 0, -1)).join('\n')
    case 'stream':
      return JSON.stringify(await redis.xrange(key, '-', '+'))
    // It has ended meanwhile.
    case 'none':
      return ''
    default:
      throw new Error(`${key} is of a type that is not looked into`)
  }
}
