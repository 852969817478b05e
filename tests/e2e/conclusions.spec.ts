// The follow-up of an assignment: signed minutes, reminder, evidence, return and acceptance.
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, fillDate, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aDocxOf, aPdf, aPng } from '../harness/files.ts'
import { goIn, isInside, openPage, openPanel } from '../harness/hearing.ts'
import { aSession } from '../harness/http.ts'
import { MailSink } from '../harness/mail-sink.ts'
import { becomesAdministrator } from '../harness/office.ts'
import { until } from '../harness/wait.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const unit = 'Thanh tra thành phố'
const address = 'thanhtra@vidu.gov.vn'
const task = 'Rà soát các vụ việc tồn đọng.'
const dayMs = 24 * 60 * 60 * 1000

async function post(request: APIRequestContext, url: string, data: object) {
  const answer = await request.post(url, { data })
  expect(answer.ok(), url).toBe(true)
  return answer.json()
}

async function showTab(page: Page, name: string): Promise<void> {
  await openPanel(page, 'Biên bản')
  await page.getByRole('radiogroup', { name: 'Biên bản' }).getByText(name, { exact: true }).click()
}

test('an assignment of signed minutes is reminded of, documented by files, returned once and accepted', async ({
  browser,
}) => {
  const sink = await MailSink.start()
  const server = await DemoServer.startEmpty({ SMTP_URL: sink.url, MAIL_FROM: 'Văn phòng UBND <vp@vidu.gov.vn>' })
  try {
    const office = await (await newPerson(browser)).newPage()
    const problems: string[] = []
    office.on('pageerror', (error) => problems.push(error.message))
    office.on('console', (message) => message.text().includes('Content Security') && problems.push(message.text()))
    await becomesAdministrator(office, server.setUpUrl)
    await expect(office.getByText('Chưa có phiên họp nào')).toBeVisible()
    const url = new URL(server.setUpUrl).origin
    const { sessionId, participants } = await post(office.request, `${url}/api/sessions`, aSession())
    await post(office.request, `${url}/api/sessions/${sessionId}/open`, {})
    const linkOf = (role: string) => participants.find((one: { role: string }) => one.role === role).link

    await test.step('the office enters the unit; the secretary assigns it; both sign', async () => {
      await office.getByRole('link', { name: 'Kết luận', exact: true }).click()
      await expect(office.getByText('Chưa có nhiệm vụ nào')).toBeVisible()
      await office.getByRole('button', { name: 'Địa chỉ đơn vị' }).click()
      const units = office.getByRole('dialog', { name: 'Địa chỉ đơn vị' })
      await units.getByLabel('Tên đơn vị').fill(unit)
      await units.getByLabel('Thư điện tử').fill(address)
      await units.getByRole('button', { name: 'Thêm', exact: true }).click()
      await expect(units.getByText(address)).toBeVisible()
      await units.getByRole('button', { name: 'Đóng' }).click()

      const [secretary, chair] = [
        await openPage(browser, linkOf('secretary')),
        await openPage(browser, linkOf('chair')),
      ]
      for (const page of [secretary, chair]) {
        await goIn(page)
        await isInside(page)
      }
      await openPanel(secretary, 'Biên bản')
      await secretary.getByText('Giao việc', { exact: true }).click()
      await secretary.getByRole('textbox', { name: 'Nội dung', exact: true }).fill(task)
      await secretary.getByRole('combobox', { name: 'Đơn vị chủ trì thực hiện' }).fill('Thanh')
      await secretary.getByRole('option', { name: unit }).click()
      await fillDate(secretary.getByLabel('Thời hạn'), calendarDayOf(Date.now() + 60 * dayMs))
      await secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click()
      await expect(secretary.getByText(new RegExp(`^${unit} thực hiện`))).toBeVisible()
      await openPanel(chair, 'Điều hành')
      await chair.getByRole('button', { name: 'Bế mạc' }).click()
      await chair.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click()
      await showTab(secretary, 'Ký, ban hành')
      await secretary.getByRole('button', { name: 'Ký và trình chủ tọa' }).click()
      await secretary.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click()
      await showTab(chair, 'Ký, ban hành')
      await chair.getByRole('button', { name: 'Ký biên bản' }).click()
      await chair.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click()
      await expect(secretary.getByRole('button', { name: 'Cấp số và ban hành biên bản' })).toBeVisible()
      for (const page of [secretary, chair]) await page.context().close()
    })

    const card = office.getByRole('listitem').filter({ hasText: task })
    const dialog = office.getByRole('dialog')

    await test.step('the unit is reminded, and the board shows time and address', async () => {
      await office.reload()
      await card.getByRole('button', { name: 'Xem và cập nhật (0)' }).click()
      await expect(card.getByText(/^Sẽ nhắc ngày .* \(sắp đến hạn\)$/)).toBeVisible()
      await card.getByRole('button', { name: 'Nhắc ngay' }).click()
      await expect(
        card.getByText(new RegExp(`^Đã nhắc lúc .*, tới ${address} \\(cán bộ nhắc: Trần Thị Lan\\)$`)),
      ).toBeVisible()
      await until(() => (sink.to(address).length === 1 ? null : 'it has not come'))
      expect(sink.to(address)[0]?.subject).toBe(`Nhắc nhiệm vụ sắp đến hạn: ${task}`)
      expect(sink.to(address)[0]?.text).toContain(`Kính gửi: ${unit}`)
    })

    await test.step('files are attached to the report; bad ones are named, and saving again sends the rest', async () => {
      await card.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
      await dialog.getByLabel('Nội dung').fill('Đã rà soát xong 30 vụ.')
      await dialog.locator('input[type=file]').setInputFiles([
        { name: 'Báo cáo số 45.pdf', mimeType: 'application/pdf', buffer: aPdf(1) },
        { name: 'Ảnh.pdf', mimeType: 'application/pdf', buffer: aPng(20, 20) },
        { name: 'Bảng kê.docx', mimeType: '', buffer: await aDocxOf(['MẬT'], ['Nội dung']) },
      ])
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(dialog.getByRole('alert').filter({ hasText: 'Ảnh.pdf' })).toBeVisible()
      await expect(dialog.getByRole('alert').filter({ hasText: 'Bảng kê.docx' })).toBeVisible()
      await hasNoFault(office, 'a file that was refused')
      await expect(card.getByText('Chưa có cập nhật nào.')).toBeVisible()
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(card.getByText('Chờ xác nhận')).toBeVisible()
      const downloading = office.waitForEvent('download')
      await card.getByRole('link', { name: 'Báo cáo số 45.pdf' }).click()
      expect((await downloading).suggestedFilename()).toBe('Báo cáo số 45.pdf')
    })

    await test.step('the office returns it once with the reason, then accepts it', async () => {
      await card.getByRole('button', { name: 'Trả lại để làm tiếp' }).click()
      await dialog.getByLabel('Lý do').fill('Thiếu bảng kê.')
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(card.getByText('Đang thực hiện')).toBeVisible()
      await card.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
      await dialog.getByLabel('Nội dung').fill('Đã bổ sung bảng kê.')
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'Bảng kê.png', mimeType: 'image/png', buffer: aPng(20, 20) })
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await card.getByRole('button', { name: 'Xác nhận hoàn thành' }).click()
      await expect(card.getByText('Đã hoàn thành')).toBeVisible()
      await expect(card.getByRole('button', { name: 'Nhắc ngay' })).toHaveCount(0)
      await hasNoFault(office, 'an assignment that is done')
    })

    await test.step('the workbook contains the assignment with its state', async () => {
      const downloading = office.waitForEvent('download')
      await office.getByRole('link', { name: 'Tải bảng Excel' }).click()
      const [sheet] = await readXlsxFile(await (await downloading).path())
      const [titles = [], row = []] = sheet?.data.slice(3) ?? []
      const read = Object.fromEntries(titles.map((title, index) => [String(title), String(row[index])]))
      expect(read).toMatchObject({ 'Nhiệm vụ': task, 'Đơn vị chủ trì': unit, 'Tình trạng': 'Đã hoàn thành' })
      for (const words of ['tệp Báo cáo số 45.pdf', 'Trả lại (Trần Thị Lan): Thiếu bảng kê.', 'tệp Bảng kê.png'])
        expect(read['Diễn biến']).toContain(words)
      expect(read['Nhắc việc']).toContain(`đã gửi (${address})`)
    })

    await test.step('the page does not scroll sideways on a phone', async () => {
      await office.setViewportSize({ width: 390, height: 844 })
      await expect(card.getByText(task)).toBeVisible()
      expect(await office.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await hasNoFault(office, 'the board on a phone')
    })
    expect(problems).toEqual([])
  } finally {
    await server.close()
    await sink.close()
  }
})
