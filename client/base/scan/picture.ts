// Photographs in and pages out, by a canvas of the browser. A page holds pixels alone: place, time and device of the photograph stay out.
import { evened } from './even-light.ts'
import { foundCorners } from './find-corners.ts'
import { type Corners, type Raster, straightened, turned, wholePicture } from './sheet.ts'

/** Of a photograph while it is worked on: an old phone has no room for fifty million pixels. */
const longestPhotograph = 3200
const longestForCorners = 360
const quality = 0.82

/** As it was taken, and what makes a page of it. Corners are shares of its sides. */
export interface Photograph {
  readonly file: Blob
  readonly corners: Corners
  /** To the right. */
  readonly quarters: number
  readonly isEvened: boolean
}

/** A page of the paper: the photograph, to be cut anew, and what has become of it. */
export interface ScannedPage {
  readonly key: string
  readonly photograph: Photograph
  readonly jpeg: Blob
}

/** Rejects what the browser cannot show. */
async function pixelsOf(file: Blob, longest: number): Promise<Raster> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const { naturalWidth, naturalHeight } = image
    const scale = Math.min(1, longest / Math.max(naturalWidth, naturalHeight))
    const width = Math.max(1, Math.round(naturalWidth * scale))
    const height = Math.max(1, Math.round(naturalHeight * scale))
    const context = contextOf({ width, height })
    context.drawImage(image, 0, 0, width, height)
    return context.getImageData(0, 0, width, height)
  } finally {
    URL.revokeObjectURL(url)
  }
}

function contextOf({ width, height }: { width: number; height: number }): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser draws nothing')
  return context
}

const scaled = (corners: Corners, across: number, down: number): Corners => {
  const [a, b, c, d] = corners.map(({ x, y }) => ({ x: x * across, y: y * down }))
  return a && b && c && d ? [a, b, c, d] : corners
}

/** With the corners that were found, or those of the whole picture. Rejects what is no picture. */
export async function photographOf(file: Blob): Promise<Photograph & { isFound: boolean }> {
  const small = await pixelsOf(file, longestForCorners)
  const found = foundCorners(small)
  const corners = found ? scaled(found, 1 / small.width, 1 / small.height) : wholePicture({ width: 1, height: 1 })
  return { file, corners, quarters: 0, isEvened: true, isFound: found !== null }
}

/** The page as JPEG, made anew of its pixels. */
export async function pageOf({ file, corners, quarters, isEvened }: Photograph): Promise<Blob> {
  const picture = await pixelsOf(file, longestPhotograph)
  const page = straightened(picture, turned(scaled(corners, picture.width, picture.height), quarters))
  const { width, height, data } = isEvened ? evened(page) : page
  const context = contextOf({ width, height })
  context.putImageData(new ImageData(data, width, height), 0, 0)
  return new Promise((resolve, fail) =>
    context.canvas.toBlob(
      (blob) => (blob ? resolve(blob) : fail(new Error('no picture was made'))),
      'image/jpeg',
      quality,
    ),
  )
}
