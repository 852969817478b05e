// Builds cases for module tests, step by step, on days of November 2026.

import type { Actor } from '../kernel/actor.ts'
import { AccountId } from '../kernel/ids.ts'
import { type CaseState, composeCase } from './index.ts'

export const aggregate = composeCase({ freeze: true })
export const officer = AccountId.parse('officer')
/** 09:00 of the day in Việt Nam. */
export const morning = (day: string): number => Date.parse(`${day}T02:00:00Z`)
export const today = '2026-11-25'

export type Step = readonly [type: string, data?: object | undefined, on?: string | undefined, by?: string | undefined]

const receipt = {
  caseId: 'case',
  register: { year: 2026, kind: 'complaint', number: 12 },
  way: 'post',
  reception: null,
  receivedOn: '2026-11-20',
  writtenOn: '2026-11-18',
  kind: 'complaint',
  signers: 1,
  subject: 'Khiếu nại quyết định thu hồi đất',
  content: 'Đề nghị xem xét lại.',
  petitionerIds: ['citizen'],
  attachments: [],
  splitFrom: null,
  isProtected: false,
}
export const received = (changes: object = {}): Step => ['intake.receive', { ...receipt, ...changes }]
export const checked = (isMet = true): Step => [
  'intake.check',
  { checks: [{ condition: 'signed', wording: 'Đơn có chữ ký', isMet }], note: null },
]
export const judged = (outcome: string, body: string | null = null, reason: string | null = null): Step => [
  'intake.judge',
  { outcome, body, reason },
]
export const assigned = (officerId: string | null = 'officer'): Step => [
  'handling.assign',
  { unit: 'Phòng Kinh tế', officerId, note: null },
]
export const paper = { paperNumber: '45/QĐ-UBND', on: today }
export const decided: Step = ['handling.decide', { ...paper, result: 'partlyRight', text: 'Tính lại mức bồi thường.' }]
export const answered: Step = ['handling.answer', { ...paper, text: 'Xin gửi quyết định.' }]
export const closed: Step = ['outcome.close', { satisfaction: 'satisfied', note: null }]
export const inHand: readonly Step[] = [received(), checked(), judged('own'), assigned()]

export function actorOf(by: string): Extract<Actor, { kind: 'account' | 'system' }> {
  return by === 'system' ? { kind: 'system' } : { kind: 'account', accountId: AccountId.parse(by) }
}

/** The state after the steps, or the code of the first that is refused. */
export function following(...steps: readonly Step[]): CaseState | string {
  let state = aggregate.initial
  for (const [index, [type, data = {}, on = today, by = 'officer']] of steps.entries()) {
    const actor = actorOf(by)
    const at = morning(on)
    const outcome = aggregate.decide(state, { type, data }, { actor, at, newId: () => 'id', codeFor: () => 'none' })
    if ('rejection' in outcome) return outcome.rejection.code
    if ('opens' in outcome) throw new Error('a case has no box')
    state = aggregate.evolve(state, { seq: index + 1, at, actor, events: [...outcome.events] })
  }
  return state
}

export function stateAfter(...steps: readonly Step[]): CaseState {
  const state = following(...steps)
  if (typeof state === 'string') throw new Error(state)
  return state
}
