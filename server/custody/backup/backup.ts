// npm run backup: copies the whole installation while the server runs. Exit code 0: the backup is complete.
import { parseArgs } from 'node:util'
import { loadConfig } from '../../platform/config/config.ts'
import { takeBackup, takeKeys } from './take-backup.ts'

const usage = `Usage: npm run backup -- FOLDER | FILE.zip [--with-keys]
       npm run backup -- keys FOLDER | FILE.zip
  FOLDER: holds one backup, to which the next adds what is new
  --with-keys: the keys too, in clear: whoever has such a backup can read everything
  keys: the keys alone; keep them apart from the backup, without them it cannot be read
The settings are those of the server: DATA_DIR, REDIS_URL, STORE_KEYS_FILE, S3_…`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'with-keys': { type: 'boolean', default: false } },
  })
  const config = loadConfig(process.env)
  const [first, second] = positionals
  if (first === 'keys' && second !== undefined && positionals.length === 2) {
    const { files } = await takeKeys(config, second)
    for (const { name, sha256 } of files) console.log(`${sha256}  ${name}`)
    console.log(`${second} has the keys, in clear. Keep it apart from the backups.`)
  } else if (first !== undefined && first !== 'keys' && positionals.length === 1) {
    const { manifest, written } = await takeBackup(config, first, values['with-keys'])
    for (const { name, sha256 } of manifest.files) console.log(`${sha256}  ${name}`)
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    console.log(
      `${first} is a backup of ${manifest.madeAt}: ${manifest.files.length} files, ${bytes} bytes; written now: ${written}.`,
    )
    if (!manifest.hasKeys) console.log('It has no keys. If they are not kept yet: npm run backup -- keys FILE.zip')
  } else throw new Error(usage)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
