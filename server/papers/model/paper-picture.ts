// Renders a printed paper as a picture for the screen, with poppler’s pdftoppm in a process with limits (ADR 0072).
import { type Limits, runConfined } from '../../platform/confined-program.ts'

const limits: Limits = {
  memoryBytes: 1024 ** 3,
  seconds: 20,
  writtenBytes: 0,
  saidBytes: 8 * 1024 ** 2,
}
/** Letters of 13 pt are read on a telephone when enlarged; a page takes about 100 kB. */
const widthInPixels = 1000

/**
 * PNG of the first page.
 * @throws {ConfinedError}
 */
export const paperPicture = (pdf: Uint8Array): Promise<Buffer> =>
  runConfined(
    [
      ...['pdftoppm', '-png', '-singlefile', '-f', '1', '-l', '1'],
      ...['-scale-to-x', `${widthInPixels}`, '-scale-to-y', '-1', '-'],
    ],
    { limits, input: pdf },
  )
