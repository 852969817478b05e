import {
  type DecideContext,
  type EventData,
  hear,
  type NewEvent,
  objectTo,
  rules,
  type StateOf,
} from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { calendarDayOf } from '../../law/working-days.ts'
import { intake } from '../intake/contract.ts'
import { isProtected } from '../readers.ts'
import {
  dialogueToHold,
  dialogueToNotify,
  handling,
  isResting,
  maximumSteps,
  needsDecision,
  resolvedOn,
} from './contract.ts'

type State = StateOf<typeof handling>

/** Why nothing can be done about it as a case of one’s own. */
function notOwn({ withdrawal }: State, { read }: DecideContext) {
  const { competence, parts } = read(intake)
  if (parts.length > 0) return reject('handling.split')
  if (withdrawal) return reject('handling.withdrawn')
  return competence?.outcome === 'own' ? null : reject('handling.not-own')
}

/** Given to somebody, it is theirs until it is given to another. */
function notYours({ assignment }: State, { actor }: DecideContext) {
  if (!assignment?.officerId || actor.kind !== 'account') return null
  return assignment.officerId === actor.accountId ? null : reject('handling.not-yours')
}

/** A denunciation is given by one reader to somebody else: nobody alone both takes it in and keeps it (ADR 0071). */
function takenBySelf({ officerId }: EventData<typeof handling, 'assigned'>, { actor, read }: DecideContext) {
  const isOwn = actor.kind === 'account' && actor.accountId === officerId
  return isOwn && isProtected({ intake: read(intake) }) ? reject('handling.to-oneself') : null
}

function notInHand(state: State, context: DecideContext) {
  const refusal = notOwn(state, context)
  if (refusal) return refusal
  if (state.assignment === null) return reject('handling.not-assigned')
  if (isResting(state)) return reject('handling.suspended')
  if (state.decision) return reject('handling.decided')
  if (state.answer) return reject('handling.answered')
  const steps = state.verifications.length + state.dialogues.length + state.extensions.length + state.rests.length
  if (steps >= maximumSteps) return reject('handling.too-many', { maximum: maximumSteps })
  return notYours(state, context)
}

/** A day that cannot be the day of such an act. */
function wrongDay(on: string, { at, read }: DecideContext) {
  if (on > calendarDayOf(at)) return reject('handling.in-future')
  return on < (read(intake).receipt?.receivedOn ?? '') ? reject('handling.before-receipt') : null
}

/** All that follows from who is competent is done anew when another is. */
const judgedAnew = (state: State): State => ({
  ...state,
  sentOn: null,
  decision: null,
  answer: null,
  toldSender: null,
  receivedResult: null,
  passedOnResult: null,
})

type Decided = readonly NewEvent<typeof handling>[]

export const handlingRules = rules(handling, {
  decide: {
    assign: (state, data, context) =>
      notOwn(state, context) ?? takenBySelf(data, context) ?? ([{ type: 'assigned', data }] satisfies Decided),
    sendOn(state, data, context) {
      const { competence } = context.read(intake)
      if (competence === null) return reject('handling.not-judged')
      if (competence.outcome === 'own') return reject('handling.is-own')
      if (state.withdrawal) return reject('handling.withdrawn')
      if (state.sentOn) return reject('handling.sent-on')
      return wrongDay(data.on, context) ?? [{ type: 'sentOn', data }]
    },
    notify(state, data, context) {
      const { competence, parts } = context.read(intake)
      if (parts.length > 0) return reject('handling.split')
      if (competence === null) return reject('handling.not-judged')
      if (state.notices.length >= maximumSteps) return reject('handling.too-many', { maximum: maximumSteps })
      return wrongDay(data.on, context) ?? [{ type: 'notified', data }]
    },
    verify: (state, data, context) => notInHand(state, context) ?? [{ type: 'verified', data }],
    bookDialogue(state, data, context) {
      const refusal = notInHand(state, context)
      if (refusal) return refusal
      if (state.dialogues.some(({ sessionId }) => sessionId === data.sessionId)) return reject('handling.same-dialogue')
      return [{ type: 'dialogueBooked', data }]
    },
    notifyDialogue(state, data, context) {
      const refusal = notInHand(state, context)
      if (refusal) return refusal
      const next = dialogueToNotify(state)
      if (!next) return reject('handling.no-dialogue')
      return wrongDay(data.on, context) ?? [{ type: 'dialogueNotified', data: { ...data, sessionId: next.sessionId } }]
    },
    holdDialogue(state, data, context) {
      const refusal = notInHand(state, context)
      if (refusal) return refusal
      const next = dialogueToHold(state)
      if (!next) return reject('handling.no-dialogue-to-hold')
      return wrongDay(data.on, context) ?? [{ type: 'dialogueHeld', data: { ...data, sessionId: next.sessionId } }]
    },
    extend(state, data, context) {
      const refusal = notInHand(state, context)
      if (refusal) return refusal
      const last = state.extensions.at(-1)?.until ?? ''
      if (data.until <= calendarDayOf(context.at) || data.until <= last) return reject('handling.not-later')
      return [{ type: 'extended', data }]
    },
    suspend: (state, data, context) => notInHand(state, context) ?? [{ type: 'suspended', data }],
    resume(state, data, context) {
      const refusal = notOwn(state, context) ?? notYours(state, context)
      if (refusal) return refusal
      return isResting(state) ? [{ type: 'resumed', data }] : reject('handling.not-suspended')
    },
    decide: (state, data, context) =>
      notInHand(state, context) ?? wrongDay(data.on, context) ?? [{ type: 'decided', data }],
    publish(state, data, context) {
      if (state.decision === null) return reject('handling.not-decided')
      return wrongDay(data.on, context) ?? [{ type: 'published', data }]
    },
    answer(state, data, context) {
      const { competence, parts, receipt } = context.read(intake)
      if (parts.length > 0) return reject('handling.split')
      if (state.withdrawal) return reject('handling.withdrawn')
      if (competence === null) return reject('handling.not-judged')
      if (state.answer) return reject('handling.answered')
      if (competence.outcome !== 'own' && state.sentOn === null) return reject('handling.not-sent-on')
      if (competence.outcome === 'own' && needsDecision(receipt?.kind) && state.decision === null)
        return reject('handling.not-decided')
      return wrongDay(data.on, context) ?? [{ type: 'answered', data }]
    },
    tellSender(state, data, context) {
      const taken = context.read(intake)
      if (taken.sender === null) return reject('handling.no-sender')
      if (resolvedOn(taken, state) === undefined) return reject('handling.no-result')
      if (state.toldSender) return reject('handling.sender-told')
      return wrongDay(data.on, context) ?? [{ type: 'senderTold', data }]
    },
    receiveResult(state, data, context) {
      const { competence } = context.read(intake)
      if (competence?.outcome !== 'transfer' || state.sentOn === null) return reject('handling.not-transferred')
      if (state.withdrawal) return reject('handling.withdrawn')
      if (state.receivedResult) return reject('handling.result-received')
      return wrongDay(data.on, context) ?? [{ type: 'resultReceived', data }]
    },
    passOnResult(state, data, context) {
      if (state.receivedResult === null) return reject('handling.no-result-received')
      if (state.passedOnResult) return reject('handling.result-passed-on')
      if (data.on < state.receivedResult.on) return reject('handling.before-result')
      return wrongDay(data.on, context) ?? [{ type: 'resultPassedOn', data }]
    },
    withdraw(state, data, context) {
      const { receipt, parts } = context.read(intake)
      if (receipt === null) return reject('handling.not-received')
      if (parts.length > 0) return reject('handling.split')
      if (state.withdrawal) return reject('handling.withdrawn')
      return wrongDay(data.on, context) ?? [{ type: 'withdrawn', data }]
    },
  },
  evolve: {
    assigned: (state, assignment, { at }): State => ({ ...state, assignment: { ...assignment, at } }),
    sentOn: (state, paper, { at }): State => ({ ...state, sentOn: { ...paper, at } }),
    notified: (state, notice, { at }): State => ({ ...state, notices: [...state.notices, { ...notice, at }] }),
    verified: (state, words, { at }): State => ({
      ...state,
      verifications: [...state.verifications, { ...words, at }],
    }),
    dialogueBooked: (state, one, { at }): State => ({
      ...state,
      dialogues: [...state.dialogues, { ...one, at, notice: null, held: null }],
    }),
    dialogueNotified: (state, { sessionId, ...notice }): State => ({
      ...state,
      dialogues: state.dialogues.map((one) => (one.sessionId === sessionId ? { ...one, notice } : one)),
    }),
    dialogueHeld: (state, { sessionId, ...held }): State => ({
      ...state,
      dialogues: state.dialogues.map((one) => (one.sessionId === sessionId ? { ...one, held } : one)),
    }),
    extended: (state, one, { at }): State => ({ ...state, extensions: [...state.extensions, { ...one, at }] }),
    suspended: (state, { ground }, { at }): State => ({
      ...state,
      rests: [...state.rests, { ground, from: at, until: null }],
    }),
    resumed: (state, _data, { at }): State => ({
      ...state,
      rests: state.rests.map((rest) => (rest.until === null ? { ...rest, until: at } : rest)),
    }),
    decided: (state, decision, { at }): State => ({ ...state, decision: { ...decision, at } }),
    published: (state, one, { at }): State => ({ ...state, publications: [...state.publications, { ...one, at }] }),
    answered: (state, answer, { at }): State => ({ ...state, answer: { ...answer, at } }),
    senderTold: (state, toldSender): State => ({ ...state, toldSender }),
    resultReceived: (state, receivedResult): State => ({ ...state, receivedResult }),
    resultPassedOn: (state, passedOnResult): State => ({ ...state, passedOnResult }),
    withdrawn: (state, withdrawal, { at }): State => ({ ...state, withdrawal: { ...withdrawal, at } }),
  },
  also: [hear(intake, 'judged', judgedAnew)],
  // What the citizen has taken back is neither classified nor split any more: it is only closed.
  objections: (
    ['classify', 'check', 'judge', 'find', 'noteSender', 'noteDecisionKnown', 'noteFirstDecision', 'split'] as const
  ).map((step) =>
    objectTo(intake, step, ({ withdrawal }: State) => (withdrawal ? reject('handling.withdrawn') : null)),
  ),
})
