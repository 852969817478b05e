// Time to first frame: from the click on "Vào phòng" to the first frame of another participant’s picture, in a browser
// that has just opened the page. Two sites are already inside and send. Runs on localhost, so only our own part is
// measured: round trips, negotiation, key frame.
import type { Page } from '@playwright/test'
import { enter, launchBrowser, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import type { Bench, Measurement } from './bench.ts'

declare global {
  interface Window {
    clickedAt?: number
    firstFrameAt?: number
  }
}

/** Notes the click, and the first frame of the first video on the stage that is not the person's own. */
function watch(): void {
  addEventListener(
    'click',
    () => {
      window.clickedAt = performance.now()
    },
    { capture: true },
  )
  const watched = new WeakSet<HTMLVideoElement>()
  new MutationObserver(() => {
    for (const video of document.querySelectorAll<HTMLVideoElement>('[data-participant] video:not([data-mirrored])')) {
      if (watched.has(video)) continue
      watched.add(video)
      video.requestVideoFrameCallback((now) => {
        window.firstFrameAt ??= now
      })
    }
  }).observe(document, { subtree: true, childList: true })
}

async function join(page: Page, link: string): Promise<number> {
  await page.addInitScript(watch)
  await enter(page, link)
  await page.waitForFunction(() => window.firstFrameAt !== undefined, undefined, { polling: 20 })
  return page.evaluate(() => (window.firstFrameAt ?? 0) - (window.clickedAt ?? 0))
}

export const ttff: Bench = {
  about: 'from the click to the first frame of another participant (goal: 900 ms at most on localhost)',
  async run({ quick }): Promise<Measurement[]> {
    const server = await DemoServer.start()
    // As on machines of their own: pages of one browser share its camera service, which stops for all when one of them opens it.
    const [sites, browser] = await Promise.all([launchBrowser(), launchBrowser()])
    try {
      for (const name of ['siteA', 'siteB'] as const) {
        const page = await (await newPerson(sites)).newPage()
        await enter(page, server.link(name))
        await page.locator('[data-participant]').first().waitFor()
      }
      const samples: number[] = []
      for (let round = 0; round < (quick ? 3 : 10); round++) {
        const person = await newPerson(browser)
        samples.push(await join(await person.newPage(), server.link('chair')))
        await person.close()
      }
      return [{ name: 'click to first frame', unit: 'ms', samples }]
    } finally {
      await Promise.all([sites.close(), browser.close()])
      await server.close()
    }
  },
}
