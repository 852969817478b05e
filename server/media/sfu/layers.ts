// Selects the simulcast layer a viewer is sent: the one that fits the tile, with a priority for when bandwidth is
// short.
import type { VisibleTile } from '../../../shared/wire/engine/media-requests.ts'

/** The browsers send VP8 in three sizes, each about twice as wide as the one before: 320, 640, 1280. */
export function spatialLayerFor(width: number): number {
  if (width < 240) return 0
  return width < 480 ? 1 : 2
}

/** A shared screen comes in two sizes: half, for a phone or a thumbnail, and whole. */
export function screenLayerFor(width: number): number {
  return width < 640 ? 0 : 1
}

/** mediasoup serves higher numbers first and gives the others what bandwidth is left. */
export const PRIORITY = { large: 255, other: 1 } as const

/** The widest tile, or all of them when they are equally wide, come first. */
export function priorityOf(width: number, tiles: readonly VisibleTile[]): number {
  return tiles.every((tile) => tile.width <= width) ? PRIORITY.large : PRIORITY.other
}

/** One tile for each picture: what is shown twice is sent once, for the wider tile. */
export function mergeTiles(visible: readonly VisibleTile[]): VisibleTile[] {
  const widest = new Map<string, VisibleTile>()
  for (const tile of visible) {
    const picture = `${tile.source} ${tile.participantId}`
    const other = widest.get(picture)
    if (!other || other.width < tile.width) widest.set(picture, tile)
  }
  return [...widest.values()]
}
