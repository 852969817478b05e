// Selects what one peer receives out of what it may receive: the voices, the sound of a shared screen, and the pictures
// on its screen. Pure.
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { MediaSource, VisibleTile } from '../../../shared/wire/engine/media-requests.ts'
import { priorityOf, screenLayerFor, spatialLayerFor } from './layers.ts'
import type { Wanted } from './peer-consumers.ts'
import type { Source } from './peer-producers.ts'

interface Sender {
  readonly participantId: ParticipantId
  /** By the plan. */
  readonly isHeard: boolean
  source(source: MediaSource): Source | undefined
}

export interface Sight {
  /** Null: the browser has not told what it shows. */
  readonly tiles: readonly VisibleTile[] | null
  readonly others: readonly Sender[]
}

/** What the server then chooses. */
const FIRST_TILES = 9
const FIRST_TILE_WIDTH = 320
const FIRST_SCREEN_WIDTH = 1280

/** Sound first. */
export function wantedBy({ tiles, others }: Sight): Wanted[] {
  const sounds = [
    ...others.flatMap((sender) => (sender.isHeard ? (sender.source('microphone') ?? []) : [])),
    ...others.flatMap((sender) => sender.source('screenSound') ?? []),
  ]
  const byId = new Map(others.map((sender) => [sender.participantId, sender]))
  const shown = tiles ?? firstTiles(others)
  const pictures = shown.flatMap(({ participantId, source: kind, width }): Wanted[] => {
    const source = byId.get(participantId)?.source(kind)
    const spatialLayer = kind === 'screen' ? screenLayerFor(width) : spatialLayerFor(width)
    return source ? [{ source, layer: { spatialLayer, priority: priorityOf(width, shown) } }] : []
  })
  return [...sounds.map((source) => ({ source, layer: null })), ...pictures]
}

/** A shared screen, then those who may be heard, then the others. */
function firstTiles(others: readonly Sender[]): VisibleTile[] {
  const rank = ({ isHeard }: Sender) => (isHeard ? 0 : 1)
  const screens = others
    .filter((sender) => sender.source('screen'))
    .map(({ participantId }): VisibleTile => ({ participantId, source: 'screen', width: FIRST_SCREEN_WIDTH }))
  const cameras = others
    .filter((sender) => sender.source('camera'))
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, FIRST_TILES)
    .map(({ participantId }): VisibleTile => ({ participantId, source: 'camera', width: FIRST_TILE_WIDTH }))
  return [...screens, ...cameras]
}
