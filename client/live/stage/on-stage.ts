// Who has a tile, in which order, and who is shown large. Pure: the screen only draws what this says.
import type { ParticipantId, Role } from '../../../shared/kernel/ids.ts'
import type { Participant } from '../../../shared/modules/admission/contract.ts'
import { consultationOf } from '../../../shared/modules/consultation/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Layout } from '../../../shared/modules/stage/contract.ts'

const rank: Readonly<Record<Role, number>> = { chair: 0, secretary: 1, siteOperator: 2, citizen: 3, observer: 4 }

/** Lost participants keep their tile: they are expected back. Observers are not seen. */
const hasTile = ({ status, isAdmitted, role }: Participant): boolean =>
  role !== 'observer' && (status === 'present' || (status === 'lost' && isAdmitted))

/**
 * In an order that nothing said or done changes, so that no tile moves under the pointer. Whoever is in consultation sees
 * those who take part in it, and nobody else.
 */
export function onStage({ admission, consultation, sites }: SessionState, me: ParticipantId | null): ParticipantId[] {
  const aside = me && consultationOf(consultation, me)
  const siteOrder = new Map(
    sites.sites.map(({ siteId, rank: siteRank }, index) => [siteId, siteRank === 'centre' ? -1 : index]),
  )
  const place = ({ siteId }: Participant) =>
    siteId === null ? sites.sites.length : (siteOrder.get(siteId) ?? sites.sites.length)
  return Object.values(admission.participants)
    .filter((one) => hasTile(one) && (!aside || aside.participantIds.includes(one.participantId)))
    .sort((a, b) => rank[a.role] - rank[b.role] || place(a) - place(b) || (a.participantId < b.participantId ? -1 : 1))
    .map(({ participantId }) => participantId)
}

/** What this person chose for their own screen: to follow the chair, or a layout of their own. */
export type LayoutChoice = 'follow' | Layout

export const layoutFor = ({ stage }: SessionState, choice: LayoutChoice): Layout =>
  choice === 'follow' ? (stage.layout ?? 'speaker') : choice

interface Attention {
  readonly me: ParticipantId | null
  /** This person's own choice, for this page alone. */
  readonly pinned: ParticipantId | null
  readonly activeSpeaker: ParticipantId | null
}

/** The pin, the chair's spotlight, who has the floor, who speaks, the chair; oneself only when nobody else is there. */
export function largeOne(state: SessionState, { me, pinned, activeSpeaker }: Attention): ParticipantId | null {
  const tiles = onStage(state, me)
  const { participants } = state.admission
  const others = tiles.filter((id) => id !== me)
  const isApart = (id: ParticipantId) =>
    consultationOf(state.consultation, id) !== (me ? consultationOf(state.consultation, me) : undefined)
  const here = others.filter((id) => participants[id]?.status === 'present' && !isApart(id))
  if (pinned && tiles.includes(pinned)) return pinned
  const candidates = [state.stage.spotlight, state.floor.holder?.participantId, activeSpeaker, ...here, ...others]
  return candidates.find((id) => id && others.includes(id)) ?? tiles[0] ?? null
}

/** The chair, and beside the chair the site that matters: the spotlight, who has the floor, who speaks, the first one. */
export function bothSides(state: SessionState, attention: Attention): ParticipantId[] {
  const tiles = onStage(state, attention.me)
  const { participants } = state.admission
  const chair = tiles.find((id) => participants[id]?.role === 'chair')
  const others = tiles.filter((id) => id !== chair)
  const { pinned, activeSpeaker } = attention
  const wanted = [pinned, state.stage.spotlight, state.floor.holder?.participantId, activeSpeaker]
  const other =
    wanted.find((id) => id && others.includes(id)) ?? others.find((id) => participants[id]?.role !== 'secretary')
  return [chair, other ?? others[0]].flatMap((id) => id ?? [])
}

/** So many tiles, and no more, can be told apart on one page of the wall. */
const tilesPerPage = 25

/** The pages of the wall; the last may hold fewer. */
export function pagesOf(tiles: readonly ParticipantId[]): ParticipantId[][] {
  const count = Math.max(1, Math.ceil(tiles.length / tilesPerPage))
  return Array.from({ length: count }, (_, page) => tiles.slice(page * tilesPerPage, (page + 1) * tilesPerPage))
}

/** Below this a microphone hears the room, not a person. */
const speechDbov = -50

export const isSpeaking = (level: number | undefined): boolean => level !== undefined && level > speechDbov

/** Two letters for a tile without a picture: of “Trần Thị Bích Ngọc”, TN. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => word?.[0]?.toLocaleUpperCase('vi') ?? '').join('')
}

/** The number of columns in which `count` pictures of 16 : 9 are largest within an area. */
export function bestColumns(count: number, width: number, height: number): number {
  let best = { columns: 1, tileWidth: 0 }
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns)
    const tileWidth = Math.min(width / columns, ((height / rows) * 16) / 9)
    if (tileWidth > best.tileWidth) best = { columns, tileWidth }
  }
  return best.columns
}
