// What of a session is seen in its film at one moment, from the state alone: who is large, who stands beside, which page is presented.
import type { DocumentId, ParticipantId } from '../kernel/ids.ts'
import { standingOf } from '../modules/admission/contract.ts'
import { itemOf } from '../modules/agenda/contract.ts'
import { consultationOf } from '../modules/consultation/contract.ts'
import { documentOf } from '../modules/documents/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isWanted } from '../modules/recording/contract.ts'
import type { People } from '../wire/socket-events.ts'
import type { Named } from './minutes.ts'
import { namesOf } from './minutes-document.ts'

const stripLength = 3

/** Why a moment is not in the film. */
export type Omitted = 'suspended' | 'notRecorded'

export interface PresentedPage {
  readonly documentId: DocumentId
  readonly title: string
  readonly page: number
}

/** What is seen at one moment. */
export interface View {
  readonly omitted: Omitted | null
  readonly item: string | null
  readonly speaker: Named | null
  readonly large: Seen | null
  readonly strip: readonly Seen[]
  readonly others: number
  readonly document: PresentedPage | null
  readonly aside: readonly ParticipantId[]
}

export interface Seen {
  readonly participantId: ParticipantId
  readonly source: 'camera' | 'screen'
  readonly who: Named
}

export function viewOf(state: SessionState, people: People): View {
  const { person, named } = namesOf(state, people)
  const all = Object.values(state.admission.participants)
  const aside = all.flatMap(({ participantId }) =>
    consultationOf(state.consultation, participantId) ? [participantId] : [],
  )
  const inRoom = all.filter(
    (one) => one.role !== 'observer' && standingOf(one) === 'present' && !aside.includes(one.participantId),
  )
  const { holder } = state.floor
  const speaks = (participantId: ParticipantId): Named => ({
    ...named(participantId),
    ...(holder?.participantId === participantId && holder.speakerId !== null ? person(holder.speakerId) : {}),
  })
  const seen = (participantId: ParticipantId, source: Seen['source'] = 'camera'): Seen => ({
    participantId,
    source,
    who: speaks(participantId),
  })
  const isHere = (participantId: ParticipantId | null | undefined) =>
    inRoom.some((one) => one.participantId === participantId)
  const chair = inRoom.find(({ role }) => role === 'chair')?.participantId
  const first = [state.stage.spotlight, holder?.participantId, chair, inRoom[0]?.participantId].find(isHere) ?? null
  const sharer = state.sharing.holder?.startedAt ? state.sharing.holder.participantId : null
  const { presentation } = state.documents
  const presented = documentOf(state.documents.documents, presentation?.documentId)
  const document =
    presented && presentation
      ? { documentId: presented.documentId, title: presented.title, page: presentation.page }
      : null
  const screen = sharer !== null && isHere(sharer) ? seen(sharer, 'screen') : null
  // What is shown to all takes the large place; whoever speaks to it is the first beside it.
  const large = document || screen ? screen : first && seen(first)
  const rest = [first, chair, ...inRoom.map(({ participantId }) => participantId)].filter(
    (one): one is ParticipantId => isHere(one) && (large?.source === 'screen' || one !== large?.participantId),
  )
  const beside = [...new Set(rest)]
  const isSuspended = state.session.status === 'suspended'
  return {
    omitted: isSuspended ? 'suspended' : isWanted(state.recording) ? null : 'notRecorded',
    item: itemOf(state.agenda.items, state.agenda.runningId)?.title ?? null,
    speaker: holder && isHere(holder.participantId) ? speaks(holder.participantId) : null,
    large: document ? null : large,
    strip: beside.slice(0, stripLength).map((participantId) => seen(participantId)),
    others: Math.max(0, beside.length - stripLength),
    document,
    aside,
  }
}
