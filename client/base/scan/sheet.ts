// A sheet of paper in a photograph: where its corners are, and how it looks from straight above. Pure.

/** Of pixels from the left and from the top. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Of the sheet as it is read: top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point]

export interface Size {
  readonly width: number
  readonly height: number
}

/** As ImageData: four bytes a pixel, red, green, blue, opacity, line by line. */
export interface Raster extends Size {
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

/** The longer side of A4 at 190 dots per inch: small print is read, a page stays below a megabyte. */
export const longestSide = 2220
const a4 = Math.SQRT2
/** A sheet seen from the side looks longer or shorter than it is; a card is further from A4 than this. */
const nearA4 = 0.09

export const wholePicture = ({ width, height }: Size): Corners => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
]

/** Twice the area between them; below zero where they go round against the clock. */
const turnAt = (before: Point, at: Point, after: Point): number =>
  (at.x - before.x) * (after.y - at.y) - (at.y - before.y) * (after.x - at.x)

/** Only such corners are those of a sheet: none within the others, and no two sides that cross. */
export const isSheet = ([a, b, c, d]: Corners): boolean =>
  turnAt(d, a, b) > 0 && turnAt(a, b, c) > 0 && turnAt(b, c, d) > 0 && turnAt(c, d, a) > 0

export const isWithin = ([a, b, c, d]: Corners, point: Point): boolean =>
  [turnAt(a, b, point), turnAt(b, c, point), turnAt(c, d, point), turnAt(d, a, point)].every((turn) => turn >= 0)

/** In square pixels. */
export const areaOf = ([a, b, c, d]: Corners): number => Math.abs(turnAt(a, b, c) + turnAt(c, d, a)) / 2

/** A quarter to the right, so many times: what was its left side is its top. */
export function turned([a, b, c, d]: Corners, quarters: number): Corners {
  switch (((quarters % 4) + 4) % 4) {
    case 1:
      return [d, a, b, c]
    case 2:
      return [c, d, a, b]
    case 3:
      return [b, c, d, a]
    default:
      return [a, b, c, d]
  }
}

/** Of the page that a sheet becomes: no larger than it is in the photograph, of A4 where it is close to it. */
export function pageSize([a, b, c, d]: Corners): Size {
  const along = (from: Point, to: Point) => Math.hypot(to.x - from.x, to.y - from.y)
  const width = (along(a, b) + along(d, c)) / 2
  const height = (along(a, d) + along(b, c)) / 2
  const isUpright = height >= width
  const longer = Math.max(width, height)
  const seen = longer / Math.max(1, Math.min(width, height))
  const ratio = Math.abs(seen / a4 - 1) <= nearA4 ? a4 : seen
  const long = Math.max(1, Math.round(Math.min(longestSide, longer)))
  const short = Math.max(1, Math.round(long / ratio))
  return isUpright ? { width: short, height: long } : { width: long, height: short }
}

/**
 * Where each point of a page comes from in the photograph: the projective map of the unit square onto four corners
 * (P. Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, 2.2.3).
 */
function projection([p0, p1, p2, p3]: Corners): (u: number, v: number) => Point {
  const dx1 = p1.x - p2.x
  const dx2 = p3.x - p2.x
  const dx3 = p0.x - p1.x + p2.x - p3.x
  const dy1 = p1.y - p2.y
  const dy2 = p3.y - p2.y
  const dy3 = p0.y - p1.y + p2.y - p3.y
  const determinant = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / determinant
  const h = (dx1 * dy3 - dx3 * dy1) / determinant
  return (u, v) => {
    const depth = g * u + h * v + 1
    return {
      x: ((p1.x - p0.x + g * p1.x) * u + (p3.x - p0.x + h * p3.x) * v + p0.x) / depth,
      y: ((p1.y - p0.y + g * p1.y) * u + (p3.y - p0.y + h * p3.y) * v + p0.y) / depth,
    }
  }
}

/** The sheet between these corners as seen from straight above. The corners must be those of a sheet. */
export function straightened(picture: Raster, corners: Corners, { width, height }: Size = pageSize(corners)): Raster {
  const from = projection(corners)
  const data = new Uint8ClampedArray(width * height * 4)
  let at = 0
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const { x, y } = from((column + 0.5) / width, (row + 0.5) / height)
      sample(picture, x - 0.5, y - 0.5, data, at)
      at += 4
    }
  return { width, height, data }
}

/** The colour between the four pixels around a point, written to `into`. */
function sample({ width, height, data }: Raster, x: number, y: number, into: Uint8ClampedArray, at: number): void {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)))
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1)
  const across = Math.min(1, Math.max(0, x - left))
  const down = Math.min(1, Math.max(0, y - top))
  for (let channel = 0; channel < 3; channel++) {
    const pixel = (column: number, row: number) => data[(row * width + column) * 4 + channel] ?? 0
    const above = pixel(left, top) * (1 - across) + pixel(right, top) * across
    const below = pixel(left, bottom) * (1 - across) + pixel(right, bottom) * across
    into[at + channel] = above * (1 - down) + below * down
  }
  into[at + 3] = 255
}

export const brightness = (data: Uint8ClampedArray, at: number): number =>
  0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
