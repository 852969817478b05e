// Where the keys of ballot boxes are stored. An erased key must not remain in any log, replica or history, so it is not
// Redis.
import type { SessionId } from '../../../shared/kernel/ids.ts'

export interface BoxPlace {
  readonly sessionId: SessionId
  readonly boxId: string
}

export interface BoxKeys {
  /** Usually one; more while a paper is on its way, or was when the server died. */
  read(place: BoxPlace): Promise<readonly Buffer[]>
  /** Durable when it resolves. */
  add(place: BoxPlace, key: Buffer): Promise<void>
  erase(place: BoxPlace, keys: readonly Buffer[]): Promise<void>
  eraseAll(place: BoxPlace): Promise<void>
}

/** For tests, where several nodes may share them. */
export function createMemoryBoxKeys(): BoxKeys {
  const held = new Map<string, readonly Buffer[]>()
  const nameOf = ({ sessionId, boxId }: BoxPlace) => `${sessionId} ${boxId}`
  const keysOf = (place: BoxPlace) => held.get(nameOf(place)) ?? []
  return {
    read: async (place) => keysOf(place),
    async add(place, key) {
      held.set(nameOf(place), [...keysOf(place), key])
    },
    async erase(place, keys) {
      held.set(
        nameOf(place),
        keysOf(place).filter((key) => !keys.some((erased) => erased.equals(key))),
      )
    },
    async eraseAll(place) {
      held.delete(nameOf(place))
    },
  }
}
