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

describe('the door', () => {
  it('opens to the holder of the current link, before the session and until it is sealed', () => {
    expect(answer('siteA', 'link-siteA')).toBe('welcome')
    expect(answer('citizen1', 'link-citizen1', inFullSession)).toBe('welcome')
    expect(answer('siteA', 'link-siteA', inFullSession, leaves('siteA'))).toBe('welcome')
    expect(answer('siteA', 'link-siteA', inFullSession, closes)).toBe('welcome')
    expect(answer('siteA', 'link-siteA', inFullSession, closes, seals)).toBe('over')
  })

  it('knows nobody who was not invited', () => {
    expect(answer('guest', 'link-guest')).toBe('link-invalid')
  })

  it('is shut to a revoked and to a replaced link', () => {
    expect(answer('siteA', 'link-siteA', revokes('siteA'))).toBe('link-revoked')
    expect(answer('siteA', 'link-siteA', reissues('siteA'))).toBe('link-revoked')
    expect(answer('siteA', 'link-siteA-new', reissues('siteA'))).toBe('welcome')
    expect(answer('siteA', 'link-siteB')).toBe('link-revoked')
  })

  it.each([
    ['refused', [staffAndSitesArrive, connect('citizen1'), refuses('citizen1')]],
    ['removed', [inFullSession, removes('citizen1')]],
  ] as const)('is shut to one who was %s, until the link is issued anew', (reason, steps) => {
    expect(answer('citizen1', 'link-citizen1', ...steps)).toBe(reason)
    expect(answer('citizen1', 'link-citizen1', ...steps, reissues('citizen1'))).toBe('link-revoked')
    expect(answer('citizen1', 'link-citizen1-new', ...steps, reissues('citizen1'))).toBe('welcome')
  })
})

describe('a live connection', () => {
  const device = 'citizen1-device'

  it('sees as a waiting person, then as one in the room', () => {
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
  ])('is told to go: %s', (reason, steps) => {
    expect(standing('citizen1', device, ...steps)).toMatchObject({ farewell: { reason } })
  })

  it('is not told to go when the session closes: the minutes are still written', () => {
    expect(standing('secretary', 'secretary-device', inFullSession, closes)).toMatchObject({ viewer: {} })
  })
})

describe('who acts', () => {
  it('is read from the state: role, site and where they stand', () => {
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

  it('is nobody when the session does not know them', () => {
    expect(resolveActor(given().state, participant('guest'))).toBeNull()
  })

  it('is an account or the system as told', () => {
    expect(resolveActor(given().state, account)).toEqual(account)
    expect(resolveActor(given().state, system)).toEqual(system)
  })
})

describe('connections', () => {
  const [siteA, phone] = [ParticipantId.parse('siteA'), ConnectionId.parse('phone')]

  it('come and go by commands of the system', () => {
    const entered = given()
    const { type, data } = connected(siteA, phone)
    entered.whenSent('system', type, data).leaves((state) => {
      expect(heldConnections(state)).toEqual([{ participantId: 'siteA', connectionId: 'phone' }])
    })
    const lost = disconnected(siteA, phone, 5, 'timeout')
    entered.whenSent('system', lost.type, lost.data).leaves((state) => expect(heldConnections(state)).toEqual([]))
  })

  it('that the state holds for live are those of people present and waiting', () => {
    const { state } = given(connect('siteA', 'siteB', 'citizen1', 'citizen2'), loses('siteB'), leaves('citizen2'))
    expect(heldConnections(state).map(({ participantId }) => participantId)).toEqual(['siteA', 'citizen1'])
  })
})

describe('names', () => {
  const viewer = { role: 'citizen', siteId: null } as const

  it('of everybody are known in the room; in the waiting room one knows oneself', () => {
    const { state } = given(staffAndSitesArrive, connect('citizen1'))
    const citizen1 = { ...viewer, participantId: ParticipantId.parse('citizen1') }
    expect(knownPeople(state, { ...citizen1, standing: 'present' })).toBe('all')
    expect(knownPeople(state, { ...citizen1, standing: 'waiting' })).toEqual(['person-citizen1'])
    const guest = { ...viewer, participantId: ParticipantId.parse('guest') }
    expect(knownPeople(state, { ...guest, standing: 'waiting' })).toEqual([])
  })
})
