// The corners of a light sheet on something darker, which is how papers mostly lie; whatever is unsure is left to the hand. Pure.
import { areaOf, brightness, type Corners, isSheet, isWithin, type Point, type Raster } from './sheet.ts'

/** A smaller spot is no page. */
const leastShare = 0.12
/** Of the pixels between the corners; print is dark, a sheet with a hand on it is less. */
const leastFilled = 0.72
/** Of the light pixels that hang together: more outside, and it is no sheet of four corners. */
const leastWithin = 0.94
/** Where light and dark are this close, there is no edge to be seen. */
const leastContrast = 25

/** In a small copy of the picture, some hundred pixels wide; null: not sure enough. */
export function foundCorners(picture: Raster): Corners | null {
  const { width, height } = picture
  const grey = smoothed(greyOf(picture), width, height)
  const threshold = thresholdOf(grey)
  if (threshold === null) return null
  const sheet = largestPart(grey, width, height, threshold)
  if (sheet.length < leastShare * width * height) return null
  const corners = outermost(sheet, width)
  if (!isSheet(corners)) return null
  const within = sheet.filter((at) => isWithin(corners, pointOf(at, width))).length
  return within >= leastFilled * areaOf(corners) && within >= leastWithin * sheet.length ? corners : null
}

const pointOf = (at: number, width: number): Point => ({ x: at % width, y: Math.floor(at / width) })

function greyOf({ width, height, data }: Raster): Uint8Array {
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++) grey[at] = brightness(data, at * 4)
  return grey
}

/** The mean of each pixel and its eight neighbours: the grain of the camera is no edge. */
function smoothed(grey: Uint8Array, width: number, height: number): Uint8Array {
  const result = new Uint8Array(grey)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      let sum = 0
      for (let row = y - 1; row <= y + 1; row++)
        for (let column = x - 1; column <= x + 1; column++) sum += grey[row * width + column] ?? 0
      result[y * width + x] = sum / 9
    }
  return result
}

/** Between dark and light, as N. Otsu (1979) chooses it; null: all is about as bright. */
function thresholdOf(grey: Uint8Array): number | null {
  const histogram = new Array<number>(256).fill(0)
  for (const value of grey) histogram[value] = (histogram[value] ?? 0) + 1
  const sum = histogram.reduce((total, count, value) => total + count * value, 0)
  let best = { variance: 0, threshold: 0, contrast: 0 }
  let below = 0
  let sumBelow = 0
  for (let value = 0; value < 256; value++) {
    below += histogram[value] ?? 0
    sumBelow += (histogram[value] ?? 0) * value
    const above = grey.length - below
    if (below === 0 || above === 0) continue
    const contrast = (sum - sumBelow) / above - sumBelow / below
    const variance = below * above * contrast ** 2
    if (variance > best.variance) best = { variance, threshold: value, contrast }
  }
  return best.contrast < leastContrast ? null : best.threshold
}

/** The pixels of the largest light part that hangs together. */
function largestPart(grey: Uint8Array, width: number, height: number, threshold: number): readonly number[] {
  const isSeen = new Uint8Array(grey.length)
  let largest: number[] = []
  for (let start = 0; start < grey.length; start++) {
    if (isSeen[start] || (grey[start] ?? 0) <= threshold) continue
    isSeen[start] = 1
    const part = [start]
    for (let next = 0; next < part.length; next++) {
      const at = part[next] ?? 0
      const { x, y } = pointOf(at, width)
      const around = [x > 0 && at - 1, x < width - 1 && at + 1, y > 0 && at - width, y < height - 1 && at + width]
      for (const neighbour of around)
        if (neighbour !== false && !isSeen[neighbour] && (grey[neighbour] ?? 0) > threshold) {
          isSeen[neighbour] = 1
          part.push(neighbour)
        }
    }
    if (part.length > largest.length) largest = part
  }
  return largest
}

/** Those of its pixels that lie furthest towards each corner of the picture. */
function outermost(part: readonly number[], width: number): Corners {
  const furthest = (worth: (point: Point) => number, dx: number, dy: number): Point => {
    let best = { x: 0, y: 0 }
    let most = Number.NEGATIVE_INFINITY
    for (const at of part) {
      const point = pointOf(at, width)
      const value = worth(point)
      if (value > most) [most, best] = [value, point]
    }
    // The outer edge of the pixel.
    return { x: best.x + dx, y: best.y + dy }
  }
  return [
    furthest(({ x, y }) => -x - y, 0, 0),
    furthest(({ x, y }) => x - y, 1, 0),
    furthest(({ x, y }) => x + y, 1, 1),
    furthest(({ x, y }) => y - x, 0, 1),
  ]
}
