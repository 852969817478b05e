// What every floor of the server is opened with. server/app/base.ts opens it; tests create their own.
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Ms } from '../../shared/kernel/ids.ts'
import type { Lifetime } from './lifetime.ts'
import type { Secrets } from './secrets.ts'
import type { Store } from './store/store.ts'

export interface Base {
  readonly dataDir: string
  readonly log: Logger
  /** Epoch ms, by a clock that never goes back (ADR 0086). */
  readonly now: () => Ms
  readonly newId: () => string
  readonly redis: Redis
  readonly secrets: Secrets
  /** Encrypted files, by their keys. */
  readonly files: Store
  /** The origin under which people reach this server. */
  readonly publicUrl: () => string
  /** Whether state is frozen, so that a fault in a rule shows: while it is developed and tested. */
  readonly freeze: boolean
  readonly lifetime: Lifetime
}
