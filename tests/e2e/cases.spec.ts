// A petition in the office: entered by keyboard, accepted, assigned, extended, decided, answered, and followed on the
// citizen's phone; and a petition sent from a phone.
import { expect, type Page, test } from '@playwright/test'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, fillDate, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aDocxOf, aFileOf60Megabytes, aPdf, aPng } from '../harness/files.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const dayMs = 24 * 60 * 60 * 1000
const dialogOf = (page: Page) => page.getByRole('dialog')

async function takes(office: Page, act: string, fill: () => Promise<void>): Promise<void> {
  const next = office.getByRole('region', { name: 'Việc cần làm' })
  const button = next.getByRole('button', { name: act, exact: true })
  await expect(next.getByRole('button').first()).toBeVisible()
  if (await button.isVisible()) await button.click()
  else {
    await next.getByRole('button', { name: 'Việc khác' }).click()
    await office.getByRole('menuitem', { name: act, exact: true }).click()
  }
  await expect(dialogOf(office)).toBeVisible()
  await fill()
  await dialogOf(office).getByRole('button', { name: 'Ghi lại' }).click()
  await expect(dialogOf(office)).toHaveCount(0)
}

async function chooses(office: Page, label: string, option: string): Promise<void> {
  await dialogOf(office).getByRole('combobox', { name: label }).click()
  await office.getByRole('option', { name: option, exact: true }).click()
}

test('a petition is entered, handled and answered by the office, and followed on a phone', async ({
  browser,
}, testInfo) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    const problems: string[] = []
    office.on('pageerror', (error) => problems.push(error.message))
    await becomesAdministrator(office, server.setUpUrl)
    await office.getByRole('link', { name: 'Đơn thư' }).click()
    await expect(office.getByText('Chưa có đơn nào')).toBeVisible()
    let code = ''

    await test.step('a petition is entered by keyboard only; Enter starts the next', async () => {
      await office.getByRole('link', { name: 'Nhập đơn' }).click()
      await expect(office.getByRole('radio', { name: 'Khiếu nại' })).toBeFocused()
      await office.getByLabel('Trích yếu').fill('Khiếu nại quyết định thu hồi đất tại thôn 3')
      await office.getByLabel('Tóm tắt nội dung, yêu cầu').fill('Đề nghị xem lại diện tích bị thu hồi.')
      await office.getByLabel('Họ và tên').fill('Đỗ Văn Bảy')
      await office.getByLabel('Số điện thoại').fill('0912 345 6')
      await office.keyboard.press('Control+Enter')
      await expect(office.getByText('Còn 1 mục cần sửa')).toBeVisible()
      await office.getByLabel('Số điện thoại').fill('0912 345 678')
      await office
        .locator('input[type=file]')
        .setInputFiles({ name: 'Đơn khiếu nại.pdf', mimeType: 'application/pdf', buffer: aPdf(1) })
      await hasNoFault(office, 'a petition being entered')
      await office.getByLabel('Số điện thoại').press('Control+Enter')
      await expect(office.getByText('Đã vào sổ số KN-1/')).toBeVisible()
      code = (await office.getByTestId('follow-code').textContent()) ?? ''
      await expect(office.getByRole('button', { name: 'Nhập đơn tiếp' })).toBeFocused()
      await office.getByRole('link', { name: 'Mở vụ việc' }).click()
    })

    await test.step('a phone number is corrected, and a representative is added', async () => {
      await office.getByRole('button', { name: 'Xem người gửi đơn' }).click()
      await office.getByRole('button', { name: 'Sửa người gửi' }).click()
      const [first, second] = [dialogOf(office).getByRole('group').nth(0), dialogOf(office).getByRole('group').nth(1)]
      await first.getByLabel('Số điện thoại').fill('0912 345 67')
      await dialogOf(office).getByRole('button', { name: 'Thêm người' }).click()
      await second.getByLabel('Họ và tên').fill('Trần Thị Lan Anh')
      await chooses(office, 'Người đại diện', 'Trần Thị Lan Anh')
      await dialogOf(office).getByRole('button', { name: 'Ghi lại' }).click()
      await expect(first.getByText('Nội dung chưa đúng dạng.')).toBeVisible()
      await hasNoFault(office, 'senders being corrected')
      await first.getByLabel('Số điện thoại').fill('0912 345 679')
      await dialogOf(office).getByRole('button', { name: 'Ghi lại' }).click()
      await expect(office.getByText('Trần Thị Lan Anh (người đại diện)')).toBeVisible()
      await expect(office.getByText('+84912345679')).toBeVisible()
    })

    await test.step('the petition is checked, accepted, assigned, extended, decided, answered and closed', async () => {
      await takes(office, 'Kiểm tra điều kiện', async () => {
        await expect(dialogOf(office).getByRole('checkbox').first()).toBeVisible()
        for (const box of await dialogOf(office).getByRole('checkbox').all()) await box.check()
        await expect(dialogOf(office).getByText('Đủ điều kiện thụ lý', { exact: true })).toBeVisible()
      })
      await hasNoFault(office, 'a case')
      await takes(office, 'Xác định thẩm quyền', () =>
        chooses(office, 'Kết luận', 'Thuộc thẩm quyền: thụ lý giải quyết'),
      )
      await takes(office, 'Phân công', async () => {
        await dialogOf(office).getByLabel('Đơn vị').fill('Phòng Kinh tế')
        await chooses(office, 'Cán bộ', 'Trần Thị Lan')
      })
      await takes(office, 'Gia hạn', async () => {
        await fillDate(dialogOf(office).getByLabel('Gia hạn đến ngày'), calendarDayOf(Date.now() + 40 * dayMs))
        await dialogOf(office).getByLabel('Lý do, căn cứ').fill('Phải đo đạc lại.')
      })
      await takes(office, 'Ra quyết định, kết luận', async () => {
        await dialogOf(office).getByLabel('Số văn bản').fill('45/QĐ-UBND')
        await chooses(office, 'Kết quả', 'Đúng một phần')
        await dialogOf(office).getByLabel('Nội dung').fill('Tính lại mức bồi thường.')
      })
      await takes(office, 'Trả lời công dân', () => dialogOf(office).getByLabel('Nội dung').fill('Xin gửi quyết định.'))
      await takes(office, 'Kết thúc vụ việc', () => chooses(office, 'Ý kiến của công dân', 'Đồng ý với kết quả'))
      await expect(office.getByText('Đã kết thúc', { exact: true })).toBeVisible()
      await expect(office.getByText(/^Đúng một phần, Văn bản số 45\/QĐ-UBND.*Đồng ý với kết quả$/)).toBeVisible()
      await expect(office.getByText('Đỗ Văn Bảy')).toBeVisible()
    })

    const phone = await (await newPerson(browser, { isPhone: true })).newPage()
    phone.on('pageerror', (error) => problems.push(error.message))
    const fits = async () =>
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        phone.viewportSize()?.width ?? 0,
      )

    await test.step('the citizen follows the case by code and the last digits of the phone number', async () => {
      await phone.goto(`${new URL(server.setUpUrl).origin}/follow#${code}`)
      await phone.getByLabel('4 số cuối điện thoại').fill('0000')
      await phone.getByRole('button', { name: 'Xem' }).click()
      await expect(phone.getByText('Không tìm thấy đơn với mã và thông tin này')).toBeVisible()
      await hasNoFault(phone, 'the question for a code')
      await phone.getByLabel('4 số cuối điện thoại').fill('5679')
      await phone.getByRole('button', { name: 'Xem' }).click()
      await expect(phone.getByRole('heading', { name: /^Đơn số KN-1\// })).toBeVisible()
      const course = phone.getByRole('list', { name: 'Các bước đã làm' })
      await expect(course.getByRole('listitem')).toHaveCount(7)
      await expect(course.getByText('Trả lời ông/bà')).toBeVisible()
      expect(await phone.locator('main').textContent()).not.toMatch(/Bảy|thu hồi|Kinh tế|Trần/)
      await hasNoFault(phone, 'a case that is followed')
      await fits()
    })

    await test.step('a petition sent from a phone arrives at the office', async () => {
      await phone.goto(`${new URL(server.setUpUrl).origin}/petition`)
      await phone.getByRole('button', { name: 'Gửi đơn' }).click()
      await expect(phone.getByText('Còn 5 mục cần sửa')).toBeVisible()
      await hasNoFault(phone, 'a petition with faults')
      await phone.getByRole('radio', { name: 'Tôi chưa rõ' }).check()
      await phone.getByLabel('Họ và tên').fill('Nguyễn Thị Sáu')
      await phone.getByLabel('Địa chỉ').fill('Tổ 5, phường Hải Châu')
      await phone.getByLabel('Tóm tắt trong một câu').fill('Đường vào trường học ngập nước')
      await phone.getByLabel('Trình bày sự việc và yêu cầu').fill('Ngập sau mỗi trận mưa.')
      await phone.locator('input[type=file]').setInputFiles([
        { name: 'Ảnh.png', mimeType: 'image/png', buffer: aPng(20, 20) },
        { name: 'Giấy tờ.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ, một chương trình') },
        { name: 'Công văn.docx', mimeType: '', buffer: await aDocxOf(['MẬT'], ['Nội dung']) },
      ])
      await phone.locator('input[type=file]').setInputFiles(await aFileOf60Megabytes(testInfo.outputPath('Phim.pdf')))
      await expect(phone.getByRole('alert').filter({ hasText: 'Phim.pdf' })).toBeVisible()
      await expect(phone.getByRole('alert').filter({ hasText: 'Giấy tờ.pdf' })).toBeVisible()
      await phone.getByRole('button', { name: 'Gửi đơn' }).click()
      await expect(phone.getByRole('alert').filter({ hasText: 'Công văn.docx' })).toBeVisible()
      await expect(phone.getByText('Bấm “Gửi đơn” lần nữa để gửi phần còn lại')).toBeVisible()
      await hasNoFault(phone, 'a petition with files that were refused')
      await phone.getByRole('button', { name: 'Gửi đơn' }).click()
      await expect(phone.getByRole('heading', { name: 'Đơn đã được gửi' })).toBeVisible()
      await expect(phone.getByRole('alert').filter({ hasText: '3 tệp không được kèm theo' })).toBeVisible()
      await hasNoFault(phone, 'a petition that was sent')
      await fits()
      await office.getByRole('link', { name: '← Danh sách vụ việc' }).click()
      await office.getByText('Chờ phân loại (1)').click()
      // It may denounce somebody: until it is sorted no list has its words.
      await expect(office.getByRole('listitem').filter({ hasText: /^NND-1\// })).toBeVisible()
      await expect(office.getByText('Đường vào trường học ngập nước')).toHaveCount(0)
      await expect(office.getByText('Khiếu nại quyết định thu hồi đất tại thôn 3')).toHaveCount(0)
      await hasNoFault(office, 'the list of cases')
    })
    expect(problems).toEqual([])
  } finally {
    await server.close()
  }
})
