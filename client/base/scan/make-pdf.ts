// Pages as one PDF, as JPEG in it. Fetched when the first one is made.
import { PDFDocument } from '@cantoo/pdf-lib'

/** Of the longer side of A4, in points. */
const longestPoints = 841.89

/** Throws when one is no JPEG. Whatever metadata a JPEG has goes with it: they are encoded anew before. */
export async function pdfOf(pages: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create()
  pdf.setProducer('Điểm Cầu')
  pdf.setCreator('Điểm Cầu')
  for (const page of pages) {
    const picture = await pdf.embedJpg(page)
    const scale = longestPoints / Math.max(picture.width, picture.height)
    const size = { width: picture.width * scale, height: picture.height * scale }
    pdf.addPage([size.width, size.height]).drawImage(picture, { x: 0, y: 0, ...size })
  }
  return new Uint8Array(await pdf.save())
}
