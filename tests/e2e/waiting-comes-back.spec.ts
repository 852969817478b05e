// A waiting citizen keeps number and place through a lost network, a suspended laptop and a second device, and the page
// explains what happens.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { isInside, openPage } from '../harness/hearing.ts'
import { becomesAdministrator, openDesk, signsIn } from '../harness/office.ts'
import { Relay } from '../harness/relay.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

interface Hall {
  /** The page of Lan, who has opened a desk. */
  readonly desk: Page
  /** A new ticket: the link of its waiting page. */
  ticket(name: string): Promise<string>
  close(): Promise<void>
}

async function openHall(browser: Browser): Promise<Hall> {
  const server = await DemoServer.startEmpty()
  const { origin } = new URL(server.setUpUrl)
  const desk = await (await newPerson(browser)).newPage()
  await becomesAdministrator(desk, server.setUpUrl)
  await signsIn(browser, desk, { username: 'thao.pham', displayName: 'Phạm Thu Thảo' })
  await openDesk(desk, 'Bàn số 1')
  return {
    desk,
    async ticket(name) {
      const ticket = { kind: 'reception', way: 'browser', citizen: { name } }
      return (await (await desk.request.post(`${origin}/api/reception/tickets`, { data: ticket })).json()).link
    },
    close: () => server.close(),
  }
}

async function waits(browser: Browser, link: string): Promise<Page> {
  const phone = await openPage(browser, link, { isPhone: true })
  return phone
}

const isNext = (page: Page) => page.getByRole('heading', { name: 'Ông/bà là người tiếp theo' })
const isBehindOne = (page: Page) => page.getByRole('heading', { name: 'Còn 1 người trước ông/bà' })
const isCalled = (page: Page) => page.getByRole('heading', { name: 'Đến lượt ông/bà' })

test('without network the waiting page says that number and place are kept, and shows a call after reconnecting', async ({
  browser,
}) => {
  const hall = await openHall(browser)
  const link = new URL(await hall.ticket('Ngô Văn Phúc'))
  const relay = await Relay.to(Number(link.port))
  link.port = String(relay.port)
  try {
    const phone = await waits(browser, link.href)
    const other = await waits(browser, await hall.ticket('Trần Thị Hoa'))
    await expect(isNext(phone)).toBeVisible()
    await expect(isBehindOne(other)).toBeVisible()

    await test.step('the network is cut', async () => {
      relay.cut()
      await phone.context().setOffline(true)
      await expect(phone.getByText('Đang mất mạng')).toBeVisible()
      await expect(phone.getByText('Số và chỗ của ông/bà vẫn được giữ', { exact: false })).toBeVisible()
      await expect(phone.getByText('A001')).toBeVisible()
      await hasNoFault(phone, 'the waiting page without a network')
      await expect(hall.desk.getByText(/trang chờ đang mở$/)).toHaveCount(1)
    })

    await test.step('after reconnecting the place is the same', async () => {
      relay.restore()
      await phone.context().setOffline(false)
      await expect(phone.getByText('Đang mất mạng')).toBeHidden()
      await expect(isNext(phone)).toBeVisible()
      await expect(isBehindOne(other)).toBeVisible()
      await expect(phone.getByText('Số này đang mở trên máy khác nữa')).toBeHidden()
    })

    await test.step('a call made without network is shown after reconnecting', async () => {
      relay.cut()
      await expect(phone.getByText('Đang mất mạng')).toBeVisible()
      await hall.desk.getByRole('button', { name: 'Mời người tiếp theo' }).click()
      await expect(isNext(other)).toBeVisible()
      await expect(isNext(phone)).toBeVisible()
      relay.restore()
      await expect(isCalled(phone)).toBeVisible()
      await expect(phone.getByText('Bàn số 1 đang chờ ông/bà')).toBeVisible()
    })
  } finally {
    await relay.close()
    await hall.close()
  }
})

test('a suspended laptop shows after waking that it was called, or that it missed a call and keeps its number', async ({
  browser,
}) => {
  const hall = await openHall(browser)
  try {
    const phone = await waits(browser, await hall.ticket('Ngô Văn Phúc'))
    const other = await waits(browser, await hall.ticket('Trần Thị Hoa'))
    await expect(isNext(phone)).toBeVisible()
    const device = await phone.context().newCDPSession(phone)
    const openPages = hall.desk.getByText(/trang chờ đang mở$/)
    await expect(openPages).toHaveCount(2)
    await device.send('Debugger.enable')
    // Not one line of the page runs until it is opened again; time goes on.
    const closesLid = () => device.send('Debugger.pause')
    const opensLid = () => device.send('Debugger.resume')

    await test.step('it sleeps longer than the server’s heartbeat timeout', async () => {
      await closesLid()
      await expect(openPages).toHaveCount(1, { timeout: 30_000 })
      await expect(isBehindOne(other)).toBeVisible()
    })

    await test.step('it was called meanwhile and shows the call first', async () => {
      await hall.desk.getByRole('button', { name: 'Mời người tiếp theo' }).click()
      await expect(isNext(other)).toBeVisible()
      await opensLid()
      await expect(isCalled(phone)).toBeVisible()
      await expect(phone.getByRole('button', { name: 'Tôi đồng ý, vào gặp cán bộ' })).toBeVisible()
    })

    await test.step('it sleeps again and misses the call: the number is kept once, and the page says so', async () => {
      await closesLid()
      await hall.desk.getByRole('button', { name: 'Không có mặt' }).click()
      await expect(hall.desk.getByText('A001 · Ngô Văn Phúc')).toBeVisible()
      await opensLid()
      await expect(phone.getByText('Đã gọi số của ông/bà nhưng chưa thấy')).toBeVisible()
      await expect(phone.getByText('Lần gọi tới là lần cuối', { exact: false })).toBeVisible()
      await expect(isBehindOne(phone)).toBeVisible()
    })
  } finally {
    await hall.close()
  }
})

test('with a second device both pages say which one counts, and the first can take the visit back', async ({
  browser,
}) => {
  const hall = await openHall(browser)
  try {
    const link = await hall.ticket('Ngô Văn Phúc')
    const phone = await waits(browser, link)
    await expect(isNext(phone)).toBeVisible()
    await expect(phone.getByText('Số này đang mở trên máy khác nữa')).toBeHidden()
    const tablet = await waits(browser, link)

    await test.step('both wait, and say that the device which enters the visit counts', async () => {
      for (const page of [phone, tablet]) {
        await expect(isNext(page)).toBeVisible()
        await expect(page.getByText('Số này đang mở trên máy khác nữa')).toBeVisible()
        await expect(page.getByText('bằng máy nào thì máy đó được dùng', { exact: false })).toBeVisible()
      }
      await hasNoFault(phone, 'the waiting page that is open twice')
    })

    await test.step('both are called; the second enters, and the first takes the visit back', async () => {
      await hall.desk.getByRole('button', { name: 'Mời người tiếp theo' }).click()
      for (const page of [phone, tablet]) await expect(isCalled(page)).toBeVisible()
      await tablet.getByRole('button', { name: 'Tôi đồng ý, vào gặp cán bộ' }).click()
      await isInside(tablet)
      await phone.getByRole('button', { name: 'vào gặp cán bộ' }).click()
      await isInside(phone)
    })

    await test.step('the second shows the ticket again, and can enter again', async () => {
      await expect(isCalled(tablet)).toBeVisible()
      await tablet.getByRole('button', { name: 'Vào gặp cán bộ' }).click()
      await isInside(tablet)
      await expect(isCalled(phone)).toBeVisible()
    })
  } finally {
    await hall.close()
  }
})
