// An empty installation in real browsers: first administrator, a scheduled session, and a link that opens it.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { aCommune } from '../harness/agency.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { isLedToAgency } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('an office sets up the server and schedules a session, and its chair enters', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
    const problems: string[] = []
    office.on('pageerror', (error) => problems.push(error.message))
    office.on(
      'console',
      (message) => message.text().includes('Content Security Policy') && problems.push(message.text()),
    )

    await test.step('the set-up link creates the first administrator, who is led to the agency settings', async () => {
      await isLedToAgency(office, server.setUpUrl)
      await expect(office.getByText('Việc đầu tiên: khai báo cơ quan')).toBeVisible()
      await office.getByRole('link', { name: 'Phiên họp' }).click()
      await expect(office.getByText('Chưa khai báo cơ quan')).toBeVisible()
      await office.getByRole('link', { name: 'Khai báo cơ quan' }).click()
    })

    await test.step('a sample paper shows the agency’s name before it is saved', async () => {
      await office.getByLabel('Tên cơ quan').fill(aCommune.organisation)
      await office.getByLabel('Cơ quan chủ quản trực tiếp').fill(aCommune.parentOrganisation ?? '')
      await office.getByLabel('Ký hiệu').fill('UBND xã')
      await office.getByLabel('Địa danh').fill(aCommune.placeName)
      const sample = office.getByRole('img', { name: 'Trang văn bản mẫu' })
      await expect(sample).toHaveCount(0)
      await office.getByLabel('Ký hiệu').fill('ubnd')
      await expect(sample).toBeVisible()
      await hasNoFault(office, 'the agency')
      await office.getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(office.getByText('Đã lưu. Văn bản ban hành từ nay')).toBeVisible()
      await expect(office.getByText('Trần Thị Lan lưu lúc')).toBeVisible()
      await office.getByRole('link', { name: 'Phiên họp' }).click()
      await expect(office.getByText('Chưa có phiên họp nào')).toBeVisible()
      await expect(office.getByText('Chưa khai báo cơ quan')).toHaveCount(0)
    })

    await test.step('the set-up link works once', async () => {
      const stranger = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
      await stranger.goto(server.setUpUrl)
      await stranger.getByLabel('Họ và tên').fill('Người Khác')
      await stranger.getByLabel('Tên đăng nhập').fill('nguoi.khac')
      await stranger.getByLabel('Mật khẩu', { exact: false }).first().fill('một câu dài khác hẳn')
      await stranger.getByLabel('Nhập lại mật khẩu').fill('một câu dài khác hẳn')
      await stranger.getByRole('button', { name: 'Tạo tài khoản và đăng nhập' }).click()
      await expect(stranger.getByText('Đường dẫn thiết lập không còn dùng được')).toBeVisible()
    })

    await test.step('a session with a centre, a chair and a secretary is booked', async () => {
      await office.getByRole('link', { name: 'Tạo phiên họp' }).first().click()
      await office.getByLabel('Tên phiên họp').fill('Hội nghị giao ban tháng 12')
      await office.getByLabel('Địa điểm').fill('Phòng họp số 1')
      await office.getByLabel('Tên điểm cầu').first().fill('Điểm cầu trung tâm')
      await office.getByLabel('Chủ tọa: họ và tên').fill('Lê Minh Tâm')
      await office.getByLabel('Thư ký: họ và tên').fill('Vũ Hồng Nhung')
      await office.getByRole('button', { name: 'Tạo phiên và cấp đường dẫn' }).click()
      await expect(office.getByRole('heading', { name: 'Hội nghị giao ban tháng 12' })).toBeVisible()
    })

    await test.step('the page of the session appears complete, without layout shifts', async () => {
      const { promise: isReleased, resolve: release } = Promise.withResolvers<void>()
      await office.route('**/readiness', (route) => isReleased.then(() => route.continue()))
      const isAsked = office.waitForRequest('**/readiness')
      const isAnswered = office.waitForResponse(/\/api\/sessions\/[^/]+$/)
      await office.reload()
      await Promise.all([isAsked, isAnswered])
      await expect(office.getByLabel('Đang tải')).toBeVisible()
      await expect(office.getByRole('button', { name: 'Thao tác với Lê Minh Tâm' })).toHaveCount(0)
      release()
      await expect(office.getByRole('heading', { name: 'Chuẩn bị trước phiên' })).toBeVisible()
      await office.unroute('**/readiness')
    })

    await test.step('the invitation of the chair is withdrawn, and another chair is invited', async () => {
      await office.getByRole('button', { name: 'Thao tác với Lê Minh Tâm' }).click()
      await office.getByRole('menuitem', { name: 'Ghi nhận không dự' }).click()
      const withdrawal = office.getByRole('dialog', { name: 'Lê Minh Tâm không dự?' })
      await withdrawal.getByLabel('Lý do').fill('Đi công tác đột xuất')
      await withdrawal.getByRole('button', { name: 'Ghi nhận không dự' }).click()
      await expect(office.getByText(/^Không dự lúc/)).toBeVisible()
      await office.getByRole('button', { name: 'Mời thêm người' }).click()
      const invitation = office.getByRole('dialog', { name: 'Mời thêm người' })
      await invitation.getByRole('combobox', { name: 'Vai trò' }).click()
      await office.getByRole('option', { name: 'Chủ tọa', exact: true }).click()
      await invitation.getByLabel('họ và tên').fill('Hoàng Thị Thu')
      await invitation.getByRole('button', { name: 'Mời' }).click()
      await expect(office.getByText('Hoàng Thị Thu').first()).toBeVisible()
    })

    await test.step('changing one’s own password keeps the login', async () => {
      await office.getByRole('button', { name: 'Trần Thị Lan' }).click()
      await office.getByRole('menuitem', { name: 'Đổi mật khẩu' }).click()
      const dialog = office.getByRole('dialog', { name: 'Đổi mật khẩu' })
      await dialog.getByLabel('Mật khẩu hiện nay').fill('một câu dài dễ nhớ')
      await dialog.getByLabel('Mật khẩu mới').fill('một câu khác còn dài hơn')
      await dialog.getByLabel('Nhập lại mật khẩu').fill('một câu khác còn dài hơn')
      await dialog.getByRole('button', { name: 'Đổi mật khẩu' }).click()
      await expect(dialog.getByText('Đã đổi mật khẩu')).toBeVisible()
      await dialog.getByRole('button', { name: 'Đóng' }).last().click()
      await office.reload()
      await expect(office.getByRole('heading', { name: 'Hội nghị giao ban tháng 12' })).toBeVisible()
    })

    await test.step('the chair’s link opens the session with the name entered by the office', async () => {
      const sessionId = new URL(office.url()).pathname.split('/').at(-1)
      const { participants } = await (
        await office.request.get(new URL(`/api/sessions/${sessionId}/links`, office.url()).href)
      ).json()
      const chair = participants.find(({ role }: { role: string }) => role === 'chair')
      const page = await (
        await browser.newContext({ locale: 'vi-VN', permissions: ['camera', 'microphone'] })
      ).newPage()
      await page.goto(chair.link)
      await expect(page.getByText('Hoàng Thị Thu').first()).toBeVisible()
      await page.getByRole('button', { name: 'Vào phòng' }).click()
      await page.getByRole('toolbar').getByRole('button', { name: 'Điều hành' }).click()
      await page.getByRole('button', { name: 'Khai mạc' }).click()
      // Booked for tomorrow, nothing is prepared: for a conference that is said, and may be answered with nothing.
      const question = page.getByRole('dialog', { name: 'Khai mạc khi chưa đủ các bước chuẩn bị?' })
      await question.getByLabel('Lý do').fill('Họp đột xuất')
      await question.getByRole('button', { name: 'Khai mạc' }).click()
      await expect(page.getByText('Đang diễn ra').first()).toBeVisible()
    })
    expect(problems).toEqual([])
  } finally {
    await server.close()
  }
})
