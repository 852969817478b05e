import { describe, expect, it } from 'vitest'
import { drawnSize, sharpness, zoomed } from './fit.ts'

const a4 = { width: 595, height: 842 }
const slide = { width: 960, height: 540 }
const screen = { width: 1200, height: 600 }

describe('the size of a document page', () => {
  it('fits the page completely, by width or by height', () => {
    expect(drawnSize(a4, screen, 'page')).toEqual({ width: 423, height: 600 })
    expect(drawnSize(slide, { width: 480, height: 600 }, 'page')).toEqual({ width: 480, height: 270 })
  })

  it('fits the width when asked to', () => {
    expect(drawnSize(a4, screen, 1)).toEqual({ width: 1200, height: 1698 })
  })

  it('zooms from the current size, between a quarter and four times the width', () => {
    const larger = zoomed(a4, screen, 'page', 1)
    expect(drawnSize(a4, screen, larger).width).toBeGreaterThan(423)
    expect(zoomed(a4, screen, 1, 1)).toBe(1.25)
    expect(zoomed(a4, screen, zoomed(a4, screen, 1, 1), -1)).toBe(1)
    expect(zoomed(a4, screen, 4, 1)).toBe(4)
    expect(zoomed(a4, screen, 0.25, -1)).toBe(0.25)
  })

  it('uses the pixel ratio of the screen, limited by the maximum canvas size', () => {
    expect(sharpness({ width: 400, height: 600 }, 2)).toBe(2)
    const ratio = sharpness({ width: 4000, height: 6000 }, 3)
    expect(4000 * ratio * 6000 * ratio).toBeLessThanOrEqual(16_000_001)
  })
})
