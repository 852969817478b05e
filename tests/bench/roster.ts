// A roster of 3,000 in a real page: opening it, scrolling to its end, searching it. Measures whether the page stays
// smooth.
import { enter, launchBrowser, newPerson } from '../harness/browser.ts'
import { openPanel } from '../harness/hearing.ts'
import type { Bench, Measurement } from './bench.ts'
import { bookSession } from './booked-session.ts'
import { frameIntervals, noteLongTasks, takeLongTasks } from './main-thread.ts'

const people = 3000
const sites = 60

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

export const roster: Bench = {
  about: `the list of ${people} people: opening, scrolling, searching (goal: smooth)`,
  async run({ quick }): Promise<Measurement[]> {
    const session = await bookSession({
      sites: Array.from({ length: sites }, (_, index) => ({
        name: `Điểm cầu xã số ${index + 1}`,
        rank: index === 0 ? 'centre' : 'branch',
      })),
      participants: Array.from({ length: people }, (_, index) => ({
        name: `Nguyễn Văn Số ${index}`,
        title: 'Đại biểu Hội đồng nhân dân xã',
        role: index === 0 ? 'chair' : 'observer',
        siteIndex: index % sites,
      })),
    })
    const browser = await launchBrowser()
    try {
      const chair = await (await newPerson(browser)).newPage()
      await noteLongTasks(chair)
      const [link = ''] = session.links
      const joining = await timed(async () => {
        await enter(chair, link)
        await chair.getByRole('toolbar').waitFor()
      })
      const list = chair.getByRole('list', { name: 'Người tham gia', exact: true })
      await takeLongTasks(chair)
      const opening = await timed(async () => {
        await openPanel(chair, 'Người tham gia')
        await list.getByRole('listitem').nth(10).waitFor()
      })
      const tasksOfOpening = await takeLongTasks(chair)
      await list.hover()
      const last = list.getByText(`Nguyễn Văn Số ${people - 1}`, { exact: true })
      const scrolling = await frameIntervals(chair, async () => {
        for (let turn = 0; !(await last.isVisible()); turn++) {
          if (turn > 2000) throw new Error('the end of the list does not come')
          await chair.mouse.wheel(0, quick ? 2000 : 400)
        }
      })
      const tasksOfScrolling = await takeLongTasks(chair)
      const searching = await timed(async () => {
        await chair.getByRole('searchbox').fill('số 2718')
        await list.getByText('Nguyễn Văn Số 2718').waitFor()
      })
      return [
        { name: 'joining', unit: 'ms', samples: [joining] },
        { name: 'opening the list', unit: 'ms', samples: [opening] },
        { name: 'tasks over 50 ms while it opens', unit: 'ms', samples: tasksOfOpening },
        { name: 'from frame to frame while it scrolls', unit: 'ms', samples: scrolling },
        { name: 'tasks over 50 ms while it scrolls', unit: 'ms', samples: tasksOfScrolling },
        { name: 'searching', unit: 'ms', samples: [searching] },
      ]
    } finally {
      await browser.close()
      await session.close()
    }
  },
}
