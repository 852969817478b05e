import { describe, expect, it } from 'vitest'
import { evened } from './even-light.ts'
import { foundCorners } from './find-corners.ts'
import { areaOf, type Corners, isSheet, longestSide, pageSize, type Raster, straightened, turned } from './sheet.ts'

const table = 40
const colours = [
  [230, 30, 30],
  [30, 160, 30],
  [30, 30, 230],
  [235, 235, 235],
] as const

const corners = (...points: [number, number][]): Corners => {
  const [a, b, c, d] = points.map(([x, y]) => ({ x, y }))
  if (!a || !b || !c || !d) throw new Error('a sheet has four corners')
  return [a, b, c, d]
}
const skewed = corners([90, 60], [300, 85], [340, 400], [50, 370])

/** What the camera sees: each pixel of the photograph is drawn by where it lies on the sheet, found by halving, not by the code tested. */
function photograph(of: Corners, colourAt: (u: number, v: number) => readonly number[]): Raster {
  const [width, height] = [400, 460]
  const data = new Uint8ClampedArray(width * height * 4)
  const steps = 460
  for (let at = 0; at < data.length; at += 4) data.set([table, table, table, 255], at)
  // A plane seen in perspective: the map of three dimensions onto two, with the depths that its corners ask for.
  const [p0, p1, p2, p3] = of
  const depth = depths(of)
  for (let row = 0; row <= steps; row++)
    for (let column = 0; column <= steps; column++) {
      const [u, v] = [column / steps, row / steps]
      const weights = [(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v].map(
        (share, index) => share * (depth[index] ?? 0),
      )
      const sum = weights.reduce((total, weight) => total + weight, 0)
      const mix = (...values: number[]) =>
        values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0) / sum
      const x = Math.floor(mix(p0.x, p1.x, p2.x, p3.x))
      const y = Math.floor(mix(p0.y, p1.y, p2.y, p3.y))
      data.set([...colourAt(u, v), 255], (y * width + x) * 4)
    }
  return { width, height, data }
}

/** The weight of each corner: their triangles opposite tell how near it is. */
function depths([a, b, c, d]: Corners): number[] {
  const twice = (p: typeof a, q: typeof a, r: typeof a) =>
    Math.abs((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  return [twice(b, c, d), twice(c, d, a), twice(d, a, b), twice(a, b, c)]
}

const quarters = (u: number, v: number) => colours[((u < 0.5 ? 0 : 1) + (v < 0.5 ? 0 : 2)) as 0 | 1 | 2 | 3]
const pixel = ({ width, data }: Raster, x: number, y: number) => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3),
]
const isNear = (one: readonly number[], other: readonly number[]) =>
  one.every((value, index) => Math.abs(value - (other[index] ?? 999)) < 12)

describe('rectifying a sheet photographed at an angle', () => {
  const page = straightened(photograph(skewed, quarters), skewed, { width: 200, height: 280 })

  it('maps its four quarters to the corners, without background', () => {
    for (const [x, y, colour] of [
      [5, 5, 0],
      [95, 135, 0],
      [104, 5, 1],
      [194, 135, 1],
      [5, 274, 2],
      [95, 145, 2],
      [104, 145, 3],
      [194, 274, 3],
    ] as const)
      expect([[x, y], isNear(pixel(page, x, y), colours[colour])]).toEqual([[x, y], true])
  })

  it('can rotate it by quarter turns', () => {
    const onItsSide = straightened(photograph(skewed, quarters), turned(skewed, 1), { width: 280, height: 200 })
    // What was below on the left is above on the left.
    expect(isNear(pixel(onItsSide, 10, 10), colours[2])).toBe(true)
    expect(isNear(pixel(onItsSide, 270, 10), colours[0])).toBe(true)
    expect(turned(skewed, 4)).toEqual(skewed)
    expect(turned(turned(skewed, 1), -1)).toEqual(skewed)
  })
})

describe('detecting the corners of a sheet', () => {
  it('works on a darker background, also with print on the sheet', () => {
    const print = (u: number, v: number) =>
      u > 0.1 && u < 0.9 && v > 0.1 && v < 0.9 && Math.floor(v * 40) % 3 === 0 ? [50, 50, 50] : [225, 225, 220]
    const found = foundCorners(photograph(skewed, print))
    skewed.forEach((corner, index) => {
      const { x, y } = found?.[index] ?? { x: -99, y: -99 }
      expect(Math.hypot(x - corner.x, y - corner.y)).toBeLessThan(6)
    })
  })

  it('returns null without a visible edge, for a small shape and for an incomplete one', () => {
    expect(foundCorners(photograph(skewed, () => [table + 9, table + 9, table + 9]))).toBeNull()
    const small = corners([10, 10], [60, 10], [60, 60], [10, 60])
    expect(foundCorners(photograph(small, () => [230, 230, 230]))).toBeNull()
    // An L of light: its outermost points are no corners.
    expect(
      foundCorners(photograph(skewed, (u, v) => (u > 0.3 && v > 0.3 ? [table, table, table] : [230, 230, 230]))),
    ).toBeNull()
  })

  it('rejects corners whose sides cross', () => {
    expect(isSheet(skewed)).toBe(true)
    const [a, b, c, d] = skewed
    expect(isSheet([b, a, c, d])).toBe(false)
    expect(isSheet([a, b, { x: 120, y: 120 }, d])).toBe(false)
    expect(areaOf(corners([0, 0], [4, 0], [4, 3], [0, 3]))).toBe(12)
  })
})

describe('the size of the resulting page', () => {
  const upright = (width: number, height: number) => corners([0, 0], [width, 0], [width, height], [0, height])
  it('is A4 for a similar shape, upright or landscape', () => {
    expect(pageSize(upright(1000, 1360))).toEqual({ width: 962, height: 1360 })
    expect(pageSize(upright(1500, 1000))).toEqual({ width: 1500, height: 1061 })
  })
  it('keeps other proportions such as a card, and is limited to what small print needs', () => {
    expect(pageSize(upright(856, 540))).toEqual({ width: 856, height: 540 })
    expect(pageSize(upright(2500, 3536))).toEqual({ width: 1570, height: longestSide })
  })
})

describe('correcting uneven light', () => {
  it('makes paper white, keeps print dark and a red seal red', () => {
    const [width, height] = [240, 320]
    const data = new Uint8ClampedArray(width * height * 4)
    const shade = (x: number) => 1 - 0.45 * (x / width)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const isPrint = x % 20 < 3
        const isSeal = Math.hypot(x - 170, y - 250) < 8
        const colour = isPrint ? [40, 40, 40] : isSeal ? [200, 40, 50] : [220, 220, 215]
        data.set([...colour.map((value) => value * shade(x)), 255], (y * width + x) * 4)
      }
    const page = evened({ width, height, data })
    for (const x of [10, 110, 230]) expect(Math.min(...pixel(page, x, 100))).toBeGreaterThan(225)
    for (const x of [1, 121, 221]) expect(Math.max(...pixel(page, x, 100))).toBeLessThan(70)
    const [red = 0, green = 0] = pixel(page, 170, 250)
    expect(red - green).toBeGreaterThan(100)
  })
})
