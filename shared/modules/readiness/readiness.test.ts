import { describe, expect, it } from 'vitest'
import {
  atBookedReception,
  atReception,
  by,
  connect,
  event,
  given,
  inFullSession,
  later,
  loses,
  minutes,
  pageOf,
  type Step,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import { ownEquipment } from '../../../tests/harness/own-equipment.ts'
import { Gate, gatesOf, isPassed } from './contract.ts'

const deadlines = {
  notice: start + minutes(10),
  connectionTest: start + minutes(20),
  allConnected: start + minutes(30),
}
const planned = by('clerk', 'readiness.plan', deadlines)
const notified = by('clerk', 'readiness.recordNotice', {})
const tested = (siteId: string, hasPassed = true) =>
  by('secretary', 'readiness.recordConnectionTest', { siteId, hasPassed, note: null })
const everyGate = Gate.options
const everySite = ['centre', 'branchA', 'branchB'] as const

const passed = (session: ReturnType<typeof given>) => {
  const { readiness, session: asIs, sites } = session.state
  const gates = gatesOf(
    readiness,
    asIs,
    sites.sites.map(({ siteId }) => siteId),
  )
  return gates.filter(isPassed).map(({ gate }) => gate)
}

const asked = { reason: 'Đã gọi điện hỏi, nghe rõ cả hai chiều' }

describe('the gates before the opening', () => {
  it('are not passed before a plan with deadlines exists', () => {
    expect(passed(given(notified))).toEqual([])
    given().when('clerk', 'readiness.plan', deadlines).gives(event('readiness.planned', deadlines))
    given(planned).when('clerk', 'readiness.plan', deadlines).givesNothing()
  })

  it('are passed by their evidence, each before its deadline', () => {
    const ready = given(planned, notified, staffAndSitesArrive, ...everySite.map((site) => tested(site)))
    expect(passed(ready)).toEqual(['notice', 'connectionTest'])
    ready.when('secretary', 'readiness.recordAllConnected', asked).gives(event('readiness.allConnected', asked))
    expect(passed(ready)).toEqual(['notice', 'connectionTest', 'allConnected'])
  })

  it('are not passed by evidence after the deadline', () => {
    expect(passed(given(planned, later(minutes(10)), notified))).toEqual(['notice'])
    expect(passed(given(planned, later(minutes(11)), notified))).toEqual([])
  })

  it('require a passed test of every site; the newest test of a site counts', () => {
    const two = given(planned, staffAndSitesArrive, tested('centre'), tested('branchA'))
    expect(passed(two)).toEqual([])
    expect(
      passed(given(planned, staffAndSitesArrive, ...everySite.map((one) => tested(one)), tested('branchB', false))),
    ).toEqual([])
  })
})

describe('a connection test', () => {
  it('is recorded with its result and with who made it', () => {
    given(staffAndSitesArrive)
      .when('secretary', 'readiness.recordConnectionTest', { siteId: 'branchA', hasPassed: false, note: 'Tiếng rè' })
      .leaves(({ readiness }) =>
        expect(readiness.tests).toEqual([
          {
            siteId: 'branchA',
            hasPassed: false,
            note: 'Tiếng rè',
            at: start,
            by: { kind: 'participant', participantId: 'secretary' },
          },
        ]),
      )
    given()
      .when('clerk', 'readiness.recordConnectionTest', { siteId: 'nowhere', hasPassed: true, note: null })
      .isRejected('readiness.unknown-site')
  })

  it('is recorded by staff only', () => {
    given(staffAndSitesArrive)
      .when('siteA', 'readiness.recordConnectionTest', { siteId: 'branchA', hasPassed: true, note: null })
      .isRejected('forbidden')
  })
})

describe('the evidence that a site sees and hears the centre, and is seen and heard by it', () => {
  const connected = (siteId: string) => by('system', 'readiness.recordSiteConnected', { siteId })
  const byTelephone = { siteId: 'branchB', ...asked, personId: 'clerk' }

  it('passes the gate when it exists for every site, measured or recorded by hand', () => {
    const two = given(planned, staffAndSitesArrive, connected('centre'), connected('branchA'))
    expect(passed(two)).toEqual([])
    two
      .when('clerk', 'readiness.recordSiteConnected', byTelephone)
      .gives(event('readiness.siteConnected', byTelephone))
      .leaves(({ readiness }) =>
        expect(readiness.connections.map(({ siteId, by: { kind } }) => [siteId, kind])).toEqual([
          ['centre', 'system'],
          ['branchA', 'system'],
          ['branchB', 'account'],
        ]),
      )
    expect(passed(two)).toEqual(['allConnected'])
  })

  it('counts from the last site; the first evidence of a site is kept', () => {
    const late = given(planned, connected('centre'), connected('branchA'), later(minutes(31)), connected('branchB'))
    expect(passed(late)).toEqual([])
    late.when('secretary', 'readiness.recordSiteConnected', { siteId: 'branchA' }).isRejected('forbidden')
    late.when('clerk', 'readiness.recordSiteConnected', { siteId: 'branchA' }).givesNothing()
    late.when('system', 'readiness.recordSiteConnected', { siteId: 'nowhere' }).isRejected('readiness.unknown-site')
  })

  it('is recorded by hand only with a reason and the name of a responsible person', () => {
    const late = given(planned, staffAndSitesArrive)
    late
      .when('clerk', 'readiness.recordSiteConnected', { siteId: 'branchB', personId: 'clerk' })
      .isRejected('readiness.reason-missing')
    late
      .when('clerk', 'readiness.recordSiteConnected', { siteId: 'branchB', ...asked })
      .isRejected('readiness.nobody-named')
    late.when('chair', 'readiness.recordSiteConnected', { siteId: 'branchB' }).isRejected('readiness.reason-missing')
    late
      .when('chair', 'readiness.recordSiteConnected', { siteId: 'branchB', ...asked })
      .leaves(({ readiness }) => expect(readiness.connections).toMatchObject([{ ...asked, personId: null }]))
  })

  it('is rejected from the site itself', () => {
    given(staffAndSitesArrive)
      .when('siteA', 'readiness.recordSiteConnected', { siteId: 'branchA' })
      .isRejected('forbidden')
  })

  it('shows in the room that an account recorded it, but not which account', () => {
    const page = pageOf(
      'siteA',
      given(staffAndSitesArrive, by('clerk', 'readiness.recordSiteConnected', byTelephone)).state,
    )
    expect(page.readiness.connections.map(({ by: who }) => who)).toEqual([{ kind: 'account', accountId: 'staff' }])
  })
})

describe('the evidence that all sites are connected', () => {
  it('can be recorded by hand for all sites at once, with the name of who does it', () => {
    given(planned, staffAndSitesArrive)
      .when('secretary', 'readiness.recordAllConnected', asked)
      .leaves(({ readiness }) =>
        expect(readiness).toMatchObject({
          connectedBy: { kind: 'participant', participantId: 'secretary' },
          connectedReason: asked.reason,
        }),
      )
    const known = everySite.map((siteId) => by('system', 'readiness.recordSiteConnected', { siteId }))
    given(planned, staffAndSitesArrive, ...known)
      .when('chair', 'readiness.recordAllConnected', asked)
      .givesNothing()
  })

  it('is rejected while a site is missing', () => {
    given(connect('secretary', 'siteA'))
      .when('secretary', 'readiness.recordAllConnected', asked)
      .isRejected('readiness.site-missing', { site: 'Điểm cầu branchB' })
    given(staffAndSitesArrive, loses('siteB'))
      .when('chair', 'readiness.recordAllConnected', asked)
      .isRejected('readiness.site-missing', { site: 'Điểm cầu branchB' })
  })
})

describe('overriding gates that are not passed', () => {
  it('is done by the chair with a reason, and records the gates', () => {
    given(planned, notified, staffAndSitesArrive)
      .when('chair', 'readiness.override', { reason: 'Việc khẩn cấp' })
      .gives(
        event('readiness.overridden', {
          reason: 'Việc khẩn cấp',
          personId: null,
          gates: ['connectionTest', 'allConnected'],
        }),
      )
    given(planned, staffAndSitesArrive)
      .when('secretary', 'readiness.override', { reason: 'Việc khẩn cấp' })
      .isRejected('forbidden')
    given(planned, staffAndSitesArrive)
      .when('chair', 'readiness.override', { reason: ' ' })
      .isRejected('invalid', { field: 'reason' })
  })

  it('is rejected when all gates are passed, none is planned, or the session is open', () => {
    given(staffAndSitesArrive).when('chair', 'readiness.override', { reason: 'Gấp' }).isRejected('readiness.all-passed')
    given(planned, inFullSession)
      .when('chair', 'readiness.override', { reason: 'Gấp' })
      .isRejected('session.not-scheduled')
  })
})

describe('a reception whose gates are not all passed', () => {
  const recorded = by('chair', 'recording.start', ownEquipment)
  const ready: Step = (session) => {
    for (const step of [planned, staffAndSitesArrive, recorded]) step(session)
  }
  const overridden = by('chair', 'readiness.override', { reason: 'Việc khẩn cấp' })
  const connected = by('secretary', 'readiness.recordAllConnected', asked)

  it('cannot be opened by chair or account; the rejection names the missing gates', () => {
    const missing = { gates: 'connectionTest, allConnected', count: 2 }
    for (const who of ['chair', 'clerk'] as const)
      atBookedReception(ready, notified).when(who, 'session.open', {}).isRejected('readiness.gates-missing', missing)
  })

  it('can be opened when all gates are passed in time, but not when one is passed too late', () => {
    const tests = everySite.map((site) => tested(site))
    atBookedReception(ready, notified, ...tests, connected)
      .when('clerk', 'session.open', {})
      .gives(event('session.opened', {}))
    atBookedReception(ready, notified, ...tests, later(minutes(31)), connected)
      .when('clerk', 'session.open', {})
      .isRejected('readiness.gates-missing', { gates: 'allConnected', count: 1 })
  })

  it('can be opened after an override by the chair, or by an account in the name of a person on record', () => {
    atBookedReception(ready, overridden).when('chair', 'session.open', {}).gives(event('session.opened', {}))
    const decides = (personId: string | null) => ({ reason: 'Việc khẩn cấp', personId })
    atBookedReception(ready).when('clerk', 'readiness.override', decides(null)).isRejected('readiness.nobody-named')
    atBookedReception(ready).when('chair', 'readiness.override', decides('other')).isRejected('readiness.nobody-named')
    atBookedReception(ready, by('clerk', 'readiness.override', decides('clerk')))
      .when('clerk', 'session.open', {})
      .gives(event('session.opened', {}))
  })

  it('cannot be opened when a gate fails that was not overridden, or when the plan changed after the override', () => {
    const tests = everySite.map((site) => tested(site))
    atBookedReception(ready, ...tests, overridden, tested('branchA', false))
      .when('chair', 'session.open', {})
      .isRejected('readiness.gates-missing', { gates: 'connectionTest', count: 1 })
    const moved = by('clerk', 'readiness.plan', { ...deadlines, notice: deadlines.notice + 1 })
    atBookedReception(ready, overridden, moved)
      .when('chair', 'session.open', {})
      .isRejected('readiness.gates-missing', { gates: 'notice, connectionTest, allConnected', count: 3 })
  })

  it('without a plan lacks all gates, and can be opened only after an override with reason and name', () => {
    const missing = { gates: 'notice, connectionTest, allConnected', count: 3 }
    const unplanned = atBookedReception(notified, staffAndSitesArrive, recorded)
    for (const who of ['chair', 'clerk'] as const)
      unplanned.when(who, 'session.open', {}).isRejected('readiness.gates-missing', missing)
    unplanned
      .when('chair', 'readiness.override', { reason: 'Việc khẩn cấp' })
      .leaves(({ readiness }) => expect(readiness.override?.gates).toEqual(everyGate))
    unplanned.when('chair', 'session.open', {}).gives(event('session.opened', {}))
  })

  it('lacks all gates after it was rescheduled to another time, until it is planned again', () => {
    const { scheduledAt, title, plannedMinutes, place } = given().state.session
    const plan = by('clerk', 'readiness.plan', { ...deadlines, scheduledAt })
    const change = { title, plannedMinutes, place, advisingUnit: 'Văn phòng' }
    const renamed = by('clerk', 'session.reschedule', { ...change, scheduledAt })
    const moved = by('clerk', 'session.reschedule', { ...change, scheduledAt: scheduledAt + minutes(60) })
    const prepared = [
      plan,
      notified,
      staffAndSitesArrive,
      ...everySite.map((site) => tested(site)),
      recorded,
      connected,
    ]
    atBookedReception(...prepared, renamed)
      .when('clerk', 'session.open', {})
      .gives(event('session.opened', {}))
    const late = atBookedReception(...prepared, moved)
    expect(passed(late)).toEqual([])
    const missing = { gates: everyGate.join(', '), count: 3 }
    late.when('clerk', 'session.open', {}).isRejected('readiness.gates-missing', missing)
    late.when('clerk', 'readiness.plan', { ...deadlines, scheduledAt: scheduledAt + minutes(60) })
    late.when('clerk', 'session.open', {}).gives(event('session.opened', {}))
  })

  it('differs from a conference, where gates are guidance, and from a visit, which is not planned: both open without them', () => {
    given(planned, staffAndSitesArrive).when('clerk', 'session.open', {}).gives(event('session.opened', {}))
    atReception(staffAndSitesArrive, recorded).when('clerk', 'session.open', {}).gives(event('session.opened', {}))
  })
})
