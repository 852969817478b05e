// The named speaker of a site, time spoken, the rules of speaking, and what happens when the time limit is over.
import { describe, expect, it } from 'vitest'
import {
  by,
  connects,
  event,
  given,
  grants,
  inFullSession,
  later,
  loses,
  minutes,
  type Step,
  seconds,
  start,
  suspends,
} from '../../../tests/harness/given.ts'
import { aggregate } from '../../../tests/harness/session-model.ts'
import type { SessionState } from '../index.ts'
import { floor, type SpeakingRules } from './contract.ts'
import { spokenMs } from './speaking-time.ts'

const names = (who: string, speakerId: string | null): Step => by(who, 'floor.nameSpeaker', { speakerId })
const setsRules = (part: Partial<SpeakingRules>): Step =>
  by('chair', 'floor.setRules', { rules: { ...floor.initial.rules, ...part } })
const grantsByRules = (who: string): Step => by('chair', 'floor.grant', { participantId: who })
const dueFor = (participantId: string) => ({ participantId })
const endsAt = ({ floor: { holder } }: SessionState) => holder?.endsAt
const spoken = (state: SessionState, of: (turn: SessionState['floor']['turns'][number]) => boolean, now: number) =>
  spokenMs(state.floor.turns.filter(of), now)

describe('naming the speaker of a site', () => {
  it('is allowed for the operator of the site that holds the floor, and for staff', () => {
    given(inFullSession, grants('siteA'))
      .when('siteA', 'floor.nameSpeaker', { speakerId: 'person-delegate1' })
      .gives(event('floor.speakerNamed', { participantId: 'siteA', speakerId: 'person-delegate1', endsAt: null }))
      .leaves(({ floor: { holder } }) => expect(holder?.speakerId).toBe('person-delegate1'))
    given(inFullSession, grants('siteA'), names('secretary', 'person-delegate2'))
      .when('chair', 'floor.nameSpeaker', { speakerId: 'person-delegate2' })
      .givesNothing()
  })

  it('accepts a delegate of that site, a substitute of one, or its operator', () => {
    const substituted = by('siteA', 'rollcall.mark', {
      delegateId: 'delegate1',
      mark: 'substitute',
      substituteId: 'person-substitute',
    })
    for (const speakerId of ['person-substitute', 'person-siteA', null])
      given(inFullSession, substituted, grants('siteA'), names('siteA', 'person-delegate2'))
        .when('siteA', 'floor.nameSpeaker', { speakerId })
        .leaves(({ floor: { holder } }) => expect(holder?.speakerId).toBe(speakerId))
    given(inFullSession, grants('siteA'))
      .when('siteA', 'floor.nameSpeaker', { speakerId: 'person-delegate3' })
      .isRejected('floor.not-of-the-site')
  })

  it('is rejected from another site, and when nobody holds the floor', () => {
    given(inFullSession, grants('siteA'))
      .when('siteB', 'floor.nameSpeaker', { speakerId: 'person-delegate3' })
      .isRejected('floor.not-holder')
    given(inFullSession)
      .when('chair', 'floor.nameSpeaker', { speakerId: 'person-delegate3' })
      .isRejected('floor.not-held')
  })

  it('is automatic for a citizen, who sits alone at the camera', () => {
    const { state } = given(inFullSession, grants('citizen1'))
    expect(state.floor.holder?.speakerId).toBe('person-citizen1')
  })
})

describe('the time spoken', () => {
  it('is counted for the site, and for each person named', () => {
    const { state, session } = given(
      inFullSession,
      grants('siteA'),
      names('siteA', 'person-delegate1'),
      later(minutes(3)),
      names('siteA', 'person-delegate2'),
      later(minutes(2)),
      by('siteA', 'floor.release', {}),
      later(minutes(9)),
    )
    expect(spoken(state, ({ participantId }) => participantId === 'siteA', session.at)).toBe(minutes(5))
    expect(spoken(state, ({ speakerId }) => speakerId === 'person-delegate2', session.at)).toBe(minutes(2))
  })

  it('belongs to the item that was running when the floor was granted', () => {
    const starts = (itemId: string) => by('chair', 'agenda.start', { itemId })
    const { state } = given(
      inFullSession,
      starts('item1'),
      grants('siteA'),
      starts('item2'),
      names('siteA', 'person-delegate1'),
    )
    expect(state.floor.turns.map(({ itemId }) => itemId)).toEqual(['item1', 'item1'])
  })

  it('does not run while the clock is paused, the connection is lost or the session is suspended', () => {
    const { state, session } = given(
      inFullSession,
      grants('siteA'),
      later(minutes(1)),
      by('chair', 'floor.pause', {}),
      later(minutes(10)),
      by('chair', 'floor.resume', {}),
      later(minutes(1)),
      loses('siteA', seconds(30)),
      later(minutes(1)),
      connects('siteA'),
      later(minutes(1)),
      suspends,
      later(minutes(10)),
    )
    expect(spokenMs(state.floor.turns, session.at)).toBe(minutes(2) + seconds(30))
  })
})

describe('the clock of the holder', () => {
  it('stops during a pause and continues with the time that was left', () => {
    const paused = given(inFullSession, grants('siteA', 180), later(minutes(1)), by('chair', 'floor.pause', {}))
    expect(aggregate.deadlines(paused.state)).toEqual([])
    given(inFullSession, grants('siteA', 180), later(minutes(1)), by('chair', 'floor.pause', {}), later(minutes(10)))
      .when('secretary', 'floor.resume', {})
      .gives(event('floor.resumed', { participantId: 'siteA', endsAt: start + minutes(13) }))
    paused.when('chair', 'floor.pause', {}).isRejected('floor.paused')
    given(inFullSession, grants('siteA')).when('chair', 'floor.resume', {}).isRejected('floor.not-paused')
  })

  it('can be extended; after it has run out, the extension counts from now', () => {
    given(inFullSession, grants('siteA', 180), later(minutes(1)))
      .when('chair', 'floor.extend', { seconds: 60 })
      .gives(event('floor.extended', { participantId: 'siteA', endsAt: start + minutes(4) }))
    given(inFullSession, setsRules({ atTheEnd: 'remind' }), grants('siteA', 60), later(minutes(5)))
      .when('chair', 'floor.extend', { seconds: 60 })
      .leaves((state) => expect(endsAt(state)).toBe(start + minutes(6)))
    given(inFullSession, grants('siteA')).when('chair', 'floor.extend', { seconds: 60 }).isRejected('floor.no-limit')
    given(inFullSession).when('chair', 'floor.extend', { seconds: 60 }).isRejected('floor.not-held')
  })

  it('is changed by chair and secretary only', () => {
    for (const command of ['floor.pause', 'floor.resume'] as const)
      given(inFullSession, grants('siteA', 60)).when('siteA', command, {}).isRejected('forbidden')
    given(inFullSession, grants('siteA', 60)).when('siteA', 'floor.extend', { seconds: 60 }).isRejected('forbidden')
  })
})

describe('when the time limit is over', () => {
  it('“hard mute” takes the floor after the grace period', () => {
    const session = given(inFullSession, setsRules({ graceSeconds: 15 }), grants('siteA', 60))
    expect(aggregate.deadlines(session.state)).toContainEqual({
      at: start + seconds(75),
      type: 'floor.expire',
      data: dueFor('siteA'),
    })
    given(inFullSession, setsRules({ graceSeconds: 15 }), grants('siteA', 60), later(seconds(74)))
      .when('system', 'floor.expire', dueFor('siteA'))
      .givesNothing()
    given(inFullSession, setsRules({ graceSeconds: 15 }), grants('siteA', 60), later(seconds(75)))
      .when('system', 'floor.expire', dueFor('siteA'))
      .gives(event('floor.expired', dueFor('siteA')))
  })

  it('“soft mute” asks the holder’s browser once to mute and keeps the floor; after an extension it asks again', () => {
    const soft = setsRules({ atTheEnd: 'softMute' })
    given(inFullSession, soft, grants('siteA', 60), later(seconds(60)))
      .when('system', 'floor.overrun', dueFor('siteA'))
      .gives(event('floor.overran', dueFor('siteA')))
      .leaves((state) => {
        expect(state.floor.holder).toMatchObject({ participantId: 'siteA', isOverrun: true })
        expect(aggregate.deadlines(state)).toEqual([])
      })
    const asked = by('system', 'floor.overrun', dueFor('siteA'))
    given(inFullSession, soft, grants('siteA', 60), later(seconds(60)), asked)
      .when('chair', 'floor.extend', { seconds: 30 })
      .leaves((state) => {
        expect(state.floor.holder?.isOverrun).toBe(false)
        expect(aggregate.deadlines(state)).toEqual([
          { at: start + seconds(90), type: 'floor.overrun', data: dueFor('siteA') },
        ])
      })
    given(inFullSession, soft, grants('siteA', 60), later(seconds(59)))
      .when('system', 'floor.overrun', dueFor('siteA'))
      .givesNothing()
  })

  it('“remind” keeps the floor without a deadline', () => {
    const session = given(inFullSession, setsRules({ atTheEnd: 'remind' }), grants('siteA', 60), later(minutes(5)))
    expect(aggregate.deadlines(session.state)).toEqual([])
    session.when('system', 'floor.expire', dueFor('siteA')).givesNothing()
  })
})

describe('the rules of speaking', () => {
  it('limit a turn by its purpose', () => {
    const rules = setsRules({ perPurpose: { speak: 300, reply: 120, question: 60, pointOfOrder: 30 } })
    given(inFullSession, rules, by('siteA', 'floor.request', { purpose: 'question' }))
      .when('chair', 'floor.grant', { participantId: 'siteA' })
      .leaves((state) => expect(endsAt(state)).toBe(start + seconds(60)))
    given(inFullSession, rules)
      .when('chair', 'floor.grant', { participantId: 'siteA' })
      .leaves((state) => expect(endsAt(state)).toBe(start + seconds(300)))
    given(inFullSession, rules)
      .when('chair', 'floor.grant', { participantId: 'siteA', limitSeconds: null })
      .leaves((state) => expect(endsAt(state)).toBeNull())
  })

  it('limit a site over all its turns; staff can grant an explicit time beyond it', () => {
    const used = [
      inFullSession,
      setsRules({ perSite: 300 }),
      grantsByRules('siteA'),
      later(minutes(4)),
      by('siteA', 'floor.release', {}),
    ]
    given(...used)
      .when('chair', 'floor.grant', { participantId: 'siteA' })
      .leaves((state) => expect(endsAt(state)).toBe(start + minutes(5)))
    const usedUp = [...used, grantsByRules('siteA'), later(minutes(1)), by('siteA', 'floor.release', {})]
    given(...usedUp)
      .when('chair', 'floor.grant', { participantId: 'siteA' })
      .isRejected('floor.budget-used')
    given(...usedUp)
      .when('chair', 'floor.grant', { participantId: 'siteA', limitSeconds: 60 })
      .leaves(({ floor: { holder } }) => expect(holder?.participantId).toBe('siteA'))
    given(...usedUp)
      .when('chair', 'floor.grant', { participantId: 'siteB' })
      .leaves(({ floor: { holder } }) => expect(holder?.participantId).toBe('siteB'))
  })

  it('limit a person over all their turns, from the moment they are named', () => {
    const steps = [
      inFullSession,
      setsRules({ perPerson: 120 }),
      grants('siteA', 600),
      names('siteA', 'person-delegate1'),
    ]
    expect(endsAt(given(...steps).state)).toBe(start + minutes(2))
    const again = [
      inFullSession,
      setsRules({ perPerson: 120, atTheEnd: 'remind' }),
      grants('siteA', 600),
      names('siteA', 'person-delegate1'),
      later(minutes(2)),
      names('siteA', null),
    ]
    given(...again)
      .when('siteA', 'floor.nameSpeaker', { speakerId: 'person-delegate1' })
      .isRejected('floor.budget-used')
    given(...again)
      .when('chair', 'floor.nameSpeaker', { speakerId: 'person-delegate1' })
      .leaves(({ floor: { holder } }) => expect(holder?.speakerId).toBe('person-delegate1'))
    given(inFullSession, setsRules({ perPerson: 60 }), grants('siteA', null), names('siteA', 'person-delegate1'))
      .when('chair', 'floor.extend', { seconds: 60 })
      .isRejected('floor.no-limit')
  })

  it('are set by an account or by staff, until the session is over', () => {
    const rules = { ...floor.initial.rules, perSite: 600 }
    given().when('clerk', 'floor.setRules', { rules }).gives(event('floor.rulesSet', { rules }))
    given(inFullSession).when('siteA', 'floor.setRules', { rules }).isRejected('forbidden')
    given(inFullSession, by('chair', 'session.close', {}))
      .when('secretary', 'floor.setRules', { rules })
      .isRejected('session.over')
  })
})
