// Debian's Chromium with fake camera and microphone, for end-to-end tests and benchmarks.
import { type Browser, type BrowserContext, chromium, type Locator, type Page, test } from '@playwright/test'
import { findOnPath } from '../../scripts/find-on-path.mjs'
import { PAGES_SAID } from '../../scripts/test-runs.mjs'

/** Configured like the browsers of users: no GPU, no background requests, camera and microphone without a permission prompt. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** Five pictures a second instead of twenty: five pages that send and decode leave two cores to the rest. The last of two such arguments counts. */
export const fewPictures = '--use-fake-device-for-media-stream=fps=5'

/** `film`: a file that its camera shows again and again, in place of the test picture. */
export async function launchBrowser({ film }: { film?: string } = {}): Promise<Browser> {
  const executablePath = findOnPath('chromium')
  if (!executablePath) throw new Error('Chromium is not installed: apt-get install chromium')
  const args = film ? [...browserArguments, `--use-file-for-fake-video-capture=${film}`] : browserArguments
  return chromium.launch({ executablePath, args })
}

export function newPerson(browser: Browser, options: { isPhone?: boolean } = {}): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    permissions: ['camera', 'microphone'],
    viewport: options.isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    ...(options.isPhone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  })
}

/** Ends all pages of the browser: left open they would go on sending and decoding beside the next test. */
export async function everybodyLeaves(browser: Browser): Promise<void> {
  if (test.info().status !== test.info().expectedStatus) await keepWhatPagesSay(browser)
  for (const context of browser.contexts()) await context.close()
}

/** What the pages of a failed test told their people: whoever reads of the run elsewhere has no pictures of it. */
async function keepWhatPagesSay(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  const said = await Promise.all(
    pages.map((page) =>
      page
        .locator('h1, h2, [role=alert], [role=status], [role=dialog]')
        .allInnerTexts()
        // Of a page that has crashed or just goes elsewhere nothing can be read; the others must still leave.
        .catch((error: Error) => [error.message]),
    ),
  )
  const lines = said.map((texts, index) => `page ${index + 1}: ${texts.map(inOneLine).filter(Boolean).join(' | ')}`)
  await test.info().attach(PAGES_SAID, { body: lines.join('\n'), contentType: 'text/plain' })
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)

/** Opens the link and goes in. Resolves when the button has been pressed. */
export async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Vào phòng' }).click()
}

/** Types the day 2026-11-24 as people do. What names the field also names the button of its calendar. */
export const fillDate = (field: Locator, day: string): Promise<void> =>
  field.and(field.page().getByRole('textbox')).fill(day.split('-').reverse().join('/'))
