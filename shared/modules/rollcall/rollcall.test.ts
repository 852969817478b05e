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
import { countsAsPresent, Mark } from './contract.ts'

const present = { delegateId: 'delegate1', mark: 'present', substituteId: null } as const
const marks: Step = by('siteA', 'rollcall.mark', present)
const counts: Step = by('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 12 })
const confirms: Step = by('chair', 'rollcall.confirm', { siteId: 'branchA' })
const confirmedSites = ({ rollcall }: SessionState) => Object.keys(rollcall.confirmations)

describe('marking a delegate', () => {
  it.each(['chair', 'secretary', 'siteA'])('is done by the %s, before the session opens too', (who) => {
    given(staffAndSitesArrive, later(minutes(1)))
      .when(who, 'rollcall.mark', present)
      .gives(event('rollcall.marked', { ...present, siteId: 'branchA' }))
      .leaves(({ rollcall }) => expect(rollcall.marks).toEqual({ delegate1: { ...present, at: start + minutes(1) } }))
  })

  it('replaces the mark before', () => {
    given(inFullSession, by('siteA', 'rollcall.mark', { ...present, mark: 'absentWithLeave' }))
      .when('siteA', 'rollcall.mark', { ...present, mark: 'late' })
      .leaves(({ rollcall }) => expect(Object.values(rollcall.marks)).toMatchObject([{ mark: 'late' }]))
  })

  it('writes nothing when nothing changes', () => {
    given(inFullSession, marks).when('secretary', 'rollcall.mark', present).givesNothing()
  })

  it('names the substitute: a substitute needs a person, and nobody else has one', () => {
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

  it('is for the own site, for a site operator', () => {
    given(inFullSession).when('siteB', 'rollcall.mark', present).isRejected('rollcall.other-site')
  })

  it('is for delegates named in the session, and for a session that is not over', () => {
    given(inFullSession)
      .when('secretary', 'rollcall.mark', { ...present, delegateId: 'delegate9' })
      .isRejected('rollcall.unknown')
    given(inFullSession, closes).when('secretary', 'rollcall.mark', present).isRejected('session.over')
  })

  it('is not for citizens and observers', () => {
    given(inFullSession).when('citizen1', 'rollcall.mark', present).isRejected('forbidden')
    given(inFullSession).when('observer1', 'rollcall.mark', present).isRejected('forbidden')
  })

  it('is seen by all in the room and by nobody who waits', () => {
    given(inFullSession, sendsBack('citizen1'))
      .when('siteA', 'rollcall.mark', present)
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen2', 'observer1')
  })

  it('means presence for those who sit there, late or as a substitute too', () => {
    expect(Mark.options.filter(countsAsPresent)).toEqual(['present', 'late', 'substitute'])
  })
})

describe('counting heads', () => {
  it('gives the number behind the camera', () => {
    given(inFullSession)
      .when('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 12 })
      .gives(event('rollcall.headsCounted', { siteId: 'branchA', count: 12 }))
      .leaves(({ rollcall }) => expect(rollcall.headcounts).toEqual({ branchA: { count: 12, at: start } }))
  })

  it('may find nobody, and never fewer', () => {
    given(inFullSession)
      .when('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 0 })
      .gives(event('rollcall.headsCounted', { siteId: 'branchA', count: 0 }))
    given(inFullSession)
      .when('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: -1 })
      .isRejected('invalid', { field: 'count' })
  })

  it('writes nothing when the number is the same', () => {
    given(inFullSession, counts).when('chair', 'rollcall.countHeads', { siteId: 'branchA', count: 12 }).givesNothing()
  })

  it.each([
    ['another site’s operator', given(inFullSession), 'siteB', 'branchA', 'rollcall.other-site'],
    ['a site that does not exist', given(inFullSession), 'chair', 'nowhere', 'rollcall.unknown'],
    ['a session that is over', given(inFullSession, closes), 'chair', 'branchA', 'session.over'],
  ])('is refused to %s', (_what, session, who, siteId, code) => {
    session.when(who, 'rollcall.countHeads', { siteId, count: 3 }).isRejected(code)
  })
})

describe('confirming', () => {
  it('names who confirmed, and when', () => {
    given(inFullSession, marks, counts, later(minutes(4)))
      .when('secretary', 'rollcall.confirm', { siteId: 'branchA' })
      .gives(event('rollcall.confirmed', { siteId: 'branchA' }))
      .leaves(({ rollcall }) =>
        expect(rollcall.confirmations).toEqual({ branchA: { byParticipantId: 'secretary', at: start + minutes(4) } }),
      )
  })

  it('is done once', () => {
    given(inFullSession, confirms).when('secretary', 'rollcall.confirm', { siteId: 'branchA' }).givesNothing()
  })

  it('is for chair and secretary', () => {
    given(inFullSession).when('siteA', 'rollcall.confirm', { siteId: 'branchA' }).isRejected('forbidden')
  })

  it('needs a site, and a session that is not over', () => {
    given(inFullSession).when('chair', 'rollcall.confirm', { siteId: 'nowhere' }).isRejected('rollcall.unknown')
    given(inFullSession, closes).when('chair', 'rollcall.confirm', { siteId: 'branchA' }).isRejected('session.over')
  })
})

describe('a confirmed roll call that changes', () => {
  const confirmed = given.bind(null, inFullSession, marks, counts, confirms)

  it('by a mark is no longer confirmed', () => {
    confirmed()
      .when('siteA', 'rollcall.mark', { ...present, delegateId: 'delegate2' })
      .leaves((state) => expect(confirmedSites(state)).toEqual([]))
  })

  it('by a count is no longer confirmed', () => {
    confirmed()
      .when('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 11 })
      .leaves((state) => expect(confirmedSites(state)).toEqual([]))
  })

  it('by a delegate more is no longer confirmed', () => {
    confirmed()
      .when('secretary', 'sites.addDelegate', { siteId: 'branchA', delegateId: 'delegate9', personId: 'person9' })
      .leaves((state) => {
        expect(confirmedSites(state)).toEqual([])
        expect(Object.keys(state.rollcall.marks)).toEqual(['delegate1'])
      })
  })

  it('by a delegate less is no longer confirmed, and the mark is gone with the delegate', () => {
    confirmed()
      .when('secretary', 'sites.removeDelegate', { siteId: 'branchA', delegateId: 'delegate1' })
      .leaves((state) => {
        expect(confirmedSites(state)).toEqual([])
        expect(state.rollcall.marks).toEqual({})
        expect(state.rollcall.headcounts).toMatchObject({ branchA: { count: 12 } })
      })
  })

  it('at another site stays confirmed', () => {
    confirmed()
      .when('siteB', 'rollcall.mark', { ...present, delegateId: 'delegate3' })
      .leaves((state) => expect(confirmedSites(state)).toEqual(['branchA']))
  })

  it('by nothing at all stays confirmed', () => {
    confirmed(by('secretary', 'sites.rename', { siteId: 'branchA', name: 'Tên mới' }))
      .when('chair', 'admission.remove', about('siteA'))
      .leaves((state) => expect(confirmedSites(state)).toEqual(['branchA']))
  })
})
