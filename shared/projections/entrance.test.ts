import { describe, expect, it } from 'vitest'
import {
  admits,
  by,
  closes,
  connect,
  connects,
  given,
  inFullSession,
  leaves,
  loses,
  refuses,
  removes,
  type Step,
  seals,
  sendsBack,
  staffAndSitesArrive,
} from '../../tests/harness/given.ts'
import { account, participant, system } from '../../tests/harness/session-model.ts'
import { ConnectionId, LinkId, ParticipantId } from '../kernel/ids.ts'
import {
  connected,
  connectionStanding,
  disconnected,
  doorAnswer,
  heldConnections,
  knownPeople,
  resolveActor,
} from './entrance.ts'

const farewellOrWelcome = (who: string, link: string, ...steps: Step[]) =>
  doorAnswer(given(...steps).state, ParticipantId.parse(who), LinkId.parse(link))
function answer(who: string, link: string, ...steps: Step[]) {
  const given = farewellOrWelcome(who, link, ...steps)
  return given === 'welcome' ? given : given.reason
}
const standing = (who: string, device: string, ...steps: Step[]) =>
  connectionStanding(given(...steps).state, {
    participantId: ParticipantId.parse(who),
    connectionId: ConnectionId.parse(device),
    linkId: LinkId.parse(`link-${who}`),
  })
const reissues = (who: string): Step =>
  by('clerk', 'admission.reissueLink', { participantId: who, linkId: `link-${who}-new` })
const revokes = (who: string): Step => by('clerk', 'admission.revokeLink', { participantId: who })

describe('the entrance check of a link', () => {
  it('accepts the current link, before the opening and until the session is sealed', () => {
    expect(answer('siteA', 'link-siteA')).toBe('welcome')
    expect(answer('citizen1', 'link-citizen1', inFullSession)).toBe('welcome')
    expect(answer('siteA', 'link-siteA', inFullSession, leaves('siteA'))).toBe('welcome')
    expect(answer('siteA', 'link-siteA', inFullSession, closes)).toBe('welcome')
    expect(answer('siteA', 'link-siteA', inFullSession, closes, seals)).toBe('over')
  })

  it('rejects somebody who was not invited', () => {
    expect(answer('guest', 'link-guest')).toBe('link-invalid')
  })

  it('rejects a revoked or replaced link, and the link of another participant', () => {
    expect(answer('siteA', 'link-siteA', revokes('siteA'))).toBe('link-revoked')
    expect(answer('siteA', 'link-siteA', reissues('siteA'))).toBe('link-revoked')
    expect(answer('siteA', 'link-siteA-new', reissues('siteA'))).toBe('welcome')
    expect(answer('siteA', 'link-siteB')).toBe('link-revoked')
  })

  it.each([
    ['refused', [staffAndSitesArrive, connect('citizen1'), refuses('citizen1')]],
    ['removed', [inFullSession, removes('citizen1')]],
  ] as const)('rejects one who was %s, until the link is issued anew', (reason, steps) => {
    expect(answer('citizen1', 'link-citizen1', ...steps)).toBe(reason)
    expect(answer('citizen1', 'link-citizen1', ...steps, reissues('citizen1'))).toBe('link-revoked')
    expect(answer('citizen1', 'link-citizen1-new', ...steps, reissues('citizen1'))).toBe('welcome')
  })
})

describe('a live connection', () => {
  const device = 'citizen1-device'

  it('is a viewer in the waiting room, then in the room', () => {
    const waits = [staffAndSitesArrive, connect('citizen1')]
    const viewer = { participantId: 'citizen1', role: 'citizen', siteId: null }
    expect(standing('citizen1', device, ...waits)).toEqual({ viewer: { ...viewer, standing: 'waiting' } })
    expect(standing('citizen1', device, ...waits, admits('citizen1'))).toEqual({
      viewer: { ...viewer, standing: 'present' },
    })
    expect(standing('citizen1', device, inFullSession, sendsBack('citizen1'))).toEqual({
      viewer: { ...viewer, standing: 'waiting' },
    })
  })

  it.each<[reason: string, steps: readonly Step[]]>([
    ['superseded', [inFullSession, connects('citizen1', 'phone')]],
    ['left', [inFullSession, leaves('citizen1')]],
    ['removed', [inFullSession, removes('citizen1')]],
    ['refused', [staffAndSitesArrive, connect('citizen1'), refuses('citizen1')]],
    ['link-revoked', [inFullSession, revokes('citizen1')]],
    ['link-revoked', [inFullSession, reissues('citizen1')]],
    ['over', [inFullSession, closes, seals]],
  ])('is ended with the reason: %s', (reason, steps) => {
    expect(standing('citizen1', device, ...steps)).toMatchObject({ farewell: { reason } })
  })

  it('is kept when the session closes, because the minutes are still written', () => {
    expect(standing('secretary', 'secretary-device', inFullSession, closes)).toMatchObject({ viewer: {} })
  })
})

describe('the actor of a command', () => {
  it('is resolved from the state: role, site and standing', () => {
    const { state } = given(staffAndSitesArrive, connect('citizen1'), loses('siteB'))
    expect(resolveActor(state, participant('siteA'))).toEqual({
      kind: 'participant',
      participantId: 'siteA',
      role: 'siteOperator',
      siteId: 'branchA',
      standing: 'present',
    })
    expect(resolveActor(state, participant('citizen1'))).toMatchObject({ standing: 'waiting' })
    expect(resolveActor(state, participant('siteB'))).toMatchObject({ standing: 'outside' })
    expect(resolveActor(state, participant('observer1'))).toMatchObject({ standing: 'outside' })
  })

  it('is null for an unknown participant', () => {
    expect(resolveActor(given().state, participant('guest'))).toBeNull()
  })

  it('is passed through for an account or the system', () => {
    expect(resolveActor(given().state, account)).toEqual(account)
    expect(resolveActor(given().state, system)).toEqual(system)
  })
})

describe('the connections in the state', () => {
  const [siteA, phone] = [ParticipantId.parse('siteA'), ConnectionId.parse('phone')]

  it('change by commands of the system', () => {
    const entered = given()
    const { type, data } = connected(siteA, phone)
    entered.whenSent('system', type, data).leaves((state) => {
      expect(heldConnections(state)).toEqual([{ participantId: 'siteA', connectionId: 'phone' }])
    })
    const lost = disconnected(siteA, phone, 5, 'timeout')
    entered.whenSent('system', lost.type, lost.data).leaves((state) => expect(heldConnections(state)).toEqual([]))
  })

  it('are those of participants who are present or waiting', () => {
    const { state } = given(connect('siteA', 'siteB', 'citizen1', 'citizen2'), loses('siteB'), leaves('citizen2'))
    expect(heldConnections(state).map(({ participantId }) => participantId)).toEqual(['siteA', 'citizen1'])
  })
})

describe('the names sent to a viewer', () => {
  const viewer = { role: 'citizen', siteId: null } as const

  it('are all names in the room, and only their own in the waiting room', () => {
    const { state } = given(staffAndSitesArrive, connect('citizen1'))
    const citizen1 = { ...viewer, participantId: ParticipantId.parse('citizen1') }
    expect(knownPeople(state, { ...citizen1, standing: 'present' })).toBe('all')
    expect(knownPeople(state, { ...citizen1, standing: 'waiting' })).toEqual(['person-citizen1'])
    const guest = { ...viewer, participantId: ParticipantId.parse('guest') }
    expect(knownPeople(state, { ...guest, standing: 'waiting' })).toEqual([])
  })
})
