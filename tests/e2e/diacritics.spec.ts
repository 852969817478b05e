// Checks that no control of the theme cuts Vietnamese diacritics: each is rendered with its own style and with
// unlimited space, and both pictures must have the same rows of ink.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { PNG } from 'pngjs'
import { everybodyLeaves } from '../harness/browser.ts'
import { specimenPage } from '../harness/specimens.tsx'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const origin = 'http://specimens.test'
const roomForAll = `
  * { overflow: visible !important; line-height: 2.4 !important; text-box-trim: none !important; }
  input { height: auto !important; }
`

for (const zoom of [1, 2])
  test(`no control cuts the diacritics of ế ộ Ẳ ỵ at ${zoom * 100} %`, async ({ browser }) => {
    const context = await browser.newContext({ deviceScaleFactor: zoom, viewport: { width: 1610, height: 800 } })
    const page = await context.newPage()
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: await specimenPage() })
      const path = createRequire(import.meta.url).resolve(decodeURIComponent(pathname.slice(1)))
      return route.fulfill({ contentType: 'font/woff2', body: await readFile(path) })
    })
    for (const language of zoom === 1 ? ['vi', 'en'] : ['vi']) {
      await page.goto(origin)
      await page.evaluate(async (lang) => {
        document.documentElement.lang = lang
        await document.fonts.ready
      }, language)
      const asItIs = await inkOfEach(page, zoom)
      await page.addStyleTag({ content: roomForAll })
      const whole = await inkOfEach(page, zoom)
      const differ = [...whole].filter(([name, rows]) => asItIs.get(name) !== rows)
      expect(
        [...whole].filter(([, rows]) => rows === 0),
        'not drawn at all',
      ).toEqual([])
      expect(differ.map(([name, rows]) => `${name}: ${asItIs.get(name)} of ${rows} rows`)).toEqual([
        // So that it is known that this test would see it.
        expect.stringMatching(/^cut on purpose: /),
      ])
    }
  })

/** From the first row with ink to the last, for each specimen by its name. */
async function inkOfEach(page: Page, zoom: number): Promise<Map<string, number>> {
  const cells = await page.locator('[data-specimen]').evaluateAll((all) =>
    all.map((cell) => {
      const { x, y, width, height } = cell.getBoundingClientRect()
      return { name: cell.getAttribute('data-specimen') ?? '', x, y: y + scrollY, width, height }
    }),
  )
  const { data, width } = PNG.sync.read(await page.screenshot({ fullPage: true }))
  const hasInk = (row: number, from: number, to: number) => {
    for (let column = from; column < to; column++) if ((data[(row * width + column) * 4] ?? 255) < 128) return true
    return false
  }
  return new Map(
    cells.map(({ name, ...cell }) => {
      const [left, right, top, bottom] = [cell.x, cell.x + cell.width, cell.y, cell.y + cell.height].map((edge) =>
        Math.round(edge * zoom),
      ) as [number, number, number, number]
      const rows = Array.from({ length: bottom - top }, (_, index) => top + index).filter((row) =>
        hasInk(row, left, right),
      )
      return [name, rows.length === 0 ? 0 : (rows.at(-1) ?? 0) - (rows[0] ?? 0) + 1]
    }),
  )
}
