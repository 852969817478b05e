// Inserts the QR code into a template: it replaces the picture with the alternative text `ma_qr`. The picture module of
// the template engine is not free, so the file is changed directly.
import { DOMParser, type Element, XMLSerializer } from '@xmldom/xmldom'
import type PizZip from 'pizzip'
import { qrPictureName } from '../../../../shared/wire/papers/paper-templates.ts'

const media = 'media/ma-qr.png'
const relationshipId = 'rIdMaQr'
const imageType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/** Body, headers and footers: where somebody may have put the picture. */
const partsOf = (zip: PizZip) =>
  zip.file(/^word\/(document|header\d*|footer\d*)\.xml$/).map(({ name }) => ({ name, root: read(zip, name) }))

/** Throws on what is no XML, instead of printing it. */
const onError = (level: 'warning' | 'error' | 'fatalError', message: string) => {
  if (level !== 'warning') throw new Error(message)
}

const read = (zip: PizZip, name: string) =>
  new DOMParser({ onError }).parseFromString(zip.file(name)?.asText() ?? '', 'application/xml').documentElement

export const hasQrPicture = (zip: PizZip): boolean => partsOf(zip).some(({ root }) => placesIn(root).length > 0)

/** @param png square. A template without a place for it stays as it is. */
export function setQrPicture(zip: PizZip, png: Uint8Array): void {
  for (const { name, root } of partsOf(zip)) {
    const places = placesIn(root)
    if (!root || places.length === 0) continue
    for (const place of places) point(place)
    write(zip, name, root)
    relate(zip, name)
    zip.file(`word/${media}`, png)
    allowPng(zip)
  }
}

/** The frames, inline or anchored, of the pictures that stand for the code. */
function placesIn(root: Element | null): Element[] {
  return named(root, 'docPr').flatMap((properties) => {
    const words = [properties.getAttribute('descr'), properties.getAttribute('title')]
    const frame = properties.parentNode
    return words.some((one) => plain(one) === qrPictureName) && frame ? [frame as Element] : []
  })
}

/** Some write it in braces, as the fields are. */
const plain = (words: string | null) => words?.replaceAll(/[{}\s]/gu, '').toLowerCase()

const named = (within: Element | null, name: string): Element[] => [
  ...(within?.getElementsByTagNameNS('*', name) ?? []),
]

/** Told to those who do not see it; square, whole, and without the drawing that newer word processors keep beside a picture and prefer. */
function point(place: Element): void {
  for (const properties of named(place, 'docPr')) properties.setAttribute('descr', 'Mã QR để kiểm tra văn bản')
  for (const blip of named(place, 'blip')) {
    for (const child of [...blip.childNodes]) blip.removeChild(child)
    blip.setAttribute('r:embed', relationshipId)
    blip.removeAttribute('r:link')
  }
  for (const cropping of named(place, 'srcRect')) cropping.parentNode?.removeChild(cropping)
  for (const size of [...named(place, 'extent'), ...named(place, 'ext')]) {
    const sides = ['cx', 'cy'].map((side) => Number(size.getAttribute(side)))
    if (sides.some((side) => !(side > 0))) continue
    for (const side of ['cx', 'cy']) size.setAttribute(side, String(Math.min(...sides)))
  }
}

function write(zip: PizZip, name: string, root: Element): void {
  zip.file(
    name,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${new XMLSerializer().serializeToString(root)}`,
  )
}

function relate(zip: PizZip, part: string): void {
  const name = part.replace('word/', 'word/_rels/').concat('.rels')
  const root = read(zip, name)
  const relationship = root?.ownerDocument?.createElementNS(root.namespaceURI, 'Relationship')
  if (!root || !relationship) throw new Error(`${name} is missing`)
  relationship.setAttribute('Id', relationshipId)
  relationship.setAttribute('Type', imageType)
  relationship.setAttribute('Target', media)
  root.appendChild(relationship)
  write(zip, name, root)
}

function allowPng(zip: PizZip): void {
  const name = '[Content_Types].xml'
  const root = read(zip, name)
  if (named(root, 'Default').some((one) => one.getAttribute('Extension')?.toLowerCase() === 'png')) return
  const allowed = root?.ownerDocument?.createElementNS(root.namespaceURI, 'Default')
  if (!root || !allowed) throw new Error(`${name} is missing`)
  allowed.setAttribute('Extension', 'png')
  allowed.setAttribute('ContentType', 'image/png')
  root.insertBefore(allowed, root.firstChild)
  write(zip, name, root)
}
