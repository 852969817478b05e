import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  event,
  given,
  inFullSession,
  later,
  minutes,
  pageOf,
  type Step,
  sendsBack,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'

const everybody = ['chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1']
const announces = by('chair', 'recording.announce', {})
const starts = by('chair', 'recording.start', {})
const pauses = by('secretary', 'recording.pause', { reason: 'Nội dung không công khai' })
const acknowledges = (who: string): Step => by(who, 'recording.acknowledge', {})
const stands = (status: SessionState['recording']['status']) => (state: SessionState) =>
  expect(state.recording.status).toBe(status)

describe('the recording switch', () => {
  it('is announced to all in the room, and whoever announces it has been told', () => {
    given(inFullSession)
      .when('secretary', 'recording.announce', {})
      .gives(event('recording.announced', {}), event('recording.acknowledged', { participantId: 'secretary' }))
      .leaves(stands('announced'))
      .isSeenBy(...everybody)
  })

  it('started without a word before is announced by that', () => {
    given(inFullSession)
      .when('chair', 'recording.start', {})
      .gives(
        event('recording.announced', {}),
        event('recording.acknowledged', { participantId: 'chair' }),
        event('recording.started', {}),
      )
      .leaves(stands('running'))
    given(inFullSession, announces).when('secretary', 'recording.start', {}).gives(event('recording.started', {}))
  })

  it('is paused for a reason all can read, and goes on', () => {
    given(inFullSession, starts, pauses).when('chair', 'recording.resume', {}).leaves(stands('running'))
    const { state } = given(inFullSession, starts, pauses)
    expect(pageOf('citizen1', state).recording).toMatchObject({
      status: 'paused',
      pausedReason: 'Nội dung không công khai',
    })
  })

  it('is stopped; what was only announced is withdrawn', () => {
    given(inFullSession, starts).when('chair', 'recording.stop', {}).gives(event('recording.stopped', {}))
    given(inFullSession, starts, pauses).when('chair', 'recording.stop', {}).leaves(stands('off'))
    given(inFullSession, announces)
      .when('chair', 'recording.stop', {})
      .gives(event('recording.withdrawn', {}))
      .leaves(stands('off'))
  })

  it('cannot do what does not fit', () => {
    given(inFullSession).when('chair', 'recording.pause', { reason: 'Nghỉ' }).isRejected('recording.not-running')
    given(inFullSession).when('chair', 'recording.stop', {}).isRejected('recording.not-running')
    given(inFullSession, starts).when('chair', 'recording.resume', {}).isRejected('recording.not-paused')
    given(inFullSession, starts, pauses).when('chair', 'recording.start', {}).isRejected('recording.already-started')
    given(inFullSession, starts).when('secretary', 'recording.start', {}).givesNothing()
    given(inFullSession, starts).when('secretary', 'recording.announce', {}).givesNothing()
  })

  it('is of staff alone, from before the opening until the closing, which ends it', () => {
    given(inFullSession).when('siteA', 'recording.start', {}).isRejected('forbidden')
    given(staffAndSitesArrive).when('secretary', 'recording.announce', {}).leaves(stands('announced'))
    given(inFullSession, starts).when('chair', 'session.close', {}).leaves(stands('off'))
    given(inFullSession, closes).when('chair', 'recording.start', {}).isRejected('session.over')
    given(inFullSession, closes).when('chair', 'recording.announce', {}).isRejected('session.over')
  })
})

describe('who has been told of the recording', () => {
  it('confirms it once, with the time; staff and oneself know', () => {
    given(inFullSession, starts, later(minutes(2)))
      .when('citizen1', 'recording.acknowledge', {})
      .gives(event('recording.acknowledged', { participantId: 'citizen1' }))
      .isSeenBy('chair', 'secretary', 'citizen1')
      .leaves((state) => {
        const told = { chair: start, citizen1: start + minutes(2) }
        expect(state.recording.acknowledgedAt).toEqual(told)
        expect(pageOf('secretary', state).recording.acknowledgedAt).toEqual(told)
        expect(pageOf('citizen1', state).recording.acknowledgedAt).toEqual({ citizen1: start + minutes(2) })
        expect(pageOf('siteA', state).recording.acknowledgedAt).toEqual({})
      })
    given(inFullSession, starts, acknowledges('citizen1')).when('citizen1', 'recording.acknowledge', {}).givesNothing()
  })

  it('is not asked again when recording goes on after a stop', () => {
    const again = [starts, acknowledges('siteA'), by('chair', 'recording.stop', {}), starts]
    given(inFullSession, ...again)
      .when('siteA', 'recording.acknowledge', {})
      .givesNothing()
  })

  it('has nothing to confirm while nothing is announced', () => {
    given(inFullSession).when('citizen1', 'recording.acknowledge', {}).isRejected('recording.not-announced')
  })

  it('learns of it on entering, and not in the waiting room', () => {
    const { state } = given(inFullSession, sendsBack('citizen1'), starts)
    expect(pageOf('citizen1', state).recording).toEqual({ status: 'off', pausedReason: null, acknowledgedAt: {} })
    const inside = given(
      inFullSession,
      sendsBack('citizen1'),
      starts,
      by('chair', 'admission.admit', { participantId: 'citizen1' }),
    )
    expect(pageOf('citizen1', inside.state).recording).toMatchObject({ status: 'running', acknowledgedAt: {} })
  })
})
