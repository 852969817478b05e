// A media worker is killed: the time until the first frame of a new consumer, in a browser that does nothing for it.
import { enter, launchBrowser, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { signalChild } from '../harness/processes.ts'
import type { Bench, Measurement } from './bench.ts'

const pictures = '[data-participant] video:not([data-mirrored])'

export const workerLoss: Bench = {
  about: 'from the death of a media worker to the first frame of another participant (goal: 3 s at most)',
  async run({ quick }): Promise<Measurement[]> {
    const samples: number[] = []
    for (let round = 0; round < (quick ? 2 : 8); round++) samples.push(await picturesReturnAfterMs())
    return [{ name: 'worker killed to first frame', unit: 'ms', samples }]
  },
}

async function picturesReturnAfterMs(): Promise<number> {
  const server = await DemoServer.start()
  const browser = await launchBrowser()
  try {
    const inside = async (name: 'secretary' | 'siteA') => {
      const page = await (await newPerson(browser)).newPage()
      await enter(page, server.link(name))
      return page
    }
    const [page] = [await inside('secretary'), await inside('siteA')]
    const isMoving = (selector: string) =>
      page.waitForFunction(
        (of) => [...document.querySelectorAll<HTMLVideoElement>(of)].some(({ currentTime }) => currentTime > 0),
        selector,
        { polling: 20 },
      )
    await isMoving(pictures)
    await page.evaluate((of) => {
      for (const video of document.querySelectorAll(of)) video.setAttribute('data-before', '')
    }, pictures)
    const killedAt = performance.now()
    signalChild(server.pid, 'mediasoup-worker', 'SIGKILL')
    await isMoving(`${pictures}:not([data-before])`)
    return performance.now() - killedAt
  } finally {
    await browser.close()
    await server.close()
  }
}
