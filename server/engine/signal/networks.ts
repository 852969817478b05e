// How many sockets each network has open, how many of those have not said who they are, and how fast it opens them.
// Called by socket-limits.ts.
import { type Allowance, Budget } from './budget.ts'

interface Network {
  open: number
  /** Of those, who have not said who they are. */
  strangers: number
  readonly openings: Budget
}

export interface Networks {
  /** One more socket, a stranger; false: this network has as many as it may, or opens them too fast. */
  open(name: string): boolean
  /** How many it has. */
  openOf(name: string): number
  introduced(name: string): void
  closed(name: string, isStranger: boolean): void
  /** Who has been quiet long enough begins anew anyway. */
  forgetQuiet(): void
}

export function createNetworks(socketsPerNetwork: number, monotonicMs: () => number): Networks {
  const strangersPerNetwork = Math.max(1, Math.ceil(socketsPerNetwork / 4))
  const openings: Allowance = { atOnce: strangersPerNetwork, perSecond: Math.max(1, socketsPerNetwork / 20) }
  const networks = new Map<string, Network>()

  function networkNamed(name: string): Network {
    const known = networks.get(name)
    if (known) return known
    const made = { open: 0, strangers: 0, openings: new Budget(openings, monotonicMs) }
    networks.set(name, made)
    return made
  }

  return {
    open(name) {
      const network = networkNamed(name)
      const isFull = network.open >= socketsPerNetwork || network.strangers >= strangersPerNetwork
      if (isFull || !network.openings.take(1)) return false
      network.open += 1
      network.strangers += 1
      return true
    },
    openOf: (name) => networkNamed(name).open,
    introduced(name) {
      networkNamed(name).strangers -= 1
    },
    closed(name, isStranger) {
      const network = networkNamed(name)
      network.open -= 1
      if (isStranger) network.strangers -= 1
    },
    forgetQuiet() {
      for (const [name, network] of networks) if (network.open === 0 && network.openings.isFull) networks.delete(name)
    },
  }
}
