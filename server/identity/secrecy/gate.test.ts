import { once } from 'node:events'
import { createServer } from 'node:net'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import type { InstallationProfile } from '../../../shared/secrecy/levels.ts'
import { freePort } from '../../../tests/harness/free-port.ts'
import { createSecrecyGate, type RunningSecrecyGate } from './gate.ts'
import { reachOutside } from './internet-route.ts'

const targets = ['192.0.2.1:443', 'outside.example:443']
const opened: RunningSecrecyGate[] = []
afterEach(() => {
  for (const gate of opened.splice(0)) gate.close()
})

function gateOn(profile: InstallationProfile, reached: () => readonly string[] = () => []) {
  const tried: string[] = []
  const logged: string[] = []
  const gate = createSecrecyGate({
    profile,
    targets,
    reach: async (target) => {
      tried.push(target)
      return reached().includes(target)
    },
    now: () => Date.UTC(2026, 10, 26),
    log: pino({}, { write: (line: string) => void logged.push(line) }),
  })
  opened.push(gate)
  return { gate, tried, logged }
}

describe('the secrecy gate', () => {
  it.each([
    ['internet', 'secrecy.internet'],
    ['agencyNetwork', 'secrecy.agency-network'],
  ] as const)('with the profile %s refuses Mật and above without probing the Internet', async (profile, code) => {
    const { gate, tried } = gateOn(profile)
    await gate.check()
    for (const level of ['confidential', 'secret', 'topSecret'] as const) expect(gate.refusal(level)).toBe(code)
    for (const level of ['open', 'internal'] as const) expect(gate.refusal(level)).toBeNull()
    expect(tried).toEqual([])
    expect(gate.report()).toMatchObject({ profile, highest: 'internal', refusal: code, route: null })
  })

  it('with the profile closedLan refuses Mật and above until it has found the Internet unreachable', async () => {
    const { gate, tried } = gateOn('closedLan')
    expect(gate.refusal('confidential')).toBe('secrecy.route-unknown')
    await gate.check()
    expect(tried).toEqual(targets)
    expect(gate.refusal('topSecret')).toBeNull()
    expect(gate.report()).toMatchObject({ highest: 'topSecret', refusal: null, route: { tried: targets, reached: [] } })
  })

  it('with the profile closedLan refuses Mật and above while the Internet is reachable, logs it, and accepts them afterwards', async () => {
    let reached: string[] = []
    const { gate, logged } = gateOn('closedLan', () => reached)
    await gate.check()
    reached = ['192.0.2.1:443']
    await gate.check()
    expect(gate.refusal('confidential')).toBe('secrecy.route-found')
    expect(gate.refusal('internal')).toBeNull()
    expect(gate.report()).toMatchObject({ highest: 'internal', route: { reached } })
    expect(logged.at(-1)).toContain('this machine has a way to the Internet')
    reached = []
    await gate.check()
    expect(gate.refusal('confidential')).toBeNull()
  })
})

// All on this machine: no test reaches outside.
describe('a probe of the Internet', () => {
  it('succeeds when a connection is accepted or a name is resolved', async () => {
    const server = createServer()
    const port = await freePort()
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    expect(await reachOutside(`127.0.0.1:${port}`)).toBe(true)
    await new Promise((resolve) => server.close(resolve))
    expect(await reachOutside(`127.0.0.1:${port}`)).toBe(false)
    expect(await reachOutside('localhost:443')).toBe(true)
  })
})
