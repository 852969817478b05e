// Computes a grade for each part of a self-test. The bounds are our own, derived from what a camera sends here (three
// layers: 100, 450 and 1,550 kbit/s together); see ADR 0024.
import type { DeviceOutcome, Findings, Grade, LineFigures } from './contract.ts'

/** The order of the digits of a result code. */
export const parts = ['camera', 'microphone', 'speaker', 'browser', 'route', 'up', 'down', 'loss', 'delay'] as const
export type Part = (typeof parts)[number]
export type Grades = Readonly<Record<Part, Grade>>

const bounds = {
  upKbps: { good: 900, usable: 200 },
  downKbps: { good: 900, usable: 300 },
  lossPercent: { good: 2, usable: 8 },
  roundTripMs: { good: 250, usable: 700 },
  jitterMs: { good: 40, usable: 120 },
}
/** What comes back is at most twice of what went up: from this share on, the way down was not what held it up. */
const shareThatCameBack = 1.4

export function gradesOf({ camera, microphone, speaker, browser, line }: Findings): Grades {
  return {
    camera: ofDevice(camera),
    microphone: ofDevice(microphone),
    speaker: ofDevice(speaker),
    browser: worst([browser.fitness, isSlow(line) ? 'usable' : 'good']),
    ...ofLine(line),
  }
}

/** The worst of the parts that were tried. */
export function verdictOf(findings: Findings): Grade {
  return worst(Object.values(gradesOf(findings)))
}

/** To be read out on the telephone: `1111 11213`. A digit for each part: 1 good, 2 usable, 3 bad, 0 not tried. */
export function resultCode(findings: Findings): string {
  const grades = gradesOf(findings)
  const digits = parts.map((part) => digitOf[grades[part]]).join('')
  return `${digits.slice(0, 4)} ${digits.slice(4)}`
}

const digitOf: Readonly<Record<Grade, number>> = { skipped: 0, good: 1, usable: 2, bad: 3 }
const gradeOf: Readonly<Record<DeviceOutcome, Grade>> = { works: 'good', fails: 'bad', skipped: 'skipped' }
const ofDevice = (outcome: DeviceOutcome): Grade => gradeOf[outcome]

type LineGrades = Omit<Grades, 'camera' | 'microphone' | 'speaker' | 'browser'>
const untried = { up: 'skipped', down: 'skipped', loss: 'skipped', delay: 'skipped' } as const

function ofLine(line: Findings['line']): LineGrades {
  switch (line.outcome) {
    case 'measured':
      return line.isComputerSlow ? withoutBlame(ofFigures(line)) : ofFigures(line)
    case 'noSignal':
    case 'noMedia':
      return { route: 'bad', ...untried }
    case 'notTested':
      return { route: 'skipped', ...untried }
  }
}

function ofFigures(figures: LineFigures): LineGrades {
  const { upKbps, downKbps, upLossPercent, downLossPercent, roundTripMs, jitterMs, route } = figures
  const allCameBack = downKbps >= upKbps * shareThatCameBack
  return {
    // Over TCP one lost packet holds up all that follow.
    route: route === 'tcp' ? 'usable' : 'good',
    up: atLeast(upKbps, bounds.upKbps),
    down: allCameBack ? 'good' : atLeast(downKbps, bounds.downKbps),
    loss: atMost(Math.max(upLossPercent, downLossPercent), bounds.lossPercent),
    delay: worst([atMost(roundTripMs, bounds.roundTripMs), atMost(jitterMs, bounds.jitterMs)]),
  }
}

/** Of a device that could not keep up nobody can say that its line is bad. */
function withoutBlame(grades: LineGrades): LineGrades {
  const { route, up, down, loss, delay } = grades
  const spare = (grade: Grade): Grade => (grade === 'bad' ? 'usable' : grade)
  return { route, up: spare(up), down: spare(down), loss: spare(loss), delay: spare(delay) }
}

const isSlow = (line: Findings['line']): boolean => line.outcome === 'measured' && line.isComputerSlow

interface Bounds {
  readonly good: number
  readonly usable: number
}

const atLeast = (value: number, { good, usable }: Bounds): Grade =>
  value >= good ? 'good' : value >= usable ? 'usable' : 'bad'
const atMost = (value: number, { good, usable }: Bounds): Grade =>
  value <= good ? 'good' : value <= usable ? 'usable' : 'bad'

function worst(grades: readonly Grade[]): Grade {
  const order: readonly Grade[] = ['bad', 'usable', 'good']
  return order.find((grade) => grades.includes(grade)) ?? 'skipped'
}
