import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import { VisibleTiles } from './visible-tiles.ts'

type Callback = (entries: readonly object[]) => void

/** Stands for both observers of the browser; the test says what they see. */
class FakeObserver {
  static intersections: Callback
  static sizes: Callback
  observe() {}
  unobserve() {}
}

const chair = ParticipantId.parse('chair')
const site = ParticipantId.parse('site')
let tiles: VisibleTiles
let told: unknown[]

/** A tile comes on screen with this width, or leaves it. */
function place(element: Element, isIntersecting: boolean, width: number) {
  FakeObserver.intersections([{ target: element, isIntersecting }])
  FakeObserver.sizes([{ target: element, contentRect: { width } }])
}
// A key is all that a tile is here.
const element = () => Object.create(null) as Element

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', { devicePixelRatio: 2 })
  vi.stubGlobal(
    'IntersectionObserver',
    class extends FakeObserver {
      constructor(callback: Callback) {
        super()
        FakeObserver.intersections = callback
      }
    },
  )
  vi.stubGlobal(
    'ResizeObserver',
    class extends FakeObserver {
      constructor(callback: Callback) {
        super()
        FakeObserver.sizes = callback
      }
    },
  )
  told = []
  tiles = new VisibleTiles()
  tiles.onChange = (visible) => told.push(visible)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the list of visible tiles', () => {
  it('is sent after it is stable, in device pixels, the widest first', async () => {
    const [small, large] = [element(), element()]
    tiles.watch(small, site)
    tiles.watch(large, chair)
    place(small, true, 160)
    await vi.advanceTimersByTimeAsync(60)
    place(large, true, 640)
    await vi.advanceTimersByTimeAsync(60)
    expect(told).toEqual([])
    await vi.advanceTimersByTimeAsync(40)
    expect(told).toEqual([
      [
        { participantId: chair, source: 'camera', width: 1280 },
        { participantId: site, source: 'camera', width: 320 },
      ],
    ])
  })

  it('contains each participant once, with the widest tile', async () => {
    const [strip, main] = [element(), element()]
    tiles.watch(strip, chair)
    tiles.watch(main, chair)
    place(strip, true, 160)
    place(main, true, 640)
    expect(tiles.current()).toEqual([{ participantId: chair, source: 'camera', width: 1280 }])
  })

  it('omits cameras in audio-only mode but keeps a shared screen, and restores them afterwards', async () => {
    const [person, screen] = [element(), element()]
    tiles.watch(person, chair)
    tiles.watch(screen, site, 'screen')
    place(person, true, 160)
    place(screen, true, 640)
    tiles.setAudioOnly(true)
    await vi.advanceTimersByTimeAsync(100)
    expect(told.at(-1)).toEqual([{ participantId: site, source: 'screen', width: 1280 }])
    tiles.setAudioOnly(false)
    await vi.advanceTimersByTimeAsync(100)
    expect(told.at(-1)).toHaveLength(2)
  })

  it('omits tiles scrolled out of view or removed', async () => {
    const [scrolled, gone] = [element(), element()]
    tiles.watch(scrolled, chair)
    const stop = tiles.watch(gone, site)
    place(scrolled, true, 160)
    place(gone, true, 160)
    await vi.advanceTimersByTimeAsync(100)
    place(scrolled, false, 160)
    stop()
    await vi.advanceTimersByTimeAsync(100)
    expect(told.at(-1)).toEqual([])
  })

  it('is not sent again when unchanged', async () => {
    const one = element()
    tiles.watch(one, chair)
    place(one, true, 160)
    await vi.advanceTimersByTimeAsync(100)
    place(one, true, 160)
    await vi.advanceTimersByTimeAsync(100)
    expect(told).toHaveLength(1)
  })
})
