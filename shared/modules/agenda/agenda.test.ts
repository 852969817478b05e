import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  event,
  given,
  inFullSession,
  later,
  minutes,
  opens,
  type Step,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'
import { itemOf, maximumItems, spentMs } from './contract.ts'

const item = (itemId: string, plannedMinutes = 15) => ({
  itemId,
  title: `Báo cáo ${itemId}`,
  reporterId: null,
  plannedMinutes,
})
const adds = (itemId: string): Step => by('clerk', 'agenda.add', item(itemId))
const starts = (itemId: string): Step => by('chair', 'agenda.start', { itemId })
const order = ({ agenda }: SessionState) => agenda.items.map(({ itemId }) => itemId)
const find = ({ agenda }: SessionState, itemId: string) => {
  const found = itemOf(agenda.items, itemId as never)
  if (!found) throw new Error(`there is no item ${itemId}`)
  return found
}
const removes = (itemId: string): Step => by('clerk', 'agenda.remove', { itemId })
const emptied = [removes('item1'), removes('item2')]
const threeItems = [...emptied, adds('one'), adds('two'), adds('three')]

describe('the agenda', () => {
  it('can be written before the session, by an account or by staff inside', () => {
    given(...emptied, adds('one'))
      .when('clerk', 'agenda.add', item('two', 30))
      .gives(event('agenda.added', item('two', 30)))
      .leaves((state) => {
        expect(order(state)).toEqual(['one', 'two'])
        expect(find(state, 'two')).toMatchObject({ status: 'planned', spans: [] })
      })
    given(staffAndSitesArrive)
      .when('secretary', 'agenda.add', item('one'))
      .gives(event('agenda.added', item('one')))
    given(staffAndSitesArrive).when('siteA', 'agenda.add', item('one')).isRejected('forbidden')
  })

  it('holds each item once, and a hundred items at most', () => {
    given(adds('one')).when('clerk', 'agenda.add', item('one')).isRejected('agenda.exists')
    given(...emptied, ...Array.from({ length: maximumItems }, (_, index) => adds(`item${index}`)))
      .when('clerk', 'agenda.add', item('more'))
      .isRejected('agenda.too-many', { maximum: maximumItems })
  })

  it('can be reordered; a position beyond the end means the end', () => {
    given(...threeItems)
      .when('clerk', 'agenda.move', { itemId: 'three', position: 0 })
      .leaves((state) => expect(order(state)).toEqual(['three', 'one', 'two']))
    given(...threeItems)
      .when('clerk', 'agenda.move', { itemId: 'one', position: 99 })
      .gives(event('agenda.moved', { itemId: 'one', position: 2 }))
      .leaves((state) => expect(order(state)).toEqual(['two', 'three', 'one']))
    given(...threeItems)
      .when('clerk', 'agenda.move', { itemId: 'two', position: 1 })
      .givesNothing()
  })

  it('allows rewording an item, and removing one that was never taken up', () => {
    given(adds('one'))
      .when('clerk', 'agenda.change', { ...item('one'), title: 'Báo cáo mới' })
      .leaves((state) => expect(find(state, 'one').title).toBe('Báo cáo mới'))
    given(adds('one')).when('clerk', 'agenda.change', item('one')).givesNothing()
    given(...emptied, adds('one'))
      .when('clerk', 'agenda.remove', { itemId: 'one' })
      .leaves((state) => expect(order(state)).toEqual([]))
    given(adds('one'), inFullSession, starts('one'))
      .when('clerk', 'agenda.remove', { itemId: 'one' })
      .isRejected('agenda.was-taken-up')
  })

  it('rejects commands about unknown items, and does not change after the session is over', () => {
    for (const command of ['agenda.start', 'agenda.finish', 'agenda.remove'] as const)
      given(inFullSession).when('secretary', command, { itemId: 'nothing' }).isRejected('agenda.unknown')
    given(adds('one'), inFullSession, closes).when('clerk', 'agenda.add', item('two')).isRejected('session.over')
  })
})

describe('taking an item up', () => {
  it('finishes the running item', () => {
    given(...threeItems, inFullSession, starts('one'), later(minutes(10)))
      .when('secretary', 'agenda.start', { itemId: 'two' })
      .gives(event('agenda.finished', { itemId: 'one' }), event('agenda.started', { itemId: 'two' }))
      .leaves((state) => {
        expect(find(state, 'one')).toMatchObject({
          status: 'finished',
          spans: [{ from: start, to: start + minutes(10) }],
        })
        expect(find(state, 'two')).toMatchObject({
          status: 'running',
          spans: [{ from: start + minutes(10), to: null }],
        })
        expect(state.agenda.runningId).toBe('two')
      })
  })

  it('requires an open session, and is allowed for staff only', () => {
    given(adds('one'), staffAndSitesArrive)
      .when('chair', 'agenda.start', { itemId: 'one' })
      .isRejected('session.not-open')
    given(adds('one'), inFullSession).when('citizen1', 'agenda.start', { itemId: 'one' }).isRejected('forbidden')
  })

  it('a second time adds to its time', () => {
    const again = given(
      adds('one'),
      adds('two'),
      inFullSession,
      starts('one'),
      later(minutes(10)),
      starts('two'),
      later(minutes(5)),
      starts('one'),
      later(minutes(3)),
    )
    expect(spentMs(find(again.state, 'one'), again.session.at)).toBe(minutes(13))
  })

  it('is rejected when the item is running already; finishing is rejected when it is finished already', () => {
    given(adds('one'), inFullSession, starts('one'))
      .when('secretary', 'agenda.start', { itemId: 'one' })
      .isRejected('agenda.running')
    given(adds('one'), inFullSession, starts('one'), by('chair', 'agenda.finish', { itemId: 'one' }))
      .when('secretary', 'agenda.finish', { itemId: 'one' })
      .isRejected('agenda.not-running')
  })

  it('counts no time during a suspension, and ends with the session', () => {
    const resumed = given(
      adds('one'),
      staffAndSitesArrive,
      opens,
      starts('one'),
      later(minutes(10)),
      suspends,
      later(minutes(30)),
      by('chair', 'session.resume', {}),
      later(minutes(5)),
    )
    expect(spentMs(find(resumed.state, 'one'), resumed.session.at)).toBe(minutes(15))
    resumed.when('chair', 'session.close', {}).leaves((state) => {
      expect(find(state, 'one')).toMatchObject({ status: 'finished' })
      expect(find(state, 'one').spans.every(({ to }) => to !== null)).toBe(true)
      expect(state.agenda.runningId).toBeNull()
    })
  })
})

describe('skipping an item', () => {
  it('requires a reason, and is undone by taking the item up', () => {
    given(adds('one'), inFullSession)
      .when('chair', 'agenda.skip', { itemId: 'one', reason: 'Người báo cáo vắng' })
      .leaves((state) =>
        expect(find(state, 'one')).toMatchObject({ status: 'skipped', skippedReason: 'Người báo cáo vắng' }),
      )
    given(adds('one'), inFullSession, by('chair', 'agenda.skip', { itemId: 'one', reason: 'Hoãn' }))
      .when('chair', 'agenda.start', { itemId: 'one' })
      .leaves((state) => expect(find(state, 'one')).toMatchObject({ status: 'running', skippedReason: null }))
    given(adds('one'), inFullSession)
      .when('chair', 'agenda.skip', { itemId: 'one', reason: '' })
      .isRejected('invalid', { field: 'reason' })
  })

  it('is rejected for an item that was taken up', () => {
    given(adds('one'), inFullSession, starts('one'))
      .when('chair', 'agenda.skip', { itemId: 'one', reason: 'Hoãn' })
      .isRejected('agenda.was-taken-up')
  })
})

it('taking an item up is visible to those inside, not in the waiting room', () => {
  given(adds('one'), inFullSession)
    .when('chair', 'agenda.start', { itemId: 'one' })
    .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
})
