import { type DecideContext, type EvolveContext, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { areKnown } from '../../papers/recipients.ts'
import { admission } from '../admission/contract.ts'
import { hasEnded, session } from '../session/contract.ts'
import { approval, type Comment, maximumComments, minutesOwed, stageOf } from './contract.ts'

type State = StateOf<typeof approval>

const statusOf = ({ read }: DecideContext) => read(session).status
const isSealed = (context: DecideContext) => hasEnded(statusOf(context))
const isSigned = (state: State) => state.signatures.chair !== null
const commentOf = ({ comments }: State, commentId: string) =>
  comments.find((comment) => comment.commentId === commentId)

const withComment = (state: State, commentId: string, text: string, { at, actor }: EvolveContext): State => {
  const byParticipantId = actor.kind === 'participant' ? actor.participantId : null
  const comment: Comment = { commentId, text, at, byParticipantId, isResolved: false }
  return { ...state, comments: [...state.comments, comment] }
}

export const approvalRules = rules(approval, {
  decide: {
    comment(state, { text }, context) {
      if (isSealed(context)) return reject('approval.sealed')
      if (isSigned(state)) return reject('approval.signed')
      if (state.comments.length >= maximumComments) return reject('approval.too-many', { maximum: maximumComments })
      return [{ type: 'commented', data: { commentId: context.newId(), text } }]
    },
    resolve(state, { commentId }, context) {
      if (isSealed(context)) return reject('approval.sealed')
      const comment = commentOf(state, commentId)
      if (!comment) return reject('approval.unknown-comment')
      return comment.isResolved ? [] : [{ type: 'resolved', data: { commentId } }]
    },
    sign({ signatures }, { participantId, sha256 }, context) {
      if (isSealed(context)) return reject('approval.sealed')
      if (statusOf(context) !== 'closed') return reject('approval.not-closed')
      const role = context.read(admission).participants[participantId]?.role
      if (role !== 'secretary' && role !== 'chair') return reject('approval.not-signatory')
      if (signatures[role]) return reject('approval.already-signed')
      if (role === 'chair') {
        if (!signatures.secretary) return reject('approval.secretary-first')
        if (signatures.secretary.sha256 !== sha256) return reject('approval.other-text')
      }
      return [{ type: 'signed', data: { participantId, signatory: role, sha256 } }]
    },
    reopen(state, { reason }, context) {
      if (isSealed(context)) return reject('approval.sealed')
      if (isSigned(state)) return reject('approval.signed')
      if (!state.signatures.secretary) return reject('approval.not-submitted')
      return [{ type: 'reopened', data: { commentId: context.newId(), reason } }]
    },
    issue(state, issue, context) {
      if (isSealed(context)) return reject('approval.sealed')
      if (!isSigned(state)) return reject('approval.not-signed')
      if (state.issues[issue.paper]) return reject('approval.already-issued')
      // The minutes are signed by the secretary and the chair.
      const isNotice = issue.paper === 'conclusions'
      if (isNotice && !issue.signatory) return reject('approval.no-signatory')
      if (!isNotice && issue.signatory) return reject('approval.unneeded-signatory')
      if (!areKnown(issue.recipients, context.read(admission).participants)) return reject('approval.unknown-recipient')
      return [{ type: 'issued', data: issue }]
    },
    beginCorrection(state, data, context) {
      if (isSealed(context)) return reject('approval.sealed')
      return stageOf(state) === 'issued' ? [{ type: 'correctionBegun', data }] : reject('approval.not-issued')
    },
    waive({ issues, waiver }, data, context) {
      if (isSealed(context)) return reject('approval.sealed')
      if (statusOf(context) !== 'closed') return reject('approval.not-closed')
      if (issues.minutes) return reject('approval.already-issued')
      return waiver ? reject('approval.already-waived') : [{ type: 'waived', data }]
    },
  },
  evolve: {
    commented: (state, { commentId, text }, context) => withComment(state, commentId, text, context),
    resolved: (state, { commentId }) => ({
      ...state,
      comments: state.comments.map((one) => (one.commentId === commentId ? { ...one, isResolved: true } : one)),
    }),
    signed: (state, { participantId, signatory, sha256 }, { at }) => ({
      ...state,
      signatures: { ...state.signatures, [signatory]: { participantId, at, sha256 } },
      // Whoever signs takes them up again.
      waiver: null,
    }),
    reopened: (state, { commentId, reason }, context) => ({
      ...withComment(state, commentId, reason, context),
      signatures: approval.initial.signatures,
    }),
    issued: (state, { paper, byParticipantId: _, ...issued }, { at }) => ({
      ...state,
      issues: { ...state.issues, [paper]: { ...issued, at } },
    }),
    correctionBegun: ({ version, issues: { minutes } }, { reason }): State => ({
      ...approval.initial,
      version: version + 1,
      corrects: minutes && { number: minutes.number, year: minutes.year, at: minutes.at, reason },
    }),
    waived: (state, { reason }, { at, actor }) => ({ ...state, waiver: { at, by: actor, reason } }),
  },
  // By hand or by itself: a sealed session takes no signature and no number any more.
  objections: [objectTo(session, 'seal', (state) => (minutesOwed(state) ? reject('approval.minutes-owed') : null))],
})
