// A backup of a machine whose keys of the store lie elsewhere, in a file of another name: it is restored like any other.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../platform/store/open-store.ts'
import { restoreBackup } from './restore-backup.ts'
import { takeBackup, takeKeys } from './take-backup.ts'

let scratch: string
let dataDir: string
const key = 'documents/session-1/report'
const at = (name: string) => join(scratch, name)

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'diemcau-backup-test-'))
  dataDir = at('machine')
  await mkdir(at('elsewhere'))
  await mkdir(dataDir)
  await writeFile(join(dataDir, 'secrets.json'), '{}', { mode: 0o600 })
})
afterEach(() => rm(scratch, { recursive: true }))

async function stored(storeKeysFile: string): Promise<void> {
  const { store } = await openStore({ dataDir, storeKeysFile })
  await writeFile(at('report'), 'a report')
  await store.put(key, at('report'))
}

async function storedIn(restored: string): Promise<string | null> {
  const { store } = await openStore({ dataDir: restored })
  const file = await store.open(key)
  return file && text(file.read())
}

describe('with STORE_KEYS_FILE under another name', () => {
  it.each([
    ['in another folder', 'elsewhere/agency-keys.json'],
    ['in DATA_DIR', 'machine/agency-keys.json'],
  ])('%s, a backup with its keys is restored', async (_where, file) => {
    const settings = { dataDir, storeKeysFile: at(file) }
    await stored(settings.storeKeysFile)
    await takeBackup(settings, at('backup'), true)
    expect((await readdir(at('backup/keys'))).sort()).toEqual(['secrets.json', 'store-keys.json'])
    await restoreBackup({ from: at('backup'), to: at('restored'), keys: null, erasures: null })
    expect(await storedIn(at('restored'))).toBe('a report')
  })

  it('a backup is restored with the copy of the keys alone', async () => {
    const settings = { dataDir, storeKeysFile: at('elsewhere/agency-keys.json') }
    await stored(settings.storeKeysFile)
    await takeBackup(settings, at('backup'), false)
    await takeKeys(settings, at('keys.zip'))
    await restoreBackup({ from: at('backup'), to: at('restored'), keys: at('keys.zip'), erasures: null })
    expect(await storedIn(at('restored'))).toBe('a report')
  })

  it('an older store-keys.json left in DATA_DIR is not in the backup', async () => {
    const settings = { dataDir, storeKeysFile: at('elsewhere/agency-keys.json') }
    await stored(settings.storeKeysFile)
    await writeFile(join(dataDir, 'store-keys.json'), 'not in use', { mode: 0o600 })
    const { files } = await takeKeys(settings, at('keys'))
    expect(files.map(({ name }) => name).sort()).toEqual(['keys/secrets.json', 'keys/store-keys.json'])
    expect(await readFile(at('keys/keys/store-keys.json'), 'utf8')).toBe(await readFile(settings.storeKeysFile, 'utf8'))
  })
})
