// The order of those who ask, and the lock with which the chair alone is heard.
import { describe, expect, it } from 'vitest'
import {
  asks,
  by,
  event,
  given,
  grants,
  inFullSession,
  type Step,
  staffAndSitesArrive,
} from '../../../tests/harness/given.ts'
import { mediaPlan } from '../../projections/media-plan.ts'
import type { SessionState } from '../index.ts'

const asking = ({ floor }: SessionState) => floor.requests.map(({ participantId }) => participantId)
const asksFor = (who: string, purpose: 'pointOfOrder' | 'reply'): Step => by(who, 'floor.request', { purpose })
const locks = by('chair', 'floor.lock', {})
const heard = (state: SessionState) =>
  [...mediaPlan(state)].flatMap(([participantId, { mayBeHeard }]) => (mayBeHeard ? participantId : [])).sort()

describe('the speaker list', () => {
  it('has points of order before the others, each kind in the order of asking', () => {
    const { state } = given(
      inFullSession,
      asks('siteA'),
      asksFor('siteB', 'pointOfOrder'),
      asksFor('citizen1', 'pointOfOrder'),
    )
    expect(asking(state)).toEqual(['siteB', 'citizen1', 'siteA'])
  })

  it('is ordered by chair and secretary; a place beyond the end is the end', () => {
    const three = [inFullSession, asks('siteA'), asks('siteB'), asks('citizen1')]
    given(...three)
      .when('secretary', 'floor.move', { participantId: 'citizen1', position: 0 })
      .gives(event('floor.moved', { participantId: 'citizen1', position: 0 }))
      .leaves((state) => expect(asking(state)).toEqual(['citizen1', 'siteA', 'siteB']))
    given(...three)
      .when('chair', 'floor.move', { participantId: 'siteA', position: 50 })
      .leaves((state) => expect(asking(state)).toEqual(['siteB', 'citizen1', 'siteA']))
    given(...three)
      .when('chair', 'floor.move', { participantId: 'siteB', position: 1 })
      .givesNothing()
    given(...three)
      .when('siteA', 'floor.move', { participantId: 'siteA', position: 0 })
      .isRejected('forbidden')
    given(inFullSession)
      .when('chair', 'floor.move', { participantId: 'siteA', position: 0 })
      .isRejected('floor.no-request')
  })

  it('belongs to the item: the next one begins with an empty list, the holder goes on', () => {
    given(inFullSession, by('chair', 'agenda.start', { itemId: 'item1' }), asks('siteA'), grants('siteB'))
      .when('chair', 'agenda.start', { itemId: 'item2' })
      .leaves((state) => {
        expect(asking(state)).toEqual([])
        expect(state.floor.holder?.participantId).toBe('siteB')
      })
  })
})

describe('muting everybody', () => {
  it('takes the floor, silences all but the chair, and takes no requests', () => {
    given(inFullSession, asks('citizen1'), grants('siteA'))
      .when('secretary', 'floor.lock', {})
      .gives(
        event('floor.revoked', { participantId: 'siteA', reason: null }),
        event('floor.locked', { isByTurns: true }),
      )
      .leaves((state) => {
        expect(heard(state)).toEqual(['chair'])
        expect(asking(state)).toEqual(['citizen1'])
      })
    given(inFullSession, locks).when('siteB', 'floor.request', { purpose: 'speak' }).isRejected('floor.locked')
  })

  it('lets the chair still give the floor to one', () => {
    const { state } = given(inFullSession, locks, grants('siteB'))
    expect(heard(state)).toEqual(['chair', 'siteB'])
  })

  it('ends when it is unlocked, or with the session', () => {
    given(inFullSession, locks)
      .when('chair', 'floor.unlock', {})
      .leaves((state) => expect(heard(state)).toEqual(['chair', 'secretary']))
    given(inFullSession, locks)
      .when('chair', 'session.close', {})
      .leaves(({ floor }) => expect(floor.isLocked).toBe(false))
  })

  it('is for staff, in an open session, and done once', () => {
    given(inFullSession).when('siteA', 'floor.lock', {}).isRejected('forbidden')
    given(staffAndSitesArrive).when('chair', 'floor.lock', {}).isRejected('session.not-open')
    given(inFullSession, locks).when('secretary', 'floor.lock', {}).isRejected('floor.locked')
    given(inFullSession).when('chair', 'floor.unlock', {}).isRejected('floor.not-locked')
  })
})
