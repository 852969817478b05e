import { describe, expect, it } from 'vitest'
import {
  about,
  by,
  closes,
  event,
  given,
  inFullSession,
  later,
  minutes,
  type Step,
  sendsBack,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'
import { countsAsPresent, RollcallMark } from './contract.ts'

const present = { delegateId: 'delegate1', mark: 'present', substituteId: null } as const
const marks: Step = by('siteA', 'rollcall.mark', present)
const counts: Step = by('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 12 })
const confirms: Step = by('chair', 'rollcall.confirm', { siteId: 'branchA' })
const confirmedSites = ({ rollcall }: SessionState) => Object.keys(rollcall.confirmations)

describe('marking a delegate', () => {
  it.each(['chair', 'secretary', 'siteA'])('is done by the %s, also before the opening', (who) => {
    given(staffAndSitesArrive, later(minutes(1)))
      .when(who, 'rollcall.mark', present)
      .gives(event('rollcall.marked', { ...present, siteId: 'branchA' }))
      .leaves(({ rollcall }) => expect(rollcall.marks).toEqual({ delegate1: { ...present, at: start + minutes(1) } }))
  })

  it('replaces the previous mark', () => {
    given(inFullSession, by('siteA', 'rollcall.mark', { ...present, mark: 'absentWithLeave' }))
      .when('siteA', 'rollcall.mark', { ...present, mark: 'late' })
      .leaves(({ rollcall }) => expect(Object.values(rollcall.marks)).toMatchObject([{ mark: 'late' }]))
  })

  it('writes nothing when the mark is unchanged', () => {
    given(inFullSession, marks).when('secretary', 'rollcall.mark', present).givesNothing()
  })

  it('requires a person for a substitute, and for no other mark', () => {
    const substitute = { delegateId: 'delegate1', mark: 'substitute', substituteId: 'person9' } as const
    given(inFullSession)
      .when('siteA', 'rollcall.mark', substitute)
      .gives(event('rollcall.marked', { ...substitute, siteId: 'branchA' }))
    given(inFullSession, by('siteA', 'rollcall.mark', substitute))
      .when('siteA', 'rollcall.mark', { ...substitute, substituteId: 'person10' })
      .leaves(({ rollcall }) => expect(Object.values(rollcall.marks)).toMatchObject([{ substituteId: 'person10' }]))
    const byPaper = { ...substitute, substitutePaper: 'Giấy ủy quyền số 12/GUQ-UBND' }
    given(inFullSession, by('siteA', 'rollcall.mark', substitute))
      .when('siteA', 'rollcall.mark', byPaper)
      .gives(event('rollcall.marked', { ...byPaper, siteId: 'branchA' }))
    given(inFullSession)
      .when('siteA', 'rollcall.mark', { ...substitute, substituteId: null })
      .isRejected('rollcall.substitute-missing')
    given(inFullSession)
      .when('siteA', 'rollcall.mark', { ...substitute, mark: 'absentWithLeave' })
      .isRejected('rollcall.substitute-missing')
  })

  it('is allowed for a site operator at their own site only', () => {
    given(inFullSession).when('siteB', 'rollcall.mark', present).isRejected('rollcall.other-site')
  })

  it('requires a delegate of the session, and a session that is not over', () => {
    given(inFullSession)
      .when('secretary', 'rollcall.mark', { ...present, delegateId: 'delegate9' })
      .isRejected('rollcall.unknown')
    given(inFullSession, closes).when('secretary', 'rollcall.mark', present).isRejected('session.over')
  })

  it('is rejected for citizens and observers', () => {
    given(inFullSession).when('citizen1', 'rollcall.mark', present).isRejected('forbidden')
    given(inFullSession).when('observer1', 'rollcall.mark', present).isRejected('forbidden')
  })

  it('is visible to all in the room, not in the waiting room', () => {
    given(inFullSession, sendsBack('citizen1'))
      .when('siteA', 'rollcall.mark', present)
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen2', 'observer1')
  })

  it('counts as presence when present, late or a substitute', () => {
    expect(RollcallMark.options.filter(countsAsPresent)).toEqual(['present', 'late', 'substitute'])
  })
})

describe('recording a headcount', () => {
  it('stores the number of people behind the camera', () => {
    given(inFullSession)
      .when('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 12 })
      .gives(event('rollcall.headsCounted', { siteId: 'branchA', count: 12 }))
      .leaves(({ rollcall }) => expect(rollcall.headcounts).toEqual({ branchA: { count: 12, at: start } }))
  })

  it('accepts zero, and rejects negative numbers', () => {
    given(inFullSession)
      .when('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 0 })
      .gives(event('rollcall.headsCounted', { siteId: 'branchA', count: 0 }))
    given(inFullSession)
      .when('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: -1 })
      .isRejected('invalid', { field: 'count' })
  })

  it('writes nothing when the number is unchanged', () => {
    given(inFullSession, counts).when('chair', 'rollcall.countHeads', { siteId: 'branchA', count: 12 }).givesNothing()
  })

  it.each([
    ['another site’s operator', given(inFullSession), 'siteB', 'branchA', 'rollcall.other-site'],
    ['a site that does not exist', given(inFullSession), 'chair', 'nowhere', 'rollcall.unknown'],
    ['a session that is over', given(inFullSession, closes), 'chair', 'branchA', 'session.over'],
  ])('is rejected for %s', (_what, session, who, siteId, code) => {
    session.when(who, 'rollcall.countHeads', { siteId, count: 3 }).isRejected(code)
  })
})

describe('confirming the roll call of a site', () => {
  it('records who confirmed, and when', () => {
    given(inFullSession, marks, counts, later(minutes(4)))
      .when('secretary', 'rollcall.confirm', { siteId: 'branchA' })
      .gives(event('rollcall.confirmed', { siteId: 'branchA' }))
      .leaves(({ rollcall }) =>
        expect(rollcall.confirmations).toEqual({ branchA: { byParticipantId: 'secretary', at: start + minutes(4) } }),
      )
  })

  it('a second time writes nothing', () => {
    given(inFullSession, confirms).when('secretary', 'rollcall.confirm', { siteId: 'branchA' }).givesNothing()
  })

  it('is allowed for chair and secretary only', () => {
    given(inFullSession).when('siteA', 'rollcall.confirm', { siteId: 'branchA' }).isRejected('forbidden')
  })

  it('requires an existing site, and a session that is not over', () => {
    given(inFullSession).when('chair', 'rollcall.confirm', { siteId: 'nowhere' }).isRejected('rollcall.unknown')
    given(inFullSession, closes).when('chair', 'rollcall.confirm', { siteId: 'branchA' }).isRejected('session.over')
  })
})

describe('the confirmation of a roll call', () => {
  const confirmed = given.bind(null, inFullSession, marks, counts, confirms)

  it('is removed by a changed mark', () => {
    confirmed()
      .when('siteA', 'rollcall.mark', { ...present, delegateId: 'delegate2' })
      .leaves((state) => expect(confirmedSites(state)).toEqual([]))
  })

  it('is removed by a changed headcount', () => {
    confirmed()
      .when('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 11 })
      .leaves((state) => expect(confirmedSites(state)).toEqual([]))
  })

  it('is removed when a delegate is added', () => {
    confirmed()
      .when('secretary', 'sites.addDelegate', { siteId: 'branchA', delegateId: 'delegate9', personId: 'person9' })
      .leaves((state) => {
        expect(confirmedSites(state)).toEqual([])
        expect(Object.keys(state.rollcall.marks)).toEqual(['delegate1'])
      })
  })

  it('is removed when a delegate is removed, together with the mark of that delegate', () => {
    confirmed()
      .when('secretary', 'sites.removeDelegate', { siteId: 'branchA', delegateId: 'delegate1' })
      .leaves((state) => {
        expect(confirmedSites(state)).toEqual([])
        expect(state.rollcall.marks).toEqual({})
        expect(state.rollcall.headcounts).toMatchObject({ branchA: { count: 12 } })
      })
  })

  it('stays when another site changes', () => {
    confirmed()
      .when('siteB', 'rollcall.mark', { ...present, delegateId: 'delegate3' })
      .leaves((state) => expect(confirmedSites(state)).toEqual(['branchA']))
  })

  it('stays when nothing of the roll call changes', () => {
    confirmed(by('secretary', 'sites.rename', { siteId: 'branchA', name: 'Tên mới' }))
      .when('chair', 'admission.remove', about('siteA'))
      .leaves((state) => expect(confirmedSites(state)).toEqual(['branchA']))
  })
})
