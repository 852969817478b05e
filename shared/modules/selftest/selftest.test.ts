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
  it('is kept with its date and what it was worth, for somebody who has not come yet', () => {
    given(later(minutes(3)))
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .gives(event('selftest.recorded', { participantId: 'siteA', ...well, verdict: 'good' }))
      .leaves(({ selftest }) =>
        expect(selftest.latest).toMatchObject({ siteA: { verdict: 'good', at: start + minutes(3), count: 1 } }),
      )
  })

  it('is told by the server alone: nobody inside writes one for themself or another', () => {
    for (const who of ['siteA', 'chair', 'clerk'])
      given(staffAndSitesArrive)
        .when(who, 'selftest.record', { participantId: 'siteA', ...well })
        .isRejected('forbidden')
  })

  it('again replaces the one before', () => {
    given(tries('siteA', { ...well, camera: 'fails' }), later(minutes(1)))
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .leaves(({ selftest }) =>
        expect(selftest.latest).toMatchObject({ siteA: { camera: 'works', at: start + minutes(1), count: 2 } }),
      )
  })

  it('is seen by staff and by the one who made it, in the waiting room too', () => {
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

  it('belongs to somebody of the session, and to a session that is not over', () => {
    given()
      .when('system', 'selftest.record', { participantId: 'guest', ...well })
      .isRejected('admission.unknown')
    given(inFullSession, closes)
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .isRejected('session.over')
  })

  it(`is made ${maximumSelftests} times at most by one participant: a page gone mad does not fill the journal`, () => {
    given(...Array.from({ length: maximumSelftests }, () => tries('siteA')))
      .when('system', 'selftest.record', { participantId: 'siteA', ...well })
      .isRejected('selftest.too-many', { maximum: maximumSelftests })
  })

  it('has figures that a line can have', () => {
    for (const line of [{ upKbps: -1 }, { downLossPercent: 101 }, { roundTripMs: Number.NaN }, { route: 'pigeon' }])
      given()
        .whenSent('system', 'selftest.record', { participantId: 'siteA', ...onLine(line) })
        .isRejected('invalid', { field: `line.${Object.keys(line)[0]}` })
  })
})

describe('what a self-test is worth', () => {
  it.each([
    ['everything well', well, 'good'],
    [
      'an observer, who needs neither camera nor microphone',
      { ...well, camera: 'skipped', microphone: 'skipped' },
      'good',
    ],
    ['a loudspeaker nobody heard', { ...well, speaker: 'fails' }, 'bad'],
    ['a browser that cannot do it', { ...well, browser: { name: 'Edge 18', fitness: 'bad' } }, 'bad'],
    ['only TCP gets through', onLine({ route: 'tcp' }), 'usable'],
    ['the agency’s relay', onLine({ route: 'relay' }), 'good'],
    ['a slow way up', onLine({ upKbps: 500, downKbps: 980 }), 'usable'],
    ['hardly a way up', onLine({ upKbps: 150, downKbps: 290 }), 'bad'],
    ['a slow way down', onLine({ downKbps: 500 }), 'usable'],
    ['hardly a way down', onLine({ downKbps: 120 }), 'bad'],
    ['one packet in twenty lost on the way up', onLine({ upLossPercent: 5 }), 'usable'],
    ['one packet in eight lost on the way down', onLine({ downLossPercent: 12 }), 'bad'],
    ['a satellite', onLine({ roundTripMs: 620 }), 'usable'],
    [
      'a computer that cannot keep up, whatever it makes of the line',
      onLine({ isComputerSlow: true, upKbps: 90 }),
      'usable',
    ],
    ['packets that come in gusts', onLine({ jitterMs: 200 }), 'bad'],
    ['no media gets through', { ...well, line: { outcome: 'noMedia' } }, 'bad'],
    ['no WebSocket gets through', { ...well, line: { outcome: 'noSignal' } }, 'bad'],
    ['a server with no room for a test says nothing of the line', { ...well, line: { outcome: 'notTested' } }, 'good'],
  ] satisfies [string, Findings, string][])('%s', (_what, findings, verdict) => {
    expect(verdictOf(findings)).toBe(verdict)
  })

  it('does not hold it against the way down that little went up', () => {
    expect(gradesOf(onLine({ upKbps: 250, downKbps: 480 }))).toMatchObject({ up: 'usable', down: 'good' })
  })

  it('is a code of nine digits, one for each part', () => {
    expect(resultCode(well)).toBe('1111 11111')
    expect(resultCode({ ...onLine({ route: 'tcp', upKbps: 100 }), microphone: 'fails' })).toBe('1311 23111')
    expect(resultCode({ ...well, camera: 'skipped', line: { outcome: 'noMedia' } })).toBe('0111 30000')
  })
})
