// npm run restore: restores a backed-up installation on an empty machine.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '../../platform/config/config.ts'
import { restoreBackup } from './restore-backup.ts'

const usage = `Usage: npm run restore -- BACKUP --to DATA_DIR [--keys KEYS] [--erasures FOLDER]
  BACKUP, KEYS: what npm run backup has written
  FOLDER: certificates of erasures (*.json), as the page of retention hands them out, or DATA_DIR/erasures of the machine before
  DATA_DIR: an empty folder, disk or volume, or one that is not there yet`

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { to: { type: 'string' }, keys: { type: 'string' }, erasures: { type: 'string' } },
    })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

try {
  const { values, positionals } = readArguments()
  const [from] = positionals
  if (from === undefined || positionals.length !== 1 || values.to === undefined) throw new Error(usage)
  const { redisUrl } = loadConfig(process.env)
  const to = resolve(values.to)
  const {
    manifest: { files, madeAt },
    certificates,
  } = await restoreBackup({
    from,
    to,
    keys: values.keys ?? null,
    erasures: values.erasures ?? null,
  })
  console.log(`${to} is as it was at ${madeAt}: ${files.length} files, each with the hash it had.`)
  if (redisUrl !== undefined)
    console.log(
      `The Redis of REDIS_URL must become as it was, too: stop it, put ${to}/redis/appendonlydir into its folder in place of its own (redis-cli config get dir), start it, then remove ${to}/redis.`,
    )
  console.log(
    values.erasures === undefined
      ? `What was erased by decision after ${madeAt} is there again, names and all. Put its certificates into ${to}/erasures before the server starts: it erases again what they name.`
      : `Certificates of erasures put into ${to}/erasures: ${certificates}. What they name, the server erases again when it starts.`,
  )
  console.log('A secret ballot that was going on then cannot be counted: withdraw it and hold it again.')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
