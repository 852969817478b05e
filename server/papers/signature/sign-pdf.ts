// Adds an invisible signature of the agency to a PDF (PAdES B-B, or B-T with a time stamp). The original stays byte for
// byte; the signature is appended (ISO 32000-1, 7.5.6 and 12.8). Called by server/papers/issued through
// agency-certificate.ts.
import type { KeyObject } from 'node:crypto'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { Signer, SignPdf } from '@signpdf/signpdf'
import { type Stamp, signedData } from './cms.ts'

/** Space in bytes for the signature and a chain of certificates. */
const space = 16_384
/** Bytes: for a time stamp with the certificates of its authority. */
export const spaceForStamp = 16_384
/** ISO 32000-1, tables 165 and 219: print, locked; signatures exist, append only. */
const printAndLocked = 132
const signaturesAreThere = 3
/** As @signpdf finds it, and fills it in. */
const place = PDFName.of('**********')

export interface Signatory {
  readonly key: KeyObject
  /** As DER: first the one of the key, then those above it. */
  readonly certificates: readonly Uint8Array[]
  /** Whose certificate it is. */
  readonly name: string
}

/** `stamp`: null where no authority is asked. @throws when the PDF cannot be read, or the signature does not fit. */
export async function signPdf(
  pdf: Uint8Array,
  { key, certificates, name }: Signatory,
  at: number,
  stamp: Stamp | null,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const { context, catalog } = document
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [PDFNumber.of(0), place, place, place],
      Contents: PDFHexString.of('0'.repeat(2 * (space + (stamp ? spaceForStamp : 0)))),
      M: PDFString.fromDate(new Date(at)),
      Name: PDFHexString.fromText(name),
    }),
  )
  const [page] = document.getPages()
  if (!page) throw new Error('a PDF without a page cannot be signed')
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: signature,
      T: PDFString.of('AgencySignature'),
      F: printAndLocked,
      P: page.ref,
    }),
  )
  // What is drawn on the page is left alone: addAnnot() would wrap it.
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  page.node.set(PDFName.of('Annots'), context.obj([...(annotations?.asArray() ?? []), field]))
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict) ?? context.obj({})
  const fields = form.lookupMaybe(PDFName.of('Fields'), PDFArray) ?? context.obj([])
  fields.push(field)
  form.set(PDFName.of('Fields'), fields)
  form.set(PDFName.of('SigFlags'), PDFNumber.of(signaturesAreThere))
  catalog.set(PDFName.of('AcroForm'), form)
  const prepared = await document.commit({ useObjectStreams: false })

  class AgencySigner extends Signer {
    override async sign(content: Buffer): Promise<Buffer> {
      return Buffer.from(await signedData(content, key, certificates, stamp))
    }
  }
  return new SignPdf().sign(Buffer.from(prepared), new AgencySigner())
}
