// A server on a closed network: no public pages, and a session of the level Mật that opens after its device checklist.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, openPage, openPanel } from '../harness/hearing.ts'
import { becomesAdministrator, signsIn } from '../harness/office.ts'

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

test('a session of Mật: named accounts only, confirmed rooms, no public pages', async ({ browser }) => {
  const office = await (await newPerson(browser)).newPage()
  await becomesAdministrator(office, server.setUpUrl)
  const { origin } = new URL(server.setUpUrl)

  await test.step('public pages say that they are not available', async () => {
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

  await test.step('the list shows that a secret session exists, without its title', async () => {
    await office.goto(`${origin}/staff`)
    await expect(office.getByText('Phiên họp có độ mật')).toBeVisible()
    await expect(office.getByText(title)).toHaveCount(0)
  })

  await test.step('staff can open it only while they are named with a reason', async () => {
    const page = `${origin}/staff/sessions/${sessionId}`
    const officer = await signsIn(browser, office, { username: 'mai.bui', displayName: 'Bùi Thanh Mai' })
    await officer.goto(page)
    await expect(officer.getByText('chỉ cán bộ được ghi tên mới mở được')).toBeVisible()
    await expect(officer.getByText(title)).toHaveCount(0)
    await hasNoFault(officer, 'a secret session of others')

    await office.goto(page)
    const named = office.getByRole('region', { name: 'Cán bộ được mở phiên này' })
    await named.getByRole('button', { name: 'Thêm cán bộ' }).click()
    const naming = office.getByRole('dialog', { name: 'Thêm cán bộ' })
    await naming.getByRole('button', { name: 'Cho mở phiên' }).click()
    await expect(naming.getByText('Hãy điền mục này.')).toHaveCount(2)
    await naming.getByRole('combobox', { name: 'Cán bộ' }).click()
    await office.getByRole('option', { name: 'Bùi Thanh Mai' }).click()
    await naming.getByLabel('Lý do').fill('Văn bản phân công số 12/QĐ-UBND')
    await hasNoFault(office, 'naming who may open a secret session')
    await naming.getByRole('button', { name: 'Cho mở phiên' }).click()
    await expect(named.getByText('Bùi Thanh Mai')).toBeVisible()
    await officer.reload()
    await expect(officer.getByRole('heading', { name: title })).toBeVisible()

    await named.getByRole('button', { name: 'Thu lại quyền của Bùi Thanh Mai' }).click()
    const taking = office.getByRole('dialog')
    await taking.getByLabel('Lý do').fill('Đã bàn giao việc.')
    await taking.getByRole('button', { name: 'Thu lại quyền' }).click()
    await expect(named.getByText('Bùi Thanh Mai')).toHaveCount(0)
    await officer.reload()
    await expect(officer.getByText('chỉ cán bộ được ghi tên mới mở được')).toBeVisible()
  })

  const chair = await openPage(browser, linkOf('chair'))
  const site = await openPage(browser, linkOf('siteOperator'))
  for (const page of [chair, site]) {
    await goIn(page)
    await isInside(page)
  }

  await test.step('every page shows the name of its viewer as a watermark', async () => {
    await expect(chair.getByTestId('watermark')).toHaveAttribute('data-words', /^Nguyễn Thị Hồng Ánh · \d\d:\d\d/)
    await expect(site.getByTestId('watermark')).toHaveAttribute('data-words', /^Công an xã · \d\d:\d\d/)
  })

  await test.step('it can be opened only after every room is confirmed', async () => {
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

  await test.step('the journal records both confirmations', async () => {
    const journal = await office.request.get(`${origin}/api/sessions/${sessionId}/journal.jsonl`)
    expect((await journal.text()).match(/devices\.confirmed/g)).toHaveLength(2)
  })
})
