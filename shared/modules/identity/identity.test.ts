import { describe, expect, it } from 'vitest'
import {
  admits,
  atReception,
  by,
  byTurns,
  type Commands,
  closes,
  connects,
  event,
  given,
  grants,
  inFullSession,
  later,
  leaves,
  loses,
  minutes,
  pageOf,
  type Step,
  sendsBack,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import { ParticipantId } from '../../kernel/ids.ts'
import { mediaPlan } from '../../projections/media-plan.ts'
import type { SessionState } from '../index.ts'

const looks: Step = by('secretary', 'identity.begin', { participantId: 'citizen1' })
const findings = (changes: Partial<Commands['identity.confirm']> = {}): Commands['identity.confirm'] => ({
  participantId: 'citizen1',
  citizenId: 'known1',
  officerId: 'secretary',
  personKind: 'citizen',
  papers: ['identity'],
  paper: { kind: 'citizenCard', lastDigits: '234' },
  ...changes,
})
const confirms: Step = by('system', 'identity.confirm', findings())
const why = { participantId: 'citizen1', reason: 'Thẻ căn cước đã hết hạn' }
const received = (state: SessionState, who: string) => {
  const plan = mediaPlan(state)
  const group = [...plan].find(([id]) => id === who)?.[1].group
  return [...plan].filter(([id, peer]) => id !== who && peer.group === group).map(([id]) => id)
}
const checkId = (state: SessionState) => state.identity.checks[0]?.checkId ?? ''

describe('the identity check of a citizen', () => {
  it.each(['chair', 'secretary'])('takes the citizen into a private group with the %s who checks', (who) => {
    atReception(inFullSession)
      .when(who, 'identity.begin', { participantId: 'citizen1' })
      .leaves((state) => {
        expect(received(state, who)).toEqual(['citizen1'])
        expect(received(state, 'citizen1')).toEqual([who])
        expect(received(state, 'siteA')).not.toContain('citizen1')
      })
  })

  it('lets both be heard, and frees the floor', () => {
    const { state } = atReception(inFullSession, byTurns, grants('citizen1'), looks)
    const plan = mediaPlan(state)
    expect([...plan].filter(([, { mayBeHeard }]) => mayBeHeard).map(([id]) => id)).toEqual([
      'chair',
      'secretary',
      'citizen1',
    ])
    expect(state.floor.holder).toBeNull()
  })

  it('lets the two hear each other at once, and all hear the citizen again afterwards, without a click', () => {
    const arrived = atReception(staffAndSitesArrive, connects('citizen1'), admits('citizen1'), looks)
    expect(received(arrived.state, 'secretary')).toEqual(['citizen1'])
    const heard = (state: SessionState) => mediaPlan(state).get(ParticipantId.parse('citizen1'))?.mayBeHeard
    expect(heard(arrived.state)).toBe(true)
    arrived
      .when('secretary', 'identity.defer', { participantId: 'citizen1', reason: 'Để quên giấy tờ' })
      .leaves((state) => {
        expect(received(state, 'chair')).toContain('citizen1')
        expect(heard(state)).toBe(true)
      })
  })

  it('can start before the opening, but not after the closing', () => {
    atReception(
      staffAndSitesArrive,
      connects('citizen1'),
      by('secretary', 'admission.admit', { participantId: 'citizen1' }),
    )
      .when('secretary', 'identity.begin', { participantId: 'citizen1' })
      .leaves(({ identity }) => expect(identity.checks).toHaveLength(1))
    atReception(inFullSession, closes)
      .when('secretary', 'identity.begin', { participantId: 'citizen1' })
      .isRejected('session.over')
  })

  it('is allowed at receptions only, for citizens who are in the room, by staff', () => {
    const one = (participantId: string) => ({ participantId })
    given(inFullSession).when('secretary', 'identity.begin', one('citizen1')).isRejected('identity.not-reception')
    const session = atReception(inFullSession, sendsBack('citizen2'))
    session.when('secretary', 'identity.begin', one('siteA')).isRejected('identity.not-citizen')
    session.when('secretary', 'identity.begin', one('citizen2')).isRejected('identity.not-present')
    session.when('siteA', 'identity.begin', one('citizen1')).isRejected('forbidden')
  })

  it('is rejected while the citizen or the officer is in a consultation', () => {
    const aside = (...participantIds: string[]) => by('chair', 'consultation.start', { participantIds })
    atReception(inFullSession, aside('chair', 'citizen1'))
      .when('secretary', 'identity.begin', { participantId: 'citizen1' })
      .isRejected('consultation.in-another')
    atReception(inFullSession, aside('secretary', 'siteA'))
      .when('secretary', 'identity.begin', { participantId: 'citizen1' })
      .isRejected('consultation.in-another')
  })

  it('lets nobody join, and ends only with a result', () => {
    const session = atReception(inFullSession, looks)
    const consultationId = checkId(session.state)
    const code = 'consultation.identity-check'
    session.when('chair', 'consultation.add', { consultationId, participantId: 'siteA' }).isRejected(code)
    session.when('citizen1', 'consultation.leave', {}).isRejected(code)
    session.when('chair', 'consultation.end', { consultationId }).isRejected(code)
    session.when('chair', 'identity.begin', { participantId: 'citizen1' }).isRejected('identity.going-on')
  })

  it('is confirmed with officer and time, visible to staff and to the citizen', () => {
    const session = atReception(inFullSession, looks, later(minutes(2)))
    const { participantId, officerId, personKind, papers, paper } = findings()
    const ended = event('identity.ended', { checkId: checkId(session.state), participantId })
    session
      .when('system', 'identity.confirm', findings())
      .gives(
        event('identity.introduced', { participantId, citizenId: 'known1' }),
        event('identity.confirmed', { participantId, officerId, personKind, papers, paper }),
        ended,
      )
    const { state } = session
    expect(state.identity.results).toMatchObject({
      citizen1: { outcome: 'confirmed', officerId: 'secretary', at: start + minutes(2) },
    })
    expect(received(state, 'siteA')).toContain('citizen1')
    for (const who of ['siteA', 'siteB', 'citizen2', 'observer1'])
      expect(pageOf(who, state).identity).toEqual({ checks: [], results: {}, citizenIds: {} })
    expect(pageOf('citizen1', state).identity.results).toEqual(state.identity.results)
  })

  it('shows a refusal to staff and to that citizen only', () => {
    atReception(inFullSession, looks)
      .when('secretary', 'identity.refuse', why)
      .leaves(({ identity }) =>
        expect(identity.results).toMatchObject({ citizen1: { outcome: 'refused', reason: why.reason } }),
      )
    for (const who of ['siteA', 'citizen2', 'observer1'])
      expect(
        JSON.stringify(pageOf(who, atReception(inFullSession, looks, by('secretary', 'identity.refuse', why)).state)),
      ).not.toContain(why.reason)
  })

  it.each([
    ['a lawyer without the request for a lawyer', { personKind: 'lawyer', papers: ['identity', 'lawyerCard'] }],
    ['somebody authorised without the paper', { personKind: 'authorised', papers: ['identity'] }],
    ['anybody without a paper of their own', { papers: [] }],
  ] as const)('does not confirm %s', (_who, changes) => {
    atReception(inFullSession, looks)
      .when('system', 'identity.confirm', findings({ ...changes, papers: [...changes.papers] }))
      .isRejected('identity.papers-missing')
  })

  it('is confirmed by an officer of this reception only, while the check is running', () => {
    atReception(inFullSession, looks)
      .when('system', 'identity.confirm', findings({ officerId: 'siteA' }))
      .isRejected('identity.not-officer')
    atReception(inFullSession).when('system', 'identity.confirm', findings()).isRejected('identity.not-going-on')
    atReception(inFullSession).when('chair', 'identity.defer', why).isRejected('identity.not-going-on')
  })

  it('is rejected after a confirmation, unless the confirmation is withdrawn', () => {
    const session = atReception(inFullSession, looks, confirms)
    session.when('chair', 'identity.begin', { participantId: 'citizen1' }).isRejected('identity.confirmed')
    session.when('chair', 'identity.introduce' as never, {} as never).isRejected('forbidden')
    session.when('chair', 'identity.withdraw', why).leaves(({ identity }) => expect(identity.results).toEqual({}))
    session.when('chair', 'identity.withdraw', why).isRejected('identity.not-confirmed')
    session
      .when('chair', 'identity.begin', { participantId: 'citizen1' })
      .leaves(({ identity }) => expect(identity.checks).toHaveLength(1))
  })

  it.each([
    ['the citizen leaves', leaves('citizen1')],
    ['the officer leaves', leaves('secretary')],
    ['the citizen is sent back to the waiting room', sendsBack('citizen1')],
    ['the session is closed', closes],
  ])('ends without a result when %s', (_what, step) => {
    const { identity, consultation } = atReception(inFullSession, looks, step).state
    expect(identity).toEqual({ checks: [], results: {}, citizenIds: {} })
    expect(consultation.consultations.every(({ endedAt }) => endedAt !== null)).toBe(true)
  })

  it('continues after a lost connection', () => {
    const { state } = atReception(inFullSession, looks, loses('citizen1'), connects('citizen1', 'phone'))
    expect(received(state, 'secretary')).toEqual(['citizen1'])
  })

  it('uses the id of a citizen registered before, and rejects another id after the confirmation', () => {
    const introduces = by('clerk', 'identity.introduce', { participantId: 'citizen1', citizenId: 'known1' })
    atReception(inFullSession, introduces, looks)
      .when('system', 'identity.confirm', findings())
      .leaves(({ identity }) => expect(identity.citizenIds).toEqual({ citizen1: 'known1' }))
    atReception(introduces)
      .when('clerk', 'identity.introduce', { participantId: 'siteA', citizenId: 'known1' })
      .isRejected('identity.not-citizen')
    atReception(inFullSession, looks, confirms)
      .when('clerk', 'identity.introduce', { participantId: 'citizen1', citizenId: 'another' })
      .isRejected('identity.confirmed')
  })
})
