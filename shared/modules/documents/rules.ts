import type { DelegateId, DocumentId, ParticipantId } from '../../kernel/ids.ts'
import { type DecideContext, type EvolveContext, hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isAbove, isStateSecret } from '../../secrecy/levels.ts'
import { admission } from '../admission/contract.ts'
import { agenda, itemOf } from '../agenda/contract.ts'
import { floor } from '../floor/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { siteOf, sites } from '../sites/contract.ts'
import {
  documentOf,
  documents,
  maximumDocuments,
  mayPresent,
  mayRead,
  type Reading,
  type SessionDocument,
} from './contract.ts'

type State = StateOf<typeof documents>
type Settings = Pick<SessionDocument, 'itemId' | 'isMarked' | 'secrecy'>

const over = ({ read }: DecideContext) => isOver(read(session).status)

function settingsFault(
  { itemId, isMarked, secrecy }: Settings,
  shown: SessionDocument['shown'],
  { read }: DecideContext,
) {
  // Whoever is in the session may open it.
  if (isAbove(secrecy, read(session).secrecy)) return reject('secrecy.above-session')
  if (itemId !== null && !itemOf(read(agenda).items, itemId)) return reject('documents.unknown-item')
  // A mark is laid over pages: a file that is saved as it is would be without it.
  return isMarked && !shown ? reject('documents.mark-needs-pages') : null
}

/** To whoever may not read it, it is not there. */
function readable({ documents: list }: State, documentId: DocumentId, { actor, read }: DecideContext) {
  const document = documentOf(list, documentId)
  const participant = actor.kind === 'participant' && read(admission).participants[actor.participantId]
  return document && participant && mayRead(document, participant) ? document : undefined
}

/** null: this participant may not present now. */
function presenter(state: State, { actor, read }: DecideContext): ParticipantId | null {
  if (actor.kind !== 'participant') return null
  return mayPresent(state, read(floor).holder, actor) ? actor.participantId : null
}

const unread: Reading = { openedAt: {}, acknowledgedAt: {}, delegates: {} }

const readingOf = ({ readings }: State, documentId: DocumentId): Reading => readings[documentId] ?? unread

const withReading = (state: State, documentId: DocumentId, change: Partial<Reading>): State => ({
  ...state,
  readings: { ...state.readings, [documentId]: { ...readingOf(state, documentId), ...change } },
})

const shownAt = (
  state: State,
  presentation: { documentId: DocumentId; page: number; presenterId: ParticipantId },
): State => ({ ...state, presentation })

const withoutPresentation = (state: State): State => ({ ...state, presentation: null })

const presenterGone = (state: State, { participantId }: { participantId: ParticipantId }): State =>
  state.presentation?.presenterId === participantId
    ? { ...state, presentation: { ...state.presentation, presenterId: null } }
    : state

export const documentsRules = rules(documents, {
  decide: {
    add({ documents: list }, document, context) {
      if (over(context)) return reject('session.over')
      if (isStateSecret(context.read(session).secrecy)) return reject('secrecy.no-documents')
      if (documentOf(list, document.documentId)) return reject('documents.exists')
      if (list.length >= maximumDocuments) return reject('documents.too-many', { maximum: maximumDocuments })
      return settingsFault(document, document.shown, context) ?? [{ type: 'added', data: document }]
    },
    change({ documents: list }, data, context) {
      if (over(context)) return reject('session.over')
      const document = documentOf(list, data.documentId)
      if (!document) return reject('documents.unknown')
      const fault = settingsFault(data, document.shown, context)
      if (fault) return fault
      const isSame =
        document.title === data.title &&
        document.itemId === data.itemId &&
        document.isMarked === data.isMarked &&
        document.readBefore === data.readBefore &&
        document.needsAcknowledgement === data.needsAcknowledgement &&
        document.secrecy === data.secrecy
      return isSame ? [] : [{ type: 'changed', data }]
    },
    remove({ documents: list, presentation }, { documentId }, context) {
      if (over(context)) return reject('session.over')
      if (!documentOf(list, documentId)) return reject('documents.unknown')
      const isPresented = presentation?.documentId === documentId
      return [
        ...(isPresented ? [{ type: 'presentationEnded' as const, data: { documentId } }] : []),
        { type: 'removed', data: { documentId } },
      ]
    },
    letHolderPresent({ holderMayPresent }, data, context) {
      if (over(context)) return reject('session.over')
      return data.isLet === holderMayPresent ? [] : [{ type: 'holderLet', data }]
    },
    present(state, { documentId, page }, context) {
      if (over(context)) return reject('session.over')
      const presenterId = presenter(state, context)
      if (!presenterId) return reject('documents.not-presenter')
      const document = documentOf(state.documents, documentId)
      if (!document) return reject('documents.unknown')
      if (!document.shown) return reject('documents.no-pages')
      if (page > document.shown.pages) return reject('documents.no-such-page', { pages: document.shown.pages })
      const { presentation: now } = state
      const isSame = now?.documentId === documentId && now.page === page && now.presenterId === presenterId
      return isSame ? [] : [{ type: 'presented', data: { documentId, page, presenterId } }]
    },
    turnPage(state, { documentId, page }, context) {
      const { presentation } = state
      // Named, so that a click just when another document comes does not turn that one.
      if (presentation?.documentId !== documentId) return reject('documents.not-presented')
      const presenterId = presenter(state, context)
      if (!presenterId) return reject('documents.not-presenter')
      const pages = documentOf(state.documents, documentId)?.shown?.pages ?? 0
      if (page > pages) return reject('documents.no-such-page', { pages })
      if (presentation.page === page && presentation.presenterId === presenterId) return []
      return [{ type: 'pageTurned', data: { documentId, page, presenterId } }]
    },
    endPresentation(state, _data, context) {
      if (!state.presentation) return reject('documents.not-presented')
      if (!presenter(state, context)) return reject('documents.not-presenter')
      return [{ type: 'presentationEnded', data: { documentId: state.presentation.documentId } }]
    },
    open(state, { documentId }, context) {
      const { actor } = context
      if (actor.kind !== 'participant') return []
      const { participantId, standing } = actor
      // Inside, one may still look something up when the session is over.
      if (standing !== 'present' && over(context)) return reject('session.over')
      if (!readable(state, documentId, context)) return reject('documents.unknown')
      const isFirst = readingOf(state, documentId).openedAt[participantId] === undefined
      return isFirst ? [{ type: 'opened', data: { documentId, participantId } }] : []
    },
    acknowledge(state, { documentId, delegateIds }, context) {
      const { actor, read } = context
      if (actor.kind !== 'participant') return []
      if (over(context)) return reject('session.over')
      const document = readable(state, documentId, context)
      if (!document) return reject('documents.unknown')
      if (!document.needsAcknowledgement) return reject('documents.no-acknowledgement')
      const own = actor.role === 'siteOperator' ? siteOf(read(sites).sites, actor.siteId)?.delegates : undefined
      const isOwn = (id: DelegateId) => own?.some(({ delegateId }) => delegateId === id) ?? false
      if (!delegateIds.every(isOwn)) return reject('documents.other-site')
      const { acknowledgedAt, delegates } = readingOf(state, documentId)
      const { participantId } = actor
      const added = [...new Set(delegateIds)].filter((id) => delegates[id] === undefined)
      if (added.length === 0 && acknowledgedAt[participantId] !== undefined) return []
      return [{ type: 'acknowledged', data: { documentId, participantId, delegateIds: added } }]
    },
  },
  evolve: {
    added: (state, document) => ({ ...state, documents: [...state.documents, document] }),
    changed: (state, { documentId, ...settings }) => ({
      ...state,
      documents: state.documents.map((one) => (one.documentId === documentId ? { ...one, ...settings } : one)),
    }),
    removed(state, { documentId }) {
      const { [documentId]: _forgotten, ...readings } = state.readings
      return { ...state, readings, documents: state.documents.filter((one) => one.documentId !== documentId) }
    },
    holderLet: (state, { isLet }) => ({ ...state, holderMayPresent: isLet }),
    presented: shownAt,
    pageTurned: shownAt,
    presentationEnded: withoutPresentation,
    opened: (state, { documentId, participantId }, { at }) =>
      withReading(state, documentId, {
        openedAt: { ...readingOf(state, documentId).openedAt, [participantId]: at },
      }),
    acknowledged(state, { documentId, participantId, delegateIds }, { at }: EvolveContext) {
      const { acknowledgedAt, delegates } = readingOf(state, documentId)
      const spokenFor = Object.fromEntries(delegateIds.map((id) => [id, { at, byParticipantId: participantId }]))
      return withReading(state, documentId, {
        acknowledgedAt: { [participantId]: at, ...acknowledgedAt },
        delegates: { ...delegates, ...spokenFor },
      })
    },
  },
  also: [
    hear(admission, 'left', presenterGone),
    hear(admission, 'removed', presenterGone),
    hear(admission, 'invitationWithdrawn', presenterGone),
    hear(admission, 'returnedToWaiting', presenterGone),
    hear(agenda, 'removed', (state: State, { itemId }) => ({
      ...state,
      documents: state.documents.map((one) => (one.itemId === itemId ? { ...one, itemId: null } : one)),
    })),
    hear(session, 'closed', withoutPresentation),
    hear(session, 'cancelled', withoutPresentation),
  ],
})
