// Derives from the state what a film shows at one moment: who is large, who is beside, which page is presented.
import type { DocumentId, ParticipantId, Role } from '../kernel/ids.ts'
import { type Participant, standingOf } from '../modules/admission/contract.ts'
import { itemOf } from '../modules/agenda/contract.ts'
import { consultationOf } from '../modules/consultation/contract.ts'
import { type DocumentFormat, documentOf, type SessionDocument } from '../modules/documents/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isWanted } from '../modules/recording/contract.ts'
import { signerOf } from '../modules/sign-language/contract.ts'
import type { Layout } from '../modules/stage/contract.ts'
import type { People } from '../wire/engine/socket-events.ts'
import type { FilmRemark, OmissionReason } from '../wire/hearing/film.ts'
import type { Named } from './minutes.ts'
import { namesOf } from './minutes-people.ts'

const stripLength = 3
/** More would be too small to be known. */
const mostTiles = 9

export interface PresentedPage {
  readonly documentId: DocumentId
  readonly title: string
  readonly page: number
  /** Null: title and number stand in its place, `card` says why. */
  readonly file: { readonly sha256: string; readonly format: DocumentFormat } | null
  readonly card: FilmRemark['why'] | null
}

/** What is seen at one moment. */
export interface View {
  readonly omitted: OmissionReason | null
  readonly item: string | null
  readonly speaker: Named | null
  readonly large: Seen | null
  readonly strip: readonly Seen[]
  /** All of one size, in place of one large and the others beside; none: one is large. */
  readonly tiles: readonly Seen[]
  readonly others: number
  /** The sign language interpreter, who stands beside all of it. */
  readonly signer: Seen | null
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
  const signer = signerOf(state)
  const inRoom = all.filter(
    (one) =>
      one.role !== 'observer' &&
      one.participantId !== signer &&
      standingOf(one) === 'present' &&
      !aside.includes(one.participantId),
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
  const document = presented && presentation ? pageOf(presented, presentation.page) : null
  const screen = sharer !== null && isHere(sharer) ? seen(sharer, 'screen') : null
  // What is shown to all takes the large place; whoever speaks to it is the first beside it.
  const large = document || screen ? screen : first && seen(first)
  const rest = [first, chair, ...inRoom.map(({ participantId }) => participantId)].filter(
    (one): one is ParticipantId => isHere(one) && (large?.source === 'screen' || one !== large?.participantId),
  )
  const beside = [...new Set(rest)]
  const tiles = document || screen ? [] : tilesIn(state, inRoom, first)
  const isTiled = tiles.length > 0
  return {
    omitted: omittedIn(state) ?? (aside.length > 0 && inRoom.length === 0 ? 'consultation' : null),
    item: itemOf(state.agenda.items, state.agenda.runningId)?.title ?? null,
    speaker: holder && isHere(holder.participantId) ? speaks(holder.participantId) : null,
    large: document || isTiled ? null : large,
    strip: isTiled ? [] : beside.slice(0, stripLength).map((participantId) => seen(participantId)),
    tiles: tiles.map((participantId) => seen(participantId)),
    others: isTiled ? inRoom.length - tiles.length : Math.max(0, beside.length - stripLength),
    signer: signer && seen(signer),
    document,
    aside,
  }
}

const rank: Readonly<Record<Role, number>> = { chair: 0, secretary: 1, siteOperator: 2, citizen: 3, observer: 4 }

/** Where all are heard the journal knows nobody who speaks: unless staff chose somebody, all are alike. */
const layoutOf = ({ stage: { layout, spotlight }, floor }: SessionState): Layout | null =>
  layout ?? (!floor.isByTurns && !floor.holder && !spotlight ? 'wall' : null)

/** As the chair has laid the picture out: nobody of a layout with one large. What is said moves nobody on the wall. */
function tilesIn(state: SessionState, inRoom: readonly Participant[], first: ParticipantId | null): ParticipantId[] {
  const all = inRoom.toSorted((one, other) => rank[one.role] - rank[other.role])
  const ids = all.map(({ participantId }) => participantId)
  const layout = layoutOf(state)
  if (layout === 'wall') return ids.slice(0, mostTiles)
  if (layout !== 'sides') return []
  const chair = all.find(({ role }) => role === 'chair')?.participantId
  const site = all.find(({ role }) => role === 'siteOperator' || role === 'citizen')?.participantId
  const other = first !== chair ? first : (site ?? ids.find((one) => one !== chair))
  return [chair, other].filter((one): one is ParticipantId => one != null)
}

function omittedIn({ session, recording }: SessionState): OmissionReason | null {
  if (session.status === 'suspended') return 'suspended'
  if (isWanted(recording)) return null
  return recording.status === 'paused' ? 'paused' : 'notRecorded'
}

/** What is not offered for saving is not in a film that may be saved. */
function pageOf({ documentId, title, shown, isMarked }: SessionDocument, page: number): PresentedPage {
  const about = { documentId, title, page }
  if (isMarked) return { ...about, file: null, card: 'marked' }
  if (!shown) return { ...about, file: null, card: 'notDrawn' }
  return { ...about, file: { sha256: shown.sha256, format: shown.format }, card: null }
}
