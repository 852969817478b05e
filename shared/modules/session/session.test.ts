import { describe, expect, it } from 'vitest'
import {
  by,
  type CommandName,
  closes,
  connect,
  event,
  given,
  givenNothing,
  inFullSession,
  later,
  minutes,
  seals,
  staffAndSitesArrive,
  start,
  suspends,
  waives,
} from '../../../tests/harness/given.ts'
import { aggregate } from '../../../tests/harness/session-model.ts'

const plan = {
  sessionId: 'hearing',
  title: 'Hội nghị trực tuyến quán triệt nghị quyết',
  kind: 'conference',
  scheduledAt: 1_790_000_000_000,
  plannedMinutes: 90,
  place: 'Phòng họp số 1',
  seriesId: null,
  visitOf: null,
  isProtected: false,
  recording: null,
  recordsPictures: true,
  speaksByTurns: false,
  secrecy: 'open',
  advisingUnit: 'Văn phòng Thành ủy',
} as const

describe('scheduling', () => {
  it('creates the session', () => {
    givenNothing()
      .when('clerk', 'session.schedule', plan)
      .gives(event('session.scheduled', plan))
      .leaves(({ session }) => expect(session).toMatchObject({ ...plan, status: 'scheduled', openedAt: null }))
  })

  it('is rejected a second time', () => {
    given().when('clerk', 'session.schedule', plan).isRejected('session.already-scheduled')
  })

  it('is allowed for accounts only, not even for the chair', () => {
    given(staffAndSitesArrive).when('chair', 'session.schedule', plan).isRejected('forbidden')
  })

  it('rejects a blank title', () => {
    givenNothing()
      .when('clerk', 'session.schedule', { ...plan, title: '   ' })
      .isRejected('invalid', { field: 'title' })
  })
})

const moved = {
  title: 'Hội nghị trực tuyến quán triệt nghị quyết',
  scheduledAt: 1_790_086_400_000,
  plannedMinutes: 120,
  place: 'Phòng họp số 2',
  advisingUnit: 'Văn phòng Thành ủy',
}

describe('rescheduling', () => {
  it('changes the announced data and increments the revision', () => {
    givenNothing(by('clerk', 'session.schedule', plan))
      .when('clerk', 'session.reschedule', moved)
      .gives(event('session.rescheduled', moved))
      .leaves(({ session }) => expect(session).toMatchObject({ ...plan, ...moved, status: 'scheduled', revision: 1 }))
  })

  it('to the same values writes nothing', () => {
    const { sessionId: _, seriesId: __, kind: ___, ...same } = plan
    givenNothing(by('clerk', 'session.schedule', plan))
      .when('clerk', 'session.reschedule', same)
      .givesNothing()
  })

  it('is visible in the waiting room', () => {
    given(connect('citizen1'), staffAndSitesArrive)
      .when('clerk', 'session.reschedule', moved)
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1')
  })

  it.each([
    ['before it is scheduled', givenNothing()],
    ['once it is open', given(inFullSession)],
    ['once it is cancelled', given(by('clerk', 'session.cancel', { reason: 'Bão' }))],
  ])('is rejected %s', (_when, session) => {
    session.when('clerk', 'session.reschedule', moved).isRejected('session.not-scheduled')
  })

  it('and cancelling are allowed for accounts only', () => {
    given(staffAndSitesArrive).when('chair', 'session.reschedule', moved).isRejected('forbidden')
    given(staffAndSitesArrive).when('chair', 'session.cancel', { reason: 'Bão' }).isRejected('forbidden')
  })
})

describe('cancelling', () => {
  const cancels = by('clerk', 'session.cancel', { reason: 'Bão số 9' })

  it('ends the session with its reason and disconnects everybody', () => {
    given(staffAndSitesArrive, connect('citizen1'))
      .when('clerk', 'session.cancel', { reason: 'Bão số 9' })
      .gives(event('session.cancelled', { reason: 'Bão số 9' }))
      .leaves(({ session, admission }) => {
        expect(session).toMatchObject({ status: 'cancelled', cancelledReason: 'Bão số 9', openedAt: null, revision: 1 })
        expect(Object.values(admission.participants).filter(({ connectionId }) => connectionId !== null)).toEqual([])
      })
  })

  it('requires a reason', () => {
    given().when('clerk', 'session.cancel', { reason: ' ' }).isRejected('invalid', { field: 'reason' })
  })

  it('is rejected after the session was opened', () => {
    given(inFullSession).when('clerk', 'session.cancel', { reason: 'Bão' }).isRejected('session.not-scheduled')
    given(inFullSession, closes).when('clerk', 'session.cancel', { reason: 'Bão' }).isRejected('session.not-scheduled')
  })

  it('is final: later commands are rejected', () => {
    given(cancels).when('clerk', 'session.open', {}).isRejected('session.not-scheduled')
    given(cancels).when('clerk', 'session.seal', {}).isRejected('session.not-closed')
    given(cancels).when('clerk', 'sites.rename', { siteId: 'branchA', name: 'A' }).isRejected('session.over')
    given(cancels)
      .when('clerk', 'admission.reissueLink', { participantId: 'citizen1', linkId: 'l' })
      .isRejected('session.over')
    given(cancels)
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .isRejected('session.over')
  })
})

describe('opening', () => {
  it('records the time', () => {
    given(staffAndSitesArrive, later(minutes(5)))
      .when('chair', 'session.open', {})
      .gives(event('session.opened', {}))
      .leaves(({ session }) => expect(session).toMatchObject({ status: 'open', openedAt: start + minutes(5) }))
  })

  it('is allowed for an account', () => {
    given().when('clerk', 'session.open', {}).gives(event('session.opened', {}))
  })

  it('is rejected for the secretary', () => {
    given(staffAndSitesArrive).when('secretary', 'session.open', {}).isRejected('forbidden')
  })

  it.each([
    ['before it is scheduled', givenNothing()],
    ['twice', given(inFullSession)],
    ['while suspended', given(inFullSession, suspends)],
    ['after closing', given(inFullSession, closes)],
  ])('is rejected %s', (_when, session) => {
    session.when('clerk', 'session.open', {}).isRejected('session.not-scheduled')
  })
})

describe('suspending and resuming', () => {
  it('stores the reason until the session is resumed', () => {
    given(inFullSession)
      .when('chair', 'session.suspend', { reason: 'Mất điện tại điểm cầu trung tâm' })
      .gives(event('session.suspended', { reason: 'Mất điện tại điểm cầu trung tâm' }))
      .leaves(({ session }) =>
        expect(session).toMatchObject({ status: 'suspended', suspendedReason: 'Mất điện tại điểm cầu trung tâm' }),
      )
    given(inFullSession, suspends)
      .when('chair', 'session.resume', {})
      .gives(event('session.resumed', {}))
      .leaves(({ session }) => expect(session).toMatchObject({ status: 'open', suspendedReason: null }))
  })

  it('requires a reason', () => {
    given(inFullSession).when('chair', 'session.suspend', { reason: ' ' }).isRejected('invalid', { field: 'reason' })
  })

  it.each([
    ['before opening', given(staffAndSitesArrive)],
    ['twice', given(inFullSession, suspends)],
    ['after closing', given(inFullSession, closes)],
  ])('is rejected %s', (_when, session) => {
    session.when('chair', 'session.suspend', { reason: 'Nghỉ' }).isRejected('session.not-open')
  })

  it('rejects resuming a session that is not suspended', () => {
    given(inFullSession).when('chair', 'session.resume', {}).isRejected('session.not-suspended')
  })

  it('is visible in the waiting room too', () => {
    given(
      inFullSession,
      by('chair', 'admission.returnToWaiting', { participantId: 'citizen1', reason: 'Chờ đến lượt' }),
    )
      .when('chair', 'session.suspend', { reason: 'Nghỉ giải lao' })
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
  })
})

describe('closing', () => {
  it.each([
    ['an open session', given(inFullSession, later(minutes(30)))],
    ['a suspended session', given(inFullSession, suspends, later(minutes(30)))],
  ])('ends %s', (_which, session) => {
    session
      .when('chair', 'session.close', {})
      .gives(event('session.closed', {}))
      .leaves((state) =>
        expect(state.session).toMatchObject({
          status: 'closed',
          suspendedReason: null,
          closedAt: start + minutes(30),
        }),
      )
  })

  it('requires a session that is open or suspended', () => {
    given(staffAndSitesArrive).when('chair', 'session.close', {}).isRejected('session.not-open')
    given(inFullSession, closes).when('clerk', 'session.close', {}).isRejected('session.not-open')
  })

  it.each<[CommandName, who: string, data: unknown, code: string]>([
    ['sites.add', 'secretary', { siteId: 'branchC', name: 'Điểm cầu C', rank: 'branch' }, 'session.over'],
    ['sites.rename', 'secretary', { siteId: 'branchA', name: 'Điểm cầu A' }, 'session.over'],
    ['sites.addDelegate', 'secretary', { siteId: 'branchA', delegateId: 'd', personId: 'p' }, 'session.over'],
    ['sites.removeDelegate', 'secretary', { siteId: 'branchA', delegateId: 'delegate1' }, 'session.over'],
    [
      'admission.invite',
      'secretary',
      { participantId: 'late', personId: 'p', role: 'observer', siteId: null, waits: true, linkId: 'l' },
      'session.over',
    ],
    ['rollcall.mark', 'siteA', { delegateId: 'delegate1', mark: 'present', substituteId: null }, 'session.over'],
    ['rollcall.countHeads', 'siteA', { siteId: 'branchA', count: 3 }, 'session.over'],
    ['rollcall.confirm', 'chair', { siteId: 'branchA' }, 'session.over'],
    ['floor.request', 'siteA', { purpose: 'speak' }, 'session.not-open'],
    ['floor.grant', 'chair', { participantId: 'siteA', limitSeconds: null }, 'session.not-open'],
    ['session.suspend', 'chair', { reason: 'Nghỉ' }, 'session.not-open'],
  ])('rejects %s afterwards', (type, who, data, code) => {
    given(inFullSession, closes).whenSent(who, type, data).isRejected(code)
  })

  it('still lets the secretary complete the minutes', () => {
    given(inFullSession, closes, later(minutes(20)))
      .when('secretary', 'minutes.add', { content: { kind: 'decision', text: 'Thống nhất nội dung kết luận.' } })
      .leaves((state) => expect(state.minutes.entries).toHaveLength(1))
  })
})

describe('sealing', () => {
  it.each(['chair', 'secretary', 'clerk', 'system'])('is allowed for the %s', (who) => {
    given(inFullSession, closes, waives)
      .when(who, 'session.seal', {})
      .gives(event('session.sealed', {}))
      .leaves(({ session }) => expect(session.status).toBe('sealed'))
  })

  it('requires a closed session', () => {
    given(inFullSession).when('secretary', 'session.seal', {}).isRejected('session.not-closed')
    given(inFullSession, closes, seals).when('clerk', 'session.seal', {}).isRejected('session.not-closed')
  })

  it('is rejected for a site operator', () => {
    given(inFullSession, closes).when('siteA', 'session.seal', {}).isRejected('forbidden')
  })

  it.each(['chair', 'secretary', 'clerk', 'system'])(
    'is rejected for the %s while the minutes are neither issued nor waived',
    (who) => {
      given(inFullSession, closes).when(who, 'session.seal', {}).isRejected('approval.minutes-owed')
    },
  )

  it('is not a deadline of the session module, because working days depend on the calendar of the agency', () => {
    expect(aggregate.deadlines(given(inFullSession, closes, waives).state)).toEqual([])
  })

  it('disconnects everybody', () => {
    given(inFullSession, closes, waives)
      .when('secretary', 'session.seal', {})
      .leaves(({ admission }) =>
        expect(Object.values(admission.participants).map(({ status, connectionId }) => [status, connectionId])).toEqual(
          Array.from({ length: 7 }, () => ['left', null]),
        ),
      )
  })
})
