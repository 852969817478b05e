import { imageSizeFromFile } from 'image-size/fromFile'
import { IntakeError } from './intake-error.ts'

/** A small file may hold a picture that takes gigabytes in every browser that shows it. */
const mostPixels = 100_000_000

/** Throws IntakeError. */
export async function checkPicture(path: string): Promise<void> {
  const { width, height } = await imageSizeFromFile(path).catch((cause: unknown) => {
    throw new IntakeError('broken', { cause })
  })
  if (!(width > 0 && height > 0)) throw new IntakeError('broken')
  if (width * height > mostPixels) throw new IntakeError('picture-too-large')
}
