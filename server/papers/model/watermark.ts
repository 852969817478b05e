// Prints the watermark that is laid over the pages of a watermarked document (watermark.typ), or a picture with its watermark.
import { printable } from './paper.ts'
import { findFonts, type PdfOptions, printPdf } from './pdf.ts'

interface Watermark {
  readonly lines: readonly string[]
  /** In points; a page for each. */
  readonly shapes: readonly { readonly width: number; readonly height: number }[]
  readonly picture: { readonly format: string; readonly bytes: Uint8Array } | null
}

/** @throws FontMissingError */
export async function printWatermark({ lines, shapes, picture }: Watermark, options: PdfOptions = {}): Promise<Buffer> {
  const name = picture && `picture.${picture.format === 'jpeg' ? 'jpg' : picture.format}`
  const input = JSON.stringify({ lines: lines.map(printable), shapes, picture: name })
  return printPdf({
    template: 'watermark',
    input,
    fontFiles: findFonts(options),
    picture: picture && name ? { name, bytes: picture.bytes } : null,
  })
}
