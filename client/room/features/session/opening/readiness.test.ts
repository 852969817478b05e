import { expect, it } from 'vitest'
import { ParticipantId, PersonId, type Role, SiteId } from '../../../../../shared/kernel/ids.ts'
import type { Participant } from '../../../../../shared/modules/admission/contract.ts'
import type { Selftest } from '../../../../../shared/modules/selftest/contract.ts'
import type { Site } from '../../../../../shared/modules/sites/contract.ts'
import { readiness } from './readiness.ts'

const site = (id: string, rank: Site['rank']): Site => ({
  siteId: SiteId.parse(id),
  name: `Điểm cầu ${id}`,
  rank,
  delegates: [],
})

function participant(id: string, role: Role, siteId: string, status: Participant['status']): Participant {
  return {
    participantId: ParticipantId.parse(id),
    personId: PersonId.parse(id),
    role,
    siteId: SiteId.parse(siteId),
    waits: false,
    linkId: null,
    status,
    isAdmitted: true,
    connectionId: null,
    since: 0,
    identifiedBy: 'link',
    reason: null,
  }
}

const selftest = (id: string, at: number, verdict: Selftest['verdict']): Selftest => ({
  participantId: ParticipantId.parse(id),
  camera: 'works',
  microphone: 'works',
  speaker: 'works',
  browser: { name: 'Chrome 141, Windows', fitness: 'good' },
  line: { outcome: 'notTested' },
  verdict,
  at,
  count: 1,
})

it('shows for each site whether it is connected, and its newest self-test', () => {
  const participants = [
    participant('secretary', 'secretary', 'centre', 'invited'),
    participant('operator', 'siteOperator', 'a', 'invited'),
    participant('deputy', 'siteOperator', 'a', 'left'),
    participant('other', 'siteOperator', 'b', 'present'),
  ]
  const latest = { operator: selftest('operator', 2000, 'bad'), deputy: selftest('deputy', 1000, 'good') }
  const { hasSecretary, connections } = readiness(
    participants,
    [site('centre', 'centre'), site('a', 'branch'), site('b', 'branch')],
    latest,
  )
  expect(hasSecretary).toBe(false)
  expect(connections.map((one) => [one.site.siteId, one.isConnected, one.selftest?.verdict ?? null])).toEqual([
    ['centre', false, null],
    ['a', false, 'bad'],
    ['b', true, null],
  ])
})
