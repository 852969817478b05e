import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ConnectionId, ParticipantId } from '../../../shared/kernel/ids.ts'
import { type Departure, Departures } from './departures.ts'

const siteA = ParticipantId.parse('siteA')
let departures: Departures
let told: Departure[]
let connections = 0

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  connections = 0
  departures = new Departures(async (departure) => void told.push(departure))
})
afterEach(() => vi.useRealTimers())

const lost = (lastSeenAt = 0) =>
  departures.lost({
    participantId: siteA,
    connectionId: ConnectionId.parse(`connection${connections++}`),
    lastSeenAt,
    cause: 'closed',
  })
async function lostAndBack(times: number) {
  for (let time = 0; time < times; time++) {
    await lost()
    departures.cameBack(siteA)
  }
}

describe('a lost connection', () => {
  it('is reported at once', async () => {
    await lost()
    expect(told).toHaveLength(1)
  })

  it('of a participant who keeps reconnecting is reported twice, then only after five seconds of absence, with the time it was last alive', async () => {
    await lostAndBack(50)
    expect(told).toHaveLength(2)
    await lost(1234)
    await vi.advanceTimersByTimeAsync(4999)
    expect(told).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(told[2]).toMatchObject({ connectionId: 'connection50', lastSeenAt: 1234 })
  })

  it('is reported at once again after half a minute without a loss', async () => {
    await lostAndBack(5)
    await vi.advanceTimersByTimeAsync(30_001)
    await lost()
    expect(told).toHaveLength(3)
  })

  it('whose report is delayed is reported when the session is unloaded', async () => {
    await lostAndBack(5)
    await lost(99)
    departures.close()
    expect(told.at(-1)).toMatchObject({ lastSeenAt: 99 })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told).toHaveLength(3)
  })
})
