// A reception day in browsers: three people wait, two desks call at the same time, one person misses the call, one is
// received with sound and picture.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { framesDecoded, isInside, openPage } from '../harness/hearing.ts'
import { becomesAdministrator, goesIntoVisit, openDesk, signsIn } from '../harness/office.ts'
import { until } from '../harness/wait.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('three people wait, two desks call at once, one misses the call, one is received', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  const url = new URL(server.setUpUrl).origin
  try {
    const lan = await (await newPerson(browser)).newPage()
    await becomesAdministrator(lan, server.setUpUrl)
    const minh = await signsIn(browser, lan, { username: 'minh.le', displayName: 'Lê Quang Minh' })
    const thao = await signsIn(browser, lan, { username: 'thao.pham', displayName: 'Phạm Thu Thảo' })
    await openDesk(lan, 'Bàn số 1')
    await openDesk(minh, 'Bàn số 2')

    /** The waiting page of a new ticket. */
    async function comes(name: string, isPhone = false): Promise<Page> {
      const ticket = { kind: 'reception', way: 'browser', citizen: { name } }
      const given = await lan.request.post(`${url}/api/reception/tickets`, { data: ticket })
      const page = await openPage(browser, (await given.json()).link, { isPhone })
      return page
    }

    const phuc = await comes('Ngô Văn Phúc', true)
    const hoa = await comes('Trần Thị Hoa')
    const bay = await comes('Đỗ Văn Bảy')

    await test.step('each sees their number and the number of people before them, and no names', async () => {
      await expect(phuc.getByText('A001')).toBeVisible()
      await expect(phuc.getByRole('heading', { name: 'Ông/bà là người tiếp theo' })).toBeVisible()
      await expect(bay.getByRole('heading', { name: 'Còn 2 người trước ông/bà' })).toBeVisible()
      expect(await bay.content()).not.toContain('Phúc')
      await phuc.getByRole('button', { name: 'Tôi đã đọc và đồng ý' }).click()
      await expect(phuc.getByRole('heading', { name: 'Máy đã sẵn sàng' })).toBeVisible()
      await hasNoFault(phuc, 'the waiting page on a phone')
    })

    await test.step('staff send a message to all who wait', async () => {
      await minh.getByRole('button', { name: 'Nhắn tất cả người chờ' }).click()
      await minh.getByRole('dialog').getByLabel('Lời nhắn').fill('Mời chuẩn bị căn cước.')
      await minh.getByRole('dialog').getByRole('button', { name: 'Gửi' }).click()
      await expect(bay.getByText('Mời chuẩn bị căn cước.')).toBeVisible()
    })

    await test.step('two desks call at once and get different people', async () => {
      await Promise.all([lan, minh].map((page) => page.getByRole('button', { name: 'Mời người tiếp theo' }).click()))
      for (const page of [phuc, hoa]) await expect(page.getByText('Đến lượt ông/bà')).toBeVisible()
      await expect(bay.getByRole('heading', { name: 'Ông/bà là người tiếp theo' })).toBeVisible()
      await hasNoFault(phuc, 'the call on a phone')
    })

    const called = async (page: Page) =>
      (await page
        .getByText(/^A00\d$/)
        .first()
        .textContent()) === 'A001'
        ? phuc
        : hoa
    const isLansPhuc = (await called(lan)) === phuc
    const [ofPhuc, ofHoa] = isLansPhuc ? [lan, minh] : [minh, lan]

    await test.step('a person who is absent waits once more, behind the others', async () => {
      await ofHoa.getByRole('button', { name: 'Không có mặt' }).click()
      await expect(hoa.getByText('Đã gọi số của ông/bà nhưng chưa thấy')).toBeVisible()
      await ofHoa.getByRole('button', { name: 'Mời người tiếp theo' }).click()
      await expect(bay.getByText('Đến lượt ông/bà')).toBeVisible()
      await expect(hoa.getByRole('heading', { name: 'Ông/bà là người tiếp theo' })).toBeVisible()
    })

    await test.step('one button opens the visit, which begins when a note-taker is there', async () => {
      await phuc.getByRole('button', { name: 'Vào gặp cán bộ' }).click()
      await isInside(phuc)
      const room = await goesIntoVisit(ofPhuc)
      await thao.getByRole('link', { name: 'Tiếp công dân', exact: true }).click()
      await goesIntoVisit(thao, isLansPhuc ? 'Bàn số 1' : 'Bàn số 2')
      for (const page of [room, phuc])
        await until(async () => {
          const frames = Object.values(await framesDecoded(page))
          return frames.some((count) => count > 5) ? null : `frames decoded: ${frames}`
        })
      await expect(ofPhuc.getByText('Đang tiếp', { exact: true })).toBeVisible()
      await hasNoFault(ofPhuc, 'the desk')
    })

    await test.step('the visit ends at the desk, which can call the next', async () => {
      await ofPhuc.getByRole('button', { name: 'Kết thúc lượt tiếp' }).click()
      await ofPhuc.getByRole('dialog').getByRole('button', { name: 'Kết thúc lượt tiếp' }).click()
      await expect(ofPhuc.getByRole('button', { name: 'Mời người tiếp theo' })).toBeEnabled()
    })

    await test.step('the kiosk gives a ticket in two taps', async () => {
      const made = await lan.request.post(`${url}/api/reception/kiosks`, { data: { label: 'Sảnh tầng 1' } })
      const kiosk = await openPage(browser, (await made.json()).link)
      await kiosk.getByRole('button', { name: 'Khiếu nại, kiến nghị, phản ánh' }).click()
      await hasNoFault(kiosk, 'the kiosk asks')
      await kiosk.getByRole('button', { name: 'Người cao tuổi' }).click()
      await expect(kiosk.getByText('A004')).toBeVisible()
      await hasNoFault(kiosk, 'the number of the kiosk')
      await expect(lan.getByText('A004 · chưa ghi tên')).toBeVisible()
    })
  } finally {
    await server.close()
  }
})
