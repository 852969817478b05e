// The gate “all connected” before a conference is passed automatically, from the pictures and sound that the pages
// receive.
import { expect, type Page, test } from '@playwright/test'
import type { NewSessionBody } from '../../shared/wire/hearing/booking.ts'
import type { SessionReadiness } from '../../shared/wire/hearing/readiness.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, openPage, openPanel } from '../harness/hearing.ts'
import { becomesAdministrator } from '../harness/office.ts'

const branches = ['Điểm cầu phường An Bình', 'Điểm cầu xã Tân Phú'] as const
const twoDays = 48 * 60 * 60 * 1000

const conference = (): NewSessionBody => ({
  title: 'Hội nghị trực tuyến công tác tiếp công dân quý IV',
  kind: 'conference',
  scheduledAt: Date.now() + twoDays,
  plannedMinutes: 60,
  place: 'Hội trường tầng 2',
  sites: [
    { name: 'Điểm cầu trung tâm', rank: 'centre', delegates: [] },
    ...branches.map((name) => ({ name, rank: 'branch' as const, delegates: [] })),
  ],
  participants: [
    { name: 'Nguyễn Thị Minh Hạnh', title: 'Phó Chủ tịch', role: 'chair', siteIndex: 0 },
    { name: 'Phạm Thị Thu Hà', title: 'Công chức', role: 'siteOperator', siteIndex: 1 },
    { name: 'Vũ Đình Long', title: 'Công chức', role: 'siteOperator', siteIndex: 2 },
  ],
})

test('the gate “all connected” is passed by received pictures and sound, after a sound check of each site', async ({
  browser,
}) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    const { origin } = new URL(server.setUpUrl)
    const answer = await office.request.post(`${origin}/api/sessions`, { data: conference() })
    const { sessionId, participants } = (await answer.json()) as ScheduledSession
    const readiness = async () =>
      (await (await office.request.get(`${origin}/api/sessions/${sessionId}/readiness`)).json()) as SessionReadiness
    const entered: Page[] = []
    for (const { link } of participants) {
      const page = await openPage(browser, link)
      await goIn(page)
      await isInside(page)
      entered.push(page)
    }
    const [chair, ...sites] = entered as [Page, Page, Page]
    await openPanel(chair, 'Điều hành')
    for (const [index, name] of branches.entries()) {
      const told = sites[index]?.getByRole('status', { name: 'Đang thử tiếng' })
      if (!told) throw new Error(`nobody is at ${name}`)
      await chair.getByRole('button', { name: `Thử tiếng: ${name}` }).click()
      await expect(told).toBeVisible()
      // It ends by itself, as soon as it is measured.
      await expect(told).toHaveCount(0, { timeout: 60_000 })
      await expect(chair.getByRole('button', { name: `Thử tiếng: ${name}` })).toHaveCount(0)
    }
    await expect(chair.getByText('Đạt – Các điểm cầu kết nối, nhìn và nghe được nhau')).toBeVisible()
    const { gates, connections, connected } = await readiness()
    expect(connected).toBeNull()
    expect(connections.map(({ isMeasured }) => isMeasured)).toEqual([true, true, true])
    expect(gates.find(({ gate }) => gate === 'allConnected')).toMatchObject({ isPassed: true })
  } finally {
    await everybodyLeaves(browser)
    await server.close()
  }
})
