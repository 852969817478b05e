// Which parts a person is told of, and which advice goes with what was found. Keys of the catalogues; pure.
import type { ParseKeys } from 'i18next'
import type { Findings, Grade } from '../../../shared/modules/selftest/contract.ts'
import { type Grades, gradesOf } from '../../../shared/modules/selftest/grades.ts'

/** To a person the line is one thing. */
export type ShownPart = 'camera' | 'microphone' | 'speaker' | 'browser' | 'line'
export type AdviceKey = Extract<ParseKeys, `check.advice.${string}`>

export function summaryOf(findings: Findings): readonly { readonly part: ShownPart; readonly grade: Grade }[] {
  const { camera, microphone, speaker, browser, ...line } = gradesOf(findings)
  return [
    { part: 'camera', grade: camera },
    { part: 'microphone', grade: microphone },
    { part: 'speaker', grade: speaker },
    { part: 'browser', grade: browser },
    { part: 'line', grade: worstOf(Object.values(line)) },
  ]
}

const worstOf = (grades: readonly Grade[]): Grade =>
  (['bad', 'usable', 'good'] as const).find((grade) => grades.includes(grade)) ?? 'skipped'

export function adviceFor(part: ShownPart, findings: Findings): readonly AdviceKey[] {
  const grades = gradesOf(findings)
  const isSlow = findings.line.outcome === 'measured' && findings.line.isComputerSlow
  if (part === 'line') return isSlow ? [] : lineAdvice(findings.line, grades)
  if (part === 'browser' && isSlow) return ['check.advice.computer']
  const isWell = grades[part] === 'good' || grades[part] === 'skipped'
  return isWell ? [] : [`check.advice.${part}`]
}

function lineAdvice({ outcome }: Findings['line'], { route, up, down, loss, delay }: Grades): readonly AdviceKey[] {
  if (outcome !== 'measured') return [`check.advice.${outcome}`]
  const isWeak = (grade: Grade) => grade === 'usable' || grade === 'bad'
  const advice: AdviceKey[] = []
  if (isWeak(route)) advice.push('check.advice.tcp')
  if (isWeak(up) || isWeak(down)) advice.push('check.advice.slow')
  if (isWeak(loss)) advice.push('check.advice.loss')
  if (isWeak(delay)) advice.push('check.advice.delay')
  return advice
}
