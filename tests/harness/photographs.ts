// Photographs of sheets on a table, generated in the browser while the test runs, with the metadata that a phone
// writes.
import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'

/** Placed where a phone writes the location: if a file contains it, the metadata were not removed. */
export const placeOfPhotograph = '10.776889N106.700806E'

/** A sheet seen from the side on a dark table, with a heading, lines of print and a seal; its words say which it is. */
export async function aPhotograph(page: Page, words: string): Promise<Buffer> {
  const base64 = await page.evaluate((heading) => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 1600
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = '#4a3626'
    context.fillRect(0, 0, 1200, 1600)
    context.setTransform(0.9, 0.07, -0.12, 0.93, 230, 60)
    const light = context.createLinearGradient(0, 0, 1000, 1400)
    light.addColorStop(0, '#f4f3ee')
    light.addColorStop(1, '#b9b5aa')
    context.fillStyle = light
    context.fillRect(0, 0, 1000, 1414)
    context.fillStyle = '#26241f'
    context.font = '56px sans-serif'
    context.fillText(heading, 110, 180)
    for (let line = 0; line < 18; line++) context.fillRect(110, 290 + line * 46, line % 5 === 4 ? 420 : 780, 14)
    context.strokeStyle = '#c3232c'
    context.lineWidth = 10
    context.beginPath()
    context.arc(740, 1240, 80, 0, 2 * Math.PI)
    context.stroke()
    return canvas.toDataURL('image/jpeg', 0.85).split(',')[1] ?? ''
  }, words)
  const jpeg = Buffer.from(base64, 'base64')
  const exif = Buffer.from(`Exif\0\0${placeOfPhotograph}`, 'latin1')
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  // After the two bytes with which every JPEG begins.
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}
