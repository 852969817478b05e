import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { pdfOf } from './make-pdf.ts'

/** The headers of a JPEG of this size: all that is read of one on its way into a PDF. */
function aJpeg(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9])
}

it('the PDF has one page per picture in the same order, with the long side of A4', async () => {
  const pdf = await PDFDocument.load(await pdfOf([aJpeg(1570, 2220), aJpeg(2220, 1570), aJpeg(856, 540)]))
  const sizes = pdf.getPages().map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())])
  expect(sizes).toEqual([
    [595, 842],
    [842, 595],
    [842, 531],
  ])
})

it('a file that is not a JPEG is rejected', async () => {
  await expect(pdfOf([new TextEncoder().encode('<svg/>')])).rejects.toThrow()
})
