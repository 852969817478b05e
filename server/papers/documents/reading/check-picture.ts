import { imageSizeFromFile } from 'image-size/fromFile'
import { IntakeError } from '../intake-error.ts'

/** A small file may hold a picture that takes gigabytes in every browser that shows it. */
const mostPixels = 100_000_000

/** Its sides as it is looked at. Throws IntakeError. */
export async function checkPicture(path: string): Promise<{ width: number; height: number }> {
  const {
    width,
    height,
    orientation = 1,
  } = await imageSizeFromFile(path).catch((cause: unknown) => {
    throw new IntakeError('broken', { cause })
  })
  if (!(width > 0 && height > 0)) throw new IntakeError('broken')
  if (width * height > mostPixels) throw new IntakeError('picture-too-large')
  // From 5 on a camera was held upright: the picture is turned when it is looked at.
  return orientation > 4 ? { width: height, height: width } : { width, height }
}
