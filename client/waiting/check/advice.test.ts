import { describe, expect, it } from 'vitest'
import type { Findings, LineFigures } from '../../../shared/modules/selftest/contract.ts'
import { adviceFor, summaryOf } from './advice.ts'

const figures: LineFigures = {
  upKbps: 1500,
  downKbps: 3000,
  upLossPercent: 0,
  downLossPercent: 0,
  roundTripMs: 30,
  jitterMs: 3,
  route: 'udp',
  isComputerSlow: false,
}
const well: Findings = {
  camera: 'works',
  microphone: 'works',
  speaker: 'works',
  browser: { name: 'Chrome 141, Windows', fitness: 'good' },
  line: { outcome: 'measured', ...figures },
}
const onLine = (change: Partial<LineFigures>): Findings => ({
  ...well,
  line: { outcome: 'measured', ...figures, ...change },
})

describe('advice after a self-test', () => {
  it('is none if all parts are good or skipped', () => {
    const findings: Findings = { ...well, camera: 'skipped' }
    expect(summaryOf(findings).flatMap(({ part }) => adviceFor(part, findings))).toEqual([])
  })

  it('names each problem of the line', () => {
    const findings = onLine({ route: 'tcp', upKbps: 300, downLossPercent: 6, roundTripMs: 500 })
    expect(adviceFor('line', findings)).toEqual([
      'check.advice.tcp',
      'check.advice.slow',
      'check.advice.loss',
      'check.advice.delay',
    ])
  })

  it('gives the reason why no line was measured', () => {
    for (const outcome of ['noSignal', 'noMedia', 'notTested'] as const)
      expect(adviceFor('line', { ...well, line: { outcome } })).toEqual([`check.advice.${outcome}`])
  })

  it('for a slow computer is about the computer, not the line', () => {
    const findings = onLine({ isComputerSlow: true, upKbps: 200 })
    expect(adviceFor('browser', findings)).toEqual(['check.advice.computer'])
    expect(adviceFor('line', findings)).toEqual([])
  })

  it('names the device that failed', () => {
    expect(adviceFor('microphone', { ...well, microphone: 'fails' })).toEqual(['check.advice.microphone'])
  })
})

describe('the summary of a self-test', () => {
  it('grades the line by its worst part', () => {
    expect(summaryOf(onLine({ downLossPercent: 30 })).at(-1)).toEqual({ part: 'line', grade: 'bad' })
    expect(summaryOf({ ...well, line: { outcome: 'notTested' } }).at(-1)).toEqual({ part: 'line', grade: 'skipped' })
  })
})
