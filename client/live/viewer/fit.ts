// How large a page is drawn. Pure.

/** page: the whole page is seen; a number: that share of the width there is. */
export type Fit = 'page' | number

export interface Size {
  readonly width: number
  readonly height: number
}

const smallest = 0.25
const largest = 4
const step = 1.25

/** In CSS pixels; whole numbers, so that no line is blurred. */
export function drawnSize(page: Size, area: Size, fit: Fit): Size {
  const byWidth = area.width / page.width
  const scale = fit === 'page' ? Math.min(byWidth, area.height / page.height) : byWidth * fit
  return { width: Math.max(1, Math.floor(page.width * scale)), height: Math.max(1, Math.floor(page.height * scale)) }
}

/** One step larger (1) or smaller (−1) than what is seen now. */
export function zoomed(page: Size, area: Size, fit: Fit, direction: 1 | -1): Fit {
  const share = fit === 'page' ? drawnSize(page, area, fit).width / area.width : fit
  return Math.min(largest, Math.max(smallest, share * step ** direction))
}

/** Phones refuse canvases beyond this, and no eye sees more. */
const mostPixels = 16_000_000

/** Device pixels for one CSS pixel, within what a canvas may hold. */
export function sharpness({ width, height }: Size, devicePixelRatio: number): number {
  return Math.min(devicePixelRatio, Math.sqrt(mostPixels / (width * height)))
}
