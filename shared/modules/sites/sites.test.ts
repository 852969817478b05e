import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  connect,
  event,
  given,
  givenNothing,
  happened,
  inFullSession,
  staffAndSitesArrive,
} from '../../../tests/harness/given.ts'
import { maximumDelegatesPerSite, maximumSites } from './contract.ts'

const branchC = { siteId: 'branchC', name: 'Điểm cầu phường Hải Châu', rank: 'branch' } as const

describe('adding a site', () => {
  it('appends it to the list, without delegates', () => {
    given()
      .when('clerk', 'sites.add', branchC)
      .gives(event('sites.added', branchC))
      .leaves(({ sites }) => expect(sites.sites.at(-1)).toEqual({ ...branchC, delegates: [] }))
  })

  it('is allowed for the secretary during a session, visible to all in the room', () => {
    given(inFullSession, by('chair', 'admission.returnToWaiting', { participantId: 'citizen2', reason: 'Chờ' }))
      .when('secretary', 'sites.add', branchC)
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'observer1')
  })

  it('is allowed for a present chair, but not for a site operator or an absent secretary', () => {
    given(staffAndSitesArrive)
      .when('chair', 'sites.add', branchC)
      .leaves(({ sites }) => expect(sites.sites.map(({ siteId }) => siteId)).toContain('branchC'))
    given(staffAndSitesArrive).when('siteA', 'sites.add', branchC).isRejected('forbidden')
    given().when('secretary', 'sites.add', branchC).isRejected('forbidden')
  })

  it('is rejected for an existing site', () => {
    given()
      .when('clerk', 'sites.add', { ...branchC, siteId: 'branchA' })
      .isRejected('sites.exists')
  })

  it('rejects a second centre', () => {
    const centre = { siteId: 'other', name: 'Điểm cầu trung tâm', rank: 'centre' } as const
    given().when('clerk', 'sites.add', centre).isRejected('sites.second-centre')
    givenNothing().when('clerk', 'sites.add', centre).gives(event('sites.added', centre))
  })

  it(`is rejected beyond ${maximumSites} sites`, () => {
    const full = Array.from({ length: maximumSites }, (_, n) => event('sites.added', { ...branchC, siteId: `b${n}` }))
    givenNothing(happened(...full))
      .when('clerk', 'sites.add', branchC)
      .isRejected('sites.too-many', { maximum: maximumSites })
    givenNothing(happened(...full.slice(1)))
      .when('clerk', 'sites.add', branchC)
      .gives(event('sites.added', branchC))
  })

  it('is rejected after the session is over', () => {
    given(inFullSession, closes).when('clerk', 'sites.add', branchC).isRejected('session.over')
  })
})

describe('renaming a site', () => {
  it('changes its name and nothing else', () => {
    given()
      .when('clerk', 'sites.rename', { siteId: 'branchA', name: 'Điểm cầu xã Hòa Vang' })
      .gives(event('sites.renamed', { siteId: 'branchA', name: 'Điểm cầu xã Hòa Vang' }))
      .leaves(({ sites }) =>
        expect(sites.sites.map(({ name, delegates }) => [name, delegates.length])).toEqual([
          ['Điểm cầu centre', 0],
          ['Điểm cầu xã Hòa Vang', 2],
          ['Điểm cầu branchB', 1],
        ]),
      )
  })

  it('writes nothing when the name is unchanged', () => {
    given().when('clerk', 'sites.rename', { siteId: 'branchA', name: 'Điểm cầu branchA' }).givesNothing()
  })

  it('requires an existing site, and a session that is not over', () => {
    given().when('clerk', 'sites.rename', { siteId: 'nowhere', name: 'Không rõ' }).isRejected('sites.unknown')
    given(inFullSession, closes)
      .when('clerk', 'sites.rename', { siteId: 'branchA', name: 'Tên mới' })
      .isRejected('session.over')
  })
})

describe('adding a delegate', () => {
  const delegate = { siteId: 'branchA', delegateId: 'delegate9', personId: 'person9' }

  it('puts the person on the list of the site', () => {
    given()
      .when('clerk', 'sites.addDelegate', delegate)
      .gives(event('sites.delegateAdded', delegate))
      .leaves(({ sites }) =>
        expect(sites.sites[1]?.delegates.at(-1)).toEqual({ delegateId: 'delegate9', personId: 'person9' }),
      )
  })

  it('requires an existing site', () => {
    given()
      .when('clerk', 'sites.addDelegate', { ...delegate, siteId: 'nowhere' })
      .isRejected('sites.unknown')
  })

  it.each([
    ['the delegate is at this site', { ...delegate, delegateId: 'delegate1' }],
    ['the delegate is at another site', { ...delegate, delegateId: 'delegate3' }],
    ['the person is at this site', { ...delegate, personId: 'person-delegate1' }],
  ])('is rejected when %s already', (_why, data) => {
    given().when('clerk', 'sites.addDelegate', data).isRejected('sites.delegate-exists')
  })

  it(`is rejected beyond ${maximumDelegatesPerSite} delegates at a site`, () => {
    const full = Array.from({ length: maximumDelegatesPerSite }, (_, n) =>
      event('sites.delegateAdded', { siteId: 'centre', delegateId: `d${n}`, personId: `p${n}` }),
    )
    given(happened(...full))
      .when('clerk', 'sites.addDelegate', { ...delegate, siteId: 'centre' })
      .isRejected('sites.too-many', { maximum: maximumDelegatesPerSite })
    given(happened(...full))
      .when('clerk', 'sites.addDelegate', delegate)
      .gives(event('sites.delegateAdded', delegate))
  })

  it('is rejected after the session is over', () => {
    given(inFullSession, closes).when('clerk', 'sites.addDelegate', delegate).isRejected('session.over')
  })
})

describe('removing a delegate', () => {
  it('keeps the others', () => {
    given()
      .when('clerk', 'sites.removeDelegate', { siteId: 'branchA', delegateId: 'delegate1' })
      .gives(event('sites.delegateRemoved', { siteId: 'branchA', delegateId: 'delegate1' }))
      .leaves(({ sites }) =>
        expect(sites.sites[1]?.delegates).toEqual([{ delegateId: 'delegate2', personId: 'person-delegate2' }]),
      )
  })

  it.each([
    ['nobody knows the delegate', { siteId: 'branchA', delegateId: 'delegate9' }],
    ['the delegate sits at another site', { siteId: 'branchA', delegateId: 'delegate3' }],
  ])('is rejected when %s', (_why, data) => {
    given().when('clerk', 'sites.removeDelegate', data).isRejected('sites.unknown-delegate')
  })

  it('is rejected after the session is over', () => {
    given(inFullSession, closes)
      .when('clerk', 'sites.removeDelegate', { siteId: 'branchA', delegateId: 'delegate1' })
      .isRejected('session.over')
  })
})

describe('the list of sites', () => {
  it('is not visible in the waiting room', () => {
    given(staffAndSitesArrive, connect('citizen1'))
      .when('secretary', 'sites.addDelegate', { siteId: 'branchA', delegateId: 'delegate9', personId: 'person9' })
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB')
  })
})
