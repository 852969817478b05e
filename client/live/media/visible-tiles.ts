// Which tiles are on screen, and how wide: the server sends only these, each in a layer that fits. Told at most every 100 ms.
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { VisibleTile } from '../../../shared/wire/engine/media-requests.ts'

const settleMs = 100
/** As many as one `show` may name. */
const maximumTiles = 50
const widest = 8192

interface Tile {
  readonly participantId: ParticipantId
  readonly source: VisibleTile['source']
  isOnScreen: boolean
  width: number
}

export class VisibleTiles {
  onChange: (visible: readonly VisibleTile[]) => void = () => undefined
  readonly #tiles = new Map<Element, Tile>()
  readonly #intersections: IntersectionObserver
  readonly #sizes: ResizeObserver
  #timer: ReturnType<typeof setTimeout> | undefined
  #told = ''
  #isAudioOnly = false

  constructor() {
    this.#intersections = new IntersectionObserver((entries) => this.#seen(entries), { threshold: 0.05 })
    this.#sizes = new ResizeObserver((entries) => this.#resized(entries))
  }

  /** Watches a tile until the returned function is called. */
  watch(element: Element, participantId: ParticipantId, source: VisibleTile['source'] = 'camera'): () => void {
    this.#tiles.set(element, { participantId, source, isOnScreen: false, width: 0 })
    this.#intersections.observe(element)
    this.#sizes.observe(element)
    return () => {
      this.#tiles.delete(element)
      this.#intersections.unobserve(element)
      this.#sizes.unobserve(element)
      this.#settle()
    }
  }

  /** Without pictures of people; a screen that is shared is what all talk about. */
  setAudioOnly(isAudioOnly: boolean) {
    this.#isAudioOnly = isAudioOnly
    this.#settle()
  }

  /** The widest place of each picture, the widest pictures first. */
  current(): VisibleTile[] {
    const widest = new Map<string, VisibleTile>()
    for (const { participantId, source, isOnScreen, width } of this.#tiles.values()) {
      if (this.#isAudioOnly && source === 'camera') continue
      const picture = `${source} ${participantId}`
      if (isOnScreen && width > (widest.get(picture)?.width ?? 0)) widest.set(picture, { participantId, source, width })
    }
    return [...widest.values()].sort((a, b) => b.width - a.width).slice(0, maximumTiles)
  }

  #seen(entries: IntersectionObserverEntry[]) {
    for (const { target, isIntersecting } of entries) {
      const tile = this.#tiles.get(target)
      if (tile) tile.isOnScreen = isIntersecting
    }
    this.#settle()
  }

  #resized(entries: ResizeObserverEntry[]) {
    for (const { target, contentRect } of entries) {
      const tile = this.#tiles.get(target)
      if (tile) tile.width = Math.min(widest, Math.round(contentRect.width * window.devicePixelRatio))
    }
    this.#settle()
  }

  #settle() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const visible = this.current()
      const told = JSON.stringify(visible)
      if (told === this.#told) return
      this.#told = told
      this.onChange(visible)
    }, settleMs)
  }
}
