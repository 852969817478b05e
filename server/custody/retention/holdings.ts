// Finds and erases the data of each retention class in every place that keeps something about a session, a case or a
// citizen. Each step can be repeated after a crash, and checks for a new hold before each file.
import type { Erasable, Erased } from '../../../shared/retention/contract.ts'
import { createErasers, type ErasersDependencies } from './erasers.ts'
import { createFilesOfItem, type FilesOfItemDependencies } from './files-of-item.ts'
import { createInventories, type InventoriesDependencies } from './inventories.ts'

export type HoldingsDependencies = FilesOfItemDependencies & InventoriesDependencies & ErasersDependencies

type Item = Pick<Erasable, 'class' | 'subject' | 'related'>

/** Each method throws what the store of the class throws; then it is tried again. */
export interface Holdings {
  /** None: there is nothing of it. */
  inventory(item: Item): Promise<Erased[]>
  /** False: it was told to stop, and did. */
  erase(item: Item, mayGoOn: () => Promise<boolean>): Promise<boolean>
}

export function createHoldings(dependencies: HoldingsDependencies): Holdings {
  const ofItem = createFilesOfItem(dependencies)
  const inventories = createInventories(dependencies, ofItem)
  const erasers = createErasers(dependencies, ofItem)
  return {
    inventory: (item) => inventories[item.class](item),
    erase: (item, mayGoOn) => erasers[item.class](item, mayGoOn),
  }
}
