// The store of an installation, put together: where its files lie, and its keys. Called by app.ts and by the programs of the store.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openDiskPlace } from './disk-place.ts'
import { createEncryptedStore, dataKeysPrefix, type EncryptedStore } from './encrypted-store.ts'
import type { Place } from './place.ts'
import { loadStoreKeys, type StoreKeys } from './store-keys.ts'

export interface StoreSettings {
  readonly dataDir: string
  /** Undefined: in `dataDir`. */
  readonly storeKeysFile?: string | undefined
}

export interface OpenedStore {
  readonly store: EncryptedStore
  readonly place: Place
  readonly keys: StoreKeys
}

/** @throws Error that names the file of the keys and says what to do. */
export async function openStore({ dataDir, storeKeysFile }: StoreSettings): Promise<OpenedStore> {
  const place = await openDiskPlace(join(dataDir, 'store'), randomUUID)
  const keys = await loadStoreKeys(storeKeysFile ?? join(dataDir, 'store-keys.json'), async () => {
    for await (const _one of place.list(dataKeysPrefix)) return true
    return false
  })
  return { store: createEncryptedStore(place, keys), place, keys }
}
