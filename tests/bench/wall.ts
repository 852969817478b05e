// A wall of 25 sites in one browser: the load of our own code on its main thread while all pictures move, and how many
// frames each tile shows.
import { enter, launchBrowser, newPerson } from '../harness/browser.ts'
import { framesDecoded } from '../harness/hearing.ts'
import { until } from '../harness/wait.ts'
import type { Bench, Measurement } from './bench.ts'
import { bookSession } from './booked-session.ts'
import { filmSites, startServerHere } from './filmed-sites.ts'
import { frameIntervals, noteLongTasks, takeLongTasks } from './main-thread.ts'

const sites = 25
const film = { width: 320, height: 180, framesPerSecond: 25 }

export const wall: Bench = {
  about: `a wall of ${sites} moving pictures: tasks of the page’s main thread (goal: none over 200 ms)`,
  async run({ quick }): Promise<Measurement[]> {
    const filmed = filmSites(film)
    const session = await bookSession(
      {
        sites: Array.from({ length: sites }, (_, index) => ({
          name: `Điểm cầu xã số ${index + 1}`,
          rank: index === 0 ? 'centre' : 'branch',
        })),
        participants: [
          // Without a tile of their own.
          { name: 'Nguyễn Thị Minh Hạnh', title: null, role: 'observer', siteIndex: 0, waits: false },
          ...Array.from({ length: sites }, (_, index) => ({
            name: `Phụ trách điểm cầu ${index + 1}`,
            title: null,
            role: 'siteOperator' as const,
            siteIndex: index,
          })),
        ],
      },
      startServerHere(),
    )
    const browser = await launchBrowser()
    try {
      const [observerLink = '', ...siteLinks] = session.links
      for (const link of siteLinks) await filmed.join(link)
      const observer = await (await newPerson(browser)).newPage()
      await noteLongTasks(observer)
      await enter(observer, observerLink)
      await observer.getByRole('button', { name: /^Thêm/ }).click()
      await observer.getByRole('radio', { name: 'Tất cả điểm cầu bằng nhau' }).check()
      await observer.keyboard.press('Escape')
      await until(async () => {
        const { length } = Object.values(await framesDecoded(observer)).filter((frames) => frames > 0)
        return length === sites ? null : `${length} pictures move, not ${sites}`
      }, 30_000)
      const before = await framesDecoded(observer)
      const tasksBefore = await takeLongTasks(observer)
      const watchedForSeconds = quick ? 5 : 30
      const intervals = await frameIntervals(observer, () => observer.waitForTimeout(watchedForSeconds * 1000))
      const after = await framesDecoded(observer)
      const pictures = Object.entries(after).map(([id, frames]) => (frames - (before[id] ?? 0)) / watchedForSeconds)
      return [
        { name: 'pictures of a tile', unit: 'per second', samples: pictures },
        { name: 'from frame to frame of the page', unit: 'ms', samples: intervals },
        { name: 'tasks over 50 ms until the wall stands', unit: 'ms', samples: tasksBefore },
        { name: 'tasks over 50 ms while it is watched', unit: 'ms', samples: await takeLongTasks(observer) },
      ]
    } finally {
      filmed.close()
      await browser.close()
      await session.close()
    }
  },
}
