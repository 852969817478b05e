import type { DocumentId, ParticipantId } from '../../kernel/ids.ts'
import { objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { documentOf, documents } from '../documents/contract.ts'
import { identity, isConfirmed } from '../identity/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { submission } from '../submission/contract.ts'
import { maximumPapers, receipt } from './contract.ts'

type State = StateOf<typeof receipt>

export const receiptRules = rules(receipt, {
  decide: {
    add({ pending, receipts }, { documentId, ...paper }, { read, newId }) {
      if (isOver(read(session).status)) return reject('session.over')
      if (read(session).kind !== 'reception') return reject('receipt.not-reception')
      if (read(admission).participants[paper.participantId]?.role !== 'citizen') return reject('receipt.not-citizen')
      const isTheirs = (one: { documentId: DocumentId; participantId: ParticipantId }) =>
        one.documentId === documentId && one.participantId === paper.participantId
      const document =
        documentId === null
          ? null
          : (documentOf(read(documents).documents, documentId) ?? read(submission).papers.find(isTheirs))
      if (document === undefined) return reject('receipt.unknown-document')
      const count = receipts.reduce((sum, { papers }) => sum + papers.length, pending.length)
      if (count >= maximumPapers) return reject('receipt.too-many', { maximum: maximumPapers })
      return [{ type: 'added', data: { ...paper, paperId: newId(), sha256: document?.file.sha256 ?? null } }]
    },
    remove({ pending }, { paperId }, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      const paper = pending.find((one) => one.paperId === paperId)
      if (!paper) return reject('receipt.unknown-paper')
      return [{ type: 'removed', data: { paperId, participantId: paper.participantId } }]
    },
    issue({ pending }, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      const { participants } = read(admission)
      const officer = participants[data.officerId]
      const isOfficer = officer?.role === 'chair' || officer?.role === 'secretary'
      if (!isOfficer || officer.status !== 'present') return reject('receipt.not-officer')
      if (!pending.some(({ participantId }) => participantId === data.participantId)) return reject('receipt.nothing')
      if (!isConfirmed(read(identity), data.participantId)) return reject('receipt.unconfirmed')
      return [{ type: 'issued', data }]
    },
  },
  evolve: {
    added: (state, paper): State => ({ ...state, pending: [...state.pending, paper] }),
    removed: (state, { paperId }): State => ({
      ...state,
      pending: state.pending.filter((paper) => paper.paperId !== paperId),
    }),
    issued({ pending, receipts }, issue, { at }): State {
      const isTheirs = ({ participantId }: { participantId: string }) => participantId === issue.participantId
      return {
        pending: pending.filter((paper) => !isTheirs(paper)),
        receipts: [...receipts, { ...issue, issuedAt: at, papers: pending.filter(isTheirs) }],
      }
    },
  },
  objections: [
    // The receipt names the file by its hash: whoever has the receipt may ask for it.
    objectTo(submission, 'remove', ({ pending, receipts }, { documentId }, { read }) => {
      const paper = read(submission).papers.find((one) => one.documentId === documentId)
      const isListed = [...pending, ...receipts.flatMap(({ papers }) => papers)].some(
        ({ participantId, sha256 }) => participantId === paper?.participantId && sha256 === paper.file.sha256,
      )
      return isListed ? reject('submission.listed') : null
    }),
  ],
})
