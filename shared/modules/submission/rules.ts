import { rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission, standingOf } from '../admission/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { maximumSubmitted, maximumSubmittedBytes, submission } from './contract.ts'

type State = StateOf<typeof submission>

export const submissionRules = rules(submission, {
  decide: {
    add({ papers }, paper, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      if (read(session).kind !== 'reception') return reject('submission.not-reception')
      const sender = read(admission).participants[paper.participantId]
      if (sender?.role !== 'citizen') return reject('submission.not-citizen')
      if (standingOf(sender) !== 'present') return reject('submission.not-present')
      const own = papers.filter(({ participantId }) => participantId === paper.participantId)
      if (own.some(({ file }) => file.sha256 === paper.file.sha256)) return reject('submission.same')
      if (own.length >= maximumSubmitted) return reject('submission.too-many', { maximum: maximumSubmitted })
      const bytes = own.reduce((sum, { file }) => sum + file.bytes, paper.file.bytes)
      if (bytes > maximumSubmittedBytes)
        return reject('submission.too-large', { megabytes: maximumSubmittedBytes / 1024 / 1024 })
      return [{ type: 'added', data: paper }]
    },
    remove({ papers }, { documentId }, { actor, read }) {
      if (isOver(read(session).status)) return reject('session.over')
      const paper = papers.find((one) => one.documentId === documentId)
      const isOthers =
        actor.kind === 'participant' && actor.role === 'citizen' && actor.participantId !== paper?.participantId
      // To another citizen it is not there.
      if (!paper || isOthers) return reject('submission.unknown')
      return [{ type: 'removed', data: { documentId, participantId: paper.participantId } }]
    },
  },
  evolve: {
    added: ({ papers }, paper, { at }): State => ({ papers: [...papers, { ...paper, submittedAt: at }] }),
    removed: ({ papers }, { documentId }): State => ({
      papers: papers.filter((paper) => paper.documentId !== documentId),
    }),
  },
})
