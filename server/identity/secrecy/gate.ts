// Which levels of secrecy this installation handles now: by its profile, and on a closed network only while the
// Internet is found unreachable (ADR 0056).
import type { FastifyBaseLogger } from 'fastify'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import {
  admittanceOn,
  type InstallationProfile,
  isAbove,
  isStateSecret,
  type SecrecyLevel,
} from '../../../shared/secrecy/levels.ts'
import type { RouteCheck, SecrecyRefusal, SecrecyReport } from '../../../shared/wire/identity/secrecy.ts'
import { checkRoute, type Reach } from './internet-route.ts'

const checkEveryMs = 60_000

export interface SecrecyGate {
  /** null: what has this level is handled here now. */
  refusal(level: SecrecyLevel): SecrecyRefusal | null
  /** Whether this installation has pages for anybody, whatever is found outside. */
  hasPublicPages(): boolean
  report(): SecrecyReport
}

export interface RunningSecrecyGate extends SecrecyGate {
  /** Looks for a way to the Internet now; on a closed network alone. */
  check(): Promise<void>
  /** Called each time a way to the Internet is found. */
  onRouteFound(listener: () => void): void
  close(): void
}

interface Dependencies {
  readonly profile: InstallationProfile
  /** What is tried, outside. */
  readonly targets: readonly string[]
  readonly reach: Reach
  readonly now: () => number
  readonly log: FastifyBaseLogger
}

export function createSecrecyGate({ profile, targets, reach, now, log }: Dependencies): RunningSecrecyGate {
  let route: RouteCheck | null = null
  const listeners: (() => void)[] = []
  const isClosed = profile === 'closedLan'
  const checking = isClosed ? setInterval(() => void check(), checkEveryMs) : undefined
  checking?.unref()

  async function check(): Promise<void> {
    if (!isClosed) return
    const before = route
    route = await checkRoute(targets, reach, now)
    const { reached } = route
    if (reached.length > 0) {
      log.error({ reached }, 'this machine has a way to the Internet: sessions of Mật and above are refused')
      for (const listener of listeners) listener()
    } else if (before === null || before.reached.length > 0)
      log.info({ tried: route.tried }, 'no way to the Internet was found from this machine')
  }

  const admittance = () => admittanceOn(profile, calendarDayOf(now()))

  function refusal(level: SecrecyLevel): SecrecyRefusal | null {
    if (!isStateSecret(level)) return null
    if (isAbove(level, admittance().highest))
      return profile === 'agencyNetwork' ? 'secrecy.agency-network' : 'secrecy.internet'
    if (!isClosed) return null
    if (route === null) return 'secrecy.route-unknown'
    return route.reached.length > 0 ? 'secrecy.route-found' : null
  }

  return {
    refusal,
    hasPublicPages: () => admittance().hasPublicPages,
    report() {
      const { highest, hasPublicPages, source, mark } = admittance()
      const refused = refusal('confidential')
      return { profile, highest: refused ? 'internal' : highest, refusal: refused, hasPublicPages, source, mark, route }
    },
    check,
    onRouteFound: (listener) => void listeners.push(listener),
    close: () => clearInterval(checking),
  }
}
