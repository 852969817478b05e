import { describe, expect, it } from 'vitest'
import {
  all,
  by,
  closes,
  event,
  given,
  inFullSession,
  later,
  loses,
  minutes,
  motion,
  opensBallot,
  pageOf,
  proposes,
  removes,
  type Step,
  seconds,
  sendsBack,
  staffAndSitesArrive,
  start,
  suspends,
  type Who,
} from '../../../tests/harness/given.ts'
import { codeFor } from '../../../tests/harness/session-model.ts'
import type { SessionState } from '../index.ts'

const marks = (delegateId: string, mark: 'present' | 'late' | 'absentWithLeave' = 'present'): Step =>
  by('secretary', 'rollcall.mark', { delegateId, mark, substituteId: null })
/** The three delegates and the chair may vote; all but the third delegate are there. */
const assembled: Step = all(inFullSession, marks('delegate1'), marks('delegate2', 'late'))
const openly: Step = all(assembled, proposes('budget'), opensBallot('budget'))
const secretly: Step = all(assembled, proposes('budget', { isSecret: true }), opensBallot('budget'))

const own = (choice: number, motionId = 'budget') => ({ motionId, choice, delegate: null })
const asDelegate = (delegateId: string, choice: number, code = codeFor(`ballot model ${delegateId} 0`)) => ({
  motionId: 'budget',
  choice,
  delegate: { delegateId, code },
})
const votes = (who: Who, choice: number): Step => by(who, 'ballot.cast', own(choice))
const delegateVotes = (delegateId: string, choice: number, at: Who = 'siteA'): Step =>
  by(at, 'ballot.cast', asDelegate(delegateId, choice))
const closesBallot: Step = by('chair', 'ballot.close', { motionId: 'budget' })
const budget = ({ ballot }: SessionState) => ballot.motions.find(({ motionId }) => motionId === 'budget')

describe('proposing a motion', () => {
  it('is allowed for staff and accounts, with or without an agenda item, also before the opening', () => {
    given(staffAndSitesArrive)
      .when('chair', 'ballot.propose', motion('budget', { itemId: 'item1' }))
      .gives(event('ballot.proposed', motion('budget', { itemId: 'item1' })))
    given()
      .when('clerk', 'ballot.propose', motion('budget'))
      .gives(event('ballot.proposed', motion('budget')))
    given(inFullSession).when('siteA', 'ballot.propose', motion('budget')).isRejected('forbidden')
  })

  it.each([
    ['an item that is not on the agenda', { itemId: 'nothing' }, 'ballot.unknown-item'],
    ['two options that are the same', { options: ['Phương án 1', 'Phương án 1'] }, 'ballot.same-option'],
  ])('is rejected with %s', (_what, changes, code) => {
    given(inFullSession).when('chair', 'ballot.propose', motion('budget', changes)).isRejected(code)
  })

  it('is rejected with an impossible majority', () => {
    const majority = { of: 'cast', bound: 'moreThan', numerator: 2, denominator: 2 } as const
    given(inFullSession)
      .when('chair', 'ballot.propose', motion('budget', { majority }))
      .isRejected('invalid', { field: 'majority' })
  })

  it('is rejected for an existing motion id, and after the session', () => {
    given(inFullSession, proposes('budget'))
      .when('chair', 'ballot.propose', motion('budget'))
      .isRejected('ballot.exists')
    given(inFullSession, closes).when('chair', 'ballot.propose', motion('budget')).isRejected('session.over')
  })
})

describe('opening the ballot', () => {
  it('fixes the list of those entitled and counts how many of them are present', () => {
    given(assembled, proposes('budget'))
      .when('chair', 'ballot.open', { motionId: 'budget' })
      .gives(
        event('ballot.opened', {
          motionId: 'budget',
          entitled: ['delegate.delegate1', 'delegate.delegate2', 'delegate.delegate3', 'participant.chair'],
          present: 3,
        }),
      )
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
  })

  it('counts a person once who is invited in person and is also a delegate', () => {
    const both = by('secretary', 'sites.addDelegate', {
      siteId: 'centre',
      delegateId: 'chairAsDelegate',
      personId: 'person-chair',
    })
    const electorate = { delegates: true, participantIds: ['chair', 'chair'] }
    given(assembled, both, proposes('budget', { electorate }), opensBallot('budget'))
      .when('chair', 'ballot.close', { motionId: 'budget' })
      .leaves((state) => {
        expect(budget(state)?.entitled).toHaveLength(4)
        expect(budget(state)?.entitled).not.toContain('delegate.chairAsDelegate')
      })
  })

  it('is rejected while fewer than the quorum of those entitled are present', () => {
    const quorum = { bound: 'atLeast', numerator: 4, denominator: 5 } as const
    given(assembled, proposes('budget', { quorum }))
      .when('chair', 'ballot.open', { motionId: 'budget' })
      .isRejected('ballot.no-quorum', { present: 3, entitled: 4, needed: 4 })
    given(assembled, marks('delegate3'), proposes('budget', { quorum }))
      .when('chair', 'ballot.open', { motionId: 'budget' })
      .leaves((state) => expect(budget(state)).toMatchObject({ status: 'open', presentAtOpening: 4 }))
  })

  it('is rejected without voters, and for a secret ballot with too few voters to keep it secret', () => {
    const nobody = { delegates: false, participantIds: [] }
    given(assembled, proposes('budget', { electorate: nobody }))
      .when('chair', 'ballot.open', { motionId: 'budget' })
      .isRejected('ballot.no-voters')
    const two = { delegates: false, participantIds: ['chair', 'secretary'] }
    given(assembled, proposes('budget', { electorate: two, isSecret: true }))
      .when('chair', 'ballot.open', { motionId: 'budget' })
      .isRejected('ballot.too-few-for-secrecy', { minimum: 3 })
  })

  it('excludes a participant who was removed from the session', () => {
    const electorate = { delegates: false, participantIds: ['siteB', 'chair', 'secretary'] }
    given(assembled, removes('siteB'), proposes('budget', { electorate }))
      .when('chair', 'ballot.open', { motionId: 'budget' })
      .leaves((state) => expect(budget(state)?.entitled).toEqual(['participant.chair', 'participant.secretary']))
  })

  it('is rejected while another ballot is open, for a motion opened before, and while the session is not open', () => {
    given(openly, proposes('other'))
      .when('chair', 'ballot.open', { motionId: 'other' })
      .isRejected('ballot.another-open')
    given(openly).when('secretary', 'ballot.open', { motionId: 'budget' }).isRejected('ballot.not-proposed')
    given(assembled).when('chair', 'ballot.open', { motionId: 'nothing' }).isRejected('ballot.unknown')
    given(staffAndSitesArrive, proposes('budget'))
      .when('chair', 'ballot.open', { motionId: 'budget' })
      .isRejected('session.not-open')
  })
})

describe('an open vote', () => {
  it('of a participant is cast from their own page; others learn that they voted, not how', () => {
    const voted = given(openly).when('chair', 'ballot.cast', own(0))
    voted.gives(
      event('ballot.voted', { motionId: 'budget', voterId: 'participant.chair' }),
      event('ballot.chose', { motionId: 'budget', voterId: 'participant.chair', choice: 0 }),
    )
    const { state } = voted.session
    expect(budget(pageOf('chair', state))?.choices).toEqual({ 'participant.chair': 0 })
    for (const who of ['secretary', 'siteA', 'observer1'])
      expect(budget(pageOf(who, state))).toMatchObject({ voted: ['participant.chair'], choices: {}, piles: null })
  })

  it('of a delegate is cast from the page of their site with their voting code; that page does not keep the choice', () => {
    const voted = given(openly).when('siteA', 'ballot.cast', asDelegate('delegate1', 1))
    voted.gives(
      event('ballot.voted', { motionId: 'budget', voterId: 'delegate.delegate1' }),
      event('ballot.chose', { motionId: 'budget', voterId: 'delegate.delegate1', choice: 1 }),
    )
    expect(budget(pageOf('siteA', voted.session.state))?.choices).toEqual({})
  })

  it('of several delegates can be cast from one page, one after another', () => {
    given(openly, delegateVotes('delegate1', 0))
      .when('siteA', 'ballot.cast', asDelegate('delegate2', 1))
      .leaves((state) => expect(budget(state)?.voted).toEqual(['delegate.delegate1', 'delegate.delegate2']))
  })

  it('accepts a voting code with spaces', () => {
    const code = codeFor('ballot model delegate1 0')
    given(openly)
      .when('siteA', 'ballot.cast', asDelegate('delegate1', 0, `${code.slice(0, 4)} ${code.slice(4)} `))
      .leaves((state) => expect(budget(state)?.voted).toHaveLength(1))
  })
})

describe('a vote is refused', () => {
  it.each([
    ['with a wrong code', 'siteA', asDelegate('delegate1', 0, '12345678'), 'ballot.wrong-code'],
    [
      'with another delegate’s code',
      'siteA',
      asDelegate('delegate1', 0, codeFor('ballot model delegate2 0')),
      'ballot.wrong-code',
    ],
    ['at the page of another site', 'siteB', asDelegate('delegate1', 0), 'ballot.other-site'],
    ['at the page of somebody without a site', 'citizen1', asDelegate('delegate1', 0), 'ballot.other-site'],
    ['for a delegate who is not marked present', 'siteB', asDelegate('delegate3', 0), 'ballot.voter-absent'],
    ['of a participant who is not entitled', 'secretary', own(0), 'ballot.not-entitled'],
    ['for somebody who is no delegate', 'siteA', asDelegate('delegate9', 0), 'ballot.not-entitled'],
    ['for an option that is not there', 'chair', own(3), 'ballot.unknown-option'],
    ['on a motion that is not there', 'chair', own(0, 'nothing'), 'ballot.unknown'],
  ])('%s', (_what, who, data, code) => {
    for (const opened of [openly, secretly]) given(opened).when(who, 'ballot.cast', data).isRejected(code)
  })

  it('a second time, with the same or another choice', () => {
    for (const opened of [openly, secretly]) {
      given(opened, votes('chair', 0)).when('chair', 'ballot.cast', own(1)).isRejected('ballot.already-voted')
      given(opened, delegateVotes('delegate1', 0))
        .when('siteA', 'ballot.cast', asDelegate('delegate1', 0))
        .isRejected('ballot.already-voted')
    }
  })

  it('before the ballot opens, after it is closed, and while the session is suspended', () => {
    given(assembled, proposes('budget')).when('chair', 'ballot.cast', own(0)).isRejected('ballot.not-open')
    given(openly, closesBallot).when('chair', 'ballot.cast', own(0)).isRejected('ballot.over')
    given(openly, suspends).when('chair', 'ballot.cast', own(0)).isRejected('session.not-open')
  })

  it('with the old code after the code was renewed', () => {
    const renewed = given(openly, by('secretary', 'ballot.renewCode', { delegateId: 'delegate1' }))
    renewed.when('siteA', 'ballot.cast', asDelegate('delegate1', 0)).isRejected('ballot.wrong-code')
    renewed
      .when('siteA', 'ballot.cast', asDelegate('delegate1', 0, codeFor('ballot model delegate1 1')))
      .leaves((state) => expect(budget(state)?.voted).toEqual(['delegate.delegate1']))
  })
})

describe('voting codes', () => {
  const printId = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
  const prints = (more: object = {}, last = 1) => ({
    printId: printId(last),
    siteId: 'branchA',
    delegateId: null,
    reason: null,
    ...more,
  })
  const reason = 'Phong bì bị rách khi vận chuyển'
  const printed = (last: number) => codeFor(`ballot model delegate1 0 ${printId(last)}`)

  it('are generated when printed; earlier codes, and codes that are not on the sheet, stop working', () => {
    const onPaper: Step = all(
      assembled,
      by('secretary', 'ballot.printCodes', prints()),
      proposes('budget'),
      opensBallot('budget'),
    )
    const first = given(onPaper)
    first.when('siteA', 'ballot.cast', asDelegate('delegate1', 0)).isRejected('ballot.wrong-code')
    first
      .when('siteA', 'ballot.cast', asDelegate('delegate1', 0, printed(1)))
      .leaves((state) => expect(budget(state)?.voted).toEqual(['delegate.delegate1']))
    const again = given(onPaper, by('secretary', 'ballot.printCodes', prints({ reason }, 2)))
    again.when('siteA', 'ballot.cast', asDelegate('delegate1', 0, printed(1))).isRejected('ballot.wrong-code')
  })

  it('are printed again only with a reason, which everybody in the room sees; not for a whole site during a ballot', () => {
    const once = given(assembled, by('secretary', 'ballot.printCodes', prints()))
    once.when('secretary', 'ballot.printCodes', prints({}, 2)).isRejected('ballot.codes-need-reason')
    once
      .when('secretary', 'ballot.printCodes', prints({ delegateId: 'delegate1', reason }, 2))
      .leaves(({ ballot }) => expect(ballot.printings).toMatchObject([{ count: 2 }, { count: 1, reason }]))
    given(openly).when('chair', 'ballot.printCodes', prints()).isRejected('ballot.codes-need-reason')
    given(openly).when('clerk', 'ballot.printCodes', prints({ reason })).isRejected('ballot.codes-while-open')
  })

  it('can be printed by accounts with a part in the session, its chair and its secretary', () => {
    given(assembled)
      .when('clerk', 'ballot.printCodes', prints())
      .leaves(({ ballot }) => expect(ballot.printings).toHaveLength(1))
    given(assembled).when('stranger', 'ballot.printCodes', prints()).isRejected('accessList.no-part')
    given(assembled).when('siteA', 'ballot.printCodes', prints()).isRejected('forbidden')
  })
})

describe('a delegate who arrives late', () => {
  it('can vote as soon as the roll call marks them', () => {
    given(openly, marks('delegate3'))
      .when('siteB', 'ballot.cast', asDelegate('delegate3', 0))
      .leaves((state) => expect(budget(state)?.voted).toEqual(['delegate.delegate3']))
  })
})

describe('a secret vote', () => {
  it('records that somebody voted; the choice is in no event and in no state', () => {
    const voted = given(secretly).when('chair', 'ballot.cast', own(1))
    voted.gives(event('ballot.voted', { motionId: 'budget', voterId: 'participant.chair' }))
    expect(budget(voted.session.state)).toMatchObject({ choices: {}, piles: null })
    expect(voted.session.boxes).toEqual({ budget: [0, 1, 0] })
  })

  it('produces the same journal whatever was chosen', () => {
    const journalOf = (...choices: [number, number, number]) =>
      given(
        secretly,
        votes('chair', choices[0]),
        delegateVotes('delegate1', choices[1]),
        delegateVotes('delegate2', choices[2]),
      ).session.journal
    expect(journalOf(0, 1, 2)).toEqual(journalOf(2, 2, 2))
  })
})

describe('closing a ballot', () => {
  const threeVotes = [votes('chair', 0), delegateVotes('delegate1', 0), delegateVotes('delegate2', 1)]

  it('counts an open ballot and publishes who voted how', () => {
    const closed = given(openly, ...threeVotes, later(minutes(1))).when('secretary', 'ballot.close', {
      motionId: 'budget',
    })
    const choices = { 'participant.chair': 0, 'delegate.delegate1': 0, 'delegate.delegate2': 1 }
    closed.gives(event('ballot.closed', { motionId: 'budget', piles: [2, 1, 0], present: 3, choices }))
    expect(budget(pageOf('observer1', closed.session.state))).toMatchObject({
      status: 'closed',
      choices,
      endedAt: start + minutes(1),
    })
  })

  it('opens the box of a secret ballot and publishes only the counts', () => {
    const closed = given(secretly, ...threeVotes).when('chair', 'ballot.close', { motionId: 'budget' })
    closed.gives(event('ballot.closed', { motionId: 'budget', piles: [2, 1, 0], present: 3, choices: null }))
    expect(budget(closed.session.state)?.choices).toEqual({})
  })

  it('is rejected for a secret ballot with votes, but too few to keep them secret', () => {
    given(secretly, ...threeVotes.slice(0, 2))
      .when('chair', 'ballot.close', { motionId: 'budget' })
      .isRejected('ballot.too-few-cast', { cast: 2, minimum: 3 })
    given(secretly)
      .when('chair', 'ballot.close', { motionId: 'budget' })
      .gives(event('ballot.closed', { motionId: 'budget', piles: [0, 0, 0], present: 3, choices: null }))
  })

  it('is rejected when the box does not match the number of votes cast', () => {
    const { session } = given(secretly, ...threeVotes)
    for (const piles of [[2, 0, 0], [2, 2, 0], []]) {
      session.boxes = { budget: piles }
      const actor = { kind: 'participant', participantId: 'chair', role: 'chair', standing: 'present', siteId: null }
      expect(session.decide(actor as never, { type: 'ballot.close', data: { motionId: 'budget' } })).toMatchObject({
        rejection: { code: 'ballot.count-differs' },
      })
    }
  })

  it('counts as present who is there at the end, or has voted and then lost the connection', () => {
    given(openly, votes('chair', 0), loses('chair', seconds(5)))
      .when('secretary', 'ballot.close', { motionId: 'budget' })
      .leaves((state) => expect(budget(state)?.presentAtClosing).toBe(3))
  })

  it('is rejected for a ballot that is closed or not open, and for anybody but staff', () => {
    given(openly, closesBallot).when('secretary', 'ballot.close', { motionId: 'budget' }).isRejected('ballot.over')
    given(assembled, proposes('budget'))
      .when('chair', 'ballot.close', { motionId: 'budget' })
      .isRejected('ballot.not-open')
    given(openly).when('siteA', 'ballot.close', { motionId: 'budget' }).isRejected('forbidden')
  })
})

describe('a withdrawn motion', () => {
  it('counts no vote, and publishes its reason', () => {
    given(openly, votes('chair', 0))
      .when('chair', 'ballot.withdraw', { motionId: 'budget', reason: 'Cần thảo luận thêm' })
      .leaves((state) =>
        expect(budget(state)).toMatchObject({
          status: 'withdrawn',
          withdrawnReason: 'Cần thảo luận thêm',
          choices: {},
          piles: null,
        }),
      )
    given(openly, closesBallot)
      .when('chair', 'ballot.withdraw', { motionId: 'budget', reason: 'Muộn' })
      .isRejected('ballot.over')
  })

  it('results when the session closes while its ballot is open', () => {
    given(secretly, votes('chair', 0))
      .when('chair', 'session.close', {})
      .leaves((state) =>
        expect(budget(state)).toMatchObject({ status: 'withdrawn', piles: null, withdrawnReason: null }),
      )
    given(openly, closes).when('secretary', 'ballot.close', { motionId: 'budget' }).isRejected('ballot.over')
  })
})

it('a vote is not visible in the waiting room', () => {
  given(openly, sendsBack('citizen1'))
    .when('chair', 'ballot.cast', own(0))
    .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen2', 'observer1')
})
