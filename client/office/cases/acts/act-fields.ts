// What each step asks for, in the order in which it is asked, and where it is sent. Pure.

import { DecisionResult } from '../../../../shared/cases/handling/contract.ts'
import { Circumstance, CompetenceOutcome, caseKinds } from '../../../../shared/cases/intake/contract.ts'
import { Satisfaction } from '../../../../shared/cases/outcome/contract.ts'
import type { Act } from '../../../../shared/projections/case-acts.ts'
import { SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import { isDay } from '../../../base/ui/dates/typed-day.ts'
import type { StepName } from '../queries.ts'

export type FieldName =
  | 'unit'
  | 'officerId'
  | 'note'
  | 'outcome'
  | 'body'
  | 'reason'
  | 'paperNumber'
  | 'on'
  | 'text'
  | 'until'
  | 'ground'
  | 'result'
  | 'way'
  | 'satisfaction'
  | 'kind'
  | 'signers'
  | 'circumstance'
  | 'subject'
  | 'content'
  | 'sessionId'
  | 'sentBy'
  | 'wantsResult'
  | 'secrecy'

export interface Field {
  readonly name: FieldName
  readonly as: 'line' | 'text' | 'date' | 'number' | 'choice' | 'unit' | 'officer' | 'session' | 'tick'
  readonly isOptional?: boolean
  /** The words of a choice: `satisfaction.satisfied`. */
  readonly words?: 'competence' | 'caseResult' | 'satisfaction' | 'caseKind' | 'circumstance' | 'secrecy'
  readonly choices?: readonly string[]
  /** Asked for only while this field has one of these values. */
  readonly when?: { readonly name: FieldName; readonly is: readonly string[] }
}

const paperNumber: Field = { name: 'paperNumber', as: 'line' }
const on: Field = { name: 'on', as: 'date' }
const text: Field = { name: 'text', as: 'text' }
const ground: Field = { name: 'ground', as: 'text' }
const satisfaction: Field = { name: 'satisfaction', as: 'choice', words: 'satisfaction', choices: Satisfaction.options }
const note: Field = { name: 'note', as: 'text', isOptional: true }
const reason: Field = { name: 'reason', as: 'text', isOptional: true }

/** Those not here have dialogs of their own. */
export const actForms: Readonly<Partial<Record<Act, { readonly step: StepName; readonly fields: readonly Field[] }>>> =
  {
    judge: {
      step: 'judge',
      fields: [
        { name: 'outcome', as: 'choice', words: 'competence', choices: CompetenceOutcome.options },
        { name: 'body', as: 'line', when: { name: 'outcome', is: ['guide', 'transfer'] } },
        reason,
      ],
    },
    sendOn: { step: 'sendOn', fields: [paperNumber, on] },
    assign: {
      step: 'assign',
      fields: [{ name: 'unit', as: 'unit' }, { name: 'officerId', as: 'officer', isOptional: true }, note],
    },
    verify: { step: 'verify', fields: [text] },
    bookDialogue: { step: 'pointToDialogue', fields: [{ name: 'sessionId', as: 'session' }] },
    notifyDialogue: { step: 'notifyDialogue', fields: [paperNumber, on] },
    holdDialogue: { step: 'holdDialogue', fields: [on, { ...paperNumber, isOptional: true }] },
    extend: { step: 'extend', fields: [{ name: 'until', as: 'date' }, ground] },
    suspend: { step: 'suspend', fields: [ground] },
    resume: { step: 'resume', fields: [ground] },
    decide: {
      step: 'decide',
      fields: [
        paperNumber,
        on,
        { name: 'result', as: 'choice', words: 'caseResult', choices: DecisionResult.options },
        text,
      ],
    },
    publish: { step: 'publish', fields: [on, { name: 'way', as: 'text' }] },
    notify: { step: 'notify', fields: [paperNumber, on, text] },
    answer: { step: 'answer', fields: [{ ...paperNumber, isOptional: true }, on, text] },
    tellSender: { step: 'tellSender', fields: [paperNumber, on] },
    receiveResult: { step: 'receiveResult', fields: [paperNumber, on, text] },
    passOnResult: { step: 'passOnResult', fields: [on, { ...paperNumber, isOptional: true }] },
    close: { step: 'close', fields: [satisfaction, note] },
    noteSatisfaction: { step: 'noteSatisfaction', fields: [satisfaction, note] },
    classify: {
      step: 'classify',
      fields: [
        { name: 'kind', as: 'choice', words: 'caseKind', choices: caseKinds },
        { name: 'signers', as: 'number' },
      ],
    },
    find: {
      step: 'find',
      fields: [{ name: 'circumstance', as: 'choice', words: 'circumstance', choices: Circumstance.options }],
    },
    noteSender: {
      step: 'noteSender',
      fields: [{ name: 'sentBy', as: 'line' }, paperNumber, on, { name: 'wantsResult', as: 'tick' }],
    },
    noteDecisionKnown: { step: 'noteDecisionKnown', fields: [on] },
    noteFirstDecision: { step: 'noteFirstDecision', fields: [on] },
    correct: {
      step: 'correct',
      fields: [
        { name: 'subject', as: 'line' },
        { name: 'content', as: 'text' },
      ],
    },
    setLevel: {
      step: 'changeLevel',
      fields: [
        { name: 'secrecy', as: 'choice', words: 'secrecy', choices: SecrecyLevel.options },
        { name: 'reason', as: 'line' },
      ],
    },
    withdraw: { step: 'withdraw', fields: [on, reason] },
  }

/** The value of a ticked box. */
export const ticked = 'yes'

export type Values = Readonly<Partial<Record<FieldName, string>>>

export const nothingTyped: Required<Values> = {
  unit: '',
  officerId: '',
  note: '',
  outcome: '',
  body: '',
  reason: '',
  paperNumber: '',
  on: '',
  text: '',
  until: '',
  ground: '',
  result: '',
  way: '',
  satisfaction: '',
  kind: '',
  signers: '',
  circumstance: '',
  subject: '',
  content: '',
  sessionId: '',
  sentBy: '',
  wantsResult: '',
  secrecy: '',
}

export const isAsked = ({ when }: Field, values: Values): boolean =>
  when === undefined || when.is.includes(values[when.name] ?? '')

export function isFilled(field: Field, values: Values): boolean {
  if (field.as === 'tick' || !isAsked(field, values)) return true
  const typed = (values[field.name] ?? '').trim()
  return typed === '' ? field.isOptional === true : field.as !== 'date' || isDay(typed)
}

/** What was not asked for, or left out, is sent as nothing. */
export function bodyOf(fields: readonly Field[], values: Values): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    fields.map((field) => {
      if (field.as === 'tick') return [field.name, values[field.name] === ticked]
      const typed = isAsked(field, values) ? (values[field.name] ?? '').trim() : ''
      if (typed === '') return [field.name, null]
      return [field.name, field.as === 'number' ? Number(typed) : typed]
    }),
  )
}
