// A report definition of the agency, from the example in the guide: a faulty file is rejected with its faults; the
// correct one is tried, put in force and withdrawn.
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('a report definition is corrected by its reported faults, tried, put in force, and withdrawn', async ({
  browser,
}) => {
  const guide = await readFile('docs/report-definitions.md', 'utf8')
  const example = /```json\n(.*?)```/s.exec(guide)?.[1] ?? ''
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    await office.getByRole('link', { name: 'Thiết lập', exact: true }).click()
    await office.getByRole('link', { name: 'Biểu báo cáo', exact: true }).click()
    const handIn = (text: string) =>
      office
        .locator('input[type=file]')
        .setInputFiles({ name: 'bieu.json', mimeType: 'application/json', buffer: Buffer.from(text) })

    await test.step('a supplied definition is described in plain words', async () => {
      await office.getByRole('button', { name: 'Xem biểu Tổng hợp kết quả tiếp công dân, 30/09/2025' }).click()
      const words = office.getByRole('dialog', { name: 'Tổng hợp kết quả tiếp công dân' })
      await expect(words.getByRole('row', { name: /^13 / })).toContainText(
        'Số lượt tiếp trong sổ tiếp công dân; người tiếp: thủ trưởng',
      )
      await expect(words.getByText('Cột 1 phải bằng 4 + 13 + 22')).toBeVisible()
      await hasNoFault(office, 'a definition in words')
      await office.keyboard.press('Escape')
    })

    await test.step('a file with faults is rejected, with the line of each fault', async () => {
      await handIn(example.replace('"kind": ["proposal"]', '"colour": ["red"]').replace('"head", "others"', '"chief"'))
      await expect(office.getByText('Tệp bieu.json có 2 lỗi.')).toBeVisible()
      await expect(office.getByRole('row', { name: /Dòng 10/ })).toContainText(
        'Không có mục nào tên “colour”. Sửa lại tên hoặc bỏ đi. Được dùng: receivedBy, receptionKind, kind',
      )
      await hasNoFault(office, 'the faults of a definition')
    })

    await test.step('the corrected file is tried and put in force', async () => {
      await handIn(example)
      await expect(office.getByText('Đây là biểu mới.')).toBeVisible()
      await office.getByRole('button', { name: 'Chạy thử' }).click()
      await expect(office.getByRole('row', { name: /Tổng số vụ việc/ })).toBeVisible()
      await hasNoFault(office, 'the trial of a definition')
      await office.getByRole('button', { name: 'Áp dụng biểu này' }).click()
      await office.getByRole('dialog').getByRole('button', { name: 'Áp dụng biểu này' }).click()
      await expect(office.getByText('Đã lưu biểu “Tổng hợp kiến nghị, phản ánh”, áp dụng từ 01/01/2026.')).toBeVisible()
      await office.goto(
        `${new URL(server.setUpUrl).origin}/staff/reports?report=proposals&from=2026-03-01&to=2026-03-31`,
      )
      await expect(office.getByRole('row', { name: /Tổng số vụ việc/ })).toBeVisible()
    })

    await test.step('a withdrawn definition can still be read, and the page fits a phone', async () => {
      await office.goto(`${new URL(server.setUpUrl).origin}/staff/report-definitions`)
      await office.setViewportSize({ width: 390, height: 844 })
      await office.getByRole('button', { name: /^Rút biểu Tổng hợp kiến nghị/ }).click()
      const asking = office.getByRole('dialog', { name: /^Rút biểu báo cáo/ })
      await asking.getByRole('textbox', { name: 'Lý do' }).fill('Nhập nhầm')
      await asking.getByRole('button', { name: 'Rút', exact: true }).click()
      await expect(office.getByText(/rút lúc .*: Nhập nhầm$/)).toBeVisible()
      expect(await office.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await hasNoFault(office, 'the definitions on a phone')
    })
  } finally {
    await server.close()
  }
})
