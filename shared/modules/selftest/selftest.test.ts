import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  connect,
  event,
  given,
  inFullSession,
  later,
  minutes,
  pageOf,
  type Step,
  staffAndSitesArrive,
  start,
  type Who,
} from '../../../tests/harness/given.ts'
import { type Findings, maximumSelftests } from './contract.ts'
import { gradesOf, resultCode, verdictOf } from './grades.ts'

const measured = {
  outcome: 'measured',
  upKbps: 1400,
  downKbps: 2700,
  upLossPercent: 0,
  downLossPercent: 0.4,
  roundTripMs: 40,
  jitterMs: 6,
  route: 'udp',
  isComputerSlow: false,
} as const
const well: Findings = {
  camera: 'works',
  microphone: 'works',
  speaker: 'works',
  browser: { name: 'Chrome 141, Windows', fitness: 'good' },
  line: measured,
}
const onLine = (change: Partial<typeof measured> | object): Findings => ({ ...well, line: { ...measured, ...change } })
const tries = (who: Who, findings: Findings = well): Step =>
  by('system', 'selftest.record', { participantId: who, ...findings })

describe('a self-test', () => {
  it('is stored with its time and verdict, also for somebody who has not arrived', () => {
    given(later(minutes(3)))
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .gives(event('selftest.recorded', { participantId: 'siteA', ...well, verdict: 'good' }))
      .leaves(({ selftest }) =>
        expect(selftest.latest).toMatchObject({ siteA: { verdict: 'good', at: start + minutes(3), count: 1 } }),
      )
  })

  it('is recorded by the server only', () => {
    for (const who of ['siteA', 'chair', 'clerk'])
      given(staffAndSitesArrive)
        .when(who, 'selftest.record', { participantId: 'siteA', ...well })
        .isRejected('forbidden')
  })

  it('replaces the previous one', () => {
    given(tries('siteA', { ...well, camera: 'fails' }), later(minutes(1)))
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .leaves(({ selftest }) =>
        expect(selftest.latest).toMatchObject({ siteA: { camera: 'works', at: start + minutes(1), count: 2 } }),
      )
  })

  it('is visible to staff and to the one who made it, also in the waiting room', () => {
    given(inFullSession)
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .isSeenBy('chair', 'secretary', 'siteA')
      .leaves((state) => {
        expect(Object.keys(pageOf('secretary', state).selftest.latest)).toEqual(['siteA'])
        expect(pageOf('siteB', state).selftest.latest).toEqual({})
      })
    given(staffAndSitesArrive, connect('citizen1'))
      .when('system', 'selftest.record', { participantId: 'citizen1', ...well })
      .isSeenBy('chair', 'secretary', 'citizen1')
  })

  it('requires a participant of the session, and a session that is not over', () => {
    given()
      .when('system', 'selftest.record', { participantId: 'guest', ...well })
      .isRejected('admission.unknown')
    given(inFullSession, closes)
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .isRejected('session.over')
  })

  it(`is rejected beyond ${maximumSelftests} times for one participant, so that a faulty page cannot fill the journal`, () => {
    given(...Array.from({ length: maximumSelftests }, () => tries('siteA')))
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .isRejected('selftest.too-many', { maximum: maximumSelftests })
  })

  it('rejects impossible values of the line', () => {
    for (const line of [{ upKbps: -1 }, { downLossPercent: 101 }, { roundTripMs: Number.NaN }, { route: 'pigeon' }])
      given()
        .whenSent('system', 'selftest.record', { participantId: 'siteA', ...onLine(line) })
        .isRejected('invalid', { field: `line.${Object.keys(line)[0]}` })
  })
})

describe('the verdict of a self-test', () => {
  it.each([
    ['everything works', well, 'good'],
    [
      'an observer, who needs neither camera nor microphone',
      { ...well, camera: 'skipped', microphone: 'skipped' },
      'good',
    ],
    ['the loudspeaker was not heard', { ...well, speaker: 'fails' }, 'bad'],
    ['the browser is not supported', { ...well, browser: { name: 'Edge 18', fitness: 'bad' } }, 'bad'],
    ['media over TCP only', onLine({ route: 'tcp' }), 'usable'],
    ['media over the agency’s relay', onLine({ route: 'relay' }), 'good'],
    ['a slow upstream', onLine({ upKbps: 500, downKbps: 980 }), 'usable'],
    ['a very slow upstream', onLine({ upKbps: 150, downKbps: 290 }), 'bad'],
    ['a slow downstream', onLine({ downKbps: 500 }), 'usable'],
    ['a very slow downstream', onLine({ downKbps: 120 }), 'bad'],
    ['5 % packet loss upstream', onLine({ upLossPercent: 5 }), 'usable'],
    ['12 % packet loss downstream', onLine({ downLossPercent: 12 }), 'bad'],
    ['a round-trip time of 620 ms', onLine({ roundTripMs: 620 }), 'usable'],
    ['a computer that is too slow, whatever the line measured', onLine({ isComputerSlow: true, upKbps: 90 }), 'usable'],
    ['a jitter of 200 ms', onLine({ jitterMs: 200 }), 'bad'],
    ['no media connection', { ...well, line: { outcome: 'noMedia' } }, 'bad'],
    ['no WebSocket connection', { ...well, line: { outcome: 'noSignal' } }, 'bad'],
    ['the line was not tested because the server is full', { ...well, line: { outcome: 'notTested' } }, 'good'],
  ] satisfies [string, Findings, string][])('%s', (_what, findings, verdict) => {
    expect(verdictOf(findings)).toBe(verdict)
  })

  it('grades the downstream relative to what was sent up', () => {
    expect(gradesOf(onLine({ upKbps: 250, downKbps: 480 }))).toMatchObject({ up: 'usable', down: 'good' })
  })

  it('is encoded as nine digits, one for each part', () => {
    expect(resultCode(well)).toBe('1111 11111')
    expect(resultCode({ ...onLine({ route: 'tcp', upKbps: 100 }), microphone: 'fails' })).toBe('1311 23111')
    expect(resultCode({ ...well, camera: 'skipped', line: { outcome: 'noMedia' } })).toBe('0111 30000')
  })
})
