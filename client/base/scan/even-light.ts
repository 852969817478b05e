// A page as if the light fell on it evenly: the shadow of a hand goes, the paper becomes white, print and red seals stay. Pure.
import { brightness, type Raster } from './sheet.ts'

/** So many parts along the longer side; the paper of each is taken to be about as bright. */
const parts = 24
/** Most of a part is paper, and print is darker: this share of its pixels is no brighter than its paper. */
const paperShare = 0.85
const white = 245
const black = 25
/** What is very dark is no shadow: a photograph on the page, or a black band. */
const mostBrightened = 2.2

/** Changes the page in place and returns it. */
export function evened<Page extends Raster>(page: Page): Page {
  const { width, height, data } = page
  const side = Math.max(8, Math.ceil(Math.max(width, height) / parts))
  const columns = Math.ceil(width / side)
  const rows = Math.ceil(height / side)
  const paper = Array.from({ length: columns * rows }, (_, index) =>
    paperOf(page, (index % columns) * side, Math.floor(index / columns) * side, side),
  )
  const at = (column: number, row: number) =>
    paper[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))] ?? white
  for (let y = 0; y < height; y++) {
    const down = (y + 0.5) / side - 0.5
    const row = Math.floor(down)
    for (let x = 0; x < width; x++) {
      const along = (x + 0.5) / side - 0.5
      const column = Math.floor(along)
      const above = at(column, row) * (column + 1 - along) + at(column + 1, row) * (along - column)
      const below = at(column, row + 1) * (column + 1 - along) + at(column + 1, row + 1) * (along - column)
      const light = above * (row + 1 - down) + below * (down - row)
      const gain = Math.min(mostBrightened, white / Math.max(1, light))
      const pixel = (y * width + x) * 4
      for (let channel = pixel; channel < pixel + 3; channel++)
        data[channel] = (((data[channel] ?? 0) * gain - black) * 255) / (white - black)
    }
  }
  return page
}

/** How bright the paper of one part is: every third pixel tells. */
function paperOf({ width, height, data }: Raster, left: number, top: number, side: number): number {
  const values: number[] = []
  for (let y = top; y < Math.min(height, top + side); y += 3)
    for (let x = left; x < Math.min(width, left + side); x += 3) values.push(brightness(data, (y * width + x) * 4))
  values.sort((one, other) => one - other)
  return values[Math.floor(values.length * paperShare)] ?? white
}
