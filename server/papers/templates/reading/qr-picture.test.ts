// The filled file is read back by another library (mammoth), which shows what it really contains.
import { AlignmentType, Document, ExternalHyperlink, Footer, ImageRun, Packer, Paragraph } from 'docx'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { qrPng } from '../../model/verification.ts'
import { exampleValues } from '../fields.ts'
import { starter } from '../starter.ts'
import { fill, placesQr } from './fill.ts'

const url = 'https://diemcau.example.gov.vn/verify#K7M3P9XQ4RTACDEF'

async function picturesOf(docx: Buffer): Promise<string[]> {
  const { value } = await mammoth.convertToHtml({ buffer: docx })
  return [...value.matchAll(/data:image\/png;base64,([^"]+)/g)].map(([, data = '']) => data)
}
const picture = async (data: Buffer, alt: string, size = { width: 90, height: 60 }) =>
  new ImageRun({ type: 'png', data, transformation: size, altText: { name: alt, title: '', description: alt } })
const seal = await qrPng('con dấu')
const placeholder = await qrPng('chỗ của mã QR')

describe('the QR code in a template', () => {
  it('replaces the picture named for it, with another code in each paper', async () => {
    const template = await starter('receipt', {})
    expect(placesQr(template)).toBe(true)
    for (const opened of [url, `${url}X`]) {
      const pictures = await picturesOf(fill(template, exampleValues('receipt'), await qrPng(opened)))
      expect(pictures).toEqual([(await qrPng(opened)).toString('base64')])
    }
  })

  it('leaves every other picture, even one with the same content', async () => {
    const children = [
      new Paragraph({ children: [await picture(placeholder, 'Logo'), await picture(placeholder, ' {MA_QR} ')] }),
    ]
    const template = await Packer.toBuffer(new Document({ sections: [{ children }] }))
    const pictures = await picturesOf(fill(template, {}, await qrPng(url)))
    expect(pictures).toEqual([placeholder.toString('base64'), (await qrPng(url)).toString('base64')])
  })

  it('is square and complete, even if the placeholder was stretched or cropped', async () => {
    const children = [new Paragraph({ children: [await picture(placeholder, 'ma_qr')] })]
    const zip = new PizZip(await Packer.toBuffer(new Document({ sections: [{ children }] })))
    const before = zip.file('word/document.xml')?.asText() ?? ''
    zip.file('word/document.xml', before.replace('<a:stretch>', '<a:srcRect l="5000" r="20000"/><a:stretch>'))
    const filled = new PizZip(fill(zip.generate({ type: 'nodebuffer' }), {}, await qrPng(url)))
    const after = filled.file('word/document.xml')?.asText() ?? ''
    expect(after).not.toContain('srcRect')
    const sizes = [...after.matchAll(/cx="(\d+)" cy="(\d+)"/g)].map(([, width, height]) => [width, height])
    expect(sizes.length).toBeGreaterThan(0)
    for (const [width, height] of sizes) expect(width).toBe(height)
  })

  it('is also placed in a footer', async () => {
    const footer = new Footer({
      children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [await picture(placeholder, 'ma_qr')] })],
    })
    const body = new Paragraph({ children: [await picture(seal, 'Con dấu')] })
    const document = new Document({ sections: [{ footers: { default: footer }, children: [body] }] })
    const filled = fill(await Packer.toBuffer(document), {}, await qrPng(url))
    expect(await picturesOf(filled)).toEqual([seal.toString('base64')])
    const zip = new PizZip(filled)
    expect(zip.file('word/media/ma-qr.png')?.asNodeBuffer()).toEqual(await qrPng(url))
    const relations = zip.file(/^word\/_rels\/footer\d+\.xml\.rels$/).map((one) => one.asText())
    expect(relations.join()).toContain('media/ma-qr.png')
  })

  it('is left out if the template has no place for it', async () => {
    const link = new ExternalHyperlink({ link: 'https://example.gov.vn', children: [] })
    const template = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph({ children: [link] })] }] }),
    )
    expect(placesQr(template)).toBe(false)
    expect(await picturesOf(fill(template, {}, await qrPng(url)))).toEqual([])
  })
})
