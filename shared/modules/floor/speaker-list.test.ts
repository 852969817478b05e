// The order of the speaker list, and the lock after which only the chair is heard.
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
  it('puts points of order first, each kind in the order of requests', () => {
    const { state } = given(
      inFullSession,
      asks('siteA'),
      asksFor('siteB', 'pointOfOrder'),
      asksFor('citizen1', 'pointOfOrder'),
    )
    expect(asking(state)).toEqual(['siteB', 'citizen1', 'siteA'])
  })

  it('is reordered by chair and secretary; a position beyond the end means the end', () => {
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

  it('is emptied when another agenda item starts; the holder keeps the floor', () => {
    given(inFullSession, by('chair', 'agenda.start', { itemId: 'item1' }), asks('siteA'), grants('siteB'))
      .when('chair', 'agenda.start', { itemId: 'item2' })
      .leaves((state) => {
        expect(asking(state)).toEqual([])
        expect(state.floor.holder?.participantId).toBe('siteB')
      })
  })
})

describe('locking the floor', () => {
  it('revokes the floor, lets only the chair be heard, and rejects requests', () => {
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

  it('still lets the chair grant the floor', () => {
    const { state } = given(inFullSession, locks, grants('siteB'))
    expect(heard(state)).toEqual(['chair', 'siteB'])
  })

  it('ends when unlocked, or when the session is closed', () => {
    given(inFullSession, locks)
      .when('chair', 'floor.unlock', {})
      .leaves((state) => expect(heard(state)).toEqual(['chair', 'secretary']))
    given(inFullSession, locks)
      .when('chair', 'session.close', {})
      .leaves(({ floor }) => expect(floor.isLocked).toBe(false))
  })

  it('is allowed for staff in an open session, and rejected if already locked', () => {
    given(inFullSession).when('siteA', 'floor.lock', {}).isRejected('forbidden')
    given(staffAndSitesArrive).when('chair', 'floor.lock', {}).isRejected('session.not-open')
    given(inFullSession, locks).when('secretary', 'floor.lock', {}).isRejected('floor.locked')
    given(inFullSession).when('chair', 'floor.unlock', {}).isRejected('floor.not-locked')
  })
})
