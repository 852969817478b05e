// Records what keeps the main thread of a page busy. Runs in the page, from its first script on.
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    longTasks: number[]
    frameTimes: number[]
  }
}

/** Notes each task over 50 ms, which is the shortest that browsers report. */
export async function noteLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.longTasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  })
}

/** The long tasks since the page was opened or this was last asked, in milliseconds. */
export function takeLongTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => window.longTasks.splice(0))
}

/** The time between each two pictures of the page while the work is done, in milliseconds. */
export async function frameIntervals(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    window.frameTimes = []
    const note = (now: number) => {
      window.frameTimes.push(now)
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  await work()
  return page.evaluate(() => window.frameTimes.slice(1).map((time, index) => time - (window.frameTimes[index] ?? time)))
}
