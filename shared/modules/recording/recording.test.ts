import { describe, expect, it } from 'vitest'
import {
  atReception,
  by,
  closes,
  connect,
  event,
  given,
  givenNothing,
  inFullSession,
  later,
  minutes,
  pageOf,
  type Step,
  sendsBack,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import { ownEquipment } from '../../../tests/harness/own-equipment.ts'
import type { SessionState } from '../index.ts'
import { recordingRuleOf } from '../session/contract.ts'
import { isLeftToEquipment } from './contract.ts'

const booked = {
  sessionId: 'hearing',
  title: 'Họp kín',
  kind: 'conference',
  scheduledAt: 1_790_000_000_000,
  plannedMinutes: 60,
  place: 'Phòng họp số 1',
} as const

const everybody = ['chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1']
const announces = by('chair', 'recording.announce', {})
const starts = by('chair', 'recording.start', ownEquipment)
const pauses = by('secretary', 'recording.pause', { reason: 'Nội dung không công khai' })
const acknowledges = (who: string): Step => by(who, 'recording.acknowledge', {})
const stands = (status: SessionState['recording']['status']) => (state: SessionState) =>
  expect(state.recording.status).toBe(status)

describe('the recording switch', () => {
  it('is announced to all in the room; who announces it counts as informed', () => {
    given(inFullSession)
      .when('secretary', 'recording.announce', {})
      .gives(event('recording.announced', {}), event('recording.acknowledged', { participantId: 'secretary' }))
      .leaves(stands('announced'))
      .isSeenBy(...everybody)
  })

  it('when started without an announcement, announces it at the same time', () => {
    given(inFullSession)
      .when('chair', 'recording.start', ownEquipment)
      .gives(
        event('recording.announced', {}),
        event('recording.acknowledged', { participantId: 'chair' }),
        event('recording.started', ownEquipment),
      )
      .leaves(stands('running'))
    given(inFullSession, announces)
      .when('secretary', 'recording.start', ownEquipment)
      .gives(event('recording.started', ownEquipment))
  })

  it('is paused with a reason visible to all, and resumed', () => {
    given(inFullSession, starts, pauses).when('chair', 'recording.resume', {}).leaves(stands('running'))
    const { state } = given(inFullSession, starts, pauses)
    expect(pageOf('citizen1', state).recording).toMatchObject({
      status: 'paused',
      pausedReason: 'Nội dung không công khai',
    })
  })

  it('is stopped; when only announced, it is withdrawn', () => {
    given(inFullSession, starts).when('chair', 'recording.stop', {}).gives(event('recording.stopped', {}))
    given(inFullSession, starts, pauses).when('chair', 'recording.stop', {}).leaves(stands('off'))
    given(inFullSession, announces)
      .when('chair', 'recording.stop', {})
      .gives(event('recording.withdrawn', {}))
      .leaves(stands('off'))
  })

  it('rejects commands that do not fit its status', () => {
    given(inFullSession).when('chair', 'recording.pause', { reason: 'Nghỉ' }).isRejected('recording.not-running')
    given(inFullSession).when('chair', 'recording.stop', {}).isRejected('recording.not-running')
    given(inFullSession, starts).when('chair', 'recording.resume', {}).isRejected('recording.not-paused')
    given(inFullSession, starts, pauses)
      .when('chair', 'recording.start', ownEquipment)
      .isRejected('recording.already-started')
    given(inFullSession, starts).when('secretary', 'recording.start', ownEquipment).givesNothing()
    given(inFullSession, starts).when('secretary', 'recording.announce', {}).givesNothing()
  })

  it('is used by staff only, from before the opening until the closing, which stops it', () => {
    given(inFullSession).when('siteA', 'recording.start', ownEquipment).isRejected('forbidden')
    given(staffAndSitesArrive).when('secretary', 'recording.announce', {}).leaves(stands('announced'))
    given(inFullSession, starts).when('chair', 'session.close', {}).leaves(stands('off'))
    given(inFullSession, closes).when('chair', 'recording.start', ownEquipment).isRejected('session.over')
    given(inFullSession, closes).when('chair', 'recording.announce', {}).isRejected('session.over')
  })
})

describe('the recording of the server', () => {
  const requests = by('chair', 'recording.request', {})
  const confirms = by('system', 'recording.confirm', {})
  const fails = by('system', 'recording.interrupt', { track: null, cause: 'programEnded' })
  const camera = { participantId: 'siteA', source: 'camera' } as const
  const loses = by('system', 'recording.interrupt', { track: camera, cause: 'nothingWritten' })
  const gapsOf = (who: string, state: SessionState) => pageOf(who, state).recording.gaps

  it('is running only after the recorder has confirmed that data are on the disk', () => {
    given(inFullSession)
      .when('chair', 'recording.request', {})
      .gives(
        event('recording.announced', {}),
        event('recording.acknowledged', { participantId: 'chair' }),
        event('recording.requested', {}),
      )
      .leaves(stands('starting'))
    given(inFullSession, requests).when('system', 'recording.confirm', {}).leaves(stands('running'))
    given(inFullSession, requests).when('chair', 'recording.confirm', {}).isRejected('forbidden')
    given(inFullSession, requests, confirms).when('system', 'recording.confirm', {}).givesNothing()
    given(inFullSession, starts).when('system', 'recording.confirm', {}).givesNothing()
  })

  it('resumes after a pause only when data are on the disk again', () => {
    const paused = [requests, confirms, pauses]
    given(inFullSession, ...paused)
      .when('chair', 'recording.resume', {})
      .leaves(stands('starting'))
    given(inFullSession, ...paused, by('chair', 'recording.resume', {}), confirms)
  })

  it('shows a gap to staff at once, with track and cause, until data are written again', () => {
    const { state } = given(inFullSession, requests, confirms, later(minutes(1)), loses)
    const gap = { track: camera, cause: 'nothingWritten', from: start + minutes(1), to: null }
    expect(gapsOf('chair', state)).toEqual([gap])
    expect(gapsOf('siteA', state)).toEqual([])
    given(inFullSession, requests, confirms, loses)
      .when('system', 'recording.interrupt', { track: camera, cause: 'nothingWritten' })
      .givesNothing()
    const again = given(
      inFullSession,
      requests,
      confirms,
      later(minutes(1)),
      loses,
      later(minutes(2)),
      by('system', 'recording.restore', { track: camera }),
    )
    expect(again.state.recording.gaps).toEqual([{ ...gap, to: start + minutes(3) }])
    given(inFullSession, requests, confirms).when('system', 'recording.restore', { track: camera }).givesNothing()
  })

  it('has no gap during a pause', () => {
    const { state } = given(inFullSession, requests, confirms, loses, later(minutes(1)), pauses)
    expect(state.recording.gaps[0]?.to).toBe(start + minutes(1))
    given(inFullSession, requests, confirms, pauses)
      .when('system', 'recording.interrupt', { track: null, cause: 'diskFull' })
      .givesNothing()
  })

  it('is stopped when the session is cancelled', () => {
    given(staffAndSitesArrive, requests)
      .when('clerk', 'session.cancel', { reason: 'Chủ tọa vắng' })
      .leaves(stands('off'))
  })

  it('can be replaced by the agency’s own equipment when it does not start', () => {
    given(inFullSession, requests, fails)
      .when('chair', 'recording.start', ownEquipment)
      .gives(event('recording.started', ownEquipment))
      .leaves(({ recording }) => expect(recording).toMatchObject({ status: 'running', by: 'equipment' }))
  })

  it('must be running before a reception opens, and cannot be stopped during it', () => {
    const there = atReception(connect('chair', 'secretary'))
    there.when('chair', 'session.open', {}).isRejected('recording.not-written')
    atReception(connect('chair', 'secretary'), requests)
      .when('chair', 'session.open', {})
      .isRejected('recording.not-written')
    atReception(connect('chair', 'secretary'), requests, confirms, fails)
      .when('chair', 'session.open', {})
      .isRejected('recording.not-written')
    atReception(connect('chair', 'secretary'), requests, confirms)
      .when('chair', 'session.open', {})
      .leaves(({ session }) => expect(session.status).toBe('open'))
    const open = [connect('chair', 'secretary'), requests, confirms, by('chair', 'session.open', {})]
    atReception(...open)
      .when('chair', 'recording.stop', {})
      .isRejected('recording.required')
    atReception(...open)
      .when('chair', 'recording.pause', { reason: 'Công dân mệt' })
      .leaves(stands('paused'))
  })

  it('is always required at a reception; a schedule without it is rejected', () => {
    const reception = { ...booked, kind: 'reception' as const }
    for (const less of [{ recording: 'never' }, { recording: 'onDemand' }, { recordsPictures: false }] as const)
      givenNothing()
        .when('clerk', 'session.schedule', { ...reception, ...less })
        .isRejected('recording.reception')
    const required = givenNothing(by('clerk', 'session.schedule', { ...reception, recording: 'required' }))
    expect(recordingRuleOf(required.state.session)).toBe('required')
  })

  it('is rejected in a session scheduled without recording', () => {
    const never = givenNothing(by('clerk', 'session.schedule', { ...booked, recording: 'never' }))
    expect(recordingRuleOf(never.state.session)).toBe('never')
  })
})

describe('acknowledging the recording', () => {
  it('is recorded once with its time, visible to staff and to that participant', () => {
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

  it('is not asked again when recording restarts after a stop', () => {
    const again = [starts, acknowledges('siteA'), by('chair', 'recording.stop', {}), starts]
    given(inFullSession, ...again)
      .when('siteA', 'recording.acknowledge', {})
      .givesNothing()
  })

  it('is rejected before a recording is announced', () => {
    given(inFullSession).when('citizen1', 'recording.acknowledge', {}).isRejected('recording.not-announced')
  })

  it('is asked on entering, not in the waiting room', () => {
    const { state } = given(inFullSession, sendsBack('citizen1'), starts)
    expect(pageOf('citizen1', state).recording).toMatchObject({ status: 'off', pausedReason: null, acknowledgedAt: {} })
    const inside = given(
      inFullSession,
      sendsBack('citizen1'),
      starts,
      by('chair', 'admission.admit', { participantId: 'citizen1' }),
    )
    expect(pageOf('citizen1', inside.state).recording).toMatchObject({ status: 'running', acknowledgedAt: {} })
  })
})

describe('a reception recorded only by the agency’s own equipment', () => {
  const left = (session: ReturnType<typeof atReception>) =>
    isLeftToEquipment(session.state.recording, session.state.session)

  it('requires the device, the reason and the responsible person', () => {
    for (const field of ['device', 'reason', 'recorderId'] as const) {
      const { [field]: _left, ...others } = ownEquipment
      atReception(connect('chair')).whenSent('chair', 'recording.start', others).isRejected('invalid', { field })
    }
    expect(atReception(connect('chair'), starts).state.recording.equipment).toEqual({ ...ownEquipment, since: start })
  })

  it('can be declared by an account before the opening, but does not replace a running recording of the server', () => {
    atReception(connect('chair'))
      .when('clerk', 'recording.start', ownEquipment)
      .gives(event('recording.announced', {}), event('recording.started', ownEquipment))
    const recorded = [
      connect('chair', 'secretary'),
      by('chair', 'recording.request', {}),
      by('system', 'recording.confirm', {}),
    ]
    atReception(...recorded)
      .when('clerk', 'recording.start', ownEquipment)
      .givesNothing()
    atReception(...recorded, by('chair', 'session.open', {}))
      .when('clerk', 'recording.start', ownEquipment)
      .isRejected('session.not-scheduled')
  })

  it('raises an alarm while it is open, until the server records or the session is closed', () => {
    const open = [connect('chair', 'secretary'), starts, by('chair', 'session.open', {})]
    expect(left(atReception(connect('chair', 'secretary'), starts))).toBe(false)
    expect(left(atReception(...open))).toBe(true)
    expect(left(atReception(...open, by('chair', 'recording.request', {})))).toBe(false)
    expect(left(atReception(...open, closes))).toBe(false)
  })
})
