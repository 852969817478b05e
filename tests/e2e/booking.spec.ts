// Booking a session in the office: import from a spreadsheet, agenda, documents, invitations by mail.
import { expect, test } from '@playwright/test'
import { bookingSheet } from '../../server/papers/kinds/booking-sheet.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aPdf } from '../harness/files.ts'
import { MailSink } from '../harness/mail-sink.ts'
import { becomesAdministrator, signsIn } from '../harness/office.ts'
import { until } from '../harness/wait.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('an office books a session from a spreadsheet and sends invitations by mail', async ({ browser }) => {
  const sink = await MailSink.start()
  sink.unknown.add('e.pham@vidu.gov.vn')
  const server = await DemoServer.startEmpty({ SMTP_URL: sink.url, MAIL_FROM: 'Văn phòng UBND <vp@vidu.gov.vn>' })
  try {
    const office = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
    const problems: string[] = []
    office.on('pageerror', (error) => problems.push(error.message))
    office.on('console', (message) => message.text().includes('Content Security') && problems.push(message.text()))
    await becomesAdministrator(office, server.setUpUrl)
    await office.getByRole('link', { name: 'Tạo phiên họp' }).first().click()
    await office.getByLabel('Tên phiên họp').fill('Hội nghị giao ban tháng 12')
    await office.getByLabel('Địa điểm').fill('Phòng họp số 1')

    await test.step('a list with faults is rejected with each fault named; a correct one is previewed and imported', async () => {
      await office.getByRole('button', { name: 'Nhập từ Excel' }).click()
      const dialog = office.getByRole('dialog', { name: 'Nhập từ Excel' })
      await dialog.getByLabel('Hoặc dán từ bảng tính').fill('Thôn 1\tLê An\tTrưởng thôn\tVua\tan@')
      await expect(dialog.getByText('Có 2 lỗi')).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Đưa vào biểu mẫu' })).toBeDisabled()
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'ds.xlsx', mimeType: workbook, buffer: await bookingSheet() })
      await expect(dialog.getByText('Đã đọc xong, không có lỗi')).toBeVisible()
      await dialog.getByRole('button', { name: 'Đưa vào biểu mẫu' }).click()
      await expect(office.getByLabel('Chủ tọa: họ và tên')).toHaveValue('Nguyễn Văn A')
    })

    await test.step('the agenda is reordered', async () => {
      for (const [index, title] of ['Khai mạc', 'Thảo luận', 'Báo cáo'].entries()) {
        await office.getByRole('button', { name: 'Thêm nội dung' }).click()
        await office.getByLabel(`Tên nội dung ${index + 1}`).fill(title)
      }
      await office.getByRole('button', { name: 'Đưa nội dung 3 lên trước' }).click()
      await office.getByRole('combobox', { name: 'Người trình bày' }).first().click()
      await office.getByRole('option', { name: /^Nguyễn Văn A/ }).click()
    })

    await test.step('documents are selected, each for its agenda item; an unacceptable one is reported at once', async () => {
      const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
      const chooser = office.waitForEvent('filechooser')
      await office.getByRole('button', { name: 'Chọn tệp' }).click()
      await (await chooser).setFiles([
        pdf('Báo cáo quý.pdf', aPdf(3)),
        pdf('Báo cáo giả.pdf', Buffer.from('<html>không phải PDF</html>')),
        pdf('chương trình.exe', Buffer.from('MZ')),
        pdf('Nháp.pdf', aPdf(1)),
      ])
      await expect(office.getByRole('alert')).toContainText('chương trình.exe')
      await office.getByRole('button', { name: 'Bỏ qua' }).click()
      await office.getByRole('button', { name: /^Bỏ tệp .*Nháp/ }).click()
      const report = office.getByRole('group', { name: 'Báo cáo quý.pdf' })
      await report.getByLabel('Cần đọc trước').check()
      await report.getByLabel('Thuộc nội dung').selectOption({ label: '2. Báo cáo' })
    })

    await test.step('the session is booked; a file with a false type is reported with a way to upload it again', async () => {
      await office.getByRole('button', { name: 'Tạo phiên và cấp đường dẫn' }).click()
      const notice = office.getByRole('alert').filter({ hasText: 'Phiên đã tạo xong' })
      await expect(notice).toContainText('Báo cáo giả.pdf')
      await notice.getByRole('link', { name: 'Xem lý do và gửi lại ở mục Tài liệu' }).click()
      const documents = office.getByRole('region', { name: 'Tài liệu' })
      await expect(documents.getByRole('alert')).toContainText('Nội dung tệp không đúng với đuôi tên tệp')
      await expect(documents.getByRole('listitem')).toHaveText(/^Báo cáo quý.*3 trang · Cần đọc trước/)
      const chooser = office.waitForEvent('filechooser')
      await documents.getByRole('button', { name: 'Chọn tệp' }).click()
      await (await chooser).setFiles({ name: 'Báo cáo giả.pdf', mimeType: 'application/pdf', buffer: aPdf(1) })
      await expect(documents.getByRole('listitem')).toHaveCount(2)
      await documents.getByRole('button', { name: 'Bỏ qua' }).click()
      await expect(notice).toHaveCount(0)
    })

    await test.step('the agenda has the chosen order', async () => {
      await expect(office.getByRole('listitem').filter({ hasText: 'Khai mạc – Nguyễn Văn A' })).toBeVisible()
      await expect(office.getByRole('listitem').filter({ hasText: /^(Báo cáo|Thảo luận) \(/ })).toHaveText([
        'Báo cáo (15 phút)',
        'Thảo luận (15 phút)',
      ])
    })

    await test.step('an account without a part in the session sees deliveries, but no buttons to send', async () => {
      const page = office.url()
      await office.getByRole('button', { name: /^Gửi giấy mời cho 2 người/ }).waitFor()
      const colleague = await signsIn(browser, office, { username: 'binh.le', displayName: 'Lê Thanh Bình' })
      await colleague.goto(page)
      await expect(colleague.getByText('e.pham@vidu.gov.vn', { exact: true })).toBeVisible()
      await expect(colleague.getByText(/^Đường dẫn và mã biểu quyết chỉ dành cho người đặt lịch/)).toBeVisible()
      for (const name of [/^Gửi giấy mời/, /^Thư điện tử của/])
        await expect(colleague.getByRole('button', { name })).toHaveCount(0)
      await colleague.context().close()
      await office.goto(page)
    })

    await test.step('a rejected address is shown, corrected, and the invitation is delivered', async () => {
      await office.getByRole('button', { name: /^Gửi giấy mời cho 2 người/ }).click()
      await expect(office.getByText(/^Giấy mời: đã gửi lúc/)).toBeVisible()
      await expect(office.getByText('Máy chủ thư từ chối địa chỉ này')).toBeVisible()
      await office.getByRole('button', { name: 'Thư điện tử của Phạm Thị E' }).click()
      const dialog = office.getByRole('dialog', { name: 'Thư điện tử của Phạm Thị E' })
      await dialog.getByLabel('Thư điện tử').fill('pham.e@vidu.gov.vn')
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await office.getByRole('button', { name: 'Gửi giấy mời: Phạm Thị E' }).click()
      await until(() => (sink.to('pham.e@vidu.gov.vn').length === 1 ? null : 'it has not come'))
    })

    await test.step('the link in the mail opens the session with the name entered by the office', async () => {
      const link = sink.to('a.nguyen@vidu.gov.vn')[0]?.text?.match(/https?:\S+\/join#\S+/)?.[0] ?? ''
      const chair = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
      await chair.goto(link)
      await expect(chair.getByText('Nguyễn Văn A', { exact: false }).first()).toBeVisible()
    })

    await test.step('the print page has a QR code for each participant', async () => {
      await office.getByRole('link', { name: 'In mã QR' }).click()
      await expect(office.getByRole('img', { name: /^Mã QR: / })).toHaveCount(3)
    })
    expect(problems).toEqual([])
  } finally {
    await server.close()
    await sink.close()
  }
})
