// A server on a closed network: no page for the public, and a session of the level Mật that opens by its checklist.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, openPage, openPanel } from '../harness/hearing.ts'
import { becomesAdministrator } from '../harness/office.ts'

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
test.beforeAll(async () => {
  // Nothing of this machine answers there: a closed network.
  server = await DemoServer.startEmpty({ INSTALLATION_PROFILE: 'closedLan', INTERNET_CHECK: '127.0.0.1:9' })
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

const title = 'Phương án bảo vệ mục tiêu trọng điểm'
const person = { title: null, siteIndex: 0 }

async function confirms(page: Page, room: string): Promise<void> {
  await openPanel(page, 'Kiểm tra phòng')
  const items = page.getByRole('checkbox')
  await expect(items).toHaveCount(6)
  await expect(page.getByRole('button', { name: 'Xác nhận đủ các mục' })).toBeDisabled()
  for (const item of await items.all()) await item.check()
  await page.getByRole('button', { name: 'Xác nhận đủ các mục' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: room }).getByText('Đã xác nhận')).toBeVisible()
}

/** Notice and tests of connections are advice for a conference: no reason is owed. */
async function opens(chair: Page): Promise<void> {
  await openPanel(chair, 'Điều hành')
  await chair.getByRole('button', { name: 'Khai mạc', exact: true }).click()
  const asking = chair.getByRole('dialog')
  await asking.getByRole('button', { name: 'Khai mạc', exact: true }).click()
}

test('Mật is spoken of among those named, in rooms that were confirmed, and no page is open to the public', async ({
  browser,
}) => {
  const office = await (await newPerson(browser)).newPage()
  await becomesAdministrator(office, server.setUpUrl)
  const { origin } = new URL(server.setUpUrl)

  await test.step('whoever comes by finds a page that says so', async () => {
    const citizen = await (await newPerson(browser, { isPhone: true })).newPage()
    for (const address of ['/reception', '/follow', '/petition', '/verify', '/wait#x', '/kiosk#x']) {
      await citizen.goto(`${origin}${address}`)
      await expect(citizen.getByRole('heading', { name: 'Trang này không dùng trên máy chủ này' })).toBeVisible()
    }
    await hasNoFault(citizen, 'the page that says that there is none')
  })

  const booked = await office.request.post(`${origin}/api/sessions`, {
    data: {
      title,
      kind: 'conference',
      secrecy: 'confidential',
      scheduledAt: Date.now(),
      plannedMinutes: 60,
      place: 'Phòng họp kín số 1',
      sites: [
        { name: 'Phòng họp kín', rank: 'centre', delegates: [] },
        { name: 'Công an xã', rank: 'branch', delegates: [] },
      ],
      participants: [
        { ...person, name: 'Nguyễn Thị Hồng Ánh', role: 'chair' },
        { ...person, name: 'Trần Thị Lan', role: 'secretary' },
        { ...person, name: 'Công an xã', role: 'siteOperator', siteIndex: 1 },
      ],
    },
  })
  const { participants, sessionId } = await booked.json()
  const linkOf = (role: string): string => participants.find((one: { role: string }) => one.role === role).link

  await test.step('the list says that there is one, not what it is about', async () => {
    await office.goto(`${origin}/staff`)
    await expect(office.getByText('Phiên họp có độ mật')).toBeVisible()
    await expect(office.getByText(title)).toHaveCount(0)
  })

  const chair = await openPage(browser, linkOf('chair'))
  const site = await openPage(browser, linkOf('siteOperator'))
  for (const page of [chair, site]) {
    await goIn(page)
    await isInside(page)
  }

  await test.step('every page bears the name of its viewer', async () => {
    await expect(chair.getByTestId('watermark')).toHaveAttribute('data-words', /^Nguyễn Thị Hồng Ánh · \d\d:\d\d/)
    await expect(site.getByTestId('watermark')).toHaveAttribute('data-words', /^Công an xã · \d\d:\d\d/)
  })

  await test.step('it opens once every room is confirmed', async () => {
    await opens(chair)
    await expect(
      chair.getByText('Chưa xác nhận danh mục kiểm tra thiết bị tại: Phòng họp kín, Công an xã'),
    ).toBeVisible()
    await chair.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click()
    await confirms(site, 'Công an xã')
    await hasNoFault(site, 'the device checklist')
    await confirms(chair, 'Phòng họp kín')
    await opens(chair)
    await expect(chair.getByRole('button', { name: 'Bế mạc' })).toBeVisible()
  })

  await test.step('the journal says who confirmed what', async () => {
    const journal = await office.request.get(`${origin}/api/sessions/${sessionId}/journal.jsonl`)
    expect((await journal.text()).match(/devices\.confirmed/g)).toHaveLength(2)
  })
})
